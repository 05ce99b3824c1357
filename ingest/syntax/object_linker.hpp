#pragma once
/// The objects of a verb. Internal to the linking.

#include "ingest/syntax/phrase_linker.hpp"

namespace rxgraph::ingest::syntax {

/// Links a verb of the current line to what it acts on and to whom it gives that.
class ObjectLinker : public PhraseLinker {
 protected:
  using PhraseLinker::PhraseLinker;

  /// "shall pay to A, on the first day of each quarter, a fee", "licensed from A, in 2012, the rights": the object behind prepositional
  /// phrases and commas; `size()` where there is none.
  std::size_t object_behind_phrases(std::size_t p) const {
    constexpr std::size_t most_phrases = 4;
    if (at(p).copula || !is(p + 1, Kind::preposition)) return size();
    std::size_t q = p + 1;
    bool comma = false;
    for (std::size_t phrase = 0; phrase < most_phrases && is(q, Kind::preposition) && is(q + 1, Kind::noun); ++phrase) {
      q += 2;
      comma = is(q, Kind::comma);
      if (comma) ++q;
    }
    const bool described = is(q, Kind::noun) && at(q).determiner != Group::Determiner::none && !at(q).pronoun && links_[id(q)].apposed_to == no_group;
    const bool clause = (is(q + 1, Kind::verb) && !at(q + 1).infinitive) || is(q + 1, Kind::comma) || is(q + 1, Kind::conjunction);
    return comma && described && !clause && !is_date(at(q)) ? q : size();
  }

  void find_objects(std::size_t p) {
    const std::uint32_t verb = id(p);
    Links& links = links_[verb];
    if (is(p + 1, Kind::preposition) && is(p + 2, Kind::noun) && is(p + 3, Kind::noun) && !is_date(at(p + 3)) && !at(p).copula) {
      links.themes.push_back({0, id(p + 3), 0.95F});  // "granted to A a licence".
      links.has_object = true;
      return;
    }
    if (const std::size_t object = object_behind_phrases(p); object < size()) {
      links.themes.push_back({0, id(object), 0.9F});
      links.has_object = true;
      return;
    }
    if (!is(p + 1, Kind::noun) || is_date(at(p + 1))) return;
    const std::uint32_t first = id(p + 1);
    const bool party = at(p + 1).pronoun || at(p + 1).head_mention >= 0 || at(p + 1).defined;  // "granted the Company a licence"
    std::size_t second = p + 2;
    while (is(second, Kind::noun) && is_date(at(second))) ++second;
    if (party && is(second, Kind::noun) && !is_dosage_form(at(second))) {
      links.recipients.push_back({0, first, 1});
      links.themes.push_back({0, id(second), 1});
    } else {
      links.themes.push_back({0, first, 1});
    }
    links.has_object = true;
  }
};

}  // namespace rxgraph::ingest::syntax
