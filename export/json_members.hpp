#pragma once
/// Members of the JSON objects that formats write: each appends a comma, the key and the value.

#include <span>
#include <string>
#include <string_view>

#include "base/record_json.hpp"
#include "export/append.hpp"

namespace rxgraph::exporting {

/// `,"key":"text"`. Keys are told as they are: they hold nothing that JSON escapes.
inline void append_text_member(std::string& out, std::string_view key, std::string_view text) {
  append_all(out, ",\"", key, "\":");
  append_json_string(out, text);
}

/// `,"key":["text",…]`; nothing where the list is empty.
inline void append_texts_member(std::string& out, std::string_view key, std::span<const std::string> list) {
  if (list.empty()) return;
  append_all(out, ",\"", key, "\":");
  char before = '[';
  for (const std::string& text : list) {
    out.push_back(before);
    before = ',';
    append_json_string(out, text);
  }
  out.push_back(']');
}

}  // namespace rxgraph::exporting
