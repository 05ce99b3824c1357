#pragma once
/// UTF-8 by hand, for hot paths.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rxgraph {

/// A code point and the bytes it takes. `code` is U+FFFD and `size` 1 where the bytes are no UTF-8.
struct CodePoint {
  char32_t code = 0;
  std::uint32_t size = 0;
  bool valid = true;
};

/// Decodes the code point at `at` (< text.size()). Overlong forms, surrogates and values beyond U+10FFFF are invalid.
CodePoint decode_utf8(std::string_view text, std::size_t at) noexcept;

/// Appends `code` as UTF-8; a surrogate or a value beyond U+10FFFF as U+FFFD.
void append_utf8(std::string& out, char32_t code);

/// True if all of `text` is valid UTF-8.
bool is_utf8(std::string_view text) noexcept;

/// `text` with each invalid byte replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

/// Columns that `text` takes on a terminal: 2 for East Asian wide characters, 0 for combining marks.
std::size_t display_width(std::string_view text) noexcept;

}  // namespace rxgraph
