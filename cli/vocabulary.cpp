/// rxgraph vocabulary: names that a user brings along.

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/names.hpp"
#include "cli/graph_access.hpp"
#include "cli/reading.hpp"
#include "cli/verbs.hpp"
#include "ingest/read/members.hpp"
#include "ingest/vocabulary/import.hpp"

namespace rxgraph::cli {
namespace {

constexpr std::string_view ending = ".rxv";

/// "mondo.rxv" of "downloads/mondo.obo.gz".
std::string default_output(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  return name.substr(0, name.find('.', 1)) + std::string(ending);
}

/// The rest of the words behind the action.
std::vector<std::string> files_of(const Options& options) {
  std::vector<std::string> files(options.what.begin() + 1, options.what.end());
  files.insert(files.end(), options.vocabularies.begin(), options.vocabularies.end());
  return files;
}

TableStyle answer_style(const Options& options, const Session& session) {
  return style_of(options, session, options.format.empty() ? TableLayout::table : table_layout_named(options.format));
}

std::string counts_line(const ingest::Imported& imported) {
  std::uint64_t names = 0;
  std::uint64_t said = 0;
  for (const ingest::ListedTerm& term : imported.list.terms) {
    names += term.names.size();
    said += static_cast<std::uint64_t>(std::count_if(term.names.begin(), term.names.end(), [](const ingest::ListedName& name) { return name.said; }));
  }
  std::string line = counted(imported.list.terms.size(), "term", "terms") + ", " + counted(names, "name", "names") + " (" + grouped(said) +
                     " stand for themselves in texts)";
  if (imported.counts.passed_over > 0) line += ", " + grouped(imported.counts.passed_over) + " passed over as obsolete or of another species";
  if (imported.counts.faults > 0) line += ", " + counted(imported.counts.faults, "row", "rows") + " left out (see above)";
  return line;
}

ExitCode import(const Options& options, Session& session) {
  if (options.what.size() != 2) throw UsageError(options.what.size() < 2 ? "import what? name a file" : "'" + options.what[2] + "' is one word too many; import one file at a time");
  if (options.output == "-") throw UsageError("--output: a vocabulary cannot go to standard output; name a file");
  const auto began = std::chrono::steady_clock::now();
  Report report(session, options);
  const std::string& path = options.what[1];
  const LoadedOntology chosen = load_chosen_ontology(options);
  const Bytes bytes = ingest::FilingOpener().open(path);
  ingest::Imported imported;
  try {
    imported = ingest::import_terms(path, bytes.view(), {options.format, options.type}, chosen.ontology, report);
  } catch (const UnknownName& unknown) {
    throw UsageError(unknown.what());
  }
  const std::string compiled = ingest::compile_terms(imported.list);
  const std::string output = options.output.empty() ? default_output(path) : options.output;
  write_file(output, compiled);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
  if (!options.quiet) {
    session.out << counts_line(imported) << " -> " << output << " (" << size_text(compiled.size()) << ") in " << duration_text(passed.count()) << '\n';
  }
  return imported.counts.faults > 0 ? ExitCode::partly : ExitCode::done;
}

/// What a vocabulary holds, a row for each type.
void add_rows(const ingest::TermBook& book, Table& table) {
  struct Counts {
    double terms = 0, names = 0, said = 0;
  };
  std::map<std::uint16_t, Counts> by_type;
  for (std::uint32_t term = 0; term < book.terms(); ++term) ++by_type[book.type(term)].terms;
  for (std::uint32_t name = 0; name < book.names(); ++name) {
    Counts& counts = by_type[book.type(book.name(name).term)];
    ++counts.names;
    counts.said += book.name(name).said ? 1 : 0;
  }
  for (const auto& [type, counts] : by_type) {
    if (type >= book.types().size()) continue;
    table.rows.push_back({book.path(), std::string(book.format()), std::string(book.types()[type]), counts.terms, counts.names, counts.said, std::string(book.source())});
  }
}

/// Tells what is wrong with any of the files; nothing of it stops.
ExitCode list(const Options& options, Session& session) {
  const std::vector<std::string> files = files_of(options);
  if (files.empty()) throw UsageError("which vocabularies? name files that 'rxgraph vocabulary import' made");
  Table table{{{"file", 6, false}, {"format", 3, false}, {"type", 4, false}, {"terms", 5, true}, {"names", 4, true}, {"said", 2, true}, {"source", 1, false}}, {}};
  Report report(session, options);
  std::size_t wrong = 0;
  for (const std::string& path : files) {
    try {
      add_rows(ingest::TermBook::open(path), table);
    } catch (const InputError& error) {
      ++wrong;
      report.note(error.what());
    }
  }
  if (!options.sort.empty()) sort_rows(table, options.sort);
  if (options.limit && table.rows.size() > *options.limit) table.rows.resize(*options.limit);
  if (!table.rows.empty()) print_table(table, answer_style(options, session), session.out);
  if (wrong == files.size()) return ExitCode::failed;
  return wrong > 0 ? ExitCode::partly : ExitCode::done;
}

ExitCode check(const Options& options, Session& session) {
  const std::vector<std::string> files = files_of(options);
  if (files.empty()) throw UsageError("which vocabularies? name files that 'rxgraph vocabulary import' made");
  const LoadedOntology chosen = load_chosen_ontology(options);
  std::size_t wrong = 0;
  for (const std::string& path : files) {
    try {
      std::vector<ingest::TermBook> books;
      books.push_back(ingest::TermBook::open(path));
      const ingest::LoadedNames loaded(std::move(books), chosen.ontology);
    } catch (const InputError& error) {
      ++wrong;
      session.out << error.what() << '\n';
    }
  }
  if (!options.quiet) session.out << counted(files.size(), "file", "files") << "; " << (wrong == 0 ? "nothing is wrong" : counted(wrong, "fault", "faults")) << '\n';
  return wrong == 0 ? ExitCode::done : ExitCode::no_answer;
}

/// Why a name does or does not stand for itself.
std::string standing_of(const ingest::TermBook::Name& name) {
  if (name.said) return "found in texts";
  return name.exact ? "identifies what texts name otherwise" : "related, not used";
}

/// A row for each term that has the name, of each book.
void add_meanings(const ingest::TermBook& book, const std::string& wanted, Table& table) {
  const std::string form = normal_form(wanted);
  for (std::uint32_t index = 0; index < book.names(); ++index) {
    const ingest::TermBook::Name name = book.name(index);
    if (name.text.size() > 2 * wanted.size() + 8 || normal_form(name.text) != form) continue;
    const ingest::ListedTerm term = book.term(name.term);
    if (term.names.empty()) continue;
    std::string ids, also, kind_of;
    for (const auto& [registry, number] : term.ids) ids += (ids.empty() ? "" : ", ") + registry + " " + number;
    for (const ingest::ListedName& other : term.names) {
      if (other.text != name.text && other.text != term.names.front().text) also += (also.empty() ? "" : ", ") + other.text;
    }
    for (const std::string& above : ingest::LoadedNames::broader_names({&book, name.term})) kind_of += (kind_of.empty() ? "" : ", ") + above;
    table.rows.push_back({std::string(name.text), standing_of(name), term.names.front().text, term.type, cell_of(ids), cell_of(also), cell_of(kind_of), book.path()});
  }
}

ExitCode show(const Options& options, Session& session) {
  if (options.what.size() < 2) throw UsageError("show what? name a thing, and its vocabularies with --vocabulary");
  if (options.vocabularies.empty()) throw UsageError("in which vocabularies? name them with --vocabulary");
  Table table{{{"name", 6, false}, {"use", 3, false}, {"means", 5, false}, {"type", 4, false}, {"ids", 4, false}, {"also", 1, false}, {"kind of", 2, false}, {"file", 0, false, Audience::programs}}, {}};
  for (const std::string& path : options.vocabularies) {
    const ingest::TermBook book = ingest::TermBook::open(path);
    for (std::size_t i = 1; i < options.what.size(); ++i) add_meanings(book, options.what[i], table);
  }
  if (options.limit && table.rows.size() > *options.limit) table.rows.resize(*options.limit);
  if (table.rows.empty()) {
    Report(session, options).note("no term is called '" + options.what[1] + "'");
    return ExitCode::no_answer;
  }
  print_table(table, answer_style(options, session), session.out);
  return ExitCode::done;
}

struct Action {
  std::string_view name;
  ExitCode (*run)(const Options&, Session&);
};
constexpr std::array actions = {Action{"import", import}, Action{"list", list}, Action{"check", check}, Action{"show", show}};

}  // namespace

ExitCode run_vocabulary(const Options& options, Session& session) {
  std::vector<std::string> names;
  for (const Action& action : actions) {
    if (action.name == options.what[0]) return action.run(options, session);
    names.emplace_back(action.name);
  }
  throw UsageError("'" + options.what[0] + "' is none of import, list, check or show" + did_you_mean(options.what[0], names));
}

}  // namespace rxgraph::cli
