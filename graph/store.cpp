#include "graph/store.hpp"

#include <optional>

#include "base/error.hpp"
#include "base/record_json.hpp"
#include "graph/ask.hpp"
#include "graph/lookup.hpp"
#include "graph/rebuild.hpp"
#include "graph/restore.hpp"
#include "graph/schema.hpp"
#include "graph/store_view.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {
namespace {

/// The version of who is who, of merging and of the derived tables: those of another one are made anew.
constexpr std::string_view merger_version = "3";

std::string meta(const Database& database, std::string_view name) {
  Query query(database, "SELECT value FROM meta WHERE name = ?");
  return query.bind(1, name).step() ? std::string(query.text(0)) : std::string();
}

void set_meta(const Database& database, std::string_view name, std::string_view value) {
  Query(database, "INSERT OR REPLACE INTO meta VALUES(?, ?)").bind(1, name).bind(2, value).run();
}

/// What the derived tables were made of, without the ontology: "<data> <merger>".
std::string data_stamp(const Database& database) { return meta(database, "data") + " " + std::string(merger_version); }

}  // namespace

struct Store::Impl {
  std::unique_ptr<Database> database;
  Mode mode = Mode::read;
  bool changed = false;  ///< Data was put or retracted since the last commit.

  ~Impl() {
    if (mode == Mode::write) settle(*database);
  }

  /// Opens the batch for a change.
  void begin() {
    if (mode == Mode::read) throw StoreError(database->path(), "opened for reading; open it for writing");
    if (!database->in_transaction()) database->run("BEGIN IMMEDIATE");
  }

  /// Does `change` in the batch. What fails takes the whole batch back, so that no half of a filing is ever committed.
  template <typename Change>
  void in_batch(Change change) {
    begin();
    try {
      if (!changed) database->run("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'data'");
      changed = true;
      change();
    } catch (...) {
      roll_back();
      throw;
    }
  }

  void commit() {
    try {
      if (database->in_transaction()) database->run("COMMIT");
      changed = false;
    } catch (...) {
      roll_back();
      throw;
    }
  }

  void roll_back() noexcept {
    changed = false;
    try {
      if (database->in_transaction()) database->run("ROLLBACK");
    } catch (const std::exception&) {
      // SQLite has rolled back by itself.
    }
  }
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::string& path, Mode mode) {
  auto impl = std::make_unique<Impl>();
  impl->database = open_database(path, mode == Mode::write);
  impl->mode = mode;
  return Store(std::move(impl));
}

bool Store::has(const FilingKey& key, std::string_view reader, std::string_view ontology_fingerprint) const {
  Query query(*impl_->database, "SELECT 1 FROM filings WHERE key = ? AND reader = ? AND ontology = ?");
  return query.bind(1, key).bind(2, reader).bind(3, ontology_fingerprint).step();
}

void Store::put(const FilingRecords& records) {
  if (restored()) throw StoreError(path(), "holds a graph that was read back from an export, without all that its filings said; build into another file");
  impl_->in_batch([&] { put_records(*impl_->database, records); });
}

bool Store::retract(const FilingKey& key) {
  if (!filing_number(*impl_->database, key)) return false;
  if (restored()) throw StoreError(path(), "holds a graph that was read back from an export, without all that its filings said; build into another file");
  impl_->in_batch([&] { remove_records(*impl_->database, key); });
  return true;
}

void Store::commit() { impl_->commit(); }

void Store::set_ontology(const std::vector<OntologySource>& sources) {
  if (ontology_sources() == sources) return;
  impl_->begin();
  const Database& database = *impl_->database;
  database.run("DELETE FROM ontology_sources; DELETE FROM ontology_files");
  Query insert(database, "INSERT INTO ontology_sources VALUES(?,?,?)");
  Query insert_file(database, "INSERT INTO ontology_files VALUES(?,?,?)");
  std::int64_t number = 0;
  for (const OntologySource& source : sources) {
    insert.bind(1, number).bind(2, source.path).bind(3, source.text).run();
    for (const auto& [name, content] : source.files) insert_file.bind(1, number).bind(2, name).bind(3, content).run();
    ++number;
  }
}

std::vector<OntologySource> Store::ontology_sources() const {
  std::vector<OntologySource> sources;
  Query rows(*impl_->database, "SELECT number, path, text FROM ontology_sources ORDER BY number");
  Query files(*impl_->database, "SELECT name, content FROM ontology_files WHERE source = ?");
  while (rows.step()) {
    OntologySource& source = sources.emplace_back(OntologySource{std::string(rows.text(1)), std::string(rows.text(2)), {}});
    files.bind(1, rows.integer(0));
    while (files.step()) source.files.emplace(files.text(0), files.text(1));
  }
  return sources;
}

void Store::set_decisions(const std::vector<Decision>& decisions) {
  if (this->decisions() == decisions) return;
  impl_->in_batch([&] { put_decisions(*impl_->database, decisions); });
}

std::vector<Decision> Store::decisions() const { return read_decisions(*impl_->database); }

void Store::restore(const WholeGraph& graph, const Ontology& ontology) {
  if (impl_->database->number("SELECT count(*) FROM filings") > 0) {
    throw StoreError(path(), "holds a graph already; a graph that is read back from an export needs a file of its own");
  }
  impl_->in_batch([&] {
    restore_tables(*impl_->database, graph, ontology);
    set_meta(*impl_->database, "restored", "1");
  });
  commit();
}

bool Store::restored() const { return !meta(*impl_->database, "restored").empty(); }

bool Store::up_to_date() const { return restored() || meta(*impl_->database, "derived") == data_stamp(*impl_->database); }

void Store::rebuild(const Ontology& ontology) {
  commit();
  if (restored()) return;
  const Database& database = *impl_->database;
  if (up_to_date() && meta(database, "derived_ontology") == ontology.fingerprint) return;
  impl_->begin();
  try {
    rebuild_tables(database, ontology);
    set_meta(database, "derived", data_stamp(database));
    set_meta(database, "derived_ontology", ontology.fingerprint);
  } catch (...) {
    impl_->roll_back();
    throw;
  }
  commit();
}

std::vector<Filing> Store::filings() const {
  std::vector<Filing> filings;
  Query rows(*impl_->database, "SELECT record FROM filings ORDER BY key");
  while (rows.step()) filings.push_back(filing_of_json(rows.text(0), path()));
  return filings;
}

void Store::replay(RecordSink& sink) const {
  Query rows(*impl_->database, "SELECT id FROM filings ORDER BY key");
  while (rows.step()) sink.accept(read_records(*impl_->database, rows.integer(0)));
}

std::unique_ptr<GraphView> Store::view(const Ontology& ontology, const Selection& selection) const {
  return make_view(*impl_->database, ontology, selection, impl_->mode == Mode::read);
}

std::optional<Node> Store::node(std::string_view uid) const { return read_node(*impl_->database, uid); }

std::vector<Edge> Store::edges(std::string_view uid, bool outgoing, std::string_view relation, const Selection& selection) const {
  return read_edges(*impl_->database, uid, outgoing, relation, selection);
}

std::optional<Edge> Store::edge(std::string_view uid) const { return read_edge(*impl_->database, uid); }

std::vector<Store::Support> Store::support(std::string_view uid, const Selection& selection) const {
  return read_support(*impl_->database, uid, selection);
}

std::optional<Filing> Store::filing(std::string_view key) const {
  Query row(*impl_->database, "SELECT record FROM filings WHERE key = ?");
  if (!row.bind(1, key).step()) return std::nullopt;
  return filing_of_json(row.text(0), path());
}

NamedGraph Store::compressed(const Ontology& ontology, const Selection& selection) const {
  return read_compressed(*impl_->database, ontology, selection);
}

std::vector<Store::Join> Store::joins(std::string_view uid) const { return read_joins(*impl_->database, uid); }

Store::Summary Store::summary() const { return summarize(*impl_->database); }

std::vector<Store::RuleUse> Store::rules() const { return rules_of(*impl_->database); }

std::pair<std::string, std::string> Store::time_span() const { return time_span_of(*impl_->database); }

std::vector<Store::NameHit> Store::find(std::string_view name) const { return find_name(*impl_->database, name); }

std::vector<Store::NameHit> Store::nearest(std::string_view name, std::size_t count) const {
  return nearest_to(*impl_->database, name, count);
}

std::vector<std::string> Store::why_same(std::string_view first, std::string_view second) const {
  return why_same_node(*impl_->database, first, second);
}

const std::string& Store::path() const noexcept { return impl_->database->path(); }

void StoreSink::accept(FilingRecords records) {
  store_.put(records);
  ++filings_;
  statements_ += records.statements.size();
  if (++pending_ < batch_) return;
  store_.commit();
  pending_ = 0;
}

}  // namespace rxgraph::graph
