#pragma once
/// Properties as the members of a JSON object.

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/record_json.hpp"
#include "export/append.hpp"

namespace rxgraph::exporting {

/// Appends `number` so that it reads back as a fraction also where it is whole: "1.0".
inline void append_fraction(std::string& out, double number) {
  const std::size_t begin = out.size();
  append_number(out, number);
  if (out.find_first_of(".e", begin) == std::string::npos) out += ".0";
}

/// What `visit_node` and `visit_edge` tell, as JSON: appends to `out` "{", a member for each property, and, by `close()`, "}".
/// Numbers of a double property have a fraction. Days are texts.
class JsonProperties {
 public:
  explicit JsonProperties(std::string& out) : out_(out) {}

  void text(std::string_view name, std::string_view text) {
    key(name);
    append_json_string(out_, text);
  }
  void day(std::string_view name, std::string_view day) { text(name, day); }
  void whole(std::string_view name, std::int64_t number) {
    key(name);
    append_number(out_, number);
  }
  void number(std::string_view name, double number) {
    key(name);
    append_fraction(out_, number);
  }
  void flag(std::string_view name, bool flag) {
    key(name);
    out_ += flag ? "true" : "false";
  }
  void list(std::string_view name, const std::vector<std::string>& texts) {
    array(name, texts, [this](const std::string& text) { append_json_string(out_, text); });
  }
  void wholes(std::string_view name, const std::vector<std::int64_t>& numbers) {
    array(name, numbers, [this](std::int64_t number) { append_number(out_, number); });
  }
  void numbers(std::string_view name, const std::vector<double>& numbers) {
    array(name, numbers, [this](double number) { append_fraction(out_, number); });
  }
  void flags(std::string_view name, const std::vector<bool>& flags) {
    array(name, flags, [this](bool flag) { out_ += flag ? "true" : "false"; });
  }

  void close() { out_ += before_ == '{' ? "{}" : "}"; }

 private:
  void key(std::string_view name) {
    out_.push_back(before_);
    before_ = ',';
    append_json_string(out_, name);
    out_.push_back(':');
  }

  template <typename Items, typename Append>
  void array(std::string_view name, const Items& items, Append append) {
    key(name);
    char before = '[';
    for (const auto& item : items) {
      out_.push_back(before);
      before = ',';
      append(item);
    }
    if (before == '[') out_.push_back('[');
    out_.push_back(']');
  }

  std::string& out_;
  char before_ = '{';
};

}  // namespace rxgraph::exporting
