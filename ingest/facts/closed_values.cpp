#include "ingest/facts/closed_values.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// Folded and without hyphens and marks, between blanks: "Up-front" is " upfront ".
std::string plain(std::string_view text) {
  std::string words = " ";
  for (const char c : fold(text)) {
    if (c == '-' && words.ends_with("non")) words.push_back('-');
    if (c == '-' || c == '\'' || c == '"') continue;
    words.push_back(c == '(' || c == ')' || c == ',' || c == ';' || c == '/' ? ' ' : c);
  }
  words.push_back(' ');
  return words;
}

/// The first characters of the words of a plain text, one bit each; some share one.
std::uint64_t initials_of(std::string_view words) {
  std::uint64_t initials = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1] == ' ' && words[i] != ' ') initials |= std::uint64_t{1} << (static_cast<unsigned char>(words[i]) % 64);
  }
  return initials;
}

struct Said {
  std::size_t begin = 0;
  std::size_t end = 0;
  const std::string* value = nullptr;

  bool within(const Said& other) const { return other.begin <= begin && end <= other.end && other.end - other.begin > end - begin; }
};

bool joined(std::string_view text) {
  return text.find(',') != std::string_view::npos || text.find('/') != std::string_view::npos || text.find(" and ") != std::string_view::npos ||
         text.find(" or ") != std::string_view::npos;
}

}  // namespace

ClosedForms::ClosedForms(const QualifierType& qualifier, const Vocabulary* synonyms) {
  for (const std::string& value : qualifier.values) {
    const Term* others = nullptr;
    for (std::size_t t = 0; synonyms != nullptr && t < synonyms->terms.size(); ++t) {
      if (synonyms->terms[t].name == value) others = &synonyms->terms[t];
    }
    const auto unsaid = others == nullptr ? std::map<std::string, std::string>::const_iterator() : others->features.find("said");
    if (others == nullptr || unsaid == others->features.end() || unsaid->second != "no") add(value, value);
    if (others == nullptr) continue;
    for (const std::string& synonym : others->synonyms) add(synonym, value);
  }
}

void ClosedForms::add(std::string_view form, const std::string& value) {
  std::string words = plain(form);
  words.pop_back();
  const std::string stem = words.substr(0, words.size() - 1);
  const bool in_y = words.ends_with('y');
  const std::uint64_t initial = initials_of(words);
  forms_.push_back({std::move(words), &value, initial});
  if (in_y) forms_.push_back({stem + "ies", &value, initial});
}

std::vector<std::string> ClosedForms::said_in(std::string_view text) const {
  const std::string words = plain(text);
  const std::uint64_t initials = initials_of(words);
  std::vector<Said> said;
  for (const Form& form : forms_) {
    if ((form.initials & initials) != form.initials) continue;
    for (std::size_t at = words.find(form.words); at != std::string::npos; at = words.find(form.words, at + 1)) {
      std::size_t end = at + form.words.size();
      if (words.compare(end, 2, "s ") == 0) ++end;
      if (words[end] == ' ') said.push_back({at, end, form.value});
    }
  }
  std::erase_if(said, [&](const Said& one) { return std::any_of(said.begin(), said.end(), [&](const Said& other) { return one.within(other); }); });
  if (!said.empty() && !joined(text)) {
    const auto length = [](const Said& one) { return one.end - one.begin; };
    said = {*std::max_element(said.begin(), said.end(), [&](const Said& a, const Said& b) { return length(a) < length(b); })};
  }
  std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.begin < b.begin; });
  std::vector<std::string> values;
  for (const Said& one : said) {
    if (std::find(values.begin(), values.end(), *one.value) == values.end()) values.push_back(*one.value);
  }
  return values;
}

}  // namespace rxgraph::ingest::facts
