#pragma once
/// The verbs of the program: one row of a table each, one file each. Help, parsing and suggestions derive from it.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

namespace rxgraph::cli {

/// A command line and what it does.
struct CommandExample {
  std::string_view command;
  std::string_view does;
};

/// What a person can ask the program to do.
struct Verb {
  std::string_view name;
  std::string_view what;     ///< Its words as help shows them: "FILE|FOLDER|- ...".
  std::size_t least = 0;     ///< Words that it needs.
  std::size_t most = 0;      ///< Words that it takes; `any_number` for as many as you like.
  std::string_view summary;  ///< One line.
  std::string_view about;    ///< A paragraph: what it does with its words, and what it tells.
  std::span<const CommandExample> examples;
  std::span<const std::string_view> options;  ///< Names of its own options; `common_options()` are added.
  ExitCode (*run)(const Options& options, Session& session);
};

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

/// All verbs, in the order of help.
std::span<const Verb> verbs() noexcept;

/// Options that every verb takes.
std::span<const std::string_view> common_options() noexcept;

/// The verb of that name. Throws UsageError with the nearest ones.
const Verb& verb_named(std::string_view name);

/// The option rows of `verb`, its own first.
std::vector<const OptionRow*> options_of(const Verb& verb);

/// The words that `verb` takes as they stand in `Verb::what`: "check" to "init" of 'ontology'; empty for most verbs.
std::vector<std::string> fixed_words(const Verb& verb);

/// True if `verb` takes names of files or folders.
bool takes_paths(const Verb& verb) noexcept;

/// Another form of help, from the same tables.
struct HelpTopic {
  std::string_view name;     ///< As typed after 'rxgraph help'.
  std::string_view summary;  ///< One line.
  std::string (*text)();
};

/// The man page, and what completes command lines in shells.
std::span<const HelpTopic> help_topics() noexcept;

/// The man page rxgraph(1), in the macros of man(7).
std::string manual_page();

/// Completion of verbs, options and their values.
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

/// What an exit code means, as help says it.
struct ExitMeaning {
  ExitCode code;
  std::string_view what;
};
std::span<const ExitMeaning> exit_meanings() noexcept;

/// What `rxgraph --help` and `rxgraph VERB --help` show.
std::string help_text();
std::string help_text(const Verb& verb);

// One file each.
ExitCode run_build(const Options&, Session&);
ExitCode run_extract(const Options&, Session&);
ExitCode run_merge(const Options&, Session&);
ExitCode run_text(const Options&, Session&);
ExitCode run_explain(const Options&, Session&);
ExitCode run_pipeline(const Options&, Session&);
ExitCode run_timeline(const Options&, Session&);
ExitCode run_deals(const Options&, Session&);
ExitCode run_show(const Options&, Session&);
ExitCode run_path(const Options&, Session&);
ExitCode run_why(const Options&, Session&);
ExitCode run_verify(const Options&, Session&);
ExitCode run_stats(const Options&, Session&);
ExitCode run_export(const Options&, Session&);
ExitCode run_push(const Options&, Session&);
ExitCode run_ontology(const Options&, Session&);
ExitCode run_vocabulary(const Options&, Session&);

}  // namespace rxgraph::cli
