#pragma once
/// The lines of an ASCII text.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rxgraph::ingest {

/// What the bytes of a line hold, so that most lines are looked at once.
struct LineLook {
  bool special = false;  ///< A byte that does not stand for itself: "&", "<", a tab or other control, one beyond ASCII.
  bool blanks = false;   ///< Two blanks in a row.
  bool gap = false;      ///< Three blanks or stops in a row, or a tab.
  bool marks = false;    ///< Four equal marks of ruling in a row: "-", ".", "=", "_".
};

/// Looks at `words`, a line without blanks at its ends.
LineLook look_at(std::string_view words) noexcept;

/// A line and where it stands.
struct Line {
  std::string_view text;   ///< Without blanks at its end.
  std::size_t at = 0;      ///< Of its first byte in the body.
  std::size_t indent = 0;
  LineLook look;           ///< Of its words.

  bool empty() const noexcept { return indent == text.size(); }
  std::string_view words() const noexcept { return text.substr(indent); }

  /// Cuts off its first `size` bytes. `look` stays as it was.
  void remove_front(std::size_t size) noexcept;
};

/// So wide are texts at most that are wrapped.
constexpr std::size_t widest_wrap = 400;

/// The lines of a text one after the other: they end with LF, CR or CRLF. Time is linear in the bytes.
class Lines {
 public:
  /// Reads `body`, which must outlive this, from its byte `at`.
  Lines(std::string_view body, std::size_t at);

  /// Takes the next line; false at the end.
  bool next(Line& line);

  /// The column at which prose is wrapped: where nine in ten of its longer lines end, as far as the first 1500 of them tell;
  /// `widest_wrap` where nothing is wrapped.
  std::size_t wrap_column() const noexcept { return wrap_; }

 private:
  bool read(Line& line);
  void measure();

  std::string_view body_;
  std::size_t at_ = 0;
  std::size_t lf_ = 0;  ///< The next line feed at or after `at_`, if `at_` is not beyond it.
  std::size_t cr_ = 0;
  bool fresh_ = true;   ///< `lf_` and `cr_` are not yet looked for.
  std::size_t wrap_ = widest_wrap;
  std::vector<Line> front_;  ///< Lines that were measured and are still to be given out, from `given_` on.
  std::size_t given_ = 0;
};

/// The words of a text, to tell a word that is cut at the end of a line from one that has a hyphen of its own.
class WordForms {
 public:
  /// `body` must outlive this. It is read when the first word is asked for, in time linear in its bytes.
  explicit WordForms(std::string_view body) : body_(body) {}

  /// True if the hyphen that ends `before`, a line, only cuts the word that goes on with `after`: the word without it stands elsewhere in
  /// the text, the word with it does not. Never for what has a capital or a digit after its first letter ("HER2-"), nor before a capital.
  bool cuts(std::string_view before, std::string_view after);

 private:
  void read();

  std::string_view body_;
  std::unordered_set<std::uint64_t> words_;  ///< Hashes of all words in small letters, with the hyphens within them.
  bool read_ = false;
};

}  // namespace rxgraph::ingest
