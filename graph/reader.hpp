#pragma once
/// Nodes and edges from the derived tables.

#include <optional>
#include <string>
#include <vector>

#include "graph/sqlite.hpp"
#include "graph/view.hpp"

namespace rxgraph::graph {

/// The filings that count: those of these days. Filings without a date count only where both are empty.
struct Window {
  std::string first;  ///< ISO date, whole; empty for any.
  std::string last;   ///< ISO date, whole; empty for any.

  bool open() const noexcept { return first.empty() && last.empty(); }
};

/// The window of a selection, whose dates may be cut to month or year.
Window window_of(const Selection& selection);

/// A condition on `filings f` with the parameters ?2 = first and ?3 = last of a window.
inline constexpr const char* in_window = "(?2 = '' OR f.filed >= ?2) AND (?3 = '' OR (f.filed <> '' AND f.filed <= ?3))";

/// Reads nodes from rows of `columns` of `nodes n`.
class NodeReader {
 public:
  static constexpr const char* columns = "n.id, n.uid, n.type, n.name, n.ids, n.filings";

  explicit NodeReader(const Database& database);
  Node read(const Query& row);

 private:
  const std::string& path_;
  Query names_;
};

/// Reads edges from rows of `select()`, with the evidence and the qualifiers that filings of the window give.
class EdgeReader {
 public:
  /// "SELECT ... FROM edges e JOIN nodes ...", to be completed by a condition and "ORDER BY e.id".
  static std::string select();

  EdgeReader(const Database& database, Window window);

  /// Nothing where no stored filing of the window supports the edge any more.
  std::optional<Edge> read(const Query& row);

 private:
  void read_evidence(std::int64_t id, Edge& edge);
  void restate(std::int64_t id, Edge& edge);

  const std::string& path_;
  Window window_;
  Query evidence_;
  Query joint_evidence_;
  Query statements_;
};

}  // namespace rxgraph::graph
