#pragma once
/// Other ways to the words of a page, to measure ours by.

#include <string>
#include <string_view>

namespace rxgraph::bench {

/// The text of a page by libxml2's HTML parser: its text nodes, parted by blanks where an element begins or ends that browsers show as a
/// block; without script, style and title and without elements whose own style says display:none. White space is as in the file.
std::string text_by_libxml2(std::string_view html);

/// The same by gumbo.
std::string text_by_gumbo(std::string_view html);

}  // namespace rxgraph::bench
