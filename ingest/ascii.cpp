#include <algorithm>
#include <array>

#include "ingest/ascii_table.hpp"
#include "ingest/plain.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t slack = 9;            ///< Columns by which a word may fail to fit before a short line is one on purpose.
constexpr std::size_t shortest_prose = 45;  ///< Lines that end before this column say nothing of where lines are wrapped.
constexpr std::size_t widest = 400;         ///< Lines beyond are not wrapped.

/// A line and where it stands.
struct Line {
  std::string_view text;  ///< Without blanks at its end.
  std::size_t at = 0;     ///< Of its first byte in the body.
  std::size_t indent = 0;

  bool empty() const noexcept { return indent == text.size(); }
  std::string_view words() const noexcept { return text.substr(indent); }
};

Line take_line(std::string_view body, std::size_t& at) {
  Line line;
  line.at = at;
  line.text = next_line(body, at);
  while (!line.text.empty() && is_blank(line.text.back())) line.text.remove_suffix(1);
  while (line.indent < line.text.size() && is_blank(line.text[line.indent])) ++line.indent;
  return line;
}

/// The column at which prose is wrapped: where nine in ten of its longer lines have ended.
std::size_t wrap_column(std::string_view body) {
  std::array<std::size_t, widest + 1> ends{};
  std::size_t lines = 0;
  for (std::size_t at = 0; at < body.size() && lines < 1500;) {
    const Line line = take_line(body, at);
    if (line.text.size() < shortest_prose) continue;
    ++ends[std::min(line.text.size(), widest)];
    ++lines;
  }
  std::size_t seen = 0;
  for (std::size_t column = 0; column <= widest; ++column) {
    seen += ends[column];
    if (lines > 0 && seen * 10 >= lines * 9) return column;
  }
  return widest;
}

class AsciiReader {
 public:
  AsciiReader(std::string_view body, std::uint64_t file) : body_(body), file_(file), wrap_(wrap_column(body)) {}

  Draft run() {
    for (std::size_t at = skip_data(); at < body_.size();) {
      take(take_line(body_, at));
    }
    if (in_table_) end_table();
    draft_.end_block();
    return std::move(draft_);
  }

 private:
  /// Some converters put the hidden facts of inline XBRL before the text, all in one line: it begins with the cover page.
  std::size_t skip_data() {
    const std::size_t cover = find_bytes(body_, "UNITED STATES");
    if (cover == std::string_view::npos || cover < 1000) return 0;
    const std::string_view front = body_.substr(0, cover);
    if (front.find('\n') != std::string_view::npos || front.find("us-gaap:") == std::string_view::npos) return 0;
    draft_.account.hidden += cover;
    return cover;
  }

  void take(const Line& line) {
    if (line.empty()) {
      if (in_table_) {
        table_lines_.push_back({line.text, file_ + line.at});
      } else {
        draft_.end_block();
      }
      last_ = {};
      return;
    }
    if (line.words()[0] == '<' && take_tag(line)) return;
    if (in_table_) {
      table_lines_.push_back({line.text, file_ + line.at});
      return;
    }
    if (is_ruler(line.words())) return take_ruler(line);
    if (line.text.find('\f') != std::string_view::npos) draft_.page_break();
    if (!continues(line)) draft_.end_block();
    draft_.setting.centered = is_centered(line);
    if (draft_.is_open() && last_.text.ends_with('-')) {
      put_after_hyphen(line);
    } else {
      put(line.text, line.at);
    }
    draft_.put_blank(file_ + line.at + line.text.size());
    last_ = line;
  }

  bool is_centered(const Line& line) const {
    if (wrap_ >= widest || line.indent < 10) return false;
    const std::size_t right = wrap_ > line.text.size() ? wrap_ - line.text.size() : 0;
    return line.indent < right + 8 && right < line.indent + 8;
  }

  /// True if `line` goes on with the open block.
  bool continues(const Line& line) const {
    if (!draft_.is_open() || last_.text.empty()) return false;
    const char last = last_.text.back();
    const bool stopped = last == '.' || last == ':' || last == ';';
    if (item_mark(line.words(), false) || (item_mark(line.words(), true) && (stopped || is_short(last_, line)))) return false;
    if (wrap_ < widest && !stopped && (is_lower(line.words()[0]) || last == ',')) return true;
    if (is_short(last_, line)) return false;
    return line.indent <= last_.indent + 6 || item_mark(last_.words(), true) > 0;
  }

  /// True if `line` ends so early that the first word of `next` would have fitted.
  bool is_short(const Line& line, const Line& next) const {
    const std::size_t word = std::min(next.words().find(' '), next.words().size());
    return line.text.size() + 1 + word + slack < wrap_;
  }

  /// A line of marks underlines all of the line above it, and then that is a heading; or some words of it, and then it means nothing;
  /// else it parts blocks.
  void take_ruler(const Line& line) {
    draft_.account.markup += line.text.size();
    const bool below = draft_.is_open() && !last_.text.empty() && line.text.size() <= last_.text.size() + 3;
    const bool whole = line.indent <= last_.indent + 3 && line.text.size() + 3 >= last_.text.size();
    if (below && !whole) return;
    if (below && names_heading(line)) draft_.blocks.back().heading = draft_.blocks.back().centered ? 2 : 3;
    draft_.end_block();
    last_ = {};
  }

  /// True if the ruler underlines a heading rather than a signature or a field of a form.
  bool names_heading(const Line& ruler) const {
    const std::string_view text = draft_.open_text();
    const std::string_view above = last_.words();
    return text.size() < 120 && ruler.words().size() < 70 && ruler.words().size() <= above.size() + 3 && above.size() <= ruler.words().size() + 3 &&
           text.find("/s/") == std::string_view::npos && !is_digit(above[0]) && !is_digit(above.back());
  }

  /// A line that begins with a tag of EDGAR's SGML; false if it is text after all.
  bool take_tag(const Line& line) {
    const Tag tag = tag_at(line.text, line.indent);
    switch (tag.element) {
      case Element::page:
        draft_.account.markup += line.text.size();
        if (in_table_) {
          table_lines_.push_back({});
        } else {
          draft_.page_break();
        }
        last_ = {};
        return true;
      case Element::table:
        if (tag.closing) {
          end_table();
        } else {
          draft_.end_block();
          end_table();
          in_table_ = true;
        }
        last_ = {};
        return true;
      case Element::caption:
      case Element::footnote:
        if (!in_table_) return false;
        table_lines_.push_back({line.text, file_ + line.at});
        return true;
      case Element::stub:
      case Element::value_column:
        if (in_table_) table_lines_.push_back({line.text, file_ + line.at});
        last_ = {};
        return true;
      default: return false;
    }
  }

  void put(std::string_view text, std::size_t at) { put_untagged(draft_, text, file_ + at); }

  /// A word cut at the end of a line: the hyphen stays if the part before it holds a digit or a capital after its first letter,
  /// or if what follows is no small letter; then no blank follows it either.
  void put_after_hyphen(const Line& line) {
    draft_.cancel_blank();
    put(line.text, line.at);
  }

  void end_table() {
    if (!in_table_) return;
    in_table_ = false;
    add_drawn_table(draft_, table_lines_);
    table_lines_.clear();
  }

  std::string_view body_;
  std::uint64_t file_;
  std::size_t wrap_;
  Draft draft_;
  Line last_;
  bool in_table_ = false;
  std::vector<TableLine> table_lines_;
};

}  // namespace

Draft read_ascii(std::string_view body, std::uint64_t file) { return AsciiReader(body, file).run(); }

std::string_view next_line(std::string_view text, std::size_t& at) noexcept {
  const std::size_t begin = at;
  std::size_t end = text.size();
  constexpr std::size_t window = 512;  // bounds what is looked at twice where lines end with CR alone
  for (std::size_t from = begin; from < text.size(); from += window) {
    const std::string_view part = text.substr(from, window);
    const std::size_t lf = std::min(part.find('\n'), part.size());
    const std::size_t stop = std::min(part.substr(0, lf).find('\r'), lf);
    if (stop == part.size()) continue;
    end = from + stop;
    break;
  }
  at = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
  at = std::min(at, text.size());
  return text.substr(begin, end - begin);
}

bool is_ruler(std::string_view line) noexcept {
  std::size_t marks = 0;
  for (const char c : line) {
    if (c == '-' || c == '=' || c == '_' || c == '*' || c == '~') {
      ++marks;
    } else if (!is_blank(c)) {
      return false;
    }
  }
  return marks >= 3;
}

}  // namespace rxgraph::ingest
