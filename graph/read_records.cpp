#include "base/error.hpp"
#include "base/record_json.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {
namespace {

std::vector<Entity> read_entities(const Database& database, std::int64_t filing) {
  std::vector<Entity> entities;
  Query rows(database, "SELECT id, type, name, ids FROM entities WHERE filing = ? ORDER BY number");
  rows.bind(1, filing);
  while (rows.step()) {
    Entity& entity = entities.emplace_back();
    entity.id = rows.text(0);
    entity.type = rows.text(1);
    entity.name = rows.text(2);
    entity.ids = ids_of(rows.text(3), database.path());
  }
  Query names(database,
              "SELECT entity, name, document, first_byte, end_byte, how FROM entity_names WHERE filing = ? ORDER BY entity, number");
  names.bind(1, filing);
  while (names.step()) {
    NameUse& use = entities.at(static_cast<std::size_t>(names.integer(0))).names.emplace_back();
    use.text = names.text(1);
    use.document = static_cast<std::uint32_t>(names.integer(2));
    use.where = {static_cast<std::uint64_t>(names.integer(3)), static_cast<std::uint64_t>(names.integer(4))};
    use.how = names.text(5);
  }
  return entities;
}

std::vector<EntityRef> read_ends(const Database& database, std::int64_t filing) {
  std::vector<EntityRef> ends;
  Query rows(database, "SELECT entity, type, name, aliases, ids FROM ends WHERE filing = ? ORDER BY number");
  rows.bind(1, filing);
  while (rows.step()) {
    EntityRef& end = ends.emplace_back();
    end.id = rows.text(0);
    end.type = rows.text(1);
    end.name = rows.text(2);
    end.aliases = list_of(rows.text(3), database.path());
    end.ids = ids_of(rows.text(4), database.path());
  }
  return ends;
}

std::vector<Statement> read_statements(const Database& database, std::int64_t filing) {
  const std::vector<EntityRef> ends = read_ends(database, filing);
  std::vector<Statement> statements;
  Query rows(database,
             "SELECT number, subject, relation, object, qualifiers, modality, confidence, rule, kind FROM statements"
             " WHERE filing = ? ORDER BY number");
  Query extras(database, "SELECT name, json FROM statement_extras WHERE filing = ? AND statement = ?");
  Query evidence = evidence_query(database);
  rows.bind(1, filing);
  while (rows.step()) {
    Statement& statement = statements.emplace_back();
    statement.subject = ends.at(static_cast<std::size_t>(rows.integer(1)));
    statement.relation = rows.text(2);
    statement.object = ends.at(static_cast<std::size_t>(rows.integer(3)));
    statement.qualifiers = qualifiers_of(rows.text(4), database.path());
    statement.modality = modality_named(rows.text(5)).value_or(Modality::asserted);
    statement.confidence = rows.real(6);
    statement.rule = rows.text(7);
    statement.kind = static_cast<StatementKind>(rows.integer(8));
    extras.bind(1, filing).bind(2, rows.integer(0));
    while (extras.step()) statement.extra.emplace(extras.text(0), extras.text(1));
    evidence.bind(1, filing).bind(2, rows.integer(0));
    while (evidence.step()) statement.evidence.push_back(evidence_of(evidence));
  }
  return statements;
}

}  // namespace

Query evidence_query(const Database& database) {
  return {database, std::string("SELECT ") + evidence_columns +
                        " FROM evidence v JOIN filings f ON f.id = v.filing WHERE v.filing = ? AND v.statement = ? ORDER BY v.number"};
}

Evidence evidence_of(const Query& row) {
  Evidence evidence;
  evidence.filing = row.text(0);
  evidence.accession = row.text(1);
  evidence.document = static_cast<std::uint32_t>(row.integer(2));
  evidence.section = row.text(3);
  evidence.ranges = ranges_of(row.text(4));
  evidence.context = ranges_of(row.text(5));
  evidence.text = row.text(6);
  return evidence;
}

FilingRecords read_records(const Database& database, std::int64_t filing) {
  FilingRecords records;
  Query row(database, "SELECT record FROM filings WHERE id = ?");
  if (!row.bind(1, filing).step()) return records;
  try {
    records.filing = filing_of_json(row.text(0), database.path());
    row.reset();
    records.entities = read_entities(database, filing);
    records.statements = read_statements(database, filing);
  } catch (const std::out_of_range&) {  // A row that points to one that is not there.
    throw StoreError(database.path(), "damaged (rows are missing); delete it and build it again, or take a copy");
  } catch (const InputError& error) {
    throw StoreError(database.path(), "damaged (" + std::string(error.what()) + "); delete it and build it again, or take a copy");
  }
  return records;
}

}  // namespace rxgraph::graph
