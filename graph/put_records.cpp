#include <array>

#include "base/record_json.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {
namespace {

constexpr std::array filing_tables = {"entities", "entity_names", "ends", "statements", "statement_extras", "evidence"};

std::int64_t insert_filing(const Database& database, const Filing& filing) {
  Query insert(database,
               "INSERT INTO filings(key, accession, form, filed, period, path, bytes, reader, ontology, record, dated, dated_by, date)"
               " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
  std::string record = filing_line(filing);
  record.pop_back();
  insert.bind(1, filing.key).bind(2, filing.accession).bind(3, filing.form).bind(4, filing.filed).bind(5, filing.period);
  insert.bind(6, filing.path).bind(7, static_cast<std::int64_t>(filing.bytes)).bind(8, filing.reader);
  insert.bind(9, filing.ontology).bind(10, record);
  insert.bind(11, filing.dated).bind(12, filing.dated_by).bind(13, best_date(filing)).run();
  return *filing_number(database, filing.key);
}

void insert_entities(const Database& database, std::int64_t filing, const std::vector<Entity>& entities) {
  Query insert(database, "INSERT INTO entities VALUES(?,?,?,?,?,?)");
  Query insert_name(database, "INSERT INTO entity_names VALUES(?,?,?,?,?,?,?,?)");
  std::int64_t number = 0;
  for (const Entity& entity : entities) {
    insert.bind(1, filing).bind(2, number).bind(3, entity.id).bind(4, entity.type).bind(5, entity.name);
    insert.bind(6, text_of(entity.ids)).run();
    std::int64_t name_number = 0;
    for (const NameUse& name : entity.names) {
      insert_name.bind(1, filing).bind(2, number).bind(3, name_number++).bind(4, name.text);
      insert_name.bind(5, static_cast<std::int64_t>(name.document)).bind(6, static_cast<std::int64_t>(name.where.begin));
      insert_name.bind(7, static_cast<std::int64_t>(name.where.end)).bind(8, name.how).run();
    }
    ++number;
  }
}

/// Stores each distinct end of a filing's statements once and tells its number.
class EndWriter {
 public:
  EndWriter(const Database& database, std::int64_t filing)
      : insert_(database, "INSERT INTO ends VALUES(?,?,?,?,?,?,?)"), filing_(filing) {}

  std::int64_t number_of(const EntityRef& end) {
    const auto [found, is_new] = numbers_.emplace(end, static_cast<std::int64_t>(numbers_.size()));
    if (is_new) {
      insert_.bind(1, filing_).bind(2, found->second).bind(3, end.id).bind(4, end.type).bind(5, end.name);
      insert_.bind(6, text_of(end.aliases)).bind(7, text_of(end.ids)).run();
    }
    return found->second;
  }

 private:
  Query insert_;
  std::int64_t filing_;
  std::map<EntityRef, std::int64_t> numbers_;
};

class EvidenceWriter {
 public:
  EvidenceWriter(const Database& database, std::int64_t number, const Filing& filing)
      : insert_(database, "INSERT INTO evidence VALUES(?,?,?,?,?,?,?,?,?,?)"), number_(number), filing_(filing) {}

  void write(std::int64_t statement, const std::vector<Evidence>& alternatives) {
    std::int64_t number = 0;
    for (const Evidence& evidence : alternatives) {
      insert_.bind(1, number_).bind(2, statement).bind(3, number++);
      bind_unless_equal(4, evidence.filing, filing_.key);
      bind_unless_equal(5, evidence.accession, filing_.accession);
      insert_.bind(6, static_cast<std::int64_t>(evidence.document)).bind(7, evidence.section);
      insert_.bind(8, text_of(evidence.ranges)).bind(9, text_of(evidence.context)).bind(10, evidence.text).run();
    }
  }

 private:
  void bind_unless_equal(int index, const std::string& value, const std::string& usual) {
    if (value == usual) {
      insert_.bind_null(index);
    } else {
      insert_.bind(index, value);
    }
  }

  Query insert_;
  std::int64_t number_;
  const Filing& filing_;
};

void insert_statements(const Database& database, std::int64_t number, const FilingRecords& records) {
  Query insert(database, "INSERT INTO statements VALUES(?,?,?,?,?,?,?,?,?,?)");
  Query insert_extra(database, "INSERT INTO statement_extras VALUES(?,?,?,?)");
  EndWriter ends(database, number);
  EvidenceWriter evidence(database, number, records.filing);
  std::int64_t at = 0;
  for (const Statement& statement : records.statements) {
    insert.bind(1, number).bind(2, at).bind(3, ends.number_of(statement.subject)).bind(4, statement.relation);
    insert.bind(5, ends.number_of(statement.object)).bind(6, text_of(statement.qualifiers));
    insert.bind(7, name_of(statement.modality)).bind(8, statement.confidence).bind(9, statement.rule);
    insert.bind(10, static_cast<std::int64_t>(statement.kind)).run();
    for (const auto& [name, json] : statement.extra) {
      insert_extra.bind(1, number).bind(2, at).bind(3, name).bind(4, json).run();
    }
    evidence.write(at++, statement.evidence);
  }
}

}  // namespace

std::optional<std::int64_t> filing_number(const Database& database, std::string_view key) {
  Query find(database, "SELECT id FROM filings WHERE key = ?");
  if (!find.bind(1, key).step()) return std::nullopt;
  return find.integer(0);
}

void put_records(const Database& database, const FilingRecords& records) {
  remove_records(database, records.filing.key);
  const std::int64_t number = insert_filing(database, records.filing);
  insert_entities(database, number, records.entities);
  insert_statements(database, number, records);
}

bool remove_records(const Database& database, std::string_view key) {
  const std::optional<std::int64_t> number = filing_number(database, key);
  if (!number) return false;
  for (const char* const table : filing_tables) {
    Query(database, std::string("DELETE FROM ") + table + " WHERE filing = ?").bind(1, *number).run();
  }
  Query(database, "DELETE FROM filings WHERE id = ?").bind(1, *number).run();
  return true;
}

}  // namespace rxgraph::graph
