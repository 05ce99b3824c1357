#pragma once
/// A document while it is being read: text, byte map and blocks with what the
/// page shows of them. `finish` makes the final `DocumentText` of it.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/lexis.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// How letters are set off; values add up.
enum Emphasis : std::uint8_t { plain_face = 0, bold_face = 1, italic_face = 2, underlined_face = 4, every_face = 7 };

/// A block and what the page shows of it.
struct DraftBlock {
  Block block;                         ///< Its range is one of the draft's text.
  std::uint8_t face = every_face;      ///< Emphasis that all its letters share.
  std::uint8_t lead_face = plain_face;  ///< Emphasis of its first letters.
  std::uint8_t heading = 0;            ///< Level where the markup says that it is a heading; 0 otherwise.
  bool centered = false;
  bool linked = true;                  ///< All its letters are those of a link.
  bool page_start = false;             ///< A page break stands before it.
  bool furniture = false;              ///< Page number or running head: no part of the text.
};

/// What the readers say of the block that comes next.
struct BlockSetting {
  Block::Kind kind = Block::Kind::paragraph;
  std::uint8_t level = 0;
  std::uint8_t heading = 0;
  bool centered = false;
};

/// Told from time to time up to which byte of the file a reader has come. It seldom looks at what lies before, whose pages may be given back.
using ReadTo = std::function<void(std::uint64_t)>;

/// Says it every 8 MiB, if there is someone to be told.
class Telling {
 public:
  explicit Telling(const ReadTo& read_to) : read_to_(read_to), next_(read_to ? step : no_step) {}

  /// The reader has come to byte `at` of its document, which stands at `file`.
  void tell(std::size_t at, std::uint64_t file) {
    if (at < next_) return;
    next_ = at + step;
    read_to_(file + at);
  }

 private:
  static constexpr std::size_t step = 8 << 20;
  static constexpr std::size_t no_step = static_cast<std::size_t>(-1);
  const ReadTo& read_to_;
  std::size_t next_;
};

/// Collects the text of one document. Characters come in the order of the file.
class Draft {
 public:
  std::string text;
  ByteMap map;
  std::vector<DraftBlock> blocks;
  std::vector<Table> tables;
  std::vector<LeftOut> left_out;  ///< In the order of the text; page furniture is told apart later.

  /// Appends bytes that stand for themselves, white space only as single blanks between words.
  void put(std::string_view plain, std::uint64_t file, std::uint8_t face);

  /// Appends a character as read by `glyph_at`; white space collapses.
  void put(const Glyph& glyph, std::uint64_t file, std::uint8_t face);

  /// Appends `shown` for the bytes `where`, which mean no word: a letter that a font of signs shows as a bullet. They count as furniture.
  /// A blank follows it.
  void put_sign(std::string_view shown, ByteRange where, std::uint8_t face);

  /// White space at `file`: one blank, if text follows in the same block.
  void put_blank(std::uint64_t file) noexcept {
    if (split_after_ || sign_) return;
    blank_ = open_;
    blank_at_ = file;
  }

  /// The same for markup at `file` that parts words: the blank stands for no byte.
  void put_gap(std::uint64_t file) noexcept {
    if (split_after_ || blank_) return;
    blank_ = sign_ = open_;
    blank_at_ = file;
  }

  /// Takes back a blank that was said and is not yet in the text.
  void cancel_blank() noexcept { drop_blank(); }

  /// Takes back the hyphen with which the open block ends, which stands for itself.
  void take_back_hyphen();

  /// Reads a whole run of text without tags that stands at `file`.
  void put_run(std::string_view run, std::uint64_t file, std::uint8_t face);

  /// Says that the bytes `where`, which stand just here, are no part of the text and of no passage around them.
  void leave_out(LeftOut::Kind kind, ByteRange where);

  /// Says that text was left out just here.
  void split() noexcept {
    (blank_ ? split_after_ : split_before_) = true;
  }

  /// Ends the open block, if there is one.
  void end_block();

  /// Ends the open block; the next one begins a page.
  void page_break();

  /// How the next block begins; holds until it is set again.
  BlockSetting setting;

  /// The text that comes next is that of a link; holds until it is set again.
  bool linked = false;

  /// Text of the open block, empty between blocks.
  std::string_view open_text() const { return open_ ? std::string_view(text).substr(blocks.back().block.text.begin) : std::string_view(); }

  /// Emphasis shared by the letters of the open block so far; `plain_face` between blocks.
  std::uint8_t open_face() const { return open_ ? blocks.back().face : std::uint8_t{plain_face}; }

  bool is_open() const noexcept { return open_; }

  /// True if white space stands between the text so far and the next.
  bool has_blank() const noexcept { return blank_; }

  std::string_view words(const DraftBlock& block) const {
    return std::string_view(text).substr(block.block.text.begin, block.block.text.size());
  }

  /// Makes blocks [first, last) one, their words separated by blanks. Takes time in their number and that of all later blocks.
  void join(std::size_t first, std::size_t last);

 private:
  void add_blank();
  void drop_blank() noexcept;
  void begin_text(std::uint64_t file, std::uint8_t face, bool letters);

  bool open_ = false;
  bool blank_ = false;
  bool sign_ = false;          ///< The blank has no byte of its own.
  bool split_before_ = false;  ///< Text was left out before the blank,
  bool split_after_ = false;   ///< and after it.
  bool page_break_ = true;
  std::uint64_t blank_at_ = 0;
};

/// The document as the later stages see it: furniture left out, paragraphs joined that a page break cut, headings,
/// list items and lead-ins told apart. Sections and sentences are still empty.
DocumentText finish(Draft&& draft, Document document);

/// True if `text` ends with a letter or digit and a hyphen.
bool ends_in_hyphen(std::string_view text) noexcept;

/// True for a line that begins with a label of at most three words: "Name: A. Jones", "Title:".
bool begins_with_label(std::string_view text) noexcept;

/// True if `text` holds the mark of a conformed signature, "/s/".
bool shows_signature(std::string_view text) noexcept;

/// Length of the bullet or, with `enumerators`, of the number or letter that begins an item of a list, without the
/// blank after it; 0 for none.
std::size_t item_mark(std::string_view text, bool enumerators);

}  // namespace rxgraph::ingest
