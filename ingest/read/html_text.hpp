#pragma once
/// The runs of text of a page, and what style and line breaks make of them.

#include <cstdint>
#include <string_view>

#include "ingest/read/draft.hpp"
#include "ingest/read/html_style.hpp"

namespace rxgraph::ingest {

/// Puts text into a draft: hidden text and raised marks of footnotes are left out, letters of fonts of signs become bullets, two line breaks
/// end a block.
class PageText {
 public:
  /// `draft` takes the text and must outlive this.
  explicit PageText(Draft& draft) : draft_(draft) {}

  /// Takes `run`, text without tags that stands at `file`, in `style`. `rest` is the page behind it.
  void put(std::string_view run, std::uint64_t file, const TextStyle& style, std::string_view rest);

  /// <br>.
  void line_break() noexcept { ++breaks_; }

  /// Ends the open block and forgets line breaks.
  void end_block() {
    draft_.end_block();
    breaks_ = 0;
  }

 private:
  void put_lines(std::string_view run, std::uint64_t file, const TextStyle& style);
  void settle_breaks(std::string_view run, std::uint64_t file, const TextStyle& style);
  bool is_note_mark(std::string_view run, std::string_view rest) const;

  Draft& draft_;
  unsigned breaks_ = 0;  ///< Line breaks since the last text.
};

}  // namespace rxgraph::ingest
