#include "graph/rebuild.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/error.hpp"
#include "graph/across.hpp"
#include "graph/hierarchy.hpp"
#include "graph/merge.hpp"
#include "graph/resolve.hpp"
#include "graph/schema.hpp"
#include "graph/truth.hpp"
#include "graph/write_derived.hpp"

namespace rxgraph::graph {
namespace {

/// Things as the store numbers them.
struct StoredThings {
  std::vector<Thing> things;
  struct Origin {
    std::int64_t filing = 0;
    bool end = false;         ///< Known from the end of a statement alone.
    std::int64_t number = 0;  ///< In `entities` or `ends`.
  };
  std::vector<Origin> origins;  ///< Of each thing.
  std::map<std::pair<std::int64_t, std::int64_t>, std::uint32_t> thing_of_end;  ///< (filing, number in `ends`).
};

Thing thing_of(const Query& row, const std::string& key, const std::string& path) {
  Thing thing;
  thing.filing = key;
  thing.type = row.text(1);
  thing.name = row.text(2);
  thing.ids = ids_of(row.text(3), path);
  return thing;
}

class ThingLoader {
 public:
  explicit ThingLoader(const Database& database)
      : path_(database.path()),
        entities_(database, "SELECT number, type, name, ids, id FROM entities WHERE filing = ? ORDER BY number"),
        names_(database, "SELECT name, how FROM entity_names WHERE filing = ? AND entity = ? ORDER BY number"),
        ends_(database, "SELECT number, type, name, ids, entity, aliases FROM ends WHERE filing = ? ORDER BY number") {}

  void load(std::int64_t filing, const std::string& key, StoredThings& into) {
    std::unordered_map<std::string, std::uint32_t> by_id;
    entities_.bind(1, filing);
    while (entities_.step()) {
      Thing thing = thing_of(entities_, key, path_);
      thing.local = "entity " + std::to_string(entities_.integer(0));
      names_.bind(1, filing).bind(2, entities_.integer(0));
      while (names_.step()) thing.names.push_back({std::string(names_.text(0)), std::string(names_.text(1))});
      by_id.emplace(entities_.text(4), static_cast<std::uint32_t>(into.things.size()));
      into.origins.push_back({filing, false, entities_.integer(0)});
      into.things.push_back(std::move(thing));
    }
    ends_.bind(1, filing);
    while (ends_.step()) {
      const auto known = by_id.find(std::string(ends_.text(4)));
      if (known != by_id.end()) {
        into.thing_of_end[{filing, ends_.integer(0)}] = known->second;
        continue;
      }
      Thing thing = thing_of(ends_, key, path_);
      thing.local = "end " + std::to_string(ends_.integer(0));
      for (std::string& alias : list_of(ends_.text(5), path_)) thing.names.push_back({std::move(alias), "statement"});
      into.thing_of_end[{filing, ends_.integer(0)}] = static_cast<std::uint32_t>(into.things.size());
      into.origins.push_back({filing, true, ends_.integer(0)});
      into.things.push_back(std::move(thing));
    }
  }

 private:
  const std::string& path_;
  Query entities_;
  Query names_;
  Query ends_;
};

StoredThings load_things(const Database& database) {
  StoredThings stored;
  ThingLoader loader(database);
  Query filings(database, "SELECT id, key FROM filings ORDER BY key");
  while (filings.step()) loader.load(filings.integer(0), std::string(filings.text(1)), stored);
  return stored;
}

std::vector<Said> load_said(const Database& database, const StoredThings& stored, const Resolution& resolution,
                            const QualifierNames& names) {
  std::vector<Said> all;
  Query rows(database,
             "SELECT s.filing, s.number, s.subject, s.object, s.relation, s.qualifiers, s.modality, s.confidence, s.rule, f.key"
             " FROM filings f CROSS JOIN statements s ON s.filing = f.id ORDER BY f.key, s.number");
  while (rows.step()) {
    const auto subject = stored.thing_of_end.find({rows.integer(0), rows.integer(2)});
    const auto object = stored.thing_of_end.find({rows.integer(0), rows.integer(3)});
    if (subject == stored.thing_of_end.end() || object == stored.thing_of_end.end()) {
      throw StoreError(database.path(), "damaged (rows are missing); delete it and build it again, or take a copy");
    }
    Said& said = all.emplace_back();
    said.filing = rows.integer(0);
    said.statement = rows.integer(1);
    said.subject = resolution.node_of[subject->second];
    said.object = resolution.node_of[object->second];
    said.relation = rows.text(4);
    said.qualifiers = qualifiers_of(rows.text(5), database.path());
    said.modality = modality_named(rows.text(6)).value_or(Modality::asserted);
    said.confidence = rows.real(7);
    said.rule = rows.text(8);
    said.renamed = names.rename(rows.text(9), said.relation, said.qualifiers);
  }
  return all;
}

void write_nodes(const Database& database, const StoredThings& stored, const Resolution& resolution,
                 const std::vector<std::int64_t>& degrees, const TypeRules& rules) {
  NodeWriter writer(database, rules);
  Query insert_member(database, "INSERT INTO node_entities VALUES(?,?,?,?,?)");
  for (std::size_t i = 0; i < resolution.nodes.size(); ++i) {
    const auto& [node, members, short_names] = resolution.nodes[i];
    const auto id = static_cast<std::int64_t>(i);
    writer.write(id, node, degrees[i]);
    for (const std::string& name : short_names) writer.write_short_name(id, node, name);
    for (const auto& [thing, reason] : members) {
      const StoredThings::Origin& origin = stored.origins[thing];
      insert_member.bind(1, id).bind(2, origin.filing).bind(3, origin.end ? "ends" : "entities");
      insert_member.bind(4, origin.number).bind(5, reason).run();
    }
  }
}

void write_edges(const Database& database, const std::vector<MergedEdge>& edges, const std::vector<Said>& said,
                 const std::vector<Statement>& derived) {
  EdgeWriter writer(database);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto id = static_cast<std::int64_t>(i);
    writer.write(id, edges[i].edge, edges[i].source, edges[i].target);
    std::int64_t number = 0;
    for (const std::uint32_t index : edges[i].said) {
      if (!said[index].derived) {
        writer.write_statement(id, said[index].filing, said[index].statement, said[index].renamed ? &said[index].qualifiers : nullptr);
        continue;
      }
      for (const Evidence& evidence : derived[static_cast<std::size_t>(said[index].statement)].evidence) {
        writer.write_evidence(id, number++, evidence);
      }
    }
  }
}

/// Adds what was derived to what was said.
void add_derived(const std::vector<Statement>& derived, const std::vector<ResolvedNode>& nodes, std::vector<Said>& said) {
  const auto node_named = [&](const std::string& uid) {
    const auto found = std::lower_bound(nodes.begin(), nodes.end(), uid,
                                        [](const ResolvedNode& resolved, const std::string& wanted) { return resolved.node.uid < wanted; });
    return static_cast<std::uint32_t>(found - nodes.begin());
  };
  for (std::size_t i = 0; i < derived.size(); ++i) {
    Said& one = said.emplace_back();
    one.statement = static_cast<std::int64_t>(i);
    one.derived = true;
    one.subject = node_named(derived[i].subject.id);
    one.object = node_named(derived[i].object.id);
    one.relation = derived[i].relation;
    one.qualifiers = derived[i].qualifiers;
    one.modality = derived[i].modality;
    one.confidence = derived[i].confidence;
    one.rule = derived[i].rule;
  }
}

}  // namespace

void rebuild_tables(const Database& database, const Ontology& ontology) {
  const TypeRules rules(ontology);
  const StoredThings stored = load_things(database);
  const Resolution resolution = resolve(stored.things, rules, read_decisions(database));
  const QualifierNames names(stored.things, resolution, ontology, rules);
  std::vector<Said> said = load_said(database, stored, resolution, names);
  std::vector<MergedEdge> edges = merge(said, resolution.nodes, ontology);
  std::vector<Statement> derived = derive_across(database, edges, said, resolution.nodes, ontology, rules);
  for (Statement& statement : derive_hierarchy(database, edges, said, stored.things, resolution, ontology, rules)) derived.push_back(std::move(statement));
  if (!derived.empty()) {
    add_derived(derived, resolution.nodes, said);
    edges = merge(said, resolution.nodes, ontology);
  }
  std::vector<std::int64_t> degrees(resolution.nodes.size(), 0);
  for (const MergedEdge& edge : edges) {
    ++degrees[edge.source];
    ++degrees[edge.target];
  }
  remake_derived_tables(database);
  write_nodes(database, stored, resolution, degrees, rules);
  write_edges(database, edges, said, derived);
  index_derived_tables(database);
}

}  // namespace rxgraph::graph
