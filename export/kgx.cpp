#include "export/kgx.hpp"

#include <algorithm>
#include <array>

#include "export/shape.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view prefix = "rxgraph:";
constexpr std::string_view biolink_base = "https://w3id.org/biolink/vocab/";
constexpr char digits[] = "0123456789ABCDEF";

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
  const std::size_t at = std::string_view(digits).find(c);
  return at == std::string_view::npos || c == '\0' ? -1 : static_cast<int>(at);
}

/// Registries to the prefixes that the Biolink Model gives them, by name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> id_prefixes{{{"chembl", "CHEMBL.COMPOUND:"},
                                                                                   {"doid", "DOID:"},
                                                                                   {"drugbank", "DRUGBANK:"},
                                                                                   {"hgnc", "HGNC:"},
                                                                                   {"mesh", "MESH:"},
                                                                                   {"mondo", "MONDO:"},
                                                                                   {"ncbigene", "NCBIGene:"},
                                                                                   {"unii", "UNII:"},
                                                                                   {"uniprot", "UniProtKB:"}}};

/// The nearest term of the Biolink Model in `mappings`, as "biolink:name"; empty where there is none.
std::string biolink_term(const Mappings& mappings, const Ontology& ontology) {
  for (const auto* const terms : {&mappings.exact, &mappings.close, &mappings.broad}) {
    for (const std::string& term : *terms) {
      const std::string iri = ontology.iri_of(term);
      if (iri.starts_with(biolink_base)) return "biolink:" + iri.substr(biolink_base.size());
    }
  }
  return {};
}

}  // namespace

std::string kgx_curie(std::string_view name) {
  std::string curie(prefix);
  for (const char c : name) {
    if (is_plain(c)) {
      curie.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      curie += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return curie;
}

std::optional<std::string> name_in_kgx_curie(std::string_view curie) {
  if (!curie.starts_with(prefix)) return std::nullopt;
  std::string name;
  for (std::size_t at = prefix.size(); at < curie.size(); ++at) {
    if (curie[at] != '%') {
      name.push_back(curie[at]);
      continue;
    }
    if (at + 2 >= curie.size()) return std::nullopt;
    const int high = hex_value(curie[at + 1]), low = hex_value(curie[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    name.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  return name;
}

std::string biolink_id(std::string_view registry, std::string_view id) {
  const auto found = std::find_if(id_prefixes.begin(), id_prefixes.end(), [registry](const auto& one) { return one.first == registry; });
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), is_plain);
  return found == id_prefixes.end() || !plain ? std::string() : std::string(found->second) + std::string(id);
}

const std::vector<std::string>& BiolinkTerms::categories(const std::string& type) {
  const auto [entry, fresh] = categories_.try_emplace(type);
  std::vector<std::string>& categories = entry->second;
  if (!fresh) return categories;
  for (const std::string& one : type_chain(ontology_, type)) {
    const EntityType* const declared = ontology_.type(one);
    std::string term = declared == nullptr ? std::string() : biolink_term(declared->mappings, ontology_);
    if (!term.empty() && std::find(categories.begin(), categories.end(), term) == categories.end()) categories.push_back(std::move(term));
  }
  if (categories.empty()) categories.emplace_back("biolink:NamedThing");
  return categories;
}

const std::string& BiolinkTerms::predicate(const graph::Edge& edge) {
  static const std::string related = "biolink:related_to";
  if (edge.modality != Modality::asserted) return related;
  const auto [entry, fresh] = predicates_.try_emplace(edge.relation);
  if (fresh) {
    const Relation* const declared = ontology_.relation(edge.relation);
    if (declared != nullptr) entry->second = biolink_term(declared->mappings, ontology_);
    if (entry->second.empty()) entry->second = related;
  }
  return entry->second;
}

std::string_view knowledge_level(const graph::Edge& edge) noexcept {
  if (edge.modality != Modality::asserted) return "not_provided";
  return edge.derived ? "logical_entailment" : "knowledge_assertion";
}

std::vector<std::string> kgx_publications(std::span<const Evidence> passages, const FilingIndex& filings) {
  std::vector<std::string> publications;
  for (const Evidence& passage : passages) {
    const std::string& accession = filings.of(passage).accession;
    std::string curie = kgx_curie(accession.empty() ? passage.filing : accession);
    if (std::find(publications.begin(), publications.end(), curie) == publications.end()) publications.push_back(std::move(curie));
  }
  return publications;
}

std::vector<std::string> kgx_xrefs(const graph::Node& node) {
  std::vector<std::string> xrefs;
  for (const auto& [registry, id] : node.ids) {
    if (std::string curie = biolink_id(registry, id); !curie.empty()) xrefs.push_back(std::move(curie));
  }
  return xrefs;
}

}  // namespace rxgraph::exporting
