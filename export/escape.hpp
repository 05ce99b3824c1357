#pragma once
/// The one loop behind every format's escaping: what is plain is copied in runs.

#include <array>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace rxgraph::exporting {

/// For each byte, whether a format can write it as it stands. Bytes of 0x80 and more are never plain: they are decoded.
using PlainBytes = std::array<bool, 256>;

/// The printable ASCII bytes and blank, without those of `special`; control characters are not plain.
constexpr PlainBytes plain_without(std::string_view special) {
  PlainBytes plain{};
  for (unsigned byte = 0x20; byte < 0x7F; ++byte) plain[byte] = true;
  for (const char c : special) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}

/// Appends `text` to `out`: plain bytes as they are, and for each other code point what `escape(out, point, at)`
/// appends; that returns how many bytes of `text` from `at` on it stands for, or 0 to have the code point copied.
template <typename Escape>
void append_escaped(std::string& out, std::string_view text, const PlainBytes& plain, Escape escape) {
  std::size_t kept = 0;  // everything before it is in `out`
  std::size_t at = 0;
  while (at < text.size()) {
    if (plain[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    out.append(text.data() + kept, at - kept);
    const std::size_t taken = escape(out, point, at);
    if (taken == 0) out.append(text.data() + at, point.size);
    at += taken == 0 ? point.size : taken;
    kept = at;
  }
  out.append(text.data() + kept, text.size() - kept);
}

}  // namespace rxgraph::exporting
