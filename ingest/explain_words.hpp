#pragma once
/// What was found in a sentence, in words for people.

#include <string>

#include "ingest/names/mentions.hpp"

namespace rxgraph::ingest {

/// "0.97".
std::string two_digits(double number);

/// What a mention names: a type of the ontology, "date", "money", "name of unknown type", ...
std::string kind_of(const Mention& mention, const Ontology& ontology);

/// How a mention, which reads `shown`, was told and what it stands for: "defined term, 0.95, is Alpha Pharma, Inc.".
std::string told_of(const Mention& mention, const std::string& shown, const FilingMemory& memory);

}  // namespace rxgraph::ingest
