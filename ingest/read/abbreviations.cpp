#include "ingest/read/abbreviations.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/names/lexis.hpp"

namespace rxgraph::ingest {
namespace {

struct Entry {
  std::string_view word;  ///< Lower case, without the last stop.
  Abbreviation kind;
};

/// Sorted by word.
constexpr Entry entries[] = {
    {"a.k.a", Abbreviation::inner},   {"a.m", Abbreviation::closing},   {"al", Abbreviation::closing},    {"apr", Abbreviation::number},
    {"approx", Abbreviation::inner},  {"art", Abbreviation::number},    {"assoc", Abbreviation::inner},   {"aug", Abbreviation::number},
    {"ave", Abbreviation::closing},   {"b.i.d", Abbreviation::closing}, {"bhd", Abbreviation::closing},   {"blvd", Abbreviation::closing},
    {"bros", Abbreviation::closing},  {"c.f", Abbreviation::inner},     {"ca", Abbreviation::number},     {"capt", Abbreviation::inner},
    {"cf", Abbreviation::inner},      {"ch", Abbreviation::number},     {"cl", Abbreviation::number},     {"co", Abbreviation::closing},
    {"corp", Abbreviation::closing},  {"dec", Abbreviation::number},    {"dept", Abbreviation::inner},    {"dr", Abbreviation::inner},
    {"drs", Abbreviation::inner},     {"e.g", Abbreviation::inner},     {"ed", Abbreviation::inner},      {"eds", Abbreviation::inner},
    {"eq", Abbreviation::number},     {"esq", Abbreviation::closing},   {"est", Abbreviation::inner},     {"etc", Abbreviation::closing},
    {"ex", Abbreviation::number},     {"feb", Abbreviation::number},    {"fig", Abbreviation::number},    {"figs", Abbreviation::number},
    {"ft", Abbreviation::closing},    {"gen", Abbreviation::inner},     {"gov", Abbreviation::inner},     {"hon", Abbreviation::inner},
    {"i.e", Abbreviation::inner},     {"inc", Abbreviation::closing},   {"incl", Abbreviation::inner},    {"int'l", Abbreviation::inner},
    {"jan", Abbreviation::number},    {"jr", Abbreviation::closing},    {"jul", Abbreviation::number},    {"jun", Abbreviation::number},
    {"lt", Abbreviation::inner},      {"ltd", Abbreviation::closing},   {"mar", Abbreviation::number},    {"messrs", Abbreviation::inner},
    {"mfg", Abbreviation::inner},     {"mr", Abbreviation::inner},      {"mrs", Abbreviation::inner},     {"ms", Abbreviation::inner},
    {"mt", Abbreviation::inner},      {"no", Abbreviation::number},     {"nos", Abbreviation::number},    {"nov", Abbreviation::number},
    {"oct", Abbreviation::number},    {"op", Abbreviation::inner},      {"p.m", Abbreviation::closing},   {"p.o", Abbreviation::inner},
    {"para", Abbreviation::number},   {"pg", Abbreviation::number},     {"ph", Abbreviation::inner},      {"ph.d", Abbreviation::closing},
    {"plc", Abbreviation::closing},   {"pp", Abbreviation::number},     {"prof", Abbreviation::inner},    {"pt", Abbreviation::number},
    {"pte", Abbreviation::inner},     {"pty", Abbreviation::inner},     {"pub", Abbreviation::number},    {"q.d", Abbreviation::closing},
    {"rd", Abbreviation::closing},    {"ref", Abbreviation::number},    {"reg", Abbreviation::number},    {"rep", Abbreviation::inner},
    {"rev", Abbreviation::inner},     {"sdn", Abbreviation::inner},     {"sec", Abbreviation::number},    {"secs", Abbreviation::number},
    {"sen", Abbreviation::inner},     {"sep", Abbreviation::number},    {"sept", Abbreviation::number},   {"ser", Abbreviation::number},
    {"sr", Abbreviation::closing},    {"st", Abbreviation::inner},      {"subpt", Abbreviation::number},  {"t.i.d", Abbreviation::closing},
    {"univ", Abbreviation::inner},    {"v", Abbreviation::inner},       {"viz", Abbreviation::inner},     {"vol", Abbreviation::number},
    {"vs", Abbreviation::inner},
};

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
  char folded[8] = {};
  const std::size_t size = word.size() - 1;
  std::transform(word.begin(), word.end() - 1, folded, lower);
  const std::string_view key(folded, size);
  const auto* const found = std::lower_bound(std::begin(entries), std::end(entries), key, [](const Entry& entry, std::string_view each) { return entry.word < each; });
  if (found != std::end(entries) && found->word == key) return found->kind;
  return is_initialism(word) ? Abbreviation::closing : Abbreviation::none;
}

}  // namespace rxgraph::ingest
