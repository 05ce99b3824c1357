#pragma once
/// RDF read back with serd, a parser that is not ours.

#include <compare>
#include <set>
#include <string>

#include <serd/serd.h>

namespace rxgraph::exporting {

/// One statement with its terms as they are meant: escapes resolved, prefixes expanded.
struct ReadStatement {
  std::string graph;  ///< Empty for the default graph.
  std::string subject, predicate, object;
  std::string datatype;  ///< Empty for an IRI and for a plain text.
  bool literal = false;

  friend auto operator<=>(const ReadStatement&, const ReadStatement&) = default;
};

/// What `text` says. Throws std::runtime_error where serd, reading strictly, refuses it.
std::set<ReadStatement> read_rdf(const std::string& text, SerdSyntax syntax);

/// The same without their graphs.
std::set<ReadStatement> without_graphs(const std::set<ReadStatement>& statements);

}  // namespace rxgraph::exporting
