#pragma once
/// The text of a page as the tree of gumbo has it: the oracle of the reader's own scanner.

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/draft.hpp"
#include "ingest/read/html_style.hpp"

namespace rxgraph::ingest {

/// A page parsed by gumbo. `html` must outlive it.
class GumboPage {
 public:
  explicit GumboPage(std::string_view html) : html_(html) {
    options_.tab_stop = 1;
    options_.max_errors = 0;
    output_ = gumbo_parse_with_options(&options_, html.data(), html.size());
  }
  GumboPage(const GumboPage&) = delete;
  GumboPage& operator=(const GumboPage&) = delete;
  ~GumboPage() { gumbo_destroy_output(&options_, output_); }

  /// The words that the page shows, by the foldings of `DocumentText`, parted by single blanks. Elements that a browser shows as blocks part
  /// words, inline ones do not; what display:none, visibility:hidden, script and the like hide is left out, as are signs of fonts of signs. Runs
  /// of text that `leaves_out` names, by their bytes in the page, are left out too.
  template <typename LeavesOut>
  std::string text(const LeavesOut& leaves_out) const {
    Draft draft;
    State state;
    std::vector<State> outer;
    const GumboNode* node = output_->document;
    bool down = true;
    while (node) {
      if (down && enter(*node, state, outer, draft, leaves_out)) {
        node = static_cast<const GumboNode*>(children(*node)->data[0]);
        continue;
      }
      leave(state, outer, draft);
      const GumboNode* const parent = node->parent;
      if (!parent || node == output_->document) break;
      const GumboVector& siblings = *children(*parent);
      const std::size_t next = node->index_within_parent + 1;
      down = next < siblings.length;
      node = down ? static_cast<const GumboNode*>(siblings.data[next]) : parent;
    }
    draft.end_block();
    return std::move(draft.text);
  }

 private:
  struct State {
    bool hidden = false;
    bool symbols = false;
    bool block = false;  ///< Of the element itself.
  };

  static const GumboVector* children(const GumboNode& node) {
    if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
    return &node.v.element.children;
  }

  static bool is_block(GumboTag tag) {
    switch (tag) {
      case GUMBO_TAG_ADDRESS: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_BODY: case GUMBO_TAG_CAPTION: case GUMBO_TAG_CENTER: case GUMBO_TAG_DD: case GUMBO_TAG_DIR:
      case GUMBO_TAG_DIV: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_FIELDSET: case GUMBO_TAG_FOOTER: case GUMBO_TAG_FORM: case GUMBO_TAG_H1: case GUMBO_TAG_H2:
      case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_HEADER: case GUMBO_TAG_HR: case GUMBO_TAG_HTML: case GUMBO_TAG_LI:
      case GUMBO_TAG_LISTING: case GUMBO_TAG_MENU: case GUMBO_TAG_OL: case GUMBO_TAG_P: case GUMBO_TAG_PRE: case GUMBO_TAG_SECTION: case GUMBO_TAG_TABLE: case GUMBO_TAG_TBODY:
      case GUMBO_TAG_TD: case GUMBO_TAG_TFOOT: case GUMBO_TAG_TH: case GUMBO_TAG_THEAD: case GUMBO_TAG_TR: case GUMBO_TAG_UL: case GUMBO_TAG_BR: return true;
      default: return false;
    }
  }

  /// True if the children of `node` are to be walked.
  template <typename LeavesOut>
  bool enter(const GumboNode& node, State& state, std::vector<State>& outer, Draft& draft, const LeavesOut& leaves_out) const {
    outer.push_back(state);
    state.block = false;
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: put(node.v.text, state, draft, leaves_out); return false;
      case GUMBO_NODE_COMMENT: return false;
      default: break;
    }
    if (node.type != GUMBO_NODE_DOCUMENT) look(node.v.element, state);
    if (state.block) draft.put_blank(0);
    return children(node)->length > 0;
  }

  static void leave(State& state, std::vector<State>& outer, Draft& draft) {
    if (state.block) draft.put_blank(0);
    state = outer.back();
    outer.pop_back();
  }

  static void look(const GumboElement& element, State& state) {
    state.block = is_block(element.tag);
    state.hidden = state.hidden || element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE || element.tag == GUMBO_TAG_TITLE || element.tag == GUMBO_TAG_SVG ||
                   gumbo_get_attribute(&element.attributes, "hidden");
    if (const GumboAttribute* const face = gumbo_get_attribute(&element.attributes, "face")) {
      state.symbols = names_symbols(face->value);
    }
    const GumboAttribute* const style = gumbo_get_attribute(&element.attributes, "style");
    if (!style) return;
    const StyleChange change = parse_style(style->value);
    state.hidden = state.hidden || change.hidden;
    if (change.symbols) state.symbols = change.symbols == 1;
    if (change.inline_display && element.tag == GUMBO_TAG_DIV) state.block = false;
    if (change.block_display) state.block = true;
  }

  template <typename LeavesOut>
  void put(const GumboText& node, const State& state, Draft& draft, const LeavesOut& leaves_out) const {
    if (state.hidden) return;
    const auto begin = static_cast<std::size_t>(node.original_text.data - html_.data());
    if (begin <= html_.size() && leaves_out(begin, begin + node.original_text.length, state.symbols)) return;
    std::string_view text = node.text;
    while (!text.empty()) {
      const std::size_t sign = std::min(text.find('&'), text.size());  // decoded already
      draft.put_run(text.substr(0, sign), 0, plain_face);
      if (sign == text.size()) break;
      draft.put(std::string_view("&"), 0, plain_face);
      text.remove_prefix(sign + 1);
    }
  }

  GumboOptions options_ = kGumboDefaultOptions;
  std::string_view html_;
  GumboOutput* output_ = nullptr;
};

}  // namespace rxgraph::ingest
