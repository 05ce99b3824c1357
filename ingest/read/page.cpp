#include "ingest/read/page.hpp"

#include "base/utf8.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light dark}
body{margin:0;font:15px/1.5 system-ui,sans-serif}
header{padding:12px 16px;border-bottom:1px solid #8886}
h1{font-size:18px;margin:0}
h2{font-size:17px;margin:0}
h3{font-size:14px;margin:0;opacity:.7}
h4{font-size:15px;margin:0}
p{margin:0}
.r{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:16px;padding:4px 16px;content-visibility:auto;contain-intrinsic-size:auto 60px;unicode-bidi:isolate}
.r:hover{background:#8881}
.r>pre{margin:0;font:12px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.r>div{overflow-x:auto;overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
a:hover{background:#fd04}
:target{background:#fd0a}
pre a{border-bottom:1px solid #47a8}
div a{box-shadow:-2px 0 #47a6;padding-left:2px}
i{font-style:normal;opacity:.45}
.f{color:#a50}.h{color:#707}.p{color:#067}.u{color:#c00;opacity:1}
.n{font-size:12px;opacity:.7}
.item{margin-left:1.5em}
table{border-collapse:collapse;font-size:13px}
td,th{border:1px solid #8886;padding:1px 6px;text-align:left;vertical-align:top}
th{background:#8882}
mark{background:#8dc4;color:inherit;border-bottom:2px solid #4a8}
mark.k{background:#cc94;border-color:#aa4}
mark.q{background:#ccc4;border-color:#999}
.fact{border-left:3px solid #4a8;padding-left:6px;margin:2px 0}
.miss{border-left:3px solid #c84;padding-left:6px;margin:2px 0;opacity:.8}
)";

}  // namespace

std::string page_head(std::string_view title) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\"><title>";
  append_escaped(out, title);
  out += "</title><style>";
  out += style;
  out += "</style></head><body>\n";
  return out;
}

std::string_view page_foot() noexcept { return "</body></html>\n"; }

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      const CodePoint point = decode_utf8(text, at);
      if (point.valid) {
        out.append(text.substr(at, point.size));
      } else {
        const Glyph glyph = glyph_at(text.substr(at, 1), 0);
        out.append(glyph.readable && glyph.length > 0 ? glyph.view() : std::string_view("\uFFFD"));
      }
      at += point.valid ? point.size : 1;
      continue;
    }
    ++at;
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\n':
      case '\t': out += c; break;
      case '\r':
        if (at == text.size() || text[at] != '\n') out += '\n';
        break;
      default:
        if (byte < ' ' || byte == 0x7F) {
          out += "\uFFFD";
        } else {
          out += c;
        }
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

void append_row(std::string& out, std::string_view left, std::string_view right, LeftSide side) {
  const bool filed = side == LeftSide::filed;
  out += filed ? "<div class=\"r\"><pre>\n" : "<div class=\"r\"><div>";  // a browser drops the first line end of <pre>
  out += left;
  out += filed ? "</pre><div>" : "</div><div>";
  out += right;
  out += "</div></div>\n";
}

}  // namespace rxgraph::ingest
