#pragma once
/// What was made of a whole filing, sentence by sentence, as a page.

#include <functional>
#include <string_view>

#include "base/flow.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

class LoadedNames;

/// Writes a page on which every sentence stands with its mentions marked, beside what the filing states by it and the frames that came near and why they
/// did not fire. Hands the page to `write` piece by piece, one document at a time. `loaded` is what the user has loaded; null for nothing.
void explain_page(const RawFiling& raw, const Ontology& ontology, DiagnosticSink& diagnostics, const std::function<void(std::string_view)>& write,
                  const LoadedNames* loaded = nullptr);

}  // namespace rxgraph::ingest
