#pragma once
/// What all formats write with: a buffer before the stream, and numbers as text.

#include <charconv>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace rxgraph::exporting {

/// A text that is handed to a stream in large pieces. Formats append to `text` and call `drain` after each
/// element. The stream must outlive it; errors of the stream come out of `drain` and `flush`.
class Buffer {
 public:
  explicit Buffer(std::ostream& out, std::size_t piece = std::size_t{1} << 18) : out_(out), piece_(piece) {
    text.reserve(piece + (piece >> 3));
  }

  std::string text;

  /// Hands the text on if a piece is full.
  void drain() {
    if (text.size() >= piece_) flush();
  }

  /// Hands the text on.
  void flush() {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
  }

 private:
  std::ostream& out_;
  std::size_t piece_;
};

/// Appends `number` in the shortest form that reads back equal.
template <typename Number>
void append_number(std::string& out, Number number) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// Appends `parts` one after the other.
template <typename... Parts>
void append_all(std::string& out, const Parts&... parts) {
  (out.append(std::string_view(parts)), ...);
}

}  // namespace rxgraph::exporting
