#pragma once
/// The few things that an inline style says to a reader of text.

#include <array>
#include <cstdint>
#include <string_view>

namespace rxgraph::ingest {

/// What a style changes. Three-valued members: 0 says nothing, 1 is on, 2 is off.
struct StyleChange {
  std::uint8_t bold = 0;
  std::uint8_t italic = 0;
  std::uint8_t underlined = 0;
  std::uint8_t centered = 0;
  std::uint8_t raised = 0;      ///< Superscript.
  std::uint8_t symbols = 0;     ///< A font of signs, where letters are bullets.
  bool hidden = false;          ///< display:none, visibility:hidden.
  bool break_before = false;    ///< A page begins before the element.
  bool break_after = false;
  bool inline_display = false;  ///< A block element that is shown inline.
  bool block_display = false;   ///< An inline element that is shown as a block.

  /// Takes over what `later` says.
  void add(const StyleChange& later) noexcept;

  void center(bool is_on) noexcept;
  void show_symbols(bool is_on) noexcept;
};

/// What elements hand to the text within them.
struct TextStyle {
  std::uint8_t face = 0;     ///< Of `Emphasis`.
  bool hidden = false;
  bool raised = false;
  bool centered = false;
  bool symbols = false;
  bool linked = false;       ///< Within <a href>.
  bool lines = false;        ///< Line ends count: <pre>.
  std::uint8_t heading = 0;  ///< Level; 0 outside of headings.

  /// Takes over what `change` says. A block is not raised as a whole.
  void apply(const StyleChange& change, bool block) noexcept;
};

/// True for the name of a font of signs.
bool names_symbols(std::string_view font) noexcept;

/// Reads the value of a style attribute.
StyleChange parse_style(std::string_view style) noexcept;

/// `parse_style` with a memory: filings repeat a few hundred styles thousands of times.
class StyleCache {
 public:
  const StyleChange& look_up(std::string_view style) noexcept;

 private:
  struct Entry {
    std::uint64_t key = 0;
    StyleChange change;
  };
  std::array<Entry, 1024> entries_{};
};

}  // namespace rxgraph::ingest
