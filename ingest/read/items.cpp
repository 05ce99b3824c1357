#include "ingest/read/items.hpp"

#include <algorithm>

#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::string_view renumbered = "2004-08-23";  ///< First day of the two-level numbers of the 8-K.

struct Item {
  std::string_view number;
  std::string_view title;  ///< First words, in small letters, without marks.
};

constexpr Item current_items[] = {
    {"1.01", "entry into a material definitive agreement"},
    {"1.02", "termination of a material definitive agreement"},
    {"1.03", "bankruptcy or receivership"},
    {"1.04", "mine safety"},
    {"1.05", "material cybersecurity incidents"},
    {"2.01", "completion of acquisition or disposition of assets"},
    {"2.02", "results of operations and financial condition"},
    {"2.03", "creation of a direct financial obligation"},
    {"2.04", "triggering events that accelerate"},
    {"2.05", "costs associated with exit or disposal"},
    {"2.06", "material impairments"},
    {"3.01", "notice of delisting"},
    {"3.02", "unregistered sales of equity"},
    {"3.03", "material modification to rights"},
    {"4.01", "changes in registrants certifying accountant"},
    {"4.02", "non reliance on previously issued"},
    {"5.01", "changes in control of registrant"},
    {"5.02", "departure of directors"},
    {"5.03", "amendments to articles"},
    {"5.04", "temporary suspension of trading"},
    {"5.05", "amendments to the registrants code of ethics"},
    {"5.06", "change in shell company status"},
    {"5.07", "submission of matters to a vote"},
    {"5.08", "shareholder director nominations"},
    {"6.01", "abs informational"},
    {"6.02", "change of servicer or trustee"},
    {"6.03", "change in credit enhancement"},
    {"6.04", "failure to make a required distribution"},
    {"6.05", "securities act updating disclosure"},
    {"7.01", "regulation fd disclosure"},
    {"8.01", "other events"},
    {"9.01", "financial statements and exhibits"},
};

constexpr Item former_items[] = {
    {"1", "changes in control of registrant"},
    {"2", "acquisition or disposition of assets"},
    {"3", "bankruptcy or receivership"},
    {"4", "changes in registrants certifying accountant"},
    {"5", "other events"},
    {"6", "resignations of registrants directors"},
    {"7", "financial statements"},
    {"8", "change in fiscal year"},
    {"9", "regulation fd disclosure"},
    {"10", "amendments to the registrants code of ethics"},
    {"11", "temporary suspension of trading"},
    {"12", "results of operations and financial condition"},
};

constexpr std::string_view annual_items[] = {"1", "1A", "1B", "1C", "2", "3", "4", "4A", "5", "6", "7", "7A", "8", "9", "9A", "9B", "9C", "10", "11", "12", "13", "14", "15", "16"};
constexpr std::string_view quarterly_items[] = {"1", "1A", "2", "3", "4", "5", "6"};
constexpr std::string_view foreign_items[] = {"1",  "2",  "3",  "4",  "4A", "5",  "6",  "7",   "8",   "9",   "10",  "11",  "12", "13",
                                              "14", "15", "16", "16A", "16B", "16C", "16D", "16E", "16F", "16G", "16H", "16I", "16J", "16K", "17", "18", "19"};

constexpr std::string_view separators = " .:,-\u2013\u2014";

std::string_view without_front(std::string_view text, std::string_view marks) noexcept {
  while (!text.empty() && (is_blank(text.front()) || marks.find(text.front()) != std::string_view::npos)) text.remove_prefix(1);
  return text;
}

/// Length of the number at the front of `text`: "8.01", "8. 01", "1A", "4.B"; 0 for none.
std::size_t number_size(std::string_view text) noexcept {
  const auto at = [&text](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  std::size_t i = 0;
  while (is_digit(at(i))) ++i;
  if (i == 0 || i > 2) return 0;
  if (at(i) == '.') {
    std::size_t k = i + 1;
    if (at(k) == ' ' && at(k + 1) == '0' && is_digit(at(k + 2))) ++k;
    if (is_digit(at(k))) {
      while (is_digit(at(k))) ++k;
      i = k;
    } else if (is_upper(at(k)) && !is_letter(at(k + 1)) && !is_digit(at(k + 1)) && at(k + 1) != '\'') {
      i = k + 1;
    }
  }
  if (is_letter(at(i)) && !is_letter(at(i + 1)) && !is_letter(at(i - 1))) ++i;
  return is_letter(at(i)) || is_digit(at(i)) ? 0 : i;
}

/// Length of " and 2" or ", 2 and 3" at the front of `text`.
std::size_t more_numbers(std::string_view text) noexcept {
  std::size_t size = 0;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view joint : {" and ", " & ", ", "}) {
      const std::size_t next = text.substr(size, joint.size()) == joint ? number_size(text.substr(size + joint.size())) : 0;
      if (next == 0) continue;
      size += joint.size() + next;
      more = true;
    }
  }
  return size;
}

/// The roman number of "PART II" before an item, which is taken from the front of `text`.
std::string_view take_part(std::string_view& text) noexcept {
  if (!starts_with_folded(text, "part ")) return {};
  std::string_view rest = without_front(text.substr(5), "");
  const std::size_t size = std::min(rest.find_first_not_of("IViv"), rest.size());
  if (size == 0 || size > 3) return {};
  const std::string_view part = rest.substr(0, size);
  rest = without_front(rest.substr(size), separators);
  if (!starts_with_folded(rest, "item")) return {};
  text = rest;
  return part;
}

/// The words of `text`: letters in small, one blank for all between them, no apostrophes.
std::string plain_words(std::string_view text) {
  constexpr std::size_t enough = 80;
  std::string words;
  for (const char c : text.substr(0, 2 * enough)) {
    if (is_letter(c)) {
      words.push_back(lower(c));
    } else if (c != '\'' && !words.empty() && words.back() != ' ') {
      words.push_back(' ');
    }
  }
  return words;
}

/// True if `words` begin with the whole words of `title`.
bool begins_with(std::string_view words, std::string_view title) noexcept {
  return words.starts_with(title) && (words.size() == title.size() || words[title.size()] == ' ');
}

template <std::size_t Size>
bool contains(const std::string_view (&items)[Size], std::string_view name) noexcept {
  return std::find(std::begin(items), std::end(items), name) != std::end(items);
}

template <std::size_t Size>
bool contains(const Item (&items)[Size], std::string_view name) noexcept {
  return std::any_of(std::begin(items), std::end(items), [name](const Item& item) { return item.number == name; });
}

template <std::size_t Size>
std::string_view number_of(const Item (&items)[Size], std::string_view title) {
  const std::string words = plain_words(title);
  const auto* const found = std::find_if(std::begin(items), std::end(items), [&words](const Item& item) { return begins_with(words, item.title); });
  return found == std::end(items) ? std::string_view() : found->number;
}

}  // namespace

ItemForm item_form(std::string_view form) noexcept {
  if (starts_with_folded(form, "8-k")) return ItemForm::current;
  if (starts_with_folded(form, "10-q")) return ItemForm::quarterly;
  if (starts_with_folded(form, "20-f")) return ItemForm::foreign;
  return starts_with_folded(form, "10-k") || starts_with_folded(form, "10-12") ? ItemForm::annual : ItemForm::none;
}

ItemHeading item_heading(std::string_view text) noexcept {
  ItemHeading heading;
  text = without_front(text.substr(0, 300), "-*");
  heading.part = take_part(text);
  if (!starts_with_folded(text, "item")) return {};
  text.remove_prefix(4);
  if (!text.empty() && lower(text.front()) == 's') text.remove_prefix(1);
  if (text.empty() || !(is_blank(text.front()) || is_digit(text.front()))) return {};  // "Item7." as well
  text = without_front(text, "");
  if (starts_with_folded(text, "no.")) text = without_front(text.substr(3), "");
  std::size_t size = number_size(text);
  if (size == 0) return {};
  size += more_numbers(text.substr(size));
  const std::string_view after = without_front(text.substr(size), ".:-");
  if (!after.empty() && (is_lower(after.front()) || after.front() == ',' || after.front() == ')' || after.front() == ';')) return {};
  if (after.size() > 3 && after.front() == '(') {  // "Item 10 (as to directors)", "Item 5(a) and", but "Item 9.01 (d) Exhibits"
    const std::string_view behind = without_front(after.substr(3), "");
    if ((is_lower(after[1]) && after[2] != ')') || (!behind.empty() && is_lower(behind.front()))) return {};
  }
  heading.number = text.substr(0, size);
  heading.title = without_front(text.substr(size), separators);
  return heading;
}

std::string item_name(std::string_view number) {
  const bool several = number.find(" and ") != std::string_view::npos || number.find_first_of(",&") != std::string_view::npos;
  std::string name;
  for (const char c : number) {
    if (!is_blank(c) || several) name.push_back(is_lower(c) && !several ? static_cast<char>(c - 32) : c);
  }
  return name;
}

bool has_item(ItemForm form, std::string_view name, std::string_view date) noexcept {
  name = name.substr(0, name.find_first_of(" ,"));
  switch (form) {
    case ItemForm::none: return true;
    case ItemForm::current:
      if (date.size() >= 10 && date < "2004-07-23") return contains(former_items, name);
      if (date.size() >= 10 && date > "2004-09-23") return contains(current_items, name);
      return contains(former_items, name) || contains(current_items, name);
    case ItemForm::annual: return contains(annual_items, name);
    case ItemForm::quarterly: return contains(quarterly_items, name);
    case ItemForm::foreign: return contains(foreign_items, name.substr(0, name.find('.')));
  }
  return false;
}

std::string_view item_of_title(std::string_view title, std::string_view date) {
  return date.size() >= 10 && date < renumbered ? number_of(former_items, title) : number_of(current_items, title);
}

}  // namespace rxgraph::ingest
