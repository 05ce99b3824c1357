#pragma once
/// The parts of a document: items, chapters, articles, the usual parts of a press release.

#include <vector>

#include "base/values.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// The sections of `document`, by its headings and by the form of the filing. They cover the document from the first one on.
///
/// Items are named by their number ("8.01", "1A", "1 and 2"; "II-1A" in a 10-Q), one without a number by that of its title; what stands before the first is "cover". Lines of a table of
/// contents begin none, nor do references.
/// An exhibit begins with a section named by its type ("ex-99.1"); a press release with "headline", which its dateline ends.
/// Everywhere: "risk factors", "forward-looking statements", "contacts", "signatures", "contents", "exhibit index"; in exhibits and papers of no form also "about", "article 4",
/// "definitions"; in a prospectus "summary". Other sections have the first words of their heading.
std::vector<Section> find_sections(const DocumentText& document, const Filing& filing);

}  // namespace rxgraph::ingest
