#include "graph/store_view.hpp"

#include <optional>

#include "base/error.hpp"
#include "base/record_json.hpp"
#include "graph/reader.hpp"
#include "graph/selected.hpp"

namespace rxgraph::graph {
namespace {

/// A read transaction, where none is open.
class Snapshot {
 public:
  Snapshot(const Database& database, bool wanted) : database_(database), open_(wanted && !database.in_transaction()) {
    if (open_) database_.run("BEGIN");
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    try {
      if (open_) database_.run("COMMIT");
    } catch (const std::exception&) {
      // Nothing was written: there is nothing to lose.
    }
  }

 private:
  const Database& database_;
  bool open_;
};

class StoreView : public GraphView {
 public:
  StoreView(const Database& database, const Ontology& ontology, const Selection& selection, bool snapshot)
      : database_(database), ontology_(ontology), snapshot_(database, snapshot), window_(window_of(selection)) {
    if (!selects_all(selection)) selected_.emplace(database, ontology, selection);
  }

  const Ontology& ontology() const override { return ontology_; }

  void for_each_filing(const std::function<void(const Filing&)>& each) const override {
    std::string sql = "SELECT f.record FROM filings f WHERE " + std::string(in_window);
    if (selected_) {
      sql += " AND (f.id IN (SELECT filing FROM edge_statements WHERE edge IN " + selected_->edges() +
             ") OR f.key IN (SELECT source FROM edge_evidence WHERE edge IN " + selected_->edges() + "))";
    }
    Query rows(database_, sql + " ORDER BY f.key");
    rows.bind(2, window_.first).bind(3, window_.last);
    while (rows.step()) each(filing_of_json(rows.text(0), database_.path()));
  }

  void for_each_node(const std::function<void(const Node&)>& each) const override {
    NodeReader reader(database_);
    const std::string from = selected_ ? " FROM " + selected_->nodes() + " x JOIN nodes n ON n.id = x.id" : " FROM nodes n";
    Query rows(database_, std::string("SELECT ") + NodeReader::columns + from + " ORDER BY n.id");
    while (rows.step()) each(reader.read(rows));
  }

  void for_each_edge(const std::function<void(const Edge&)>& each) const override {
    EdgeReader reader(database_, window_, !selected_);
    const std::string condition = selected_ ? "WHERE e.id IN " + selected_->edges() + " " : std::string();
    Query rows(database_, EdgeReader::select() + condition + "ORDER BY e.id");
    while (rows.step()) {
      if (const std::optional<Edge> edge = reader.read(rows)) each(*edge);
    }
  }

 private:
  const Database& database_;
  const Ontology& ontology_;
  Snapshot snapshot_;
  Window window_;
  std::optional<SelectedTables> selected_;
};

}  // namespace

std::unique_ptr<GraphView> make_view(const Database& database, const Ontology& ontology, const Selection& selection, bool snapshot) {
  return std::make_unique<StoreView>(database, ontology, selection, snapshot);
}

}  // namespace rxgraph::graph
