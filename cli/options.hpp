#pragma once
/// What a person may choose on the command line, as plain values. Reading them needs no data.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "export/format.hpp"
#include "graph/view.hpp"

namespace rxgraph::cli {

struct HelpTopic;
struct Verb;

/// The graph to ask where neither -g nor $RXGRAPH names one.
inline constexpr std::string_view default_graph_name = "pipeline.rxg";

/// When letters are set off by colour. Nothing needs colour to be understood.
enum class ColorChoice : std::uint8_t { automatic, always, never };

/// Everything that can be chosen. Which members a verb looks at, its row in `verbs()` says.
struct Options {
  std::vector<std::string> what;        ///< The words that are no options, in order.
  std::vector<std::string> lists;       ///< Files that list inputs, in order.
  std::string graph;                    ///< Graph to ask: -g, else $RXGRAPH, else "pipeline.rxg".
  std::string output;                   ///< -o; "-" is standard output; empty where it is not given.
  std::string format;                   ///< As typed; empty where it is not given.
  std::vector<std::string> ontologies;  ///< Files, in order.
  std::vector<std::string> decisions;   ///< Files of who is who, in order.
  std::vector<std::string> vocabularies;  ///< Compiled vocabularies to read with, in order.
  std::string type;                     ///< --as: type of imported terms; empty where it is not given.
  graph::Selection selection;           ///< Dates in it are whole days: `since` the first one meant, `as_of` the last one.
  exporting::ExportOptions exporting;
  std::optional<std::size_t> limit;     ///< Rows at most.
  std::string view;                     ///< Layer of a text: "documents", "sections", "blocks", "tables", "sentences"; empty for all.
  std::string database;                 ///< Of a server; empty where it is not given.
  std::string name;                     ///< Under which things are put on a server; empty where it is not given.
  bool report = false;                  ///< What became of every byte, instead of the text.
  bool html = false;                    ///< A page for a browser.
  std::string sort;                     ///< Column to sort by; "-" in front turns the order round.
  unsigned threads = 0;                 ///< 0: as many as the machine has cores.
  ColorChoice color = ColorChoice::automatic;
  bool rules = false;                   ///< Count the rules.
  bool no_header = false;
  bool quiet = false;
  bool verbose = false;
};

/// A command line that makes no sense. `what()` says why, with the nearest choices.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One option: one row of a table, from which parsing and help derive.
struct OptionRow {
  std::string_view name;    ///< With its dashes: "--as-of".
  std::string_view letter;  ///< "-g"; empty where it has none.
  std::string_view value;   ///< What follows it, as help calls it: "DATE"; empty for a switch.
  std::string_view help;    ///< One line.
  void (*set)(Options& options, const std::string& value);  ///< Throws UsageError with what is wrong with `value`.
  std::vector<std::string> (*choices)() = nullptr;  ///< The values that it takes, or those of the core where an ontology may have others; null where they are open.
  std::string_view verb = {};  ///< The one verb for which it goes before a row of the same name; empty for all.

  /// True if its value is the name of a file or folder.
  bool takes_path() const noexcept { return value == "PATH" || value == "FILE" || value == "LIST"; }
};

/// All options, in the order of help. "--format" stands there three times, for tables, exports and imports; "--ontology"
/// twice, for 'export' has its own.
std::span<const OptionRow> option_rows() noexcept;

/// The row of that name for the verb `verb`.
const OptionRow& option_row(std::string_view name, std::string_view verb = {});

/// What a command line asks for.
struct Request {
  enum class Kind : std::uint8_t { run, help, version } kind = Kind::run;
  const Verb* verb = nullptr;  ///< Null where help is wanted for the program as a whole.
  Options options;
  const HelpTopic* topic = nullptr;  ///< What else help is wanted as; null for its text.
};

/// Reads the words after the program's name. `default_graph` is what $RXGRAPH says, or empty. Throws UsageError.
Request parse_arguments(const std::vector<std::string>& words, const std::string& default_graph);

}  // namespace rxgraph::cli
