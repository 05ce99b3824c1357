// What a document says of its own names: defined terms, abbreviations, former names, who "we" is.
#include <algorithm>

#include "base/names.hpp"
#include "ingest/names/document_names.hpp"

namespace rxgraph::ingest::naming {
namespace {

/// How far left of a definition its party may stand: an address may come between.
constexpr std::uint32_t longest_reach = 90;

bool is_name_of(const Mention& mention) { return mention.kind == Mention::Kind::entity || mention.kind == Mention::Kind::unknown; }

}  // namespace

const Mention* DocumentNames::ending_at(const SentenceView& s, const std::vector<Mention>& mentions, std::uint32_t end) const {
  static const std::uint64_t affiliates = word_key("affiliates"), subsidiaries = word_key("subsidiaries");
  while (end > 0 && s.is_trade_mark(end - 1)) --end;
  // "Acme Biotech, Inc. and its affiliates (Acme)"
  if (end > 3 && (s.tokens[end - 1].key == affiliates || s.tokens[end - 1].key == subsidiaries) && s.in(end - 2, WordList::determiners) && s.in(end - 3, WordList::conjunctions)) end -= 3;
  for (const Mention& mention : mentions) {
    if (mention.last == end && is_name_of(mention)) return &mention;
  }
  return nullptr;
}

const Mention* DocumentNames::nearest_party(const std::vector<Mention>& mentions, std::uint32_t before) const {
  const Mention* nearest = nullptr;
  for (const Mention& mention : mentions) {
    if (mention.last > before) break;
    if (is_name_of(mention) && mention.entity != no_entity && is_party(mention.entity) && before - mention.last <= longest_reach) nearest = &mention;
  }
  return nearest;
}

void DocumentNames::give_abbreviation(const SentenceView& s, const Mention& mention, std::uint32_t first, std::uint32_t last, const char* how) {
  const std::string name = plain(s, first, last);
  std::uint32_t entity = memory_.resolve(mention.entity);
  if (mention.type == index_.types().indication && mention.type != no_type) {
    // "metastatic non-small cell lung cancer (NSCLC)": the letters stand for the shortest form whose initials they are.
    std::string best;
    for (const NameUse& known : memory_.entities[entity].names) {
      if (known.how == shorter_form && abbreviates(name, known.text) && (best.empty() || known.text.size() < best.size())) best = known.text;
    }
    if (!best.empty() && !abbreviates(name.substr(0, 1) + name, memory_.entities[entity].name)) {
      NameUse core = use(s, mention.last - 1, mention.last, best, shorter_form);
      core.how = "parenthesis";
      const std::uint32_t shorter = memory_.add(mention.type, core);
      memory_.add_name(shorter, use(s, first, last, name, how));
      NameUse also = use(s, first, last, name, shorter_form);
      memory_.add_name(entity, also);
      return;
    }
  }
  memory_.add_name(entity, use(s, first, last, name, how));
}

/// `A Sales, a unit of A Ltd. (together, "A")`: of the parties that the term [first, last) stands for together the first one that is called so without its legal form, else
/// the first that begins so; null where the term is of one party.
const Mention* DocumentNames::listed_together(const SentenceView& s, const std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t first, std::uint32_t last) const {
  bool together = false;
  for (std::uint32_t i = open + 1; i < first; ++i) together = together || s.text(i) == "collectively" || s.text(i) == "together";
  if (!together) return nullptr;
  const bool self = s.in(first, WordList::self_words);
  const auto begins = [&](const Mention& mention) {
    return mention.last <= open && open - mention.last <= longest_reach && is_name_of(mention) && mention.entity != no_entity && is_party(mention.entity) && (self || s.text(mention.first) == s.text(first));
  };
  const auto is_called = [&](const Mention& mention) {
    const std::vector<std::string> names = short_names(s.text(mention.first, mention.last), index_);
    return begins(mention) && std::find(names.begin(), names.end(), s.text(first, last)) != names.end();
  };
  const auto called = std::find_if(mentions.begin(), mentions.end(), is_called);
  const auto found = called != mentions.end() ? called : std::find_if(mentions.begin(), mentions.end(), begins);
  return found == mentions.end() ? nullptr : &*found;
}

/// `A Ltd. ("A") and B Inc. (the "Licensors")`: the parties of the list that ends before the bracket at `open`, in order.
std::vector<std::uint32_t> DocumentNames::listed_before(const SentenceView& s, const std::vector<Mention>& mentions, std::uint32_t open) const {
  constexpr std::uint32_t longest_gap = 8;  // Tokens between two of them: "and", a short name in brackets.
  std::vector<std::uint32_t> parties;
  std::uint32_t end = open;
  for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
    if (mention->last > end || !is_name_of(*mention)) continue;
    if (mention->entity == no_entity || !is_party(mention->entity) || end - mention->last > longest_gap) break;
    bool joins = true;
    for (std::uint32_t i = mention->last; i < end; ++i) joins = joins && !(s.is_word(i) && !s.in(i, WordList::conjunctions) && !s.in(i, WordList::determiners) && !s.tokens[i].capital);
    if (!joins) break;
    const std::uint32_t party = memory_.resolve(mention->entity);
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.insert(parties.begin(), party);
    end = mention->first;
  }
  return parties;
}

/// "Acme Delta Ltd., or AD, ...": another name of the mention before the comma, where it shortens that. In a list of alternatives none does.
void DocumentNames::learn_alternative(const SentenceView& s, const std::vector<Mention>& mentions, std::uint32_t conjunction) {
  const Mention* const before = ending_at(s, mentions, conjunction - 1);
  if (before == nullptr || before->entity == no_entity || !is_name_of(*before)) return;
  std::uint32_t first = conjunction + 1;
  if (s.in(first, WordList::determiners)) ++first;
  std::uint32_t last = first;
  while (last < s.size() && last < first + 3 && s.is_name_like(last)) ++last;
  const bool closed = last == s.size() || s.is(last, ',') || s.is(last, '.') || s.is(last, ';') || s.is(last, ')');
  if (last == first || !closed || s.in(first, WordList::self_words)) return;
  const std::string term = plain(s, first, last);
  const std::vector<NameUse>& names = memory_.entities[memory_.resolve(before->entity)].names;
  const auto shortens = [&](const NameUse& known) { return known.text.size() > term.size() && (abbreviates(term, known.text) || known.text.starts_with(term + " ")); };
  if (std::any_of(names.begin(), names.end(), shortens)) give_abbreviation(s, *before, first, last, "defined term");
}

void DocumentNames::learn_quoted(const SentenceView& s, const std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t first,
                                 std::uint32_t last, DocumentAnalysis& analysis) {
  if (s.is(last - 1, ',') || s.is(last - 1, '.')) --last;
  if (s.in(first, WordList::determiners)) ++first;
  if (first >= last || last - first > 6) return;
  const Mention* const together = listed_together(s, mentions, open, first, last);
  const Mention* const adjacent = together ? together : ending_at(s, mentions, open);
  const Mention* party = together ? together : nearest_party(mentions, open);
  if (!together && party && party->first > 0 && s.text(party->first - 1) == "at") {  // "Acme Inc., with offices at Beta Center (\"Licensee\")"
    if (const Mention* const before = nearest_party(mentions, party->first)) party = before;
  }
  if (last == first + 1 && s.in(first, WordList::party_roles) && s.text(first).ends_with('s')) {
    std::vector<std::uint32_t> parties = listed_before(s, mentions, open);
    if (parties.size() > 1) {
      analysis.defined_groups.insert_or_assign(normal_form(std::string(s.text(first)), true), std::move(parties));
      return;
    }
  }
  if (s.in(first, WordList::party_roles) && last == first + 1) {
    if (party) analysis.defined_roles.insert_or_assign(normal_form(std::string(s.text(first)), true), memory_.resolve(party->entity));
    return;
  }
  if (s.in(first, WordList::self_words)) {
    if (party) analysis.speaker = memory_.resolve(party->entity);
    return;
  }
  const std::string term = plain(s, first, last);
  const auto resembles = [&](const Mention& mention) {
    const auto& names = memory_.entities[memory_.resolve(mention.entity)].names;
    return std::any_of(names.begin(), names.end(), [&](const NameUse& known) {
      return abbreviates(term, known.text) || known.text.find(term) != std::string::npos;
    });
  };
  const auto named = [&](std::uint32_t i) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.first <= i && i < m.last; });
  };
  if (adjacent && adjacent->entity != no_entity && (resembles(*adjacent) || (is_party(adjacent->entity) && s.is_proper(first) && last - first <= 3 && !s.in(last - 1, WordList::ordinary_words)) ||
      (adjacent->type == index_.types().compound && adjacent->type != no_type && last == first + 1 && s.is_name_like(first) && !s.in(first, WordList::ordinary_words)))) {
    give_abbreviation(s, *adjacent, first, last, "defined term");
  } else if (party && s.is_name_like(first) && (resembles(*party) || (s.is(party->last, ',') && s.is_proper(first) && last == first + 1 && !named(first)))) {
    give_abbreviation(s, *party, first, last, "defined term");
  }
}

/// "chronic inducible urticaria (CIndU)": takes into `mention` the words before it that the letters stand for.
bool DocumentNames::widen(const SentenceView& s, const std::vector<Mention>& mentions, Mention& mention, std::string_view letters) {
  std::uint32_t limit = mention.first > 5 ? mention.first - 5 : 0;
  for (const Mention& other : mentions) {
    if (other.last <= mention.first) limit = std::max(limit, other.last);
  }
  for (std::uint32_t first = mention.first; first-- > limit;) {
    if (!s.is_word(first) && !s.is_joint(first)) return false;
    if (s.in(first, function_words)) return false;
    if (!abbreviates(letters, s.text(first, mention.last))) continue;
    const std::string narrow = memory_.entities[memory_.resolve(mention.entity)].name;
    mention.first = first;
    mention.entity = memory_.add(mention.type, use(s, first, mention.last, plain(s, first, mention.last), "text"));
    add_shorter(mention.entity, narrow);
    return true;
  }
  return false;
}

/// "fibrodysplasia ossificans progressiva (FOP)": takes into the disease that ends up to three words before `open` the small words behind it, where
/// the letters stand for all of them. True if it did.
bool DocumentNames::widen_behind(const SentenceView& s, std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t end) {
  constexpr std::uint32_t reach = 3;
  const std::uint32_t first = open + 1;
  const GrammarTypes& types = index_.types();
  if (types.indication == no_type || end != first + 2 || !s.tokens[first].all_capitals) return false;
  for (Mention& mention : mentions) {
    if (mention.last >= open || mention.last + reach < open || mention.type != types.indication || mention.kind != Mention::Kind::entity) continue;
    bool small = true;
    for (std::uint32_t i = mention.last; i < open; ++i) small = small && s.is_word(i) && !s.tokens[i].capital && !s.in(i, function_words);
    if (!small || !abbreviates(s.text(first), s.text(mention.first, open))) continue;
    const std::string core = memory_.entities[memory_.resolve(mention.entity)].name;
    mention.last = open;
    mention.entity = memory_.add(mention.type, use(s, mention.first, open, plain(s, mention.first, open), "text"));
    add_shorter(mention.entity, core);
    memory_.add_name(mention.entity, use(s, first, first + 1, plain(s, first, first + 1), "parenthesis"));
    return true;
  }
  return false;
}

void DocumentNames::learn_abbreviation(const SentenceView& s, std::vector<Mention>& mentions, std::uint32_t open, std::uint32_t end) {
  const Mention* const found = ending_at(s, mentions, open);
  Mention* const before = found ? &mentions[static_cast<std::size_t>(found - mentions.data())] : nullptr;
  if (!before && widen_behind(s, mentions, open, end)) return;
  if (!before || before->entity == no_entity) return;
  const std::uint32_t first = open + 1;
  std::uint32_t last = end - 1;
  while (last > first && s.is_trade_mark(last - 1)) --last;
  if (last <= first) return;
  const GrammarTypes& types = index_.types();
  for (const Mention& inner : mentions) {
    if (inner.first != first || !is_name_of(inner) || inner.entity == no_entity) continue;
    const bool whole = inner.last == last || s.is(inner.last, ',') || s.is(inner.last, ';') || s.is_trade_mark(inner.last);
    const bool plain_type = inner.type != no_type && (inner.type == types.compound || inner.type == types.target || inner.type == types.payload || inner.type == types.trial);
    if (inner.type != no_type && inner.type == types.indication && inner.how == std::string_view("vocabulary")) return;  // it stands for the shorter phrase
    if (whole && inner.type == before->type && inner.kind == before->kind &&
        (plain_type || abbreviates(s.text(first, inner.last), s.text(before->first, before->last)) || abbreviates(s.text(before->first, before->last), s.text(first, inner.last)))) {
      memory_.join(before->entity, inner.entity);
      return;
    }
    if (whole && before->type != no_type && before->type == types.payload && inner.how == std::string_view("code")) {  // "a topoisomerase inhibitor (AB123456)"
      memory_.join(before->entity, memory_.set_type(inner.entity, before->type));
      return;
    }
    if (inner.last == last && inner.kind == Mention::Kind::entity && inner.type != before->type && inner.confidence > 0.8F) return;
  }
  if (last - first > 5 || !s.is_name_like(first)) return;
  const std::string_view letters = s.text(first, last);
  const auto& names = memory_.entities[memory_.resolve(before->entity)].names;
  const bool fits = std::any_of(names.begin(), names.end(), [&](const NameUse& known) { return abbreviates(letters, known.text); });
  const bool brand = before->type == types.compound && types.compound != no_type && last == first + 1 &&
                     (s.is_trade_mark(last) || (s.is_proper(first) && !s.tokens[first].digit && !s.tokens[first].mixed && letters.size() >= 6));
  if (!fits && before->type != no_type && before->type == types.indication && widen(s, mentions, *before, letters)) {
    memory_.add_name(before->entity, use(s, first, last, plain(s, first, last), "parenthesis"));
    return;
  }
  if (fits || brand) give_abbreviation(s, *before, first, last, "parenthesis");
}

bool DocumentNames::was_name_of_filer(const Mention& mention, const SentenceView& s) const {
  const std::vector<NameUse>& names = memory_.entities[memory_.resolve(mention.entity)].names;
  return !names.empty() && names.front().how == "header" && normal_form(names.front().text, true) != normal_form(s.text(mention.first, mention.last), true);
}

void DocumentNames::learn_former(const SentenceView& s, const std::vector<Mention>& mentions, std::uint32_t opener) {
  std::uint32_t end = opener;
  if (end > 0 && (s.is(end - 1, ',') || s.is(end - 1, '('))) --end;
  const Mention* const now = ending_at(s, mentions, end);
  if (!now || now->entity == no_entity) return;
  std::uint32_t at = opener;
  while (s.in(at, WordList::former_openers)) ++at;
  while (s.is(at, '"') || s.in(at, WordList::determiners)) ++at;
  for (const Mention& mention : mentions) {
    if (mention.first != at || !is_name_of(mention) || mention.entity == no_entity) continue;
    if (was_name_of_filer(mention, s)) return;
    const std::uint32_t other = mention.type == now->type ? mention.entity : mention.type == no_type ? memory_.set_type(mention.entity, now->type) : no_entity;
    if (other != no_entity) {
      for (NameUse& old : memory_.entities[memory_.resolve(other)].names) {
        if (old.how == "text") old.how = "formerly";
      }
      const std::string shown = memory_.entities[memory_.resolve(now->entity)].name;
      const std::uint32_t one = memory_.join(now->entity, other);
      memory_.entities[one].name = shown;
    }
    return;
  }
  std::uint32_t last = at;
  while (last < s.size() && last < at + 5 && (s.is_proper(last) || (last > at && s.is_joint(last)))) ++last;
  if (last > at) memory_.add_name(now->entity, use(s, at, last, plain(s, at, last), "formerly"));
}

void DocumentNames::learn_parenthesis(const SentenceView& s, std::vector<Mention>& mentions, std::uint32_t open, DocumentAnalysis& analysis) {
  const std::uint32_t end = after_parenthesis(s, open);
  if (end < open + 3) return;
  const Mention* const before = ending_at(s, mentions, open);
  if (before && before->entity != no_entity && is_party(before->entity)) {
    if (const std::string ticker = ticker_of(s, open); !ticker.empty()) memory_.entities[memory_.resolve(before->entity)].ids.try_emplace("ticker", ticker);
  }
  bool quoted = false;
  for (std::uint32_t i = open + 1; i + 1 < end; ++i) {
    if (!s.is(i, '"')) continue;
    std::uint32_t close = i + 1;
    while (close < end && !s.is(close, '"')) ++close;
    if (close < end && close > i + 1) learn_quoted(s, mentions, open, i + 1, close, analysis);
    quoted = true;
    i = close;
  }
  if (s.in(open + 1, WordList::former_openers)) learn_former(s, mentions, open + 1);
  else if (!quoted) learn_abbreviation(s, mentions, open, end);
}

void DocumentNames::learn_self(const SentenceView& s, const std::vector<Mention>& mentions, DocumentAnalysis& analysis) {
  std::uint32_t verb = 0;
  bool self = false;
  for (std::uint32_t i = 1; i + 1 < s.size(); ++i) {
    if (s.in(i, WordList::self_words) && (s.is(i - 1, '"') || s.is(i + 1, '"') || s.is(i - 1, '\''))) self = true;
    if (self && verb == 0 && s.in(i, WordList::meaning_verbs)) verb = i;
  }
  if (verb == 0) return;
  for (const Mention& mention : mentions) {
    if (mention.first > verb && is_name_of(mention) && mention.entity != no_entity && is_party(mention.entity)) {
      analysis.speaker = memory_.resolve(mention.entity);
      return;
    }
  }
}

void DocumentNames::learn(const SentenceView& s, std::vector<Mention>& mentions, DocumentAnalysis& analysis) {
  bool quotes = false;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (s.tokens[i].kind == Token::Kind::mark) {
      if (s.is(i, '(') && i > 0) learn_parenthesis(s, mentions, i, analysis);
      quotes = quotes || s.is(i, '"');
    } else if (s.in(i, WordList::former_openers) && (i == 0 || !s.in(i - 1, WordList::former_openers)) && !(i > 0 && s.is(i - 1, '('))) {
      learn_former(s, mentions, i);
    } else if (i > 1 && s.tokens[i].text.size() == 2 && s.text(i) == "or" && s.is(i - 1, ',')) {
      learn_alternative(s, mentions, i);
    }
  }
  if (quotes) learn_self(s, mentions, analysis);
}

}  // namespace rxgraph::ingest::naming
