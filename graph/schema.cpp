#include "graph/schema.hpp"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/error.hpp"

namespace rxgraph::graph {
namespace {

/// What each filing said: the only truth.
constexpr const char* truth_tables = R"sql(
CREATE TABLE filings(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  accession TEXT NOT NULL,
  form TEXT NOT NULL,
  filed TEXT NOT NULL,
  period TEXT NOT NULL,
  dated TEXT NOT NULL,
  dated_by TEXT NOT NULL,
  date TEXT NOT NULL,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  reader TEXT NOT NULL,
  ontology TEXT NOT NULL,
  record TEXT NOT NULL);
CREATE INDEX filings_by_date ON filings(date);
CREATE TABLE entities(
  filing INTEGER NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  ids TEXT NOT NULL,
  PRIMARY KEY(filing, number)) WITHOUT ROWID;
CREATE TABLE entity_names(
  filing INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  document INTEGER NOT NULL,
  first_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  how TEXT NOT NULL,
  PRIMARY KEY(filing, entity, number)) WITHOUT ROWID;
CREATE TABLE ends(
  filing INTEGER NOT NULL,
  number INTEGER NOT NULL,
  entity TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  ids TEXT NOT NULL,
  PRIMARY KEY(filing, number)) WITHOUT ROWID;
CREATE TABLE statements(
  filing INTEGER NOT NULL,
  number INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  relation TEXT NOT NULL,
  object INTEGER NOT NULL,
  qualifiers TEXT NOT NULL,
  modality TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  kind INTEGER NOT NULL,
  PRIMARY KEY(filing, number)) WITHOUT ROWID;
CREATE TABLE statement_extras(
  filing INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  name TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY(filing, statement, name)) WITHOUT ROWID;
CREATE TABLE evidence(
  filing INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  number INTEGER NOT NULL,
  source TEXT,
  accession TEXT,
  document INTEGER NOT NULL,
  section TEXT NOT NULL,
  ranges TEXT NOT NULL,
  context TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(filing, statement, number)) WITHOUT ROWID;
CREATE TABLE ontology_sources(
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  text TEXT NOT NULL);
CREATE TABLE ontology_files(
  source INTEGER NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY(source, name)) WITHOUT ROWID;
CREATE TABLE decisions(
  number INTEGER PRIMARY KEY,
  same INTEGER NOT NULL,
  type TEXT NOT NULL,
  names TEXT NOT NULL,
  path TEXT NOT NULL,
  line INTEGER NOT NULL);
CREATE TABLE meta(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('data', '0');
)sql";

/// What follows from it. `rebuild` makes it anew.
constexpr const char* derived_tables = R"sql(
CREATE TABLE nodes(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  ids TEXT NOT NULL,
  filings INTEGER NOT NULL,
  degree INTEGER NOT NULL);
CREATE TABLE node_names(
  node INTEGER NOT NULL,
  name TEXT NOT NULL,
  form TEXT NOT NULL,
  short INTEGER NOT NULL,
  PRIMARY KEY(node, name)) WITHOUT ROWID;
CREATE TABLE node_entities(
  node INTEGER NOT NULL,
  filing INTEGER NOT NULL,
  source TEXT NOT NULL,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY(node, filing, source, number)) WITHOUT ROWID;
CREATE TABLE edges(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  source INTEGER NOT NULL,
  relation TEXT NOT NULL,
  target INTEGER NOT NULL,
  qualifiers TEXT NOT NULL,
  modality TEXT NOT NULL,
  confidence REAL NOT NULL,
  rules TEXT NOT NULL,
  derived INTEGER NOT NULL);
CREATE TABLE edge_statements(
  edge INTEGER NOT NULL,
  filing INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  qualifiers TEXT,
  PRIMARY KEY(edge, filing, statement)) WITHOUT ROWID;
CREATE TABLE edge_evidence(
  edge INTEGER NOT NULL,
  number INTEGER NOT NULL,
  source TEXT NOT NULL,
  accession TEXT NOT NULL,
  document INTEGER NOT NULL,
  section TEXT NOT NULL,
  ranges TEXT NOT NULL,
  context TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(edge, number)) WITHOUT ROWID;
CREATE VIEW edge_qualifiers AS
  SELECT e.id AS edge, q.key AS name, v.value AS value
  FROM edges e, json_each(e.qualifiers) q,
       json_each(CASE q.type WHEN 'array' THEN q.value ELSE json_array(q.value) END) v;
CREATE VIEW facts AS
  SELECT s.name AS subject, e.relation, o.name AS object, e.qualifiers, e.modality, e.confidence,
         (SELECT count(*) FROM edge_statements x WHERE x.edge = e.id) AS statements,
         (SELECT v.text FROM edge_statements x JOIN evidence v ON v.filing = x.filing AND v.statement = x.statement
          WHERE x.edge = e.id LIMIT 1) AS sentence
  FROM edges e JOIN nodes s ON s.id = e.source JOIN nodes o ON o.id = e.target;
)sql";

constexpr const char* no_derived_tables = R"sql(
DROP VIEW IF EXISTS facts;
DROP VIEW IF EXISTS edge_qualifiers;
DROP TABLE IF EXISTS nodes;
DROP TABLE IF EXISTS node_names;
DROP TABLE IF EXISTS node_entities;
DROP TABLE IF EXISTS edges;
DROP TABLE IF EXISTS edge_statements;
DROP TABLE IF EXISTS edge_evidence;
)sql";

constexpr const char* derived_indexes = R"sql(
CREATE INDEX node_names_by_form ON node_names(form);
CREATE INDEX edges_by_source ON edges(source, relation);
CREATE INDEX edges_by_target ON edges(target, relation);
)sql";

std::string how_to_build(const std::string& path) { return "make it with 'rxgraph build FILE... -o " + path + "'"; }

/// Throws where the file cannot be a store. Returns true where it is missing or empty and may be made.
bool is_to_be_made(const std::string& path, bool write) {
  struct stat info = {};
  if (::stat(path.c_str(), &info) != 0) {
    const std::string remedy = errno == EACCES ? "; check the mode and owner of its folder" : "; check the path";
    if (errno != ENOENT) throw StoreError(path, std::string("cannot be opened: ") + std::strerror(errno) + remedy);
    if (!write) throw StoreError(path, "no such graph; " + how_to_build(path));
    return true;
  }
  if (S_ISDIR(info.st_mode)) throw StoreError(path, "a folder, not a graph; give the file of a graph");
  if (!S_ISREG(info.st_mode)) throw StoreError(path, "not a regular file; give the file of a graph");
  if (info.st_size == 0) {
    if (!write) throw StoreError(path, "empty, not a graph; " + how_to_build(path));
    return true;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) throw StoreError(path, std::string("cannot be read: ") + std::strerror(errno) + "; check its permissions");
  constexpr std::string_view magic("SQLite format 3\0", 16);
  std::array<char, 16> start = {};
  file.read(start.data(), start.size());
  if (file.gcount() != 16 || std::string_view(start.data(), start.size()) != magic) {
    throw StoreError(path, "not a graph of rxgraph; " + how_to_build("OTHER.rxg"));
  }
  return false;
}

void make_tables(const Database& database) {
  Transaction transaction(database);
  if (database.number("PRAGMA application_id") != application_id) {  // Another program may have been quicker.
    database.run(truth_tables);
    remake_derived_tables(database);
    index_derived_tables(database);
    database.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    database.run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
  }
  transaction.commit();
}

/// True for what a program leaves that is killed before the tables of a new store are committed.
bool is_blank(const Database& database) {
  return database.number("PRAGMA application_id") == 0 && database.number("SELECT count(*) FROM sqlite_master") == 0;
}

void check_version(const Database& database) {
  const std::string& path = database.path();
  if (database.number("PRAGMA application_id") != application_id) {
    throw StoreError(path, "an SQLite file of another program, not a graph of rxgraph; " + how_to_build("OTHER.rxg"));
  }
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version > schema_version) {
    throw StoreError(path, "made by a newer rxgraph (schema " + std::to_string(version) + ", this one knows " +
                               std::to_string(schema_version) + "); update rxgraph");
  }
  if (version < schema_version) throw StoreError(path, "made by an older rxgraph; delete it and build it again");
}

}  // namespace

void remake_derived_tables(const Database& database) {
  database.run(no_derived_tables);
  database.run(derived_tables);
}

void index_derived_tables(const Database& database) { database.run(derived_indexes); }

std::unique_ptr<Database> open_database(const std::string& path, bool write) {
  bool make = is_to_be_made(path, write);
  const Database::Access access = make ? Database::Access::create : write ? Database::Access::write : Database::Access::read;
  auto database = std::make_unique<Database>(path, access);
  if (!make && is_blank(*database)) {
    if (!write) throw StoreError(path, "empty, not a graph; " + how_to_build(path));
    make = true;
  }
  if (!make) check_version(*database);
  database->run("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
  if (!write) return database;
  // While it is written: a write-ahead log, so that readers go on reading. `settle` ends that.
  database->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  if (make) make_tables(*database);
  return database;
}

void settle(const Database& database) noexcept {
  try {
    if (database.in_transaction()) database.run("ROLLBACK");
    database.run("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
  } catch (const std::exception&) {
    // Others read it: the log stays beside it until the next writer is done. Nothing is lost.
  }
}

}  // namespace rxgraph::graph
