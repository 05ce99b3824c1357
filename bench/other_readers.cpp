#include "bench/other_readers.hpp"

#include <gumbo.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "ingest/read/lexis.hpp"

namespace rxgraph::bench {
namespace {

bool is_block(std::string_view name) {
  static constexpr std::array<std::string_view, 37> blocks = {"address", "blockquote", "body", "br", "caption", "center", "dd", "dir", "div", "dl", "dt", "fieldset", "footer",
                                                              "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "listing", "menu", "ol", "p", "pre",
                                                              "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr"};
  return name == "ul" || std::binary_search(blocks.begin(), blocks.end(), name);
}

bool is_skipped(std::string_view name) { return name == "script" || name == "style" || name == "title"; }

bool hides(std::string_view style) {
  const std::size_t at = ingest::find_folded(style, "display");
  if (at == std::string_view::npos) return false;
  std::string_view value = style.substr(at + 7);
  while (!value.empty() && (value[0] == ':' || value[0] == ' ')) value.remove_prefix(1);
  return ingest::starts_with_folded(value, "none");
}

/// What the walk needs of a node of either tree.
struct Look {
  std::string_view text;  ///< Of a text node.
  bool walk = false;      ///< Its children are shown.
  bool block = false;
};

/// Walks a tree without recursion. `Tree` has Node (a pointer), look, first_child, next_sibling and parent.
template <typename Tree>
std::string text_of(const Tree& tree, typename Tree::Node root) {
  std::string text;
  for (auto node = root; node;) {
    const Look look = tree.look(node);
    if (look.block) text.push_back(' ');
    text.append(look.text);
    if (look.walk) {
      if (const auto child = tree.first_child(node)) {
        node = child;
        continue;
      }
    }
    if (look.block) text.push_back(' ');
    while (node && node != root && !tree.next_sibling(node)) {
      node = tree.parent(node);
      if (node && tree.look(node).block) text.push_back(' ');
    }
    if (!node || node == root) break;
    node = tree.next_sibling(node);
  }
  return text;
}

struct XmlTree {
  using Node = xmlNode*;

  Look look(Node node) const {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) return {reinterpret_cast<const char*>(node->content), false, false};
    if (node->type != XML_ELEMENT_NODE) return {{}, node->type == XML_HTML_DOCUMENT_NODE, false};
    const std::string_view name = reinterpret_cast<const char*>(node->name);
    if (is_skipped(name)) return {};
    for (const xmlAttr* each = node->properties; each; each = each->next) {
      if (std::string_view(reinterpret_cast<const char*>(each->name)) == "style" && each->children && hides(reinterpret_cast<const char*>(each->children->content))) return {};
    }
    return {{}, true, is_block(name)};
  }
  Node first_child(Node node) const { return node->children; }
  Node next_sibling(Node node) const { return node->next; }
  Node parent(Node node) const { return node->parent; }
};

struct GumboTree {
  using Node = const GumboNode*;

  static const GumboVector& children(Node node) { return node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children; }

  Look look(Node node) const {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: return {node->v.text.text, false, false};
      case GUMBO_NODE_COMMENT: return {};
      case GUMBO_NODE_DOCUMENT: return {{}, true, false};
      default: break;
    }
    const GumboElement& element = node->v.element;
    const std::string_view name = gumbo_normalized_tagname(element.tag);
    if (is_skipped(name)) return {};
    const GumboAttribute* const style = gumbo_get_attribute(&element.attributes, "style");
    if (style && hides(style->value)) return {};
    return {{}, true, is_block(name)};
  }
  Node first_child(Node node) const { return children(node).length > 0 ? static_cast<Node>(children(node).data[0]) : nullptr; }
  Node next_sibling(Node node) const {
    if (!node->parent) return nullptr;
    const GumboVector& all = children(node->parent);
    return node->index_within_parent + 1 < all.length ? static_cast<Node>(all.data[node->index_within_parent + 1]) : nullptr;
  }
  Node parent(Node node) const { return node->parent; }
};

}  // namespace

std::string text_by_libxml2(std::string_view html) {
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  xmlDoc* const document = htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, nullptr, options);
  if (!document) return {};
  std::string text = text_of(XmlTree(), reinterpret_cast<xmlNode*>(document));
  xmlFreeDoc(document);
  return text;
}

std::string text_by_gumbo(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* const output = gumbo_parse_with_options(&options, html.data(), html.size());
  std::string text = text_of(GumboTree(), static_cast<const GumboNode*>(output->document));
  gumbo_destroy_output(&options, output);
  return text;
}

}  // namespace rxgraph::bench
