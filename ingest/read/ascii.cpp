#include <algorithm>
#include <utility>

#include "ingest/read/ascii_line.hpp"
#include "ingest/read/ascii_table.hpp"
#include "ingest/read/plain.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t shortest_prose = 45;  ///< A line of fewer bytes is no line of a paragraph but its last.
constexpr std::size_t least_pairs = 4;  ///< So many lines of two columns of words, one below the other, are a table.
constexpr std::size_t slack = 9;  ///< Columns by which a word may fail to fit before a short line is one on purpose.

class AsciiReader {
 public:
  AsciiReader(std::string_view body, std::uint64_t file, const ReadTo& read_to) : body_(body), file_(file), telling_(read_to), lines_in_(body, skip_data()), wrap_(lines_in_.wrap_column()), forms_(body) {}

  Draft run() {
    for (Line line; lines_in_.next(line);) {
      take(line);
      telling_.tell(line.at, file_);
    }
    end_table();
    draft_.end_block();
    return std::move(draft_);
  }

 private:
  /// Some converters put the hidden facts of inline XBRL before the text, all in one line: it begins with the cover page.
  std::size_t skip_data() {
    if (body_.substr(0, 1000).find('\n') != std::string_view::npos) return 0;
    const std::size_t cover = find_bytes(body_, "UNITED STATES");
    if (cover == std::string_view::npos || cover < 1000) return 0;
    const std::string_view front = body_.substr(0, cover);
    if (front.find('\n') != std::string_view::npos || find_bytes(front, "us-gaap:") == std::string_view::npos) return 0;
    draft_.leave_out(LeftOut::Kind::hidden, {file_, file_ + cover});
    return cover;
  }

  void take(Line line) {
    bool tagged = false;
    while (!line.empty() && line.words()[0] == '<' && take_tag(line)) tagged = true;
    if (tagged && line.empty()) return;
    if (tagged) line.look = look_at(line.words());
    if (in_table_) {
      table_lines_.push_back(line);
      return;
    }
    const LineColumns columns = line.look.gap && wrap_ < widest_wrap ? columns_of_line(line.text) : LineColumns{};
    if (!columns.drawn() && !is_pair(line, columns) && (table_lines_.empty() || !may_stand_in_table(line))) {
      end_table();
      return take_prose(line);
    }
    if (table_lines_.empty() && columns.drawn()) end_block();
    table_lines_.push_back(line);
  }

  /// Two runs of words: several such lines, one below the other, are a table. Items of a list and labels are none.
  bool is_pair(const Line& line, const LineColumns& columns) const {
    if (line.text.size() == wrap_) return false;  // justified prose
    return columns.segments == 2 && columns.amounts == 0 && !item_mark(line.words(), true) && !begins_with_label(line.words()) && is_letter(line.words()[0]);
  }

  /// An empty line, a ruler, a stub without values.
  static bool may_stand_in_table(const Line& line) { return line.empty() || line.text.size() < 45 || is_ruler(line.words()); }

  /// A line outside of tables.
  void take_prose(const Line& line) {
    if (line.empty()) {
      if (++empty_lines_ > 1) end_block();
      return;
    }
    if (is_ruler(line.words())) return take_ruler(line);
    if (line.look.special && line.text.find('\f') != std::string_view::npos) {
      end_block();
      draft_.page_break();
    }
    if (!(empty_lines_ > 0 ? continues_spaced(line) : continues(line))) end_block();
    empty_lines_ = 0;
    ++lines_;
    draft_.setting.centered = is_centered(line);
    if (draft_.is_open() && ends_in_hyphen(last_.text)) {
      put_after_hyphen(line);
    } else {
      put(line);
    }
    draft_.put_blank(file_ + line.at + line.text.size());
    last_ = line;
    signed_ = shows_signature(line.words()) ? 2 : signed_ - (signed_ > 0);
    width_ = std::max(width_, line.text.size());
  }

  bool is_centered(const Line& line) const {
    if (wrap_ >= widest_wrap || line.indent < 10) return false;
    const std::size_t right = wrap_ > line.text.size() ? wrap_ - line.text.size() : 0;
    return line.indent < right + 8 && right < line.indent + 8;
  }

  /// True if `line` goes on with the open block.
  bool continues(const Line& line) const {
    if (!draft_.is_open() || last_.text.empty()) return false;
    const char last = last_.text.back();
    const bool stopped = last == '.' || last == ':' || last == ';';
    if (signed_ > 0 && last != ',' && !is_lower(line.words()[0])) return false;
    if (begins_with_label(line.words()) && (begins_with_label(last_.words()) || (line.words().back() == ':' && last_.words().size() < shortest_prose))) return false;
    if (item_mark(line.words(), false) || (item_mark(line.words(), true) && (stopped || is_short(last_, line)))) return false;
    if (wrap_ < widest_wrap && !stopped && (is_lower(line.words()[0]) || last == ',')) return true;
    if (is_short(last_, line)) return false;
    return line.indent <= last_.indent + 6 || item_mark(last_.words(), true) > 0;
  }

  void end_block() {
    draft_.end_block();
    last_ = {};
    lines_ = width_ = 0;
    spaced_ = false;
  }

  /// True if `line` goes on with the open block over an empty line, because the text is double spaced: each line of the block stands alone, and
  /// the sentence plainly runs on, here or in several paragraphs before.
  bool continues_spaced(const Line& line) {
    if (!draft_.is_open() || last_.text.empty() || !(lines_ == 1 || spaced_) || wrap_ >= widest_wrap) return false;
    if (item_mark(line.words(), true) || is_short(last_, line) || line.indent > last_.indent + 2) return false;
    const char last = last_.text.back();
    const bool runs_on = (is_letter(last) || last == ',') && is_lower(line.words()[0]);
    const bool stopped = last == '.' || last == ':' || last == ';';
    if (!runs_on && !spaced_ && (stopped || spaced_blocks_ < 3)) return false;
    if (!spaced_) ++spaced_blocks_;
    return spaced_ = true;
  }

  /// True if `line` ends so early that the first word of `next` would have fitted.
  bool is_short(const Line& line, const Line& next) const {
    const std::size_t word = std::min(next.words().find(' '), next.words().size());
    const std::size_t fitted = line.text.size() + 1 + word;
    if (fitted + slack >= wrap_) return false;
    return line.text.size() * 4 < wrap_ * 3 || fitted <= std::max(next.text.size(), width_);  // a narrower paragraph
  }

  /// A line of marks underlines all of the line above it, and then that is a heading; or some words of it, and then it means nothing;
  /// else it parts blocks.
  void take_ruler(const Line& line) {
    const bool below = draft_.is_open() && !last_.text.empty() && line.text.size() <= last_.text.size() + 3;
    const bool whole = line.indent <= last_.indent + 3 && line.text.size() + 3 >= last_.text.size();
    if (below && !whole) return;
    if (below && names_heading(line)) draft_.blocks.back().heading = draft_.blocks.back().centered ? 2 : 3;
    end_block();
  }

  /// True if the ruler underlines a heading rather than a signature or a field of a form.
  bool names_heading(const Line& ruler) const {
    const std::string_view text = draft_.open_text();
    const std::string_view above = last_.words();
    return text.size() < 120 && ruler.words().size() < 70 && ruler.words().size() <= above.size() + 3 && above.size() <= ruler.words().size() + 3 &&
           text.find("/s/") == std::string_view::npos && !is_digit(above[0]) && !is_digit(above.back());
  }

  /// Takes a tag of EDGAR's SGML from the front of `line`; false if the line is text after all.
  bool take_tag(Line& line) {
    const Tag tag = tag_at(line.text, line.indent);
    switch (tag.element) {
      case Element::page:
        if (in_table_) {
          table_lines_.push_back({});
        } else {
          end_table();
          end_block();
          draft_.page_break();
        }
        cut_tag(line, tag);
        return true;
      case Element::table:
        end_table();
        end_block();
        in_table_ = !tag.closing;
        cut_tag(line, tag);
        return true;
      case Element::caption:
      case Element::footnote:
        if (!in_table_) return false;
        table_lines_.push_back(line);
        line = {};
        return true;
      case Element::stub:
      case Element::value_column:
        if (!only_tags(line.words())) return false;
        line = {};
        return true;
      default: return false;
    }
  }

  /// Leaves of `line` what stands behind `tag`, with which it begins.
  void cut_tag(Line& line, const Tag& tag) {
    if (may_be_longer(tag)) draft_.split();
    line.remove_front(line.indent + tag.size);
  }

  void put(const Line& line) {
    const std::uint64_t file = file_ + line.at + line.indent;
    if (line.look.special || line.look.blanks || line.look.marks) return put_untagged(draft_, line.words(), file);
    draft_.put(line.words(), file, plain_face);
  }

  /// A word cut at the end of a line: no blank follows its hyphen, which goes if it only cuts the word.
  void put_after_hyphen(const Line& line) {
    draft_.cancel_blank();
    if (draft_.open_text().ends_with('-') && forms_.cuts(last_.words(), line.words())) draft_.take_back_hyphen();
    put(line);
  }

  /// Adds the lines held back as a table, if they draw one, else as prose. Behind the last line in columns all is prose, unless tags say
  /// where the table ends.
  void end_table() {
    const bool tagged = std::exchange(in_table_, false);
    const std::vector<Line> lines = std::exchange(table_lines_, {});
    std::size_t drawn = 0;
    std::size_t full = 0;
    std::size_t end = 0;
    std::size_t pairs = 0;  // one below the other
    std::size_t second = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const LineColumns columns = columns_of_line(lines[i].text);
      drawn += columns.segments >= 2;
      const bool pair = is_pair(lines[i], columns);
      if (!lines[i].empty()) pairs = !pair ? 0 : pairs > 0 && columns.second == second ? pairs + 1 : 1;
      second = columns.second;
      full += columns.drawn() ? 1 : pairs == least_pairs ? least_pairs : pairs > least_pairs && pair;
      if (columns.drawn() || (pair && pairs >= least_pairs)) end = i + 1;
    }
    const bool is_table = tagged ? drawn >= 2 : drawn >= 3 && full * 2 >= drawn;
    end = is_table ? tagged ? lines.size() : end : 0;
    if (is_table) {
      end_block();
      std::vector<TableLine> table;
      for (std::size_t i = 0; i < end; ++i) table.push_back({lines[i].text, file_ + lines[i].at});
      add_drawn_table(draft_, table);
    }
    for (std::size_t i = end; i < lines.size(); ++i) take_prose(lines[i]);
    if (tagged) end_block();
  }

  std::string_view body_;
  std::uint64_t file_;
  Telling telling_;
  Draft draft_;
  Lines lines_in_;
  std::size_t wrap_;
  WordForms forms_;
  Line last_;                  ///< The line before in the open block.
  std::size_t empty_lines_ = 0;  ///< Since `last_`.
  std::size_t lines_ = 0;        ///< Of the open block.
  std::size_t width_ = 0;        ///< Of its widest line.
  bool spaced_ = false;          ///< The open block is double spaced.
  std::size_t spaced_blocks_ = 0;
  unsigned signed_ = 0;          ///< So many lines stand for themselves: a signature is above them, or a signature and a name.
  bool in_table_ = false;
  std::vector<Line> table_lines_;  ///< Of a tagged table, or of what may turn out to be one.
};

}  // namespace

Draft read_ascii(std::string_view body, std::uint64_t file, const ReadTo& read_to) { return AsciiReader(body, file, read_to).run(); }

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

bool may_be_longer(const Tag& tag) noexcept {
  if (!tag.ended) return true;
  const std::string_view inside = tag.attributes;
  for (std::size_t i = 1; i < inside.size(); ++i) {
    const bool opens = (inside[i] == '"' || inside[i] == '\'') && (inside[i - 1] == '=' || is_blank(inside[i - 1]));
    if (!opens) continue;
    i = inside.find(inside[i], i + 1);
    if (i == std::string_view::npos) return true;
  }
  return false;
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
