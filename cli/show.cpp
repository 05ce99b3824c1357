/// rxgraph show: everything the graph knows of a thing.

#include "query/show.hpp"

#include <ostream>
#include <set>

#include "base/utf8.hpp"
#include "cli/answers.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

/// A line of the head: "also      DM-1, mertansine", at most `width` columns.
std::string head_line(const std::string& label, const std::string& text, std::size_t width) {
  const std::string line = "  " + label + std::string(label.size() < 8 ? 8 - label.size() : 1, ' ') + text;
  return (width == 0 ? line : cut_to(line, width)) + "\n";
}

/// Names, ids and why they are one thing.
std::string head_of(const query::Portrait& portrait, const TableStyle& style) {
  const graph::Node& node = portrait.node;
  std::string also, ids;
  for (const std::string& alias : node.aliases) also += (also.empty() ? "" : ", ") + alias;
  for (const auto& [registry, id] : node.ids) ids += (ids.empty() ? "" : ", ") + registry + " " + id;
  const bool bold = style.bold_header;
  std::string text = (bold ? "\x1b[1m" : "") + node.name + (bold ? "\x1b[0m" : "") + "  " + node.type + " " + node.uid + ", in " +
                     counted(node.filings, "filing", "filings") + "\n";
  if (!also.empty()) text += head_line("also", also, style.width);
  if (!ids.empty()) text += head_line("ids", ids, style.width);
  const std::set<std::string> joined_names(portrait.joined_names.begin(), portrait.joined_names.end());
  for (const std::string& joined : joined_names) text += head_line("joined", joined, style.width);
  return text + "\n";
}

Table table_of(const query::Portrait& portrait, const Ontology& ontology) {
  Table table{{{"relation", 5, false},
               {"thing", 6, false},
               {"type", 2, false},
               {"through", 5, false, Audience::where_known},
               {"status", 4, false, Audience::where_known},
               {"terms", 1, false, Audience::where_known},
               {"confidence", 0, true, Audience::all, true},
               {"filings", 0, true},
               {"source", 3, false},
               {"uid", 0, false, Audience::programs},
               {"direction", 0, false, Audience::programs}},
              {}};
  add_citation_columns(table);
  for (const query::FactGroup& group : portrait.groups) {
    for (const query::Fact& fact : group.facts) {
      const query::Thing& other = group.outgoing ? fact.object : fact.subject;
      std::vector<Cell> cells = {group.reading,
                                 other.name,
                                 other.type,
                                 cell_of(group.through),
                                 status_cell(fact.edge.modality),
                                 terms_cell(fact.edge.qualifiers, ontology.relation(group.relation)),
                                 fact.edge.confidence,
                                 static_cast<double>(fact.filings),
                                 source_text(fact.best),
                                 other.uid,
                                 std::string(group.outgoing ? "out" : "in")};
      add_citation_cells(cells, fact.best);
      table.rows.push_back(std::move(cells));
    }
  }
  return table;
}

}  // namespace

ExitCode run_show(const Options& options, Session& session) {
  Report report(session, options);
  const AskedGraph graph = open_graph(options.graph, report);
  const MeantThing thing = find_thing(graph.store, options.what[0]);
  const std::optional<query::Portrait> portrait = query::show(graph.store, graph.ontology, thing.uid, scope_of(options));
  if (!portrait) throw NoSuchThing("nothing is called '" + options.what[0] + "'");
  Table table = table_of(*portrait, graph.ontology);
  const TableStyle style = style_of(options, session);
  if (style.layout == TableLayout::table) session.out << head_of(*portrait, style);
  const std::string summary = table.rows.empty() ? "no fact about it is known" : counted(table.rows.size(), "fact", "facts");
  return answer_with(std::move(table), graph, options, session, summary);
}

}  // namespace rxgraph::cli
