#pragma once
/// Which values of a closed list a passage says.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"

namespace rxgraph::ingest::facts {

/// The words that say the values of one closed qualifier, made ready to be looked for.
class ClosedForms {
 public:
  /// `synonyms` holds other words for a value under its name (with the feature said=no those alone); null for none. `qualifier` must outlive it.
  ClosedForms(const QualifierType& qualifier, const Vocabulary* synonyms);

  /// The values that `words` says, as whole words, hyphens and a plural ending aside, in order of the text. A value within a longer one is
  /// not said ("non-exclusive" is not "exclusive"). Several are said only where they are joined ("upfront and milestone payments");
  /// of others the longest counts.
  std::vector<std::string> said_in(std::string_view words) const;

 private:
  struct Form {
    std::string words;                   ///< Plain, after a blank.
    const std::string* value = nullptr;
    std::uint64_t initials = 0;          ///< The first characters of its words, as bits: none of a text that lacks one says it.
  };

  void add(std::string_view form, const std::string& value);

  std::vector<Form> forms_;
};

}  // namespace rxgraph::ingest::facts
