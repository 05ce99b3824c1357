#pragma once
/// What answers are made of: things, facts and where they are said.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"
#include "graph/store.hpp"
#include "ontology/model.hpp"

namespace rxgraph::query {

/// What a person restricts an answer to.
struct Scope {
  std::string since;          ///< Filings of that date or later; empty for any. May be cut to month or year.
  std::string as_of;          ///< Filings of that date or earlier; empty for any. May be cut to month or year.
  double min_confidence = 0;

  friend auto operator<=>(const Scope&, const Scope&) = default;
};

/// The selection that a scope is.
graph::Selection selection_of(const Scope& scope);

/// A node, as an answer names it.
struct Thing {
  std::string uid;
  std::string type;
  std::string name;

  friend auto operator<=>(const Thing&, const Thing&) = default;
};

/// A passage and the filing that it stands in.
struct Citation {
  FilingKey filing;
  std::string form;             ///< "8-K"; empty where unknown.
  std::string filed;            ///< ISO date; empty where unknown.
  std::string dated;            ///< Where `filed` is unknown, the date that the filing gives of itself; may be cut; else empty.
  std::string dated_by;         ///< What gave `dated`: "signature", "month", ... (see `Filing`).
  std::string accession;        ///< Empty where unknown.
  std::string path;             ///< Where it was read.
  std::string address;          ///< The filing at EDGAR; empty where accession or CIK are unknown.
  std::uint32_t document = 0;
  std::string document_type;    ///< "EX-99.1"; empty where unknown.
  std::string section;
  std::vector<ByteRange> ranges;
  std::vector<ByteRange> context;
  std::string text;

  friend auto operator<=>(const Citation&, const Citation&) = default;
};

/// The best date known of the filing of `citation`: of filing, else the one that it gives of itself; may be cut, empty where there is none.
inline const std::string& best_date(const Citation& citation) noexcept { return citation.filed.empty() ? citation.dated : citation.filed; }

/// An edge with its ends named and the best of what says it.
struct Fact {
  graph::Edge edge;
  Thing subject;
  Thing object;
  Citation best;                ///< Of the surest statement, of equally sure ones the latest.
  std::uint32_t sentences = 0;
  std::uint32_t filings = 0;

  friend auto operator<=>(const Fact&, const Fact&) = default;
};

/// Reads facts and remembers the filings and names that it has read. The store must outlive it.
class FactReader {
 public:
  FactReader(const graph::Store& store, const Scope& scope);

  Fact fact(graph::Edge edge);
  Citation cite(const Evidence& evidence);
  const Thing& thing(const std::string& uid);
  const Filing& filing(const FilingKey& key);

  /// The facts at a node, in the view's order.
  std::vector<Fact> facts(std::string_view uid, bool outgoing, std::string_view relation = {});

  /// The edges at a node, without the cost of their citations.
  std::vector<graph::Edge> edges(std::string_view uid, bool outgoing, std::string_view relation = {}) const;

  /// The statements of an edge.
  std::vector<graph::Store::Support> support(std::string_view uid) const;

 private:
  const graph::Store& store_;
  graph::Selection selection_;
  std::map<FilingKey, Filing> filings_;
  std::map<std::string, Thing> things_;
};

/// The values of a qualifier as text, "" where there is none: numbers without exponent, several joined by ", ".
std::string qualifier_text(const Qualifiers& qualifiers, std::string_view name);

/// The first text value of a qualifier; "" where there is none.
std::string first_text(const Qualifiers& qualifiers, std::string_view name);

/// The earliest value of what dates a fact of `relation` (`Relation::date`); empty where `relation` is null, has no date,
/// or none is given.
std::string first_date(const Qualifiers& qualifiers, const Relation* relation);

}  // namespace rxgraph::query
