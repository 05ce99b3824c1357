#include "export/xml.hpp"

#include "export/escape.hpp"

namespace rxgraph::exporting {
namespace {

bool is_illegal(char32_t code) noexcept { return code == 0xFFFE || code == 0xFFFF || (code < 0x20 && code != '\t' && code != '\n' && code != '\r'); }

constexpr PlainBytes plain_xml = plain_without("&<>");

}  // namespace

void append_xml(std::string& out, std::string_view text) {
  append_escaped(out, text, plain_xml, [](std::string& to, const CodePoint& point, std::size_t) -> std::size_t {
    if (!point.valid || is_illegal(point.code)) {
      to += "\xEF\xBF\xBD";
    } else if (point.code == '&') {
      to += "&amp;";
    } else if (point.code == '<') {
      to += "&lt;";
    } else if (point.code == '>') {
      to += "&gt;";
    } else if (point.code == '\r') {
      to += "&#13;";
    } else {
      return 0;
    }
    return point.size;
  });
}

}  // namespace rxgraph::exporting
