#include "ingest/read/forms.hpp"

#include <algorithm>
#include <array>

#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

/// Forms that have variants, which begin like them: "10-K405", "8-K12G3".
constexpr std::array variants = {std::string_view("10-K"), std::string_view("10-Q"), std::string_view("8-K"), std::string_view("6-K"),
                                 std::string_view("20-F"), std::string_view("40-F"), std::string_view("424B")};

}  // namespace

FormName form_name(std::string_view form) {
  FormName name;
  form = trimmed(form);
  if (starts_with_folded(form, "nt ")) {
    name.late = true;
    form = trimmed(form.substr(3));
  }
  if (form.size() > 2 && equal_folded(form.substr(form.size() - 2), "/a")) {
    name.amended = true;
    form.remove_suffix(2);
  }
  for (const std::string_view base : variants) {
    if (!starts_with_folded(form, base)) continue;
    name.base = base;
    return name;
  }
  for (const char c : form) name.base.push_back(is_lower(c) ? static_cast<char>(c - 32) : c);
  return name;
}

std::string exhibit_number(std::string_view type) {
  type = trimmed(type);
  if (!starts_with_folded(type, "ex-") || type.size() < 4 || !is_digit(type[3])) return {};
  std::string number;
  for (const char c : type.substr(3)) number.push_back(lower(c));
  return number;
}

}  // namespace rxgraph::ingest
