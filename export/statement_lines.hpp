#pragma once
/// Statements about the ontology, collected as lines of canonical N-Triples: few enough to be held and sorted whole.

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "export/append.hpp"
#include "export/rdf_terms.hpp"

namespace rxgraph::exporting {

/// Terms are as N-Triples has them, `<iri>`, `_:n1` or a literal.
class StatementLines {
 public:
  void add(std::string_view subject, std::string_view predicate, std::string_view object) {
    std::string line;
    append_all(line, subject, " ", predicate, " ", object, " .\n");
    lines_.push_back(std::move(line));
  }

  /// Nothing where `text` is empty, as the next one.
  void text(std::string_view subject, std::string_view predicate, std::string_view text) {
    if (!text.empty()) add(subject, predicate, literal(text));
  }

  /// A text in English.
  void english(std::string_view subject, std::string_view predicate, std::string_view text) {
    if (!text.empty()) add(subject, predicate, literal(text) + "@en");
  }

  /// A blank node of its own: `_:n1`, `_:n2`, ... in the order of calls. (serd gives others that begin with "b" another name.)
  std::string blank() { return "_:n" + std::to_string(++blanks_); }

  /// The head of an RDF list of `items`, which are not empty.
  std::string list(const std::vector<std::string>& items) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < items.size(); ++i) cells.push_back(blank());
    for (std::size_t i = 0; i < items.size(); ++i) {
      add(cells[i], "<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>", items[i]);
      add(cells[i], "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>",
          i + 1 < items.size() ? std::string_view(cells[i + 1]) : "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>");
    }
    return cells.front();
  }

  /// Writes all lines, sorted by byte and each once.
  void write(std::ostream& out) {
    std::sort(lines_.begin(), lines_.end());
    lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
    Buffer buffer(out);
    for (const std::string& line : lines_) {
      buffer.text += line;
      buffer.drain();
    }
    buffer.flush();
  }

  static std::string literal(std::string_view text) {
    std::string term;
    append_literal(term, text);
    return term;
  }

 private:
  std::vector<std::string> lines_;
  std::size_t blanks_ = 0;
};

}  // namespace rxgraph::exporting
