#include "ingest/read/html.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "ingest/read/html_facts.hpp"
#include "ingest/read/html_grid.hpp"
#include "ingest/read/html_style.hpp"
#include "ingest/read/html_tags.hpp"
#include "ingest/read/html_text.hpp"

namespace rxgraph::ingest {
namespace {

/// Deepest search for the start tag of an end tag, so that hostile nesting costs linear time.
constexpr std::size_t search_depth = 256;

/// An open element and the style that returns when it is closed.
struct OpenElement {
  Element element = Element::other;
  bool blocks = false;       ///< Its end ends the block.
  bool break_after = false;  ///< A page ends with it.
  TextStyle outer;
};

class HtmlReader {
 public:
  HtmlReader(std::string_view body, std::uint64_t file, std::vector<CoverFact>& facts, const ReadTo& read_to) : body_(body), file_(file), facts_(facts), telling_(read_to) {}

  Draft run() {
    draft_.text.reserve(body_.size() / 8 + 256);
    while (at_ < body_.size()) {
      const void* const found = std::memchr(body_.data() + at_, '<', body_.size() - at_);
      const std::size_t sign = found ? static_cast<std::size_t>(static_cast<const char*>(found) - body_.data()) : body_.size();
      if (sign > at_) take_text(sign);
      if (sign == body_.size()) break;
      at_ = sign;
      telling_.tell(at_, file_);
      const PageTag& tag = tags_.at(body_, at_);
      if (tag.element == Element::none) {
        take_text(at_ + 1);
        continue;
      }
      at_ += tag.size;
      if (tag.closing) {
        close(tag);
      } else {
        open(tag);
      }
    }
    tables_.close_all();
    draft_.end_block();
    return std::move(draft_);
  }

 private:
  void take_text(std::size_t end) {
    const std::string_view run = body_.substr(at_, end - at_);
    const std::uint64_t file = file_ + at_;
    at_ = end;
    text_.put(run, file, style_, body_.substr(end));
  }

  void open(const PageTag& tag) {
    switch (tag.element) {
      case Element::comment: return on_comment(tag);
      case Element::skipped: return skip_content(tag);
      case Element::ix_header: return skip_header();
      case Element::br: text_.line_break(); return;
      case Element::hr: return on_rule();
      case Element::img:
      case Element::void_element: return;
      case Element::page: draft_.page_break(); return;
      case Element::table:
        if (tag.empty) return;
        tables_.open();
        break;
      case Element::row:
        close_implied_in_table(true);
        tables_.open_row();
        break;
      case Element::cell:
      case Element::header_cell:
        close_implied_in_table(false);
        tables_.open_cell(tag);
        break;
      case Element::p: close_implied(Element::p, Element::p); break;
      case Element::li: close_implied(Element::li, Element::list); break;
      default: break;
    }
    push(tag);
  }

  /// A start tag that ends an open element of its kind: only where that is near and not beyond `fence`.
  void close_implied(Element element, Element fence) {
    for (std::size_t i = stack_.size(); i > 0 && stack_.size() - i < 16; --i) {
      const Element open = stack_[i - 1].element;
      if (open == element) return pop_to(i - 1);
      if ((open == fence && element != fence) || open == Element::table || open == Element::cell || open == Element::header_cell || open == Element::div ||
          open == Element::block || open == Element::li) {
        return;
      }
    }
  }

  static bool makes_blocks(Element element) noexcept {
    switch (element) {
      case Element::block: case Element::p: case Element::div: case Element::heading: case Element::li: case Element::list: case Element::center:
      case Element::pre: case Element::table: case Element::row: case Element::cell: case Element::header_cell: case Element::caption: return true;
      default: return false;
    }
  }

  void push(const PageTag& tag) {
    OpenElement element;
    element.element = tag.element;
    element.outer = style_;
    element.blocks = makes_blocks(tag.element);
    switch (tag.element) {
      case Element::b: style_.face |= bold_face; break;
      case Element::i: style_.face |= italic_face; break;
      case Element::u: style_.face |= underlined_face; break;
      case Element::sup: style_.raised = true; break;
      case Element::center: style_.centered = true; break;
      case Element::pre: style_.lines = true; break;
      case Element::heading: style_.heading = tag.level; break;
      case Element::header_cell: style_.face |= bold_face; break;
      case Element::list: ++list_depth_; break;
      default: break;
    }
    apply(tag, element);
    if (element.blocks) begin_block();
    if (tag.element == Element::li) set_item();
    if (tag.empty) {
      if (tag.element == Element::list) --list_depth_;
      style_ = element.outer;
      return;
    }
    if (tag.element == Element::ix_fact) facts_.open(tag, draft_.text);
    stack_.push_back(element);
  }

  void begin_block() {
    text_.end_block();
    draft_.setting = {};
    draft_.setting.heading = style_.heading;
    draft_.setting.centered = style_.centered;
  }

  void set_item() {
    draft_.setting.kind = Block::Kind::list_item;
    draft_.setting.level = static_cast<std::uint8_t>(std::clamp(list_depth_, 1u, 255u));
  }

  void apply(const PageTag& tag, OpenElement& element) {
    const StyleChange& change = tag.change;
    style_.apply(change, element.blocks);
    style_.linked = style_.linked || tag.linked;
    if (change.break_before) draft_.page_break();
    element.break_after = change.break_after;
    if (change.inline_display && element.element == Element::div) element.blocks = false;
    if (change.block_display && !element.blocks && element.element == Element::span) element.blocks = true;
  }

  void close(const Tag& tag) {
    if (tag.element == Element::br) {
      text_.line_break();
      return;
    }
    if (tag.element == Element::p && !is_open(Element::p)) {
      draft_.end_block();
      return;
    }
    const bool inside = !makes_blocks(tag.element);
    const bool cell = tag.element == Element::cell || tag.element == Element::header_cell;
    for (std::size_t i = stack_.size(); i > 0 && stack_.size() - i < search_depth; --i) {
      const OpenElement& open = stack_[i - 1];
      if (open.element == tag.element || (cell && (open.element == Element::cell || open.element == Element::header_cell))) return pop_to(i - 1);
      const bool fence = open.element == Element::cell || open.element == Element::header_cell || open.element == Element::table;
      if (fence && (inside || (tag.element != Element::table && tag.element != Element::row && !cell))) return;
      if (open.element == Element::table) return;
      if (inside && open.blocks && (tag.element == Element::span || tag.element == Element::other || tag.element == Element::a)) return;
    }
  }

  bool is_open(Element element) const {
    for (std::size_t i = stack_.size(); i > 0 && stack_.size() - i < search_depth; --i) {
      if (stack_[i - 1].element == element) return true;
      if (stack_[i - 1].element == Element::cell || stack_[i - 1].element == Element::table) return false;
    }
    return false;
  }

  /// Closes all elements from the innermost to `index`.
  void pop_to(std::size_t index) {
    while (stack_.size() > index) {
      const OpenElement element = stack_.back();
      stack_.pop_back();
      if (element.blocks) {
        text_.end_block();
        draft_.setting = {};
      }
      switch (element.element) {
        case Element::list: list_depth_ -= list_depth_ > 0; break;
        case Element::cell:
        case Element::header_cell: tables_.close_cell(); break;
        case Element::table: tables_.close(); break;
        case Element::ix_fact: facts_.close(draft_.text); break;
        default: break;
      }
      style_ = element.outer;
      if (element.blocks) {
        draft_.setting.heading = style_.heading;
        draft_.setting.centered = style_.centered;
      }
      if (element.break_after) draft_.page_break();
    }
  }

  void on_comment(const Tag& tag) {
    if (find_folded(tag.attributes.substr(0, 40), "pagebreak") != std::string_view::npos ||
        starts_with_folded(tag.attributes, "<!-- field: page;")) {
      draft_.page_break();
    }
  }

  void on_rule() {
    text_.end_block();
    draft_.page_break();
  }

  void skip_content(const Tag& tag) {
    if (tag.empty) return;
    std::string close = "</";
    for (const char c : tag.name) close.push_back(lower(c));
    const std::size_t end = find_folded(body_, close, at_);
    const std::size_t stop = end == std::string_view::npos ? body_.size() : end;
    draft_.leave_out(LeftOut::Kind::hidden, {file_ + at_, file_ + stop});
    at_ = stop;
  }

  /// Skips the contexts of inline XBRL, but reads the facts that it hides.
  void skip_header() {
    const std::size_t end = std::min(body_.find("</ix:header>", at_), body_.size());
    const std::string_view header = body_.substr(at_, end - at_);
    const std::size_t hidden_end = header.find("</ix:hidden>");
    facts_.read_hidden(header.substr(0, hidden_end == std::string_view::npos ? 0 : hidden_end));
    draft_.leave_out(LeftOut::Kind::hidden, {file_ + at_, file_ + end});
    at_ = end;
  }

  /// A new cell ends the open one, a new row the open row.
  void close_implied_in_table(bool row) {
    for (std::size_t i = stack_.size(); i > 0 && stack_.size() - i < search_depth; --i) {
      const Element open = stack_[i - 1].element;
      if (open == Element::table) return;
      if (open == Element::row) {
        if (row) pop_to(i - 1);
        return;
      }
      if ((open == Element::cell || open == Element::header_cell) && !row) return pop_to(i - 1);
    }
  }

  std::string_view body_;
  std::uint64_t file_;
  FactReader facts_;
  Telling telling_;
  Draft draft_;
  PageText text_{draft_};
  PageTables tables_{draft_};
  PageTags tags_;
  TextStyle style_;
  std::vector<OpenElement> stack_;
  std::size_t at_ = 0;
  unsigned list_depth_ = 0;
};

}  // namespace

Draft read_html(std::string_view body, std::uint64_t file, std::vector<CoverFact>& facts, const ReadTo& read_to) {
  return HtmlReader(body, file, facts, read_to).run();
}

}  // namespace rxgraph::ingest
