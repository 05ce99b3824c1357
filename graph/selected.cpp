#include "graph/selected.hpp"

#include <atomic>

#include "base/error.hpp"
#include "graph/compressed.hpp"

namespace rxgraph::graph {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out.push_back('\'');
    out.push_back(c);
  }
  return out + "'";
}

std::string one_of(const std::string& column, const std::vector<std::string>& values) {
  std::string out = column + " IN (";
  for (std::size_t i = 0; i < values.size(); ++i) out += (i == 0 ? "" : ",") + quoted(values[i]);
  return out + ")";
}

/// The declared types that are one of `types` or below one.
std::vector<std::string> with_subtypes(const std::vector<std::string>& types, const Ontology& ontology) {
  std::vector<std::string> all = types;
  for (const EntityType& declared : ontology.types) {
    for (const std::string& type : types) {
      if (declared.name != type && ontology.is_a(declared.name, type)) all.push_back(declared.name);
    }
  }
  return all;
}

std::vector<std::string> names_of(const std::vector<Modality>& modalities) {
  std::vector<std::string> names;
  for (const Modality modality : modalities) names.emplace_back(name_of(modality));
  return names;
}

/// True if the selection chooses among edges, so that nodes without a chosen edge are left out.
bool chooses_edges(const Selection& selection) {
  return !selection.relations.empty() || !selection.modalities.empty() || !selection.since.empty() || !selection.as_of.empty() ||
         selection.min_confidence > 0;
}

std::string condition_of(const Selection& selection, const std::string& modality, const std::string& confidence) {
  std::string condition = "1";
  if (!selection.modalities.empty()) condition += " AND " + one_of(modality, names_of(selection.modalities));
  if (selection.min_confidence > 0) condition += " AND " + confidence + " >= ?1";
  return condition;
}

/// The surest of the modalities of a group of statements, by name.
constexpr const char* surest =
    "CASE min(CASE s.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'possible' THEN 2 ELSE 3 END)"
    " WHEN 0 THEN 'asserted' WHEN 1 THEN 'planned' WHEN 2 THEN 'possible' ELSE 'terminated' END";

}  // namespace

bool selects_all(const Selection& selection) {
  return selection.types.empty() && selection.from.empty() && !chooses_edges(selection);
}

SelectedTables::SelectedTables(const Database& database, const Ontology& ontology, const Selection& selection) : database_(database) {
  static std::atomic<std::uint64_t> views = 0;
  const std::string number = std::to_string(++views);
  nodes_ = "temp.selected_nodes_" + number;
  edges_ = "temp.selected_edges_" + number;
  database_.run(("CREATE TABLE " + nodes_ + "(id INTEGER PRIMARY KEY)").c_str());
  database_.run(("CREATE TABLE " + edges_ + "(id INTEGER PRIMARY KEY)").c_str());
  select_edges(selection, ontology);
  if (selection.from.empty()) {
    select_nodes(selection, ontology);
  } else {
    select_around(selection);
  }
}

SelectedTables::~SelectedTables() {
  try {
    database_.run(("DROP TABLE " + nodes_ + "; DROP TABLE " + edges_).c_str());
  } catch (const std::exception&) {
    // They go with the connection.
  }
}

void SelectedTables::select_edges(const Selection& selection, const Ontology& ontology) {
  const Window window = window_of(selection);
  std::string place = "1";
  if (!selection.relations.empty()) place += " AND " + one_of("e.relation", selection.relations);
  if (!selection.types.empty()) {
    const std::vector<std::string> types = with_subtypes(selection.types, ontology);
    place += " AND e.source IN (SELECT id FROM nodes WHERE " + one_of("type", types) + ")";
    place += " AND e.target IN (SELECT id FROM nodes WHERE " + one_of("type", types) + ")";
  }
  const std::string insert = "INSERT INTO " + edges_ + " SELECT e.id FROM edges e ";
  const std::string as_merged = condition_of(selection, "e.modality", "e.confidence");
  const auto run = [&](const std::string& sql) {
    Query query(database_, sql);
    if (sql.find("?1") != std::string::npos) query.bind(1, selection.min_confidence);
    if (sql.find("?2") != std::string::npos) query.bind(2, window.first).bind(3, window.last);
    query.run();
  };
  if (window.open()) {
    run(insert + "WHERE " + place + " AND " + as_merged);
    return;
  }
  // What filings of those days say for themselves, and what follows from them jointly.
  run(insert + "JOIN edge_statements x ON x.edge = e.id JOIN statements s ON s.filing = x.filing AND s.number = x.statement" +
      " JOIN filings f ON f.id = x.filing WHERE " + place + " AND " + in_window + " GROUP BY e.id HAVING " +
      condition_of(selection, surest, "max(s.confidence)"));
  run(insert + "WHERE e.derived AND " + place + " AND " + as_merged +
      " AND NOT EXISTS (SELECT 1 FROM edge_evidence v LEFT JOIN filings f ON f.key = v.source WHERE v.edge = e.id"
      " AND NOT (" + until_last + " IS TRUE))"
      " AND EXISTS (SELECT 1 FROM edge_evidence v JOIN filings f ON f.key = v.source WHERE v.edge = e.id AND " + from_first + ")");
}

void SelectedTables::select_nodes(const Selection& selection, const Ontology& ontology) {
  std::string sql = "INSERT INTO " + nodes_;
  if (chooses_edges(selection)) {
    sql += " SELECT source FROM edges WHERE id IN " + edges_ + " UNION SELECT target FROM edges WHERE id IN " + edges_;
  } else {
    sql += " SELECT id FROM nodes WHERE " + one_of("type", with_subtypes(selection.types, ontology));
  }
  database_.run(sql.c_str());
}

void SelectedTables::select_around(const Selection& selection) {
  Query find(database_, "SELECT id FROM nodes WHERE uid = ?");
  if (!find.bind(1, selection.from).step()) throw UnknownName("no node '" + selection.from + "'");
  const auto from = static_cast<std::uint32_t>(find.integer(0));
  find.reset();
  std::vector<std::int64_t> ids;
  std::vector<Ends> ends;
  Query rows(database_, "SELECT id, source, target FROM edges WHERE id IN " + edges_ + " ORDER BY id");
  while (rows.step()) {
    ids.push_back(rows.integer(0));
    ends.push_back({static_cast<std::uint32_t>(rows.integer(1)), static_cast<std::uint32_t>(rows.integer(2))});
  }
  const CompressedGraph graph(static_cast<std::uint32_t>(database_.number("SELECT coalesce(max(id), -1) + 1 FROM nodes")), ends);
  const std::vector<std::uint32_t> distance = graph.distances(from, selection.hops);

  Query insert_node(database_, "INSERT INTO " + nodes_ + " VALUES(?)");
  for (std::uint32_t node = 0; node < distance.size(); ++node) {
    if (distance[node] <= selection.hops) insert_node.bind(1, static_cast<std::int64_t>(node)).run();
  }
  Query drop_edge(database_, "DELETE FROM " + edges_ + " WHERE id = ?");
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::uint32_t nearer = std::min(distance[ends[i].source], distance[ends[i].target]);
    if (nearer >= selection.hops) drop_edge.bind(1, ids[i]).run();
  }
}

}  // namespace rxgraph::graph
