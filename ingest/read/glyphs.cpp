/// Characters: references, encodings, foldings.

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

/// What windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

struct NamedCharacter {
  std::string_view name;
  char32_t code;
};

/// The named references that filings use. Those of Latin-1 also stand without ";", as in "&copy2003" (HTML, section 13.2.5.73).
constexpr NamedCharacter named_characters[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},     {"nbsp", 0xA0},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"bdquo", 0x201E},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"horbar", 0x2015}, {"bull", 0x2022},   {"middot", 0xB7},   {"hellip", 0x2026},
    {"reg", 0xAE},      {"trade", 0x2122},  {"copy", 0xA9},     {"sect", 0xA7},     {"para", 0xB6},     {"deg", 0xB0},
    {"plusmn", 0xB1},   {"times", 0xD7},    {"divide", 0xF7},   {"micro", 0xB5},    {"frac12", 0xBD},   {"frac14", 0xBC},
    {"frac34", 0xBE},   {"sup1", 0xB9},     {"sup2", 0xB2},     {"sup3", 0xB3},     {"ordm", 0xBA},     {"ordf", 0xAA},
    {"cent", 0xA2},     {"pound", 0xA3},    {"yen", 0xA5},      {"euro", 0x20AC},   {"curren", 0xA4},   {"ensp", 0x2002},
    {"emsp", 0x2003},   {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},    {"lrm", 0x200E},    {"rlm", 0x200F},
    {"shy", 0xAD},      {"dagger", 0x2020}, {"Dagger", 0x2021}, {"permil", 0x2030}, {"prime", 0x2032},  {"Prime", 0x2033},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"laquo", 0xAB},    {"raquo", 0xBB},    {"minus", 0x2212},  {"le", 0x2264},
    {"ge", 0x2265},     {"ne", 0x2260},     {"asymp", 0x2248},  {"infin", 0x221E},  {"radic", 0x221A},  {"sdot", 0x22C5},
    {"larr", 0x2190},   {"uarr", 0x2191},   {"rarr", 0x2192},   {"darr", 0x2193},   {"loz", 0x25CA},    {"acute", 0xB4},
    {"uml", 0xA8},      {"cedil", 0xB8},    {"iexcl", 0xA1},    {"iquest", 0xBF},   {"brvbar", 0xA6},   {"not", 0xAC},
    {"macr", 0xAF},     {"alpha", 0x3B1},   {"beta", 0x3B2},    {"gamma", 0x3B3},   {"delta", 0x3B4},   {"epsilon", 0x3B5},
    {"zeta", 0x3B6},    {"eta", 0x3B7},     {"theta", 0x3B8},   {"iota", 0x3B9},    {"kappa", 0x3BA},   {"lambda", 0x3BB},
    {"mu", 0x3BC},      {"nu", 0x3BD},      {"xi", 0x3BE},      {"omicron", 0x3BF}, {"pi", 0x3C0},      {"rho", 0x3C1},
    {"sigma", 0x3C3},   {"tau", 0x3C4},     {"upsilon", 0x3C5}, {"phi", 0x3C6},     {"chi", 0x3C7},     {"psi", 0x3C8},
    {"omega", 0x3C9},   {"Alpha", 0x391},   {"Beta", 0x392},    {"Gamma", 0x393},   {"Delta", 0x394},   {"Omega", 0x3A9},
    {"Sigma", 0x3A3},   {"Agrave", 0xC0},   {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Atilde", 0xC3},   {"Auml", 0xC4},
    {"Aring", 0xC5},    {"AElig", 0xC6},    {"Ccedil", 0xC7},   {"Egrave", 0xC8},   {"Eacute", 0xC9},   {"Ecirc", 0xCA},
    {"Euml", 0xCB},     {"Igrave", 0xCC},   {"Iacute", 0xCD},   {"Icirc", 0xCE},    {"Iuml", 0xCF},     {"Ntilde", 0xD1},
    {"Ograve", 0xD2},   {"Oacute", 0xD3},   {"Ocirc", 0xD4},    {"Otilde", 0xD5},   {"Ouml", 0xD6},    {"Oslash", 0xD8},
    {"Ugrave", 0xD9},   {"Uacute", 0xDA},   {"Ucirc", 0xDB},    {"Uuml", 0xDC},     {"Yacute", 0xDD},   {"szlig", 0xDF},
    {"agrave", 0xE0},   {"aacute", 0xE1},   {"acirc", 0xE2},    {"atilde", 0xE3},   {"auml", 0xE4},    {"aring", 0xE5},
    {"aelig", 0xE6},    {"ccedil", 0xE7},   {"egrave", 0xE8},   {"eacute", 0xE9},   {"ecirc", 0xEA},   {"euml", 0xEB},
    {"igrave", 0xEC},   {"iacute", 0xED},   {"icirc", 0xEE},    {"iuml", 0xEF},     {"ntilde", 0xF1},  {"ograve", 0xF2},
    {"oacute", 0xF3},   {"ocirc", 0xF4},    {"otilde", 0xF5},   {"ouml", 0xF6},     {"oslash", 0xF8},  {"ugrave", 0xF9},
    {"uacute", 0xFA},   {"ucirc", 0xFB},    {"uuml", 0xFC},     {"yacute", 0xFD},   {"yuml", 0xFF},    {"OElig", 0x152},
    {"oelig", 0x153},   {"Scaron", 0x160},  {"scaron", 0x161},  {"AMP", '&'},       {"LT", '<'},        {"GT", '>'},
    {"QUOT", '"'},      {"COPY", 0xA9},     {"REG", 0xAE},      {"hyphen", 0x2010}, {"oline", 0x203E},
    {"ETH", 0xD0},      {"eth", 0xF0},      {"THORN", 0xDE},    {"thorn", 0xFE},    {"check", 0x2713},  {"star", 0x2606},
    {"sup", 0x2283},    {"sub", 0x2282},    {"sum", 0x2211},    {"equiv", 0x2261},  {"tilde", 0x2DC},   {"circ", 0x2C6},
    {"bullet", 0x2022}, {"frasl", 0x2044},  {"harr", 0x2194},   {"fnof", 0x192},    {"num", '#'},       {"lpar", '('},
    {"rpar", ')'},      {"dollar", '$'},    {"percnt", '%'},    {"comma", ','},     {"period", '.'},    {"colon", ':'},
};

/// The code of a reference name; 0 if unknown.
char32_t character_named(std::string_view name) noexcept {
  const auto* const found = std::find_if(std::begin(named_characters), std::end(named_characters),
                                         [&](const NamedCharacter& entry) { return entry.name == name; });
  return found == std::end(named_characters) ? 0 : found->code;
}

struct Reference {
  char32_t code = 0;        ///< 0 for none.
  std::uint32_t size = 0;  ///< Bytes of the file.
};

/// "&#NNN;" and "&#xHH;", also without ";".
Reference numeric_reference(std::string_view bytes, std::size_t at) noexcept {
  std::size_t i = at + 2;
  const bool hex = i < bytes.size() && lower(bytes[i]) == 'x';
  if (hex) ++i;
  const std::size_t digits = i;
  char32_t code = 0;
  for (; i < bytes.size() && i - digits < 10; ++i) {
    const char c = lower(bytes[i]);
    if (is_digit(c)) {
      code = code * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
    } else if (hex && c >= 'a' && c <= 'f') {
      code = code * 16 + static_cast<char32_t>(c - 'a' + 10);
    } else {
      break;
    }
    if (code > 0x110000) code = 0x110000;
  }
  if (i == digits) return {};
  if (i < bytes.size() && bytes[i] == ';') ++i;
  if (code >= 0x80 && code <= 0x9F && windows_1252[code - 0x80]) code = windows_1252[code - 0x80];
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  return {code, static_cast<std::uint32_t>(i - at)};
}

Reference reference_at(std::string_view bytes, std::size_t at) noexcept {
  if (at + 2 >= bytes.size()) return {};
  if (bytes[at + 1] == '#') return numeric_reference(bytes, at);
  std::size_t end = at + 1;
  while (end < bytes.size() && end - at < 10 && (is_letter(bytes[end]) || is_digit(bytes[end]))) ++end;
  if (end < bytes.size() && bytes[end] == ';') {
    const char32_t code = character_named(bytes.substr(at + 1, end - at - 1));
    if (code) return {code, static_cast<std::uint32_t>(end + 1 - at)};
  }
  for (std::size_t size = end - at - 1; size >= 2; --size) {
    const char32_t code = character_named(bytes.substr(at + 1, size));
    const bool bare = (code >= 0xA0 && code <= 0xFF) || code == '&' || code == '<' || code == '>' || code == '"';
    if (bare) return {code, static_cast<std::uint32_t>(1 + size)};
  }
  return {};
}

bool is_wide_blank(char32_t code) noexcept {
  return code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000 || code == 0x1680;
}

bool is_invisible(char32_t code) noexcept {
  return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2064) || code == 0xFEFF || (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x80 && code <= 0x9F);
}

/// The ASCII that a character is folded to; empty where it stays.
std::string_view folded(char32_t code) noexcept {
  switch (code) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0xFF07: return "'";
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0xFF02: return "\"";
    case 0x2010: case 0x2011: case 0xFE63: case 0xFF0D: return "-";
    case 0xFB00: return "ff";
    case 0xFB01: return "fi";
    case 0xFB02: return "fl";
    case 0xFB03: return "ffi";
    case 0xFB04: return "ffl";
    case 0xFB05: case 0xFB06: return "st";
    case 0x37E: return ";";
    default: return {};
  }
}

void set_text(Glyph& glyph, char32_t code) {
  if (const std::string_view ascii = folded(code); !ascii.empty()) {
    glyph.length = static_cast<std::uint8_t>(ascii.copy(glyph.text, sizeof glyph.text));
    return;
  }
  if (code > 0xFF00 && code < 0xFF5F) code -= 0xFEE0;  // full-width forms
  if (code < 0x80) {
    glyph.text[0] = static_cast<char>(code);
    glyph.length = 1;
  } else if (code < 0x800) {
    glyph.text[0] = static_cast<char>(0xC0 | code >> 6);
    glyph.text[1] = static_cast<char>(0x80 | (code & 0x3F));
    glyph.length = 2;
  } else if (code < 0x10000) {
    glyph.text[0] = static_cast<char>(0xE0 | code >> 12);
    glyph.text[1] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    glyph.text[2] = static_cast<char>(0x80 | (code & 0x3F));
    glyph.length = 3;
  } else {
    glyph.text[0] = static_cast<char>(0xF0 | code >> 18);
    glyph.text[1] = static_cast<char>(0x80 | (code >> 12 & 0x3F));
    glyph.text[2] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
    glyph.text[3] = static_cast<char>(0x80 | (code & 0x3F));
    glyph.length = 4;
  }
}

Glyph glyph_of(char32_t code, std::uint32_t size, bool reference) {
  Glyph glyph;
  glyph.size = size;
  if (code == ' ' || (code >= '\t' && code <= '\r') || is_wide_blank(code)) {
    glyph.kind = Glyph::Kind::blank;
  } else if (code < 0x20 || code == 0x7F || is_invisible(code)) {
    glyph.kind = Glyph::Kind::nothing;
    glyph.readable = code != 0 && code != 0x7F && code >= 0x20;
  } else {
    set_text(glyph, code);
    glyph.verbatim = !reference && glyph.length == size && folded(code).empty();
  }
  return glyph;
}

}  // namespace

Glyph glyph_at(std::string_view bytes, std::size_t at) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (byte == '&') {
    const Reference reference = reference_at(bytes, at);
    return reference.code ? glyph_of(reference.code, reference.size, true) : glyph_of('&', 1, false);
  }
  if (byte < 0x80) return glyph_of(byte, 1, false);
  const CodePoint point = decode_utf8(bytes, at);
  if (point.valid) return glyph_of(point.code, point.size, false);
  if (byte >= 0xA0) return glyph_of(byte, 1, true);
  if (const char16_t code = windows_1252[byte - 0x80]) return glyph_of(code, 1, true);
  Glyph glyph;
  glyph.kind = Glyph::Kind::nothing;
  glyph.readable = false;
  return glyph;
}

}  // namespace rxgraph::ingest
