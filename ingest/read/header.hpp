#pragma once
/// The facts of a filing: from the header of a submission, the facts of inline XBRL, and the cover page.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"
#include "ingest/read/html.hpp"

namespace rxgraph::ingest {

/// Reads a header with the keys "COMPANY CONFORMED NAME:" into `filing`. Keys are known by name, never by indentation.
/// Returns false where an item has no title, as most have from 1997 to 2004: `filing.items` may lack some then.
bool read_text_header(std::string_view header, Filing& filing);

/// Reads a header with the tags "<CONFORMED-NAME>" into `filing`. Returns the same.
bool read_tagged_header(std::string_view header, Filing& filing);

/// Adds what the facts of inline XBRL say where the header said nothing: registrant, CIK, trading symbols, form, period.
void add_cover_facts(std::span<const CoverFact> facts, Filing& filing);

/// Adds what the cover page says where nothing else did: registrant, form, period of report.
void add_cover_page(const DocumentText& document, Filing& filing);

/// The number of an item of an 8-K, by its title and the date of the filing (ISO, may be empty); `title` itself where it is unknown.
std::string item_number(std::string_view title, std::string_view filed);

}  // namespace rxgraph::ingest
