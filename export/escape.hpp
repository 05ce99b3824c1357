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

/// The first byte of `text` from `at` on that is not plain, or its end.
inline std::size_t plain_end(std::string_view text, std::size_t at, const PlainBytes& plain) noexcept {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (; at + 8 <= text.size(); at += 8) {  // without a branch a byte: most texts are plain to their ends
    const unsigned char* const b = bytes + at;
    const bool all = (plain[b[0]] & plain[b[1]] & plain[b[2]] & plain[b[3]]) & (plain[b[4]] & plain[b[5]] & plain[b[6]] & plain[b[7]]);
    if (!all) break;
  }
  while (at < text.size() && plain[bytes[at]]) ++at;
  return at;
}

/// Appends `text` to `out`: plain bytes as they are, and for each other code point what `escape(out, point, at)`
/// appends; that returns how many bytes of `text` from `at` on it stands for, or 0 to have the code point copied.
template <typename Escape>
void append_escaped(std::string& out, std::string_view text, const PlainBytes& plain, Escape escape) {
  std::size_t kept = 0;  // everything before it is in `out`
  for (std::size_t at = plain_end(text, 0, plain); at < text.size(); at = plain_end(text, at, plain)) {
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
