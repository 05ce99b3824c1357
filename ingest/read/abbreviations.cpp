#include "ingest/read/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "ingest/read/lexis.hpp"
#include "ingest/read/word_table.hpp"

namespace rxgraph::ingest {
namespace {

// Lower case, without the last stop.
constexpr std::string_view inner_words[] = {"a.k.a", "approx", "assoc", "c.f",   "c/o",   "capt", "cf",  "comm'r", "dept", "dr",   "drs",  "e.g", "ed",  "eds", "est", "gen", "gov", "hon", "i.e", "incl",
                                            "int'l", "lt",     "messrs", "mfg", "mr",    "mrs",  "ms",  "mt",     "nat'l", "op",   "p.o",  "ph",  "prof", "pte", "pty", "rep", "rev", "sdn", "sen", "st",
                                            "supp",  "u.s.c",  "univ",   "v",   "viz",   "vs"};
constexpr std::string_view number_words[] = {"apr", "art", "arts", "aug", "ca",  "ch",  "cl",  "dec", "eq",  "eqs",  "ex",  "exh", "feb",  "fig", "figs",  "jan", "jul", "jun", "mar", "no",  "nos",
                                             "nov", "oct", "para", "pg",  "pgs", "pp",  "pt",  "pub", "ref", "refs", "reg", "regs", "sched", "sec", "secs", "sep", "sept", "ser", "subpt", "tel", "vol", "vols"};
constexpr std::string_view closing_words[] = {"a.m", "ave", "blvd", "esq", "ft", "hwy", "jr", "m.d", "p.m", "ph.d", "rd", "sq", "sr"};
constexpr std::string_view legal_words[] = {"bhd", "bros", "co", "corp", "cos", "inc", "l.l.c", "l.p", "ltd", "n.v", "plc", "s.a", "s.p.a", "s.\u00e0.r.l"};
constexpr std::string_view ending_words[] = {"al", "b.i.d", "etc", "q.d", "t.i.d"};
constexpr std::string_view state_words[] = {"ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga",  "ill",  "ind",  "kan", "ky",  "mass", "md",   "mich", "minn", "miss",
                                            "mo",  "mont", "neb", "nev",   "okla", "ont",  "ore", "pa",  "que", "tenn", "tex", "va",  "vt",  "wash", "wis", "wyo"};

struct Use {
  Abbreviation kind = Abbreviation::none;
  bool capital = false;  ///< Only with a capital: "Ill." is Illinois, "ill." a word.
};

constexpr std::size_t word_count =
    std::size(inner_words) + std::size(number_words) + std::size(closing_words) + std::size(legal_words) + std::size(ending_words) + std::size(state_words);
using Table = WordTable<Use, word_count>;

constexpr Table table([] {
  std::array<Table::Entry, word_count> entries{};
  std::size_t count = 0;
  const auto add = [&](const auto& words, Use use) {
    for (const auto word : words) entries[count++] = {word, use};
  };
  add(inner_words, {Abbreviation::inner, false});
  add(number_words, {Abbreviation::number, false});
  add(closing_words, {Abbreviation::closing, false});
  add(legal_words, {Abbreviation::legal, false});
  add(ending_words, {Abbreviation::ending, false});
  add(state_words, {Abbreviation::closing, true});
  return entries;
}());

/// "U.S.", "B.V.", "S.p.A.", "D.C.": letters with a stop after each.
bool is_initialism(std::string_view word) noexcept {
  if (word.size() < 4) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (!is_letter(word[i]) || i + 1 >= word.size() || word[i + 1] != '.') return false;
  }
  return true;
}

}  // namespace

Abbreviation abbreviation(std::string_view word) noexcept {
  if (word.size() < 2 || word.back() != '.' || word.size() > 9) return Abbreviation::none;
  char folded[8];
  const std::size_t size = word.size() - 1;
  std::transform(word.begin(), word.end() - 1, folded, lower);
  if (const Use* const use = table.find({folded, size})) return use->capital && !is_upper(word[0]) ? Abbreviation::none : use->kind;
  return is_initialism(word) ? Abbreviation::closing : Abbreviation::none;
}

}  // namespace rxgraph::ingest
