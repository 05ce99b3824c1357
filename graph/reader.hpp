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

/// Conditions on `filings f` with the parameters ?2 = first and ?3 = last of a window. What counts is the best date known; one that is
/// cut to month or year counts where any of its days would.
inline constexpr const char* from_first = "(?2 = '' OR f.date >= substr(?2, 1, max(1, length(f.date))))";
inline constexpr const char* until_last = "(?3 = '' OR (f.date <> '' AND f.date <= ?3))";
inline const std::string in_window = std::string(from_first) + " AND " + until_last;

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

  /// With `all`, `read` gets every edge of the graph in order of id: evidence is then read along with them, not asked for edge by edge.
  EdgeReader(const Database& database, Window window, bool all = false);

  /// Nothing where no stored filing of the window supports the edge any more.
  std::optional<Edge> read(const Query& row);

 private:
  void read_evidence(std::int64_t id, Edge& edge);
  void read_along(std::int64_t id, Edge& edge);
  void restate(std::int64_t id, Edge& edge);

  const std::string& path_;
  Window window_;
  Query evidence_;
  std::optional<Query> all_evidence_;  ///< Of all edges that are not derived, in order of their ids; where it was asked for.
  std::int64_t next_ = -1;             ///< Edge of its row at hand; -1 before the first one and after the last.
  Query joint_evidence_;
  Query statements_;
};

}  // namespace rxgraph::graph
