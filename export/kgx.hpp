#pragma once
/// What both forms of KGX share: the terms of the Biolink Model for our types and relations, and our names as CURIEs. See docs/formats.md.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/filings.hpp"
#include "graph/view.hpp"

namespace rxgraph::exporting {

/// `name` as a CURIE of ours: "rxgraph:compound%2Facm-1". All bytes but letters, digits, '-', '.', '_' and '~' are percent-encoded,
/// for KGX takes neither '/' nor ':' nor blanks. Equal names, equal CURIEs, and the other way round.
std::string kgx_curie(std::string_view name);

/// The name in such a CURIE; none where it is no CURIE of ours.
std::optional<std::string> name_in_kgx_curie(std::string_view curie);

/// An id as a CURIE with the prefix of the Biolink Model: "UNII:ABC123"; empty where the model has no prefix for the registry.
std::string biolink_id(std::string_view registry, std::string_view id);

/// What the ontology's mappings say in terms of the Biolink Model. Of several terms the nearest counts: exact, close, then broad ones.
/// Found once for each type and relation.
class BiolinkTerms {
 public:
  explicit BiolinkTerms(const Ontology& ontology) : ontology_(ontology) {}

  /// The categories of a thing of `type`, those of its own first, then those of the types above it; never empty: where nothing is
  /// mapped, "biolink:NamedThing", the top of the model. Valid as long as this.
  const std::vector<std::string>& categories(const std::string& type);

  /// The predicate of `edge`; "biolink:related_to", the top of the model, where its relation is not mapped or what it says is not
  /// asserted: a plan is no fact. Valid as long as this.
  const std::string& predicate(const graph::Edge& edge);

 private:
  const Ontology& ontology_;
  std::map<std::string, std::vector<std::string>> categories_;
  std::map<std::string, std::string> predicates_;
};

/// Biolink's word for how an edge is known.
std::string_view knowledge_level(const graph::Edge& edge) noexcept;

/// The filings of `passages`, each once, as CURIEs of their accession numbers, or of their keys where they have none.
std::vector<std::string> kgx_publications(std::span<const Evidence> passages, const FilingIndex& filings);

/// The ids of `node` that the Biolink Model has prefixes for.
std::vector<std::string> kgx_xrefs(const graph::Node& node);

}  // namespace rxgraph::exporting
