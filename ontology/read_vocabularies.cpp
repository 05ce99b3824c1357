#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

/// The kinds of vocabularies, and whether the terms of one must be of a type. ontology/README.md says what each is.
struct VocabularyKind {
  std::string_view name;
  bool typed;
};
constexpr std::array<VocabularyKind, 12> kinds{{{"names", true},
                                               {"suffixes", true},
                                               {"heads", true},
                                               {"head_suffixes", true},
                                               {"modifiers", false},
                                               {"modifier_suffixes", true},
                                               {"registries", true},
                                               {"legal_forms", false},
                                               {"cues", true},
                                               {"words", false},
                                               {"verbs", false},
                                               {"ranks", true}}};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

constexpr std::string_view feature_prefix = "feature.";

/// True for a number as people write it: "2", "1.5".
bool is_number(std::string_view text) {
  const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && std::count(text.begin(), text.end(), '.') <= 1 && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Takes the terms that one file adds to a vocabulary: one that a file before has is replaced, one that the same file repeats is a fault.
class TermList {
 public:
  TermList(Vocabulary& vocabulary, Faults& faults) : terms_(vocabulary.terms), ranked_(vocabulary.kind == "ranks"), faults_(faults) {
    for (std::size_t i = 0; i < terms_.size(); ++i) below_.emplace(terms_[i].name, i);
  }

  void add(const Place& place, Term term) {
    if (term.name.empty()) {
      faults_.add(place, "a term without a name");
      return;
    }
    const auto [first, is_new] = places_.try_emplace(term.name, place);
    if (!is_new) {
      faults_.add(place, "term " + in_quotes(term.name) + " is given twice; first in line " + std::to_string(first->second.line));
      return;
    }
    if (const auto rank = term.features.find("rank"); ranked_ && (rank == term.features.end() || !is_number(rank->second)))
      faults_.add(place, "the term " + in_quotes(term.name) + " of a vocabulary of kind 'ranks' needs the feature 'rank', a number such as 2 or 1.5");
    const auto known = below_.find(term.name);
    if (known != below_.end())
      terms_[known->second] = std::move(term);
    else
      terms_.push_back(std::move(term));
  }

 private:
  std::vector<Term>& terms_;
  bool ranked_;
  Faults& faults_;
  std::unordered_map<std::string, std::size_t> below_;  ///< Terms of the files before.
  std::unordered_map<std::string, Place> places_;       ///< Terms of this file.
};

void read_key_values(std::string_view text, Place place, Term& term, Faults& faults) {
  if (text.empty()) return;
  for (const std::string_view pair : split(text, '|')) {
    const std::size_t equals = pair.find('=');
    if (equals == 0 || equals == std::string_view::npos || equals + 1 == pair.size()) {
      faults.add(place, in_quotes(pair) + " is no key=value");
    } else {
      const std::string_view key = pair.substr(0, equals);
      const std::string value(pair.substr(equals + 1));
      if (key.starts_with(feature_prefix))
        term.features[std::string(key.substr(feature_prefix.size()))] = value;
      else
        term.ids[std::string(key)] = value;
    }
    place.column += static_cast<std::uint32_t>(pair.size()) + 1;
  }
}

void read_line(std::string_view line, const Place& place, TermList& list, Faults& faults) {
  const std::vector<std::string_view> fields = split(line, '\t');
  if (fields.size() > 3) {
    faults.add(place, "a line has at most three fields: name, synonyms, ids and features; this has " + std::to_string(fields.size()));
    return;
  }
  Term term;
  term.name = fields[0];
  if (fields.size() > 1 && !fields[1].empty())
    for (const std::string_view synonym : split(fields[1], '|')) {
      if (synonym.empty()) faults.add(place, "an empty synonym of " + in_quotes(term.name));
      term.synonyms.emplace_back(synonym);
    }
  if (fields.size() > 2) {
    const auto column = static_cast<std::uint32_t>(fields[0].size() + fields[1].size() + 3);
    read_key_values(fields[2], {place.file, place.line, column}, term, faults);
  }
  list.add(place, std::move(term));
}

void read_tsv(std::string_view text, std::uint32_t file, TermList& list, Faults& faults) {
  Place place{file, 0, 1};
  for (std::string_view line : split(text, '\n')) {
    ++place.line;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    if (is_utf8(line))
      read_line(line, place, list, faults);
    else
      faults.add(place, "bytes that are no UTF-8");
  }
}

std::map<std::string, std::string> read_texts(const JsonNode& node, std::string_view member, Faults& faults) {
  std::map<std::string, std::string> values;
  const JsonNode* object = node.find(member);
  if (!object) return values;
  for (const JsonMember& one : object->members)
    if (one.value.is(JsonNode::Kind::text))
      values[one.name] = one.value.text;
    else
      faults.add(one.value.place, in_quotes(one.name) + " must be a string, not " + std::string(words_of(one.value.kind)));
  return values;
}

void read_inline_term(const JsonNode& node, TermList& list, Faults& faults) {
  if (node.is(JsonNode::Kind::text)) {
    list.add(node.place, {node.text, {}, {}, {}});
  } else if (node.is(JsonNode::Kind::object)) {
    check_shape(node, shapes::term, faults);
    const JsonNode* name = node.find("name");
    if (name && name->is(JsonNode::Kind::text))
      list.add(name->place, {name->text, texts_of(node, "synonyms"), read_texts(node, "ids", faults), read_texts(node, "features", faults)});
  } else {
    faults.add(node.place, "a term must be a string or an object, not " + std::string(words_of(node.kind)));
  }
}

void read_terms(const Declared& part, Vocabulary& vocabulary, Faults& faults) {
  const JsonNode* file = part.node->find("file");
  const JsonNode* inline_terms = part.node->find("terms");
  if (!file && !inline_terms) faults.add(part.node->place, "a vocabulary needs 'terms' or a 'file' of them");
  TermList list(vocabulary, faults);
  if (file && file->is(JsonNode::Kind::text)) {
    const auto content = part.layer->files->find(file->text);
    if (content == part.layer->files->end())
      faults.add(file->place, "the vocabulary file " + in_quotes(file->text) + " cannot be read; it is looked for beside the ontology file");
    else
      read_tsv(content->second, faults.add_file(path_beside(faults.path(part.layer->file), file->text)), list, faults);
  }
  if (inline_terms)
    for (const JsonNode& term : inline_terms->items) read_inline_term(term, list, faults);
}

void read_vocabulary_part(const Declared& part, Vocabulary& vocabulary, const Reading& reading) {
  const JsonNode& node = *part.node;
  if (const JsonNode* kind = node.find("kind"); kind && kind->is(JsonNode::Kind::text)) {
    std::vector<std::string> names;
    for (const VocabularyKind& one : kinds) names.emplace_back(one.name);
    if (std::find(names.begin(), names.end(), kind->text) == names.end())
      reading.faults.add(kind->place, "unknown kind of vocabulary " + in_quotes(kind->text) + "; it is " + listed(names));
    vocabulary.kind = kind->text;
  } else if (!part.extends) {
    reading.faults.add(node.place, "a vocabulary needs the member 'kind'");
  }
  if (const JsonNode* type = node.find("type"); type && type->is(JsonNode::Kind::text)) {
    read_type_names({type}, reading);
    vocabulary.type = type->text;
  }
  if (node.find("source")) vocabulary.source = text_of(node, "source");
  read_terms(part, vocabulary, reading.faults);
}

}  // namespace

void read_vocabularies(Reading& reading) {
  for (const Declaration& declaration :
       declarations(reading.layers, "vocabularies", "name", shapes::vocabulary, NameForm::lower_snake, "vocabulary", reading.faults)) {
    Vocabulary vocabulary;
    vocabulary.name = declaration.name;
    for (const Declared& part : declaration.parts) read_vocabulary_part(part, vocabulary, reading);
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const VocabularyKind& k) { return k.name == vocabulary.kind; });
    if (kind != kinds.end() && kind->typed && vocabulary.type.empty())
      reading.faults.add(declaration.parts.back().node->place, "a vocabulary of kind " + in_quotes(vocabulary.kind) + " needs the member 'type'");
    reading.ontology.vocabularies.push_back(std::move(vocabulary));
  }
}

}  // namespace rxgraph::ontology
