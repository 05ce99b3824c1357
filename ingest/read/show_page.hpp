#pragma once
/// A filing beside what was read of it, as a page.

#include <functional>
#include <string_view>

#include "base/flow.hpp"

namespace rxgraph::ingest {

/// Writes a page on which every block stands beside its bytes as filed, and every sentence is a link to its bytes and back: sentence n of the filing is
/// the fragment "s<n>", from 0, its bytes are "b<n>", and where something was left out of them, "b<n>.1" and so on are the runs behind it. What became of no text is
/// dimmed and, where it is long, shortened with the number of its bytes. Hands the page to `write` piece by piece, one document at a time.
void show_page(const RawFiling& raw, DiagnosticSink& diagnostics, const std::function<void(std::string_view)>& write);

}  // namespace rxgraph::ingest
