/// Ontologies in OBO 1.2 and 1.4: https://owlcollab.github.io/oboformat/doc/GO.format.obo-1_4.html

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "ingest/read/lexis.hpp"
#include "ingest/vocabulary/importing.hpp"

namespace rxgraph::ingest {
namespace {

/// A stanza as it is read.
struct Stanza {
  std::size_t line = 0;
  bool term = false;  ///< [Term], not [Typedef] or [Instance].
  bool obsolete = false;
  std::string id;
  ListedTerm listed;
  struct Link {
    std::string id;
    std::size_t line = 0;
  };
  std::vector<Link> above;
};

/// The text before an unescaped " !" or " {", escapes resolved.
std::string value_of(std::string_view text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      const char next = text[++i];
      value.push_back(next == 'n' || next == 't' || next == 'W' ? ' ' : next);
      continue;
    }
    const bool ends = (text[i] == '!' || text[i] == '{') && i > 0 && text[i - 1] == ' ';
    if (ends) break;
    value.push_back(text[i]);
  }
  return std::string(trimmed(value));
}

/// The content of a quoted string at the beginning of `text`, which goes on behind it; false where it has no end.
bool take_quoted(std::string_view& text, std::string& quoted) {
  if (!text.starts_with('"')) return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return true;
    }
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    quoted.push_back(text[i]);
  }
  return false;
}

/// True for a name of two words or more each of which begins with a capital.
bool is_title(std::string_view name) {
  const std::vector<std::string_view> words = pieces(name, ' ');
  return words.size() > 1 && std::all_of(words.begin(), words.end(), [](std::string_view word) { return !is_lower(word.front()); });
}

class OboReader {
 public:
  explicit OboReader(ImportReading& reading) : reading_(reading), lines_(reading) {}

  void run() {
    while (lines_.next()) line();
    finish();
    if (!version_.empty()) reading_.out.list.source += ", " + version_;
    forget_titles();
    link();
  }

 private:
  ImportReading& reading_;
  ImportLines lines_;
  bool in_stanza_ = false;
  Stanza stanza_;
  std::string version_;
  std::vector<std::vector<Stanza::Link>> above_;  ///< Of each term of the list.
  boost::unordered_flat_map<std::string, std::uint32_t> index_;

  void line() {
    const std::string_view text = trimmed(lines_.text());
    if (text.empty() || text.starts_with('!')) return;
    if (text.starts_with('[')) {
      finish();
      in_stanza_ = true;
      stanza_ = {};
      stanza_.line = lines_.number();
      stanza_.term = text == "[Term]";
      stanza_.listed.type = reading_.type;
      return;
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
      reading_.fault(lines_.number(), "'" + std::string(text.substr(0, 60)) + "' is no tag with a value; it is left out");
      return;
    }
    const std::string_view tag = text.substr(0, colon);
    const std::string_view value = trimmed(text.substr(colon + 1));
    if (!in_stanza_ && (tag == "data-version" || (tag == "date" && version_.empty()))) version_ = value;
    if (in_stanza_ && stanza_.term) tagged(tag, value);
  }

  void tagged(std::string_view tag, std::string_view value) {
    if (tag == "id") {
      stanza_.id = value_of(value);
    } else if (tag == "name") {
      ListedTerm named;
      add_name(named, value_of(value), true, true, ListedName::Letters::any);
      std::vector<ListedName>& names = stanza_.listed.names;
      if (!named.names.empty()) names.insert(names.begin(), std::move(named.names.front()));
    } else if (tag == "synonym" || tag.ends_with("_synonym")) {
      synonym(tag, value);
    } else if (tag == "is_a") {
      stanza_.above.push_back({value_of(value), lines_.number()});
    } else if (tag == "is_obsolete") {
      stanza_.obsolete = value_of(value) == "true";
    }
  }

  /// synonym: "the words" EXACT [sources]; the older exact_synonym: "the words" [sources]
  void synonym(std::string_view tag, std::string_view value) {
    std::string words;
    if (!take_quoted(value, words)) {
      reading_.fault(lines_.number(), "the synonym " + std::string(value.substr(0, 60)) + " has no closing quote; it is left out");
      return;
    }
    const bool exact = tag == "exact_synonym" || (tag == "synonym" && trimmed(value).starts_with("EXACT"));
    add_name(stanza_.listed, words, exact, exact, ListedName::Letters::any);
  }

  void finish() {
    if (!in_stanza_ || !stanza_.term) return;
    in_stanza_ = false;
    if (stanza_.obsolete) {
      ++reading_.out.counts.passed_over;
      return;
    }
    const auto [registry, number] = registry_id(stanza_.id);
    if (stanza_.id.empty() || stanza_.listed.names.empty()) {
      reading_.fault(stanza_.line, std::string("the term has no ") + (stanza_.id.empty() ? "id" : "name") + "; it is left out");
      return;
    }
    if (!index_.try_emplace(stanza_.id, static_cast<std::uint32_t>(reading_.out.list.terms.size())).second) {
      reading_.fault(stanza_.line, "the term " + stanza_.id + " stands there already; this one is left out");
      return;
    }
    if (!registry.empty() && !number.empty()) stanza_.listed.ids.emplace_back(registry, number);
    for (ListedName& name : stanza_.listed.names) name.letters = letters_of(name.text);
    above_.push_back(std::move(stanza_.above));
    reading_.out.list.terms.push_back(std::move(stanza_.listed));
  }

  /// Where most names of several words have a capital on each, capitals tell nothing: texts write "breast carcinoma".
  void forget_titles() {
    std::size_t several = 0;
    std::size_t titles = 0;
    for (const ListedTerm& term : reading_.out.list.terms) {
      several += word_count(term.names.front().text) > 1;
      titles += is_title(term.names.front().text);
    }
    if (titles * 2 < several || several == 0) return;
    for (ListedTerm& term : reading_.out.list.terms) {
      for (ListedName& name : term.names) name.letters = ListedName::Letters::any;
    }
  }

  /// A term without one above it says nothing of those below: "disease".
  void link() {
    std::vector<ListedTerm>& terms = reading_.out.list.terms;
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
      for (const Stanza::Link& link : above_[i]) {
        const auto found = index_.find(link.id);
        if (found == index_.end()) {
          reading_.fault(link.line, "no term " + link.id + " stands in the file; the link to it is left out");
        } else if (!above_[found->second].empty() && found->second != i) {
          terms[i].broader.push_back(found->second);
        }
      }
    }
  }
};

}  // namespace

bool is_obo(std::string_view bytes, const Ontology&) {
  return bytes.substr(0, 2000).find("format-version:") != std::string_view::npos || bytes.substr(0, 100000).find("\n[Term]") != std::string_view::npos;
}

void read_obo(ImportReading& reading) { OboReader(reading).run(); }

}  // namespace rxgraph::ingest
