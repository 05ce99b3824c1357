#pragma once
/// Every layer of the analysis of a sentence, as text for people.

#include <cstdint>
#include <optional>
#include <string>

#include "base/flow.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

class LoadedNames;

/// Reads `raw` and renders the sentences of it, or only the one that holds the byte `at`: what they name, their groups,
/// who does what, the frames that fired, those that came near and why they did not, and what is stated in the end.
/// Empty where no sentence stands there. `loaded` is what the user has loaded; null for nothing.
std::string explain(const RawFiling& raw, const Ontology& ontology, std::optional<std::uint64_t> at, DiagnosticSink& diagnostics,
                    const LoadedNames* loaded = nullptr);

}  // namespace rxgraph::ingest
