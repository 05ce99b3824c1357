#include "cli/graph_access.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "base/names.hpp"
#include "query/names.hpp"

namespace rxgraph::cli {
namespace {

LoadedOntology load(std::vector<OntologySource> sources) {
  Ontology ontology = load_ontology(sources);
  return {std::move(sources), std::move(ontology)};
}

template <typename Items>
void check_known(const std::vector<std::string>& names, const Items& items, const char* what) {
  std::vector<std::string> known;
  for (const auto& item : items) known.push_back(item.name);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    throw UsageError(std::string("unknown ") + what + " '" + name + "'" + did_you_mean(name, known));
  }
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) all += (i == 0 ? "'" : i + 1 == names.size() ? " or '" : ", '") + names[i] + "'";
  return all;
}

std::string no_such_thing(const std::string& name, const std::vector<graph::Store::NameHit>& nearest) {
  std::vector<std::string> names;
  for (const auto& hit : nearest) {
    if (std::find(names.begin(), names.end(), hit.name) == names.end()) names.push_back(hit.name);
  }
  return "nothing is called '" + name + "'" + (names.empty() ? "" : "; did you mean " + quoted_list(names) + "?");
}

std::string of_other_type(const std::string& name, const std::string& type, const std::vector<std::string>& wanted) {
  std::string all;
  for (std::size_t i = 0; i < wanted.size(); ++i) all += (i == 0 ? "" : i + 1 == wanted.size() ? " or " : ", ") + wanted[i];
  return "'" + name + "' is of type " + type + "; what is asked for is of type " + all;
}

std::string several_things(const std::string& name, const std::vector<graph::Store::NameHit>& hits) {
  constexpr std::size_t shown = 10;
  std::string text = "'" + name + "' may be " + counted(hits.size(), "thing", "things") + "; say which by its id:";
  for (std::size_t i = 0; i < std::min(shown, hits.size()); ++i) {
    text += "\n  " + hits[i].uid + "  " + hits[i].type + " " + hits[i].name + ", " + counted(hits[i].degree, "fact", "facts");
  }
  if (hits.size() > shown) text += "\n  and " + grouped(std::uint64_t{hits.size() - shown}) + " more";
  return text;
}

}  // namespace

LoadedOntology load_chosen_ontology(const Options& options) {
  std::vector<OntologySource> sources = {core_ontology()};
  for (const std::string& path : options.ontologies) sources.push_back(read_ontology_source(path));
  return load(std::move(sources));
}

LoadedOntology load_ontology_for(const Options& options, const graph::Store& store) {
  if (!options.ontologies.empty()) return load_chosen_ontology(options);
  std::vector<OntologySource> sources = store.ontology_sources();
  if (sources.empty()) {
    sources = {core_ontology()};
  } else {
    sources[0] = core_ontology();
  }
  return load(std::move(sources));
}

AskedGraph open_graph(const std::string& path, Report& report) {
  graph::Store store = graph::Store::open(path, graph::Store::Mode::read);
  const std::vector<OntologySource> sources = store.ontology_sources();
  Ontology ontology = sources.empty() ? core() : load_ontology(sources);
  if (!store.up_to_date()) {
    report.note(path + ": the last run was cut off; merging what it stored");
    store = graph::Store::open(path, graph::Store::Mode::write);
    store.rebuild(ontology);
  }
  return {std::move(store), std::move(ontology)};
}

const std::string& graph_path(const Options& options) { return options.what.empty() ? options.graph : options.what[0]; }

const std::string& graph_to_write(const Options& options) {
  if (options.output == "-") throw UsageError("--output: a graph cannot go to standard output; name a file");
  return options.output.empty() ? options.graph : options.output;
}

void check_selection(const graph::Selection& selection, const Ontology& ontology) {
  check_known(selection.relations, ontology.relations, "relation");
  check_known(selection.types, ontology.types, "type");
}

MeantThing find_thing(const graph::Store& store, const std::string& name, const std::vector<std::string>& types) {
  const query::NameChoice choice = query::choose(store, name, types);
  if (choice.hits.empty() && !types.empty()) {
    const query::NameChoice any = query::choose(store, name);
    if (!any.hits.empty()) throw NoSuchThing(of_other_type(name, any.hits[0].type, types));
  }
  if (choice.hits.empty()) throw NoSuchThing(no_such_thing(name, choice.nearest));
  if (!choice.unique()) throw NoSuchThing(several_things(name, choice.hits));
  const graph::Store::NameHit& hit = choice.hits[0];
  return {hit.uid, hit.type, hit.name};
}

TableStyle style_of(const Options& options, const Session& session) {
  return style_of(options, session, options.format.empty() ? TableLayout::table : table_layout_named(options.format));
}

graph::Selection resolved_selection(const Options& options, const AskedGraph& graph) {
  check_selection(options.selection, graph.ontology);
  graph::Selection selection = options.selection;
  if (selection.from.empty() && selection.hops != graph::Selection().hops) throw UsageError("--hops counts steps from a thing; name it with --from");
  if (!selection.as_of.empty() && selection.since > selection.as_of) throw UsageError("--since is later than --as-of: no filing is of such a day");
  if (!selection.from.empty()) selection.from = find_thing(graph.store, selection.from).uid;
  return selection;
}

std::uint64_t count_for_progress(const graph::Store& store, const graph::Selection& selection, const Report& report) {
  const bool all = selection.relations.empty() && selection.types.empty() && selection.modalities.empty() && selection.from.empty() &&
                   selection.since.empty() && selection.as_of.empty() && selection.min_confidence <= 0;
  if (!report.has_terminal() || !all) return 0;
  const graph::Store::Summary summary = store.summary();
  return summary.nodes + summary.edges;
}

TableStyle style_of(const Options& options, const Session& session, TableLayout layout) {
  TableStyle style;
  style.layout = layout;
  style.header = !options.no_header;
  style.width = session.terminal.output ? session.terminal.width : 0;
  const bool colourful = session.terminal.output && std::getenv("NO_COLOR") == nullptr;
  style.bold_header = options.color == ColorChoice::always || (options.color == ColorChoice::automatic && colourful);
  return style;
}

std::string graph_line(const graph::Store& store) {
  const auto [first, last] = store.time_span();
  if (first.empty()) return store.path();
  return store.path() + ", filings " + (first == last ? "of " + first : first + " to " + last);
}

ExitCode answer_with(Table table, const AskedGraph& graph, const Options& options, Session& session, const std::string& summary) {
  if (!options.sort.empty()) sort_rows(table, options.sort);
  const std::size_t all = table.rows.size();
  if (options.limit && all > *options.limit) table.rows.resize(*options.limit);
  const TableStyle style = style_of(options, session);
  if (all > 0 || style.layout != TableLayout::table) print_table(table, style, session.out);
  const std::string cut = all > table.rows.size() ? " (" + grouped(std::uint64_t{table.rows.size()}) + " shown)" : "";
  if (all == 0 && style.layout == TableLayout::table) {
    session.out << summary << (session.terminal.output ? " · " + graph_line(graph.store) : "") << '\n';
  } else if (session.terminal.output && style.layout == TableLayout::table && !options.quiet) {
    session.out << summary << cut << " · " << graph_line(graph.store) << '\n';
  }
  return all == 0 ? ExitCode::no_answer : ExitCode::done;
}

}  // namespace rxgraph::cli
