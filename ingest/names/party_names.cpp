#include <algorithm>
#include <array>

#include "ingest/names/grammar.hpp"
#include "ingest/read/numerals.hpp"

namespace rxgraph::ingest::naming {
namespace {

/// Words of a name at the most, and fewer where everything is in capitals and a name has no visible edge.
constexpr std::uint32_t longest_name = 9;
constexpr std::uint32_t longest_capital_name = 4;

/// "the 64th": counts the meetings of a society, and is no part of its name; "21st" without an article may be.
bool counts_meetings(const SentenceView& s, std::uint32_t i) {
  if (!s.tokens[i].digit || i == 0 || !s.in(i - 1, WordList::determiners)) return false;
  const std::string_view word = s.text(i);
  return word.size() >= 3 && word[0] >= '0' && word[0] <= '9' && (word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd"));
}

/// "siRNA" is no part of a company's name, but "Sarna" and "Zor-mAbs" are.
bool is_name_stop(const SentenceView& s, std::uint32_t i) {
  if (!s.in(i, WordList::name_stops) || !s.words[i]->small_stop) return s.in(i, WordList::name_stops);
  return s.tokens[i].mixed && !(i >= 2 && s.is_joint(i - 1) && s.tokens[i - 2].capital);
}

bool ends_name(const SentenceView& s, std::uint32_t i) {
  constexpr WordSet stops = function_words | bit(WordList::months) | bit(WordList::person_titles) | bit(WordList::self_words);
  return !s.is_name_like(i) || s.in(i, stops) || is_name_stop(s, i) || counts_meetings(s, i);
}

/// The first token of the capitalised name that ends just before `end`; `end` where there is none.
std::uint32_t name_start(const SentenceView& s, std::uint32_t end, bool after_possessive = false) {
  const std::uint32_t limit = s.capitals ? longest_capital_name : longest_name;
  std::uint32_t first = end;
  std::uint32_t words = 0;
  while (first > 0 && words < limit) {
    std::uint32_t at = first - 1;
    if (s.is_trade_mark(at) && at > 0) --at;
    const bool joins = s.is(at, '&') || s.is_joint(at) || (s.is(at, '.') && s.glued(at)) || (s.is(at, '/') && s.glued(at)) ||
                       ((first < end || after_possessive) && s.text(at) == "'s") || (first < end && s.in(at, WordList::title_joints) && !s.in(at, WordList::prepositions));
    if (joins && at > 0) --at;
    const bool numbered = first + 1 == end && is_roman(s.text(first)) && s.is_name_like(at) && s.in(at, WordList::name_stops);  // "Harbor Partners III, L.P."
    const bool counted = at >= 2 && s.tokens[at].capital && s.is_joint(at - 1) && s.tokens[at - 2].capital && !s.capitals;  // "Forty-Second Street Capital, Inc."
    if (!numbered && !counted && ends_name(s, at)) {
      const bool prefix = s.is_word(at) && s.is_joint(at + 1) && !s.in(at, function_words) && !s.words[at]->seen_lower;
      if (!prefix) break;
    }
    first = at;
    ++words;
  }
  return first;
}

/// True if some word of the name could not as well be an ordinary one.
bool is_telling(const SentenceView& s, std::uint32_t first, std::uint32_t last, WordSet besides = 0) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (besides != 0 && (s.in(i, besides | bit(WordList::places)) || s.modifiers[i])) continue;
    if (s.tokens[i].all_capitals && !s.capitals && !s.in(i, WordList::legal_forms)) return true;
    if (s.is_name_like(i) && !s.in(i, function_words | bit(WordList::ordinary_words) | bit(WordList::party_roles) | bit(WordList::legal_forms))) return true;
  }
  return false;
}

/// Where a legal form is also a word for a party ("Company", "Corporation") it must follow its name directly, and no law may follow.
bool is_role_instead(const SentenceView& s, std::uint32_t i) {
  if (!s.in(i, WordList::party_roles) && !(s.capitals && s.in(i, WordList::verb_forms))) return false;
  if (i == 0 || s.is(i - 1, ',') || s.capitals) return !(s.capitals && i > 0 && s.is(i - 1, ','));
  const bool one_word_before = i < 3 || (!s.is_name_like(i - 3) && !s.in(i - 3, WordList::title_joints));
  if (s.in(i - 1, WordList::conjunctions) && one_word_before && s.words[i]->capitals > 5) return true;  // "Acme and Company agree"
  return i + 1 < s.size() && s.tokens[i + 1].capital && s.in(i + 1, WordList::ordinary_words);
}

bool is_legal_form(const SentenceView& s, std::uint32_t i) {
  if (!s.in(i, WordList::legal_forms) || is_role_instead(s, i)) return false;
  const std::string_view text = s.text(i);
  if (!s.tokens[i].capital && s.in(i, WordList::party_roles)) return false;  // "an Acme company"
  if (s.words[i]->upper_form && !s.tokens[i].all_capitals) return false;
  if (s.in(i, WordList::places) && i > 0 && s.is(i - 1, ',') && text.back() != '.') return false;  // "Boulder, CO"
  return s.tokens[i].capital || text == "plc" || text == "plc." || text == "p.l.c." || text == "gmbh" || s.in(i, WordList::name_stops);
}

/// One past the legal forms that begin at `i`: "Co., Ltd.", "GmbH & Co. KG".
std::uint32_t after_legal_forms(const SentenceView& s, std::uint32_t i) {
  std::uint32_t last = i + 1;
  for (;;) {
    std::uint32_t at = last;
    if (s.is(at, ',') || s.is(at, '&') || s.is(at, '/')) ++at;
    if (!is_legal_form(s, at)) return last;
    last = at + 1;
  }
}

/// "Acme (UK) Limited": where the parenthesis that ends at `end` opens, or `end`.
std::uint32_t place_parenthesis(const SentenceView& s, std::uint32_t end) {
  if (end < 4 || !s.is(end - 1, ')')) return end;
  for (std::uint32_t open = end - 2; open > 0 && end - open < 6; --open) {
    if (s.is(open, '(')) return s.tokens[open + 1].capital ? open : end;
  }
  return end;
}

/// Leaves out ordinary words at the beginning where a heading runs into a name: "Corporate Communications Acme, Inc.". A number alone is no
/// name: "Harbor Capital Partners III, L.P.". Behind a word in small letters no heading begins.
std::uint32_t without_heading(const SentenceView& s, std::uint32_t first, std::uint32_t end) {
  if (first > 0 && s.is_word(first - 1) && !s.tokens[first - 1].capital && !s.tokens[first - 1].digit) return first;
  std::uint32_t at = first;
  while (at + 1 < end && s.words[at]->head < 0 && (s.in(at, bit(WordList::ordinary_words) | bit(WordList::party_roles)) || !s.is_word(at))) ++at;
  const bool number_alone = at + 1 == end && is_roman(s.text(at));
  return at - first >= 2 && !number_alone && is_telling(s, at, end) ? at : first;
}

/// "Home Products Corporation of America, Inc.": where the name begins whose place is [first, end); else `first`.
std::uint32_t start_over_place(const SentenceView& s, std::uint32_t first, std::uint32_t end) {
  static const std::uint64_t of = word_key("of");
  if (first + 1 != end || first < 3 || !s.in(first, WordList::places) || s.tokens[first - 1].key != of) return first;
  if (!s.in(first - 2, WordList::legal_forms) || !s.tokens[first - 2].capital) return first;
  const std::uint32_t before = name_start(s, first - 2);
  return before < first - 2 ? before : first;
}

void find_legal_names(const SentenceView& s, Candidates& out) {
  for (std::uint32_t i = 1; i < s.size(); ++i) {
    if (!is_legal_form(s, i)) continue;
    std::uint32_t end = i;
    if (s.is(end - 1, ',') || s.is(end - 1, '&')) --end;
    if (s.in(end - 1, WordList::conjunctions) && end == i && s.in(i, WordList::company_articles)) --end;  // "Lilly and Company"
    if (end == 0) continue;
    if (const std::uint32_t open = place_parenthesis(s, end); open < end) end = open;
    const std::uint32_t start = name_start(s, end);
    const std::uint32_t over_place = start_over_place(s, start, end);
    const std::uint32_t first = over_place < start ? over_place : without_heading(s, start, end);
    const std::uint32_t last = after_legal_forms(s, i);
    const bool set_off = end >= first + 2 && s.is(end, ',') && !s.capitals;  // "Perspective Therapeutics, Inc."
    if (first < end && (set_off || is_telling(s, first, end))) {
      out.push_back(name_candidate(first, last, s.index.types().company, rank_form, 0.97F, "legal form"));
    }
    i = last - 1;
  }
}

const std::uint64_t at_ = word_key("at");

/// "at the Acme Annual Meeting": the capitalised words from `first` end in a word for a meeting.
bool names_meeting(const SentenceView& s, std::uint32_t first) {
  static const std::array<std::uint64_t, 6> meetings = {word_key("meeting"), word_key("conference"), word_key("congress"), word_key("symposium"), word_key("summit"), word_key("forum")};
  std::uint32_t last = first;
  while (last + 1 < s.size() && s.tokens[last + 1].capital) ++last;
  return std::find(meetings.begin(), meetings.end(), s.tokens[last].key) != meetings.end();
}

/// "the", as titles have it, in the languages that do: "University of the Pacific", "Hospital de la Paz".
bool is_article(std::string_view word) {
  static const std::array<std::string_view, 8> articles = {"the", "The", "la", "La", "le", "Le", "los", "las"};
  return std::find(articles.begin(), articles.end(), word) != articles.end();
}

/// One past what belongs to a title after its head: "University [of Texas]", "Institute [for Cancer Research]".
std::uint32_t after_title(const SentenceView& s, std::uint32_t last) {
  std::uint32_t end = last;
  while (end < s.size() && end < last + 12) {
    std::uint32_t at = end;
    const bool joint = s.in(at, WordList::title_joints);
    // "University of Texas at Austin": a place behind the one that the title names, and no meeting.
    if (end > last && s.tokens[at].key == at_ && at + 1 < s.size() && s.is_name_like(at + 1) && !s.tokens[at + 1].all_capitals && !ends_name(s, at + 1) && !names_meeting(s, at + 1)) {
      ++at;
    } else if (joint) {
      ++at;
      if (s.in(at, WordList::determiners)) {
        if (s.in(at, WordList::self_words) || !is_article(s.text(at))) return end;  // "the Administration for its approval"
        ++at;
      }
    } else if (end > last && (s.in(at, WordList::conjunctions) || s.is(at, '&'))) {
      ++at;
    } else if (end == last && !s.is_joint(at)) {
      return end;
    }
    if (s.is_joint(at)) ++at;
    if (ends_name(s, at) || s.in(at, WordList::legal_forms)) return end;
    end = at + 1;
  }
  return end;
}

/// "National Cancer [Center]", "Korean Research [Institute]": ordinary words, but whose it is stands before what it does.
bool is_national(const SentenceView& s, std::uint32_t first, std::uint32_t head) {
  static const std::uint64_t national = word_key("national"), royal = word_key("royal");
  return head >= first + 2 && !s.capitals && (s.in(first, WordList::places) || s.tokens[first].key == national || s.tokens[first].key == royal);
}

void find_titled_names(const SentenceView& s, Candidates& out) {
  const GrammarTypes& types = s.index.types();
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (s.words[i]->head < 0 || !s.tokens[i].capital) continue;
    const Head& head = s.index.head(s.words[i]->head);
    if (!head.title) continue;
    const std::uint32_t first = name_start(s, i, head.type != types.company);
    std::uint32_t last = i + 1;
    while (head.leads && last < i + 4 && !ends_name(s, last)) ++last;
    if (head.type != types.company && !s.capitals) last = after_title(s, last);
    if (last - first < 2) continue;
    const bool organization = head.type != types.company;
    const bool telling = is_telling(s, first, i, bit(WordList::verb_forms)) || (organization && (is_telling(s, i + 1, last) || is_national(s, first, i)));
    const auto is_place = [&](std::uint32_t word) { return s.in(word, WordList::places) || s.is(word, '.'); };
    bool placed = organization && !s.capitals && first < i && last > i + 1;  // "California Institute of Technology"
    for (std::uint32_t word = first; word < i; ++word) placed = placed && is_place(word);
    if (!telling && !placed) continue;
    out.push_back(name_candidate(first, last, head.type, rank_grammar, 0.85F, "head"));
  }
}

void find_listed_names(const SentenceView& s, Candidates& out) {
  for (std::uint32_t i = 1; i < s.size(); ++i) {
    if (!s.is(i, '(') || SentenceView::covered(i - 1, out, rank_grammar) || ticker_of(s, i).empty()) continue;
    const std::uint32_t first = name_start(s, i);
    const bool headed = i >= first + 2 && !s.capitals && s.words[i - 1]->head >= 0 && s.index.head(s.words[i - 1]->head).type == s.index.types().company;
    if (first < i && (headed || is_telling(s, first, i))) out.push_back(name_candidate(first, i, s.index.types().company, rank_grammar, 0.9F, "ticker"));
  }
}

}  // namespace

std::string ticker_of(const SentenceView& s, std::uint32_t open) {
  const std::uint32_t end = after_parenthesis(s, open, 40);
  bool exchange = false;
  for (std::uint32_t i = open + 1; i + 1 < end; ++i) {
    if (s.in(i, WordList::exchanges)) exchange = true;
    if (!exchange || !(s.is(i, ':') || s.is(i, '"')) || i + 1 >= end) continue;
    std::uint32_t at = i + 1;
    if (s.is(at, '"')) ++at;
    if (s.is_word(at) && (s.tokens[at].all_capitals || s.tokens[at].digit || s.text(at).size() == 1)) return std::string(s.text(at));
  }
  return {};
}

void find_party_names(const SentenceView& sentence, Candidates& out) {
  find_legal_names(sentence, out);
  find_titled_names(sentence, out);
  find_listed_names(sentence, out);
}

}  // namespace rxgraph::ingest::naming
