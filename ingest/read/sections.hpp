#pragma once
/// The parts of a document: items, chapters, the usual parts of a press release.

#include <string_view>
#include <vector>

#include "base/values.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// The sections of `document`, by its headings and by the form of the filing. Items are named by their number ("8.01", "1A"; "II-1A" in a 10-Q),
/// exhibits begin with a section named by their type ("ex-99.1"), other sections by the first words of their heading.
std::vector<Section> find_sections(const DocumentText& document, const Filing& filing);

/// The number of the item that `text` begins with: "8.01", "1A"; empty for none, also for a mere reference
/// such as "Item 8.01 of this report". `rest` becomes what follows the number.
std::string_view item_heading(std::string_view text, std::string_view& rest);

}  // namespace rxgraph::ingest
