#pragma once
/// The one loop behind every format's escaping: what is plain is copied in runs.

#include <array>
#include <string>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/utf8.hpp"

namespace rxgraph::exporting {

/// For each byte, whether a format can write it as it stands: printable ASCII but for some. Bytes of 0x80 and more are never
/// plain: they are decoded.
struct PlainBytes {
  std::array<bool, 256> plain{};
  std::string_view special;  ///< The printable ones that are not plain.

  constexpr bool operator[](unsigned char byte) const noexcept { return plain[byte]; }
};

/// The printable ASCII bytes and blank, without those of `special`; control characters are not plain.
constexpr PlainBytes plain_without(std::string_view special) {
  PlainBytes bytes;
  bytes.special = special;
  for (unsigned byte = 0x20; byte < 0x7F; ++byte) bytes.plain[byte] = true;
  for (const char c : special) bytes.plain[static_cast<unsigned char>(c)] = false;
  return bytes;
}

/// The first byte of `text` from `at` on that is not plain, or its end.
inline std::size_t plain_end(std::string_view text, std::size_t at, const PlainBytes& plain) noexcept {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
#ifdef __SSE2__
  for (; at + 16 <= text.size(); at += 16) {  // bytes of 0x80 and more are negative here
    const __m128i piece = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
    __m128i plain_ones = _mm_and_si128(_mm_cmpgt_epi8(piece, _mm_set1_epi8(0x1F)), _mm_cmplt_epi8(piece, _mm_set1_epi8(0x7F)));
    for (const char c : plain.special) plain_ones = _mm_andnot_si128(_mm_cmpeq_epi8(piece, _mm_set1_epi8(c)), plain_ones);
    if (_mm_movemask_epi8(plain_ones) != 0xFFFF) break;
  }
#endif
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
