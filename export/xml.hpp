#pragma once
/// Text within XML 1.0.

#include <string>
#include <string_view>

namespace rxgraph::exporting {

/// Appends `text` as the content of an element or, being free of '"', tabs and line ends, of an attribute. What XML 1.0
/// cannot hold (most control characters, U+FFFE, U+FFFF, invalid UTF-8) becomes U+FFFD; a CR becomes a reference, for
/// readers turn it into a LF otherwise.
void append_xml(std::string& out, std::string_view text);

}  // namespace rxgraph::exporting
