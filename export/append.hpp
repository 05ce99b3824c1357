#pragma once
/// What all formats write with: a buffer before the stream, and numbers as text.

#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
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

/// Appends doubles and keeps the text of some: confidences come again and again, and making such a text takes longer than all else
/// of a property.
class RepeatedNumbers {
 public:
  /// Appends what `write(text, number)` appends, by default the shortest form that reads back equal; always the same for equal numbers.
  template <typename Write>
  void append(std::string& out, double number, Write write) {
    const auto bits = std::bit_cast<std::uint64_t>(number);
    Slot& slot = slots_[(bits ^ (bits >> 32U)) * 0x9E3779B97F4A7C15U >> 58U];
    if (slot.text.empty() || slot.bits != bits) {
      slot.bits = bits;
      slot.text.clear();
      write(slot.text, number);
    }
    out += slot.text;
  }
  void append(std::string& out, double number) { append(out, number, append_number<double>); }

 private:
  struct Slot {
    std::uint64_t bits = 0;
    std::string text;  ///< Empty where nothing is kept.
  };
  std::array<Slot, 64> slots_{};
};

/// Appends `parts` one after the other.
template <typename... Parts>
void append_all(std::string& out, const Parts&... parts) {
  (out.append(std::string_view(parts)), ...);
}

}  // namespace rxgraph::exporting
