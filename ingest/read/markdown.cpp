#include <algorithm>

#include "ingest/read/html_table.hpp"
#include "ingest/read/plain.hpp"

namespace rxgraph::ingest {
namespace {

/// True for a page mark of converters: "{12}-----".
bool is_page_mark(std::string_view line) noexcept {
  if (line.empty() || line[0] != '{') return false;
  std::size_t i = 1;
  while (i < line.size() && is_digit(line[i])) ++i;
  return i > 1 && line.substr(i, 4) == "}---";
}

/// True for the line under a pipe table's heads: "|---|:--:|".
bool is_table_rule(std::string_view line) noexcept {
  std::size_t dashes = 0;
  for (const char c : line) {
    if (c == '-') ++dashes;
    else if (c != '|' && c != ':' && !is_blank(c)) return false;
  }
  return dashes >= 1 && line.find('|') != std::string_view::npos;
}

constexpr std::string_view escapable = "\\`*_{}[]()#+-.!$|~<>&%\"'^=:;,?/@";

/// True for a sign that may begin mark-up within a line.
constexpr bool is_markup_sign(char c) noexcept { return c == '\\' || c == '*' || c == '_' || c == '<' || c == '!' || c == '[' || c == ']'; }

class MarkdownReader {
 public:
  MarkdownReader(std::string_view body, std::uint64_t file) : body_(body), file_(file) {}

  Draft run() {
    for (std::size_t at = 0; at < body_.size();) {
      const std::size_t begin = at;
      const std::string_view whole = next_line(body_, at);
      std::string_view line = whole;
      while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
      take(trimmed(line), begin + (whole.size() - line.size()));
    }
    end_table();
    draft_.end_block();
    return std::move(draft_);
  }

 private:
  void take(std::string_view line, std::size_t at) {
    if (line.empty()) {
      end_table();
      end_block();
      return;
    }
    if (is_page_mark(line)) {
      end_table();
      draft_.split();
      end_block();
      draft_.page_break();
      return;
    }
    if (line.size() > 1 && line.front() == '|') return take_row(line, at);
    end_table();
    if (is_ruler(line)) {
      return end_block();
    }
    if (take_heading(line, at) || take_item(line, at)) return;
    put(line, at);
    draft_.put_blank(file_ + at + line.size());
  }

  void end_block() {
    draft_.end_block();
    draft_.setting = {};
    face_ = plain_face;
  }

  bool take_heading(std::string_view line, std::size_t at) {
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#') ++level;
    if (level == 0 || level > 6 || level == line.size() || !is_blank(line[level])) return false;
    end_block();
    draft_.setting.heading = static_cast<std::uint8_t>(level);
    put(line.substr(level), at + level);
    end_block();
    return true;
  }

  bool take_item(std::string_view line, std::size_t at) {
    const bool dashed = line.size() > 2 && (line[0] == '-' || line[0] == '+' || line[0] == '*') && line[1] == ' ';
    if (!dashed && item_mark(line, false) == 0) return false;
    end_block();
    draft_.setting.kind = Block::Kind::list_item;
    draft_.setting.level = 1;
    const std::size_t begin = dashed ? 2 : 0;
    put(line.substr(begin), at + begin);
    draft_.put_blank(file_ + at + line.size());
    return true;
  }

  /// Reads text with its emphasis, escapes, links and stray tags.
  void put(std::string_view text, std::size_t at) {
    link_close_ = std::string_view::npos;
    std::size_t plain = 0;
    const auto flush = [&](std::size_t end) {
      if (end > plain) draft_.put_run(text.substr(plain, end - plain), file_ + at + plain, face_);
    };
    for (std::size_t i = 0; i < text.size();) {
      std::size_t sign = i;
      while (sign < text.size() && !is_markup_sign(text[sign])) ++sign;
      if (sign == text.size()) break;
      const std::size_t size = markup_size(text, sign);
      if (size == 0) {
        for (i = sign + 1; i < text.size() && text[i] == text[sign] && (text[sign] == '*' || text[sign] == '_'); ++i) {}
        continue;
      }
      flush(sign);
      const std::size_t shown = take_markup(text, sign, size, file_ + at);
      plain = sign + shown;
      i = text[sign] == '\\' && text[plain] != '<' ? plain + 1 : plain;
    }
    flush(text.size());
    if (ends_in_tag(text)) draft_.split();
  }

  /// Bytes of the mark-up that begins at `i`; 0 if the sign there is text.
  std::size_t markup_size(std::string_view text, std::size_t i) const {
    switch (text[i]) {
      case '\\': return i + 1 < text.size() && escapable.find(text[i + 1]) != std::string_view::npos ? 1 : 0;
      case '*':
      case '_': return emphasis_size(text, i);
      case '<': return tag_at(text, i).size;
      case '!': return i + 1 < text.size() && text[i + 1] == '[' && link_end(text, i + 1) ? 1 : 0;
      case '[': return link_end(text, i) ? 1 : 0;
      case ']': return i == link_close_ ? link_stop_ - i : 0;
      default: return 0;
    }
  }

  /// "**", "*", "***" and "_" that open or close emphasis.
  static std::size_t emphasis_size(std::string_view text, std::size_t i) {
    std::size_t end = i;
    while (end < text.size() && text[end] == text[i]) ++end;
    const std::size_t size = end - i;
    if (size > 3) return 0;
    const bool blank_before = i == 0 || is_blank(text[i - 1]);
    const bool blank_after = end == text.size() || is_blank(text[end]);
    if (blank_before && blank_after) return 0;
    if (text[i] == '_') {
      const bool word_before = i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1]));
      const bool word_after = end < text.size() && (is_letter(text[end]) || is_digit(text[end]));
      if (word_before && word_after) return 0;
    }
    const bool bracketed = i > 0 && end < text.size() && text[i - 1] == '[' && text[end] == ']';
    return bracketed ? 0 : size;
  }

  /// End of the link "[words](address)" that opens at `i`; 0 for none.
  static std::size_t link_end(std::string_view text, std::size_t i) {
    const std::size_t close = text.substr(0, std::min(text.size(), i + 1000)).find("](", i);
    if (close == std::string_view::npos || text.substr(i + 1, close - i - 1).find('[') != std::string_view::npos) return 0;
    const std::size_t end = text.substr(0, std::min(text.size(), close + 2000)).find(')', close);
    return end == std::string_view::npos ? 0 : end + 1;
  }

  /// Applies mark-up of `text`, which stands at `file`, and returns how many bytes of it are no text.
  std::size_t take_markup(std::string_view text, std::size_t i, std::size_t size, std::uint64_t file) {
    switch (text[i]) {
      case '*':
      case '_':
        face_ ^= size == 1 ? italic_face : size == 2 ? bold_face : bold_face | italic_face;
        break;
      case '!': {
        const std::size_t end = link_end(text, i + 1);
        draft_.split();
        return end - i;
      }
      case '[':
        link_close_ = text.find("](", i);
        link_stop_ = link_end(text, i);
        break;
      case ']':
        draft_.split();
        return size;
      case '<': {
        const Tag tag = tag_at(text, i);
        if (may_be_longer(tag)) draft_.split();
        if (tag.element == Element::br) draft_.put_gap(file + i);
        if (tag.element == Element::sup && !tag.closing && draft_.is_open()) {
          const std::size_t end = std::min(text.find('<', i + size), text.size());
          if (is_footnote_mark(text.substr(i + size, end - i - size))) {
            draft_.leave_out(LeftOut::Kind::furniture, {file + i + size, file + end});
            return end - i;
          }
        }
        if (tag.element == Element::b) face_ = tag.closing ? face_ & ~bold_face : face_ | bold_face;
        break;
      }
      default: break;
    }
    return size;
  }

  void take_row(std::string_view line, std::size_t at) {
    if (!in_table_) {
      end_block();
      in_table_ = true;
      rows_ = 0;
    }
    if (is_table_rule(line)) {
      for (GridCell& cell : cells_) cell.header = true;
      return;
    }
    std::uint32_t column = 0;
    for (std::size_t begin = 1; begin < line.size();) {
      std::size_t end = begin;
      while (end < line.size() && line[end] != '|') end += line[end] == '\\' ? 2 : 1;
      end = std::min(end, line.size());
      GridCell cell;
      cell.row = rows_;
      cell.column = column++;
      cell.first_block = static_cast<std::uint32_t>(draft_.blocks.size());
      face_ = plain_face;
      put(line.substr(begin, end - begin), at + begin);
      draft_.end_block();
      cell.last_block = static_cast<std::uint32_t>(draft_.blocks.size());
      cells_.push_back(cell);
      begin = end + 1;
    }
    face_ = plain_face;
    ++rows_;
  }

  void end_table() {
    if (!in_table_) return;
    in_table_ = false;
    settle_table(draft_, std::move(cells_));
    cells_.clear();
  }

  std::string_view body_;
  std::uint64_t file_;
  Draft draft_;
  std::uint8_t face_ = plain_face;
  bool in_table_ = false;
  std::uint32_t rows_ = 0;
  std::vector<GridCell> cells_;
  std::size_t link_close_ = 0;
  std::size_t link_stop_ = 0;
};

}  // namespace

Draft read_markdown(std::string_view body, std::uint64_t file) { return MarkdownReader(body, file).run(); }

}  // namespace rxgraph::ingest
