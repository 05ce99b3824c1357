/// rxgraph ontology: check, test, show and begin ontologies.

#include "ontology/load.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/names.hpp"
#include "cli/graph_access.hpp"
#include "cli/verbs.hpp"
#include "ingest/check_examples.hpp"
#include "ontology/show.hpp"

namespace rxgraph::cli {
namespace {

/// Prints what is wrong as a table for programs, or as "<path>:<line>:<column>: <message>" a line for people and editors.
void print_faults(const std::vector<OntologyFault>& faults, const Options& options, Session& session) {
  const TableStyle style = style_of(options, session);
  if (style.layout == TableLayout::table) {
    if (!faults.empty()) session.out << OntologyError(faults).what() << '\n';
    return;
  }
  Table table{{{"file", 1, false}, {"line", 1, true}, {"column", 1, true}, {"message", 0, false}}, {}};
  for (const OntologyFault& fault : faults) {
    table.rows.push_back({fault.path, static_cast<double>(fault.line), static_cast<double>(fault.column), fault.message});
  }
  print_table(table, style, session.out);
}

bool for_people(const Options& options) { return !options.quiet && (options.format.empty() || options.format == "table"); }

ExitCode check(const Options& options, Session& session) {
  Options all = options;
  all.ontologies.insert(all.ontologies.end(), options.what.begin() + 1, options.what.end());
  try {
    const LoadedOntology loaded = load_chosen_ontology(all);
    print_faults({}, options, session);
    if (for_people(options)) {
      session.out << counted(loaded.sources.size(), "file", "files") << ", " << counted(loaded.ontology.types.size(), "type", "types") << ", "
                  << counted(loaded.ontology.relations.size(), "relation", "relations") << ", "
                  << counted(loaded.ontology.derivations.size(), "derivation", "derivations") << "; nothing is wrong\n";
    }
    return ExitCode::done;
  } catch (const OntologyError& error) {
    print_faults(error.faults(), options, session);
    if (for_people(options)) session.out << counted(error.faults().size(), "fault", "faults") << '\n';
    return ExitCode::no_answer;
  }
}

ExitCode test(const Options& options, Session& session) {
  const LoadedOntology loaded = load_chosen_ontology(options);
  graph::Selection selection;
  selection.relations.assign(options.what.begin() + 1, options.what.end());
  check_selection(selection, loaded.ontology);
  const ingest::Extractor extractor(loaded.ontology);
  ingest::ExampleReport result;
  const auto& wanted = selection.relations;
  for (const Relation& relation : loaded.ontology.relations) {
    const bool named = std::find(wanted.begin(), wanted.end(), relation.name) != wanted.end();
    if (wanted.empty() || named) ingest::check_examples(relation, extractor, result);
  }
  std::vector<OntologyFault> faults;
  for (const ingest::ExampleFault& fault : result.faults) {
    const Example& example = fault.example;
    faults.push_back({example.path, example.line, example.column, fault.relation + ": \"" + example.text + "\": " + fault.message});
  }
  print_faults(faults, options, session);
  if (for_people(options)) {
    session.out << counted(result.examples, "example", "examples") << " and "
                << counted(result.counter_examples, "counter-example", "counter-examples") << "; " << (faults.empty() ? "nothing is wrong" : counted(faults.size(), "fault", "faults")) << '\n';
  }
  return faults.empty() ? ExitCode::done : ExitCode::no_answer;
}

Table table_of(const Ontology& ontology) {
  Table table{{{"kind", 3}, {"name", 4}, {"signature", 3}, {"time", 1}, {"qualifiers", 0}, {"description", 2}}, {}};
  for (const TypeRow& type : type_rows(ontology)) {
    const Cell parent = type.parent.empty() ? Cell() : Cell("is a " + type.parent);
    table.rows.push_back({std::string("type"), type.name, parent, Cell(), Cell(), cell_of(type.description)});
  }
  for (const RelationRow& relation : relation_rows(ontology)) {
    table.rows.push_back({std::string("relation"), relation.name, relation.subject + " -> " + relation.object, cell_of(relation.time),
                          cell_of(relation.qualifiers), cell_of(relation.description)});
  }
  for (const VocabularyRow& vocabulary : vocabulary_rows(ontology)) {
    const std::string signature = vocabulary.kind + (vocabulary.type.empty() ? "" : " of " + vocabulary.type);
    const std::string terms = counted(vocabulary.terms, "term", "terms");
    table.rows.push_back({std::string("vocabulary"), vocabulary.name, signature, Cell(), Cell(),
                          terms + (vocabulary.source.empty() ? "" : ", " + vocabulary.source)});
  }
  for (const QuestionRow& question : question_rows(ontology)) {
    table.rows.push_back({std::string("question"), question.name, Cell(), Cell(), Cell(), question.meaning});
  }
  return table;
}

ExitCode show(const Options& options, Session& session) {
  const LoadedOntology loaded = load_chosen_ontology(options);
  if (options.what.size() == 1) {
    Table table = table_of(loaded.ontology);
    if (!options.sort.empty()) sort_rows(table, options.sort);
    if (options.limit && table.rows.size() > *options.limit) table.rows.resize(*options.limit);
    print_table(table, style_of(options, session), session.out);
    return ExitCode::done;
  }
  for (std::size_t i = 1; i < options.what.size(); ++i) session.out << (i > 1 ? "\n" : "") << describe(loaded.ontology, options.what[i]);
  return ExitCode::done;
}

ExitCode init(const Options& options, Session& session) {
  if (options.what.size() > 1) throw UsageError("'" + options.what[1] + "' is one word too many; name the file with -o");
  if (options.output.empty() || options.output == "-") {
    session.out << ontology_template();
    return ExitCode::done;
  }
  std::error_code ignored;  // Writing tells it.
  if (std::filesystem::exists(options.output, ignored)) throw OutputError(options.output, "is there already; name a new file");
  write_file(options.output, ontology_template());
  if (!options.quiet) {
    session.out << "an extension to start from -> " << options.output << "; try 'rxgraph ontology check " << options.output << "'\n";
  }
  return ExitCode::done;
}

struct Action {
  std::string_view name;
  ExitCode (*run)(const Options&, Session&);
};
constexpr std::array actions = {Action{"check", check}, Action{"test", test}, Action{"show", show}, Action{"init", init}};

}  // namespace

ExitCode run_ontology(const Options& options, Session& session) {
  std::vector<std::string> names;
  for (const Action& action : actions) {
    if (action.name == options.what[0]) return action.run(options, session);
    names.emplace_back(action.name);
  }
  throw UsageError("'" + options.what[0] + "' is none of check, test, show or init" + did_you_mean(options.what[0], names));
}

}  // namespace rxgraph::cli
