#pragma once
/// The graph's file: one SQLite database. What each filing said is its only
/// truth; who is who and the merged edges are derived from it and can be rebuilt.
/// The schema is documented in docs/store.md.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/flow.hpp"
#include "graph/compressed.hpp"
#include "graph/decisions.hpp"
#include "graph/view.hpp"
#include "graph/whole_graph.hpp"
#include "ontology/load.hpp"
#include "ontology/model.hpp"

namespace rxgraph::graph {

/// An opened store. One thread at a time; several processes may read while one writes.
class Store {
 public:
  enum class Mode : std::uint8_t {
    read,    ///< It must exist.
    write,   ///< Made where it does not exist.
  };

  /// Opens `path`. Throws StoreError naming path and remedy where it is missing (read), is no SQLite file, is not ours,
  /// is newer than this program, is damaged, or cannot be written.
  static Store open(const std::string& path, Mode mode);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// True if the filing `key` is stored as made by `reader` and the ontology with this fingerprint.
  bool has(const FilingKey& key, std::string_view reader, std::string_view ontology_fingerprint) const;

  /// Stores what one filing said, in place of what was stored for its key, in the open batch.
  /// A batch is committed by `commit()`, and what was committed survives any crash. Throws StoreError where a graph was restored.
  void put(const FilingRecords& records);

  /// Forgets a filing. Returns false where it is not stored.
  bool retract(const FilingKey& key);

  /// Commits what was put or retracted since the last commit. Throws OutputError on a full disk; what was committed before stays.
  void commit();

  /// Keeps the sources of the ontology with the store, for later opens.
  void set_ontology(const std::vector<OntologySource>& sources);

  /// The sources that were kept, core first; empty in a new store.
  std::vector<OntologySource> ontology_sources() const;

  /// Keeps what a person has decided of who is who, in place of what was kept. The next `rebuild` obeys it. In the open batch.
  void set_decisions(const std::vector<Decision>& decisions);

  /// What was kept, in the order given.
  std::vector<Decision> decisions() const;

  /// Rebuilds who is who and the merged edges from what the filings said. Does nothing where they are up to date.
  void rebuild(const Ontology& ontology);

  /// Stores a merged graph as it is: ids kept, nothing resolved anew. The store must be empty, and takes no filings afterwards:
  /// `put` throws, `rebuild` does nothing. Throws StoreError where the store is not empty or the graph is not whole.
  void restore(const WholeGraph& graph, const Ontology& ontology);

  /// True if it holds a graph that was restored.
  bool restored() const;

  /// True if the derived tables reflect what the filings said.
  bool up_to_date() const;

  /// The stored filings in order of key.
  std::vector<Filing> filings() const;

  /// Hands the raw records of every stored filing to `sink`, in order of key.
  void replay(RecordSink& sink) const;

  /// The selected part of the merged graph. The store and `ontology` must outlive it.
  std::unique_ptr<GraphView> view(const Ontology& ontology, const Selection& selection = {}) const;

  /// The node `uid`, if there is one.
  std::optional<Node> node(std::string_view uid) const;

  /// The edges that begin at `uid` (`outgoing`) or end there, of `relation` or of all where it is empty, in the view's order.
  /// Of `selection` the modalities, dates and confidence count. One look-up in an index and time linear in what is found.
  std::vector<Edge> edges(std::string_view uid, bool outgoing, std::string_view relation = {}, const Selection& selection = {}) const;

  /// The edge `uid`, if there is one.
  std::optional<Edge> edge(std::string_view uid) const;

  /// What one statement adds to an edge.
  struct Support {
    Qualifiers qualifiers;
    Modality modality = Modality::asserted;
    double confidence = 0;
    std::string rule;
    std::vector<Evidence> evidence;  ///< Sorted.

    friend auto operator<=>(const Support&, const Support&) = default;
  };

  /// The statements that the edge `uid` was merged from, by filing date and then key, for filings of the dates of `selection`.
  /// Of a derived edge: the edge itself.
  std::vector<Support> support(std::string_view uid, const Selection& selection = {}) const;

  /// The filing `key`, if it is stored.
  std::optional<Filing> filing(std::string_view key) const;

  /// The selected part of the graph in compressed rows. Quicker than `compress(*view(...))`, to which it is equal.
  NamedGraph compressed(const Ontology& ontology, const Selection& selection = {}) const;

  /// A reason for which things were joined to a node, and in how many filings.
  struct Join {
    std::string reason;  ///< "cik 855654", "name immunogen", "alias sgi", "same mine.tsv:3".
    std::uint32_t filings = 0;

    friend auto operator<=>(const Join&, const Join&) = default;
  };

  /// Why the things of the node `uid` are one, most filings first.
  std::vector<Join> joins(std::string_view uid) const;

  /// A name and how often it occurs.
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

  /// What is in the store. Lists are by name.
  struct Summary {
    std::uint64_t filings = 0;
    std::uint64_t filing_bytes = 0;  ///< As filed.
    std::string first_date;          ///< Best date of a filing, ISO, may be cut; empty where none has one.
    std::string last_date;
    std::uint64_t entities = 0;      ///< As filings have them.
    std::uint64_t statements = 0;
    std::uint64_t evidence = 0;
    std::uint64_t nodes = 0;
    std::uint64_t edges = 0;
    std::uint64_t derived_edges = 0;
    std::uint64_t file_bytes = 0;    ///< Of the store.
    Counts types;                    ///< Nodes.
    Counts relations;                ///< Edges.
    Counts forms;                    ///< Filings; "" where it is unknown.
    Counts years;                    ///< Filings; "" where it is unknown.
  };

  /// Counts everything: time linear in the derived tables.
  Summary summary() const;

  /// How often a rule found something.
  struct RuleUse {
    std::string rule;               ///< As statements name it: "develops.verb.2", "derive.deal-pays".
    std::uint64_t filings = 0;      ///< In which it found at least one statement.
    std::uint64_t statements = 0;
  };

  /// Every rule that found a stored statement, by name. Time linear in the statements.
  std::vector<RuleUse> rules() const;

  /// The days of the first and last filing; empty where none has a date. Quick.
  std::pair<std::string, std::string> time_span() const;

  /// A name of a node as looked up.
  struct NameHit {
    std::string uid;
    std::string type;
    std::string name;       ///< The node's own name.
    std::string matched;    ///< The name that matched.
    std::uint32_t degree = 0;  ///< Edges at the node.
  };

  /// Nodes that have a name with the normal form of `name` (case, marks, legal forms ignored), best connected first. Where
  /// there are none: nodes that some filing calls so for short.
  std::vector<NameHit> find(std::string_view name) const;

  /// Up to `count` nodes whose names are nearest to `name`, nearest first.
  std::vector<NameHit> nearest(std::string_view name, std::size_t count) const;

  /// Why two names are one node: one line a step, as "Acme = Acme Biotech, Inc.: defined term in <filing>". Empty if they are not.
  std::vector<std::string> why_same(std::string_view first, std::string_view second) const;

  const std::string& path() const noexcept;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// A sink that puts records into a store and commits every `batch` filings.
class StoreSink : public RecordSink {
 public:
  explicit StoreSink(Store& store, std::size_t batch = 64) : store_(store), batch_(batch) {}

  void accept(FilingRecords records) override;
  std::uint64_t filings() const noexcept { return filings_; }        ///< Committed or not.
  std::uint64_t statements() const noexcept { return statements_; }

 private:
  Store& store_;
  std::size_t batch_;
  std::size_t pending_ = 0;
  std::uint64_t filings_ = 0;
  std::uint64_t statements_ = 0;
};

}  // namespace rxgraph::graph
