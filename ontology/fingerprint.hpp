#pragma once
#include <string>

#include "ontology/model.hpp"

namespace rxgraph::ontology {

/// 16 hexadecimal digits that depend on what `ontology` declares and on nothing else: not on
/// formatting, on the split into files, or on the fingerprint that it has.
std::string fingerprint_of(const Ontology& ontology);

}  // namespace rxgraph::ontology
