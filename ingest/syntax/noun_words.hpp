#pragma once
/// What stands inside a noun group before its noun: adjectives and what joins them. Internal to the grouping.

#include <algorithm>

#include "ingest/names/document_names.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/syntax/verb_reader.hpp"

namespace rxgraph::ingest::syntax {

/// Tells which words describe a noun to come.
class NounWords : public VerbReader {
 protected:
  using VerbReader::VerbReader;

  /// "an oral, selective inhibitor", "a highly active antibody": a comma or an adverb inside a noun group.
  bool inside_noun_group(std::size_t t) const {
    const std::size_t next = t + 1;
    if (t == 0 || next >= tokens_.size()) return false;
    const auto open_next = [&] { return in_mention(next) || (word_class(next) == WordClass::open && tokens_[next].kind == Token::Kind::word && !is_verb(next)); };
    if (is_mark(t, ",")) return describes(t - 1) && (open_next() || describes(next) || qualifies(next));
    if (word_class(t) == WordClass::conjunction) return joins_adjectives(t);
    if (qualifies(t) && is_mark(t - 1, ",") && t >= 2 && describes(t - 2)) return true;
    if (word_class(t) != WordClass::adverb) return false;
    const std::size_t before = is_mark(t - 1, ",") && t >= 2 ? t - 2 : t - 1;  // "an exclusive, worldwide, royalty-bearing license"
    if (!text(t).ends_with("ly") && describes(before)) return open_next() || is_mark(next, ",");
    const bool counted = t >= 2 && word_class(t - 2) == WordClass::determiner && (text(t - 1) == "first" || text(t - 1) == "only" || text(t - 1) == "second");  // "the first orally administered inhibitor"
    return (is_adjective(next) || described_participle(next)) && (counted || is_adjective(t - 1) || (t >= 2 && is_mark(t - 1, ",") && is_adjective(t - 2)) || word_class(t - 1) == WordClass::determiner || word_class(t - 1) == WordClass::possessive);
  }

  /// "issued to Acme 500,000 shares": a number of shares straight behind a name is another thing.
  bool counts_shares(std::size_t t) const {
    static const std::uint64_t securities[] = {word_key("shares"), word_key("warrants"), word_key("options"), word_key("units")};
    if (t == 0 || !in_mention(t - 1) || in_mention(t) || tokens_[t].kind != Token::Kind::number) return false;
    constexpr std::size_t most_words = 5;  // "1.2 million newly issued ordinary shares"
    for (std::size_t next = t + 1; next < tokens_.size() && next <= t + most_words && !in_mention(next) && tokens_[next].kind == Token::Kind::word; ++next) {
      if (std::find(std::begin(securities), std::end(securities), tokens_[next].key) != std::end(securities)) return true;
    }
    return false;
  }

  /// One past "each other" or "one another" at `t`; else `t`.
  std::size_t behind_reciprocal(std::size_t t) const {
    static const std::uint64_t each = word_key("each"), other = word_key("other"), one = word_key("one"), another = word_key("another");
    if (t + 1 >= tokens_.size() || in_mention(t) || in_mention(t + 1)) return t;
    const bool said = (tokens_[t].key == each && tokens_[t + 1].key == other) || (tokens_[t].key == one && tokens_[t + 1].key == another);
    const std::size_t end = t + 2;
    return said && !(end < tokens_.size() && text(end) == "'s") ? end : t;
  }

  /// "an exclusive and sublicensable license", "the sole and exclusive right": the "and" at `t` joins what describes one noun to come, which an article began.
  bool joins_adjectives(std::size_t t) const {
    if (t < 2 || t + 2 >= tokens_.size() || text(t) != "and" || in_mention(t - 1)) return false;
    const bool begun = word_class(t - 2) == WordClass::determiner || word_class(t - 2) == WordClass::possessive || hyphen(t - 2) ||
                       (t >= 3 && word_class(t - 2) == WordClass::adverb && word_class(t - 3) == WordClass::determiner) ||  // "a highly specific and potent agonist"
                       (is_mark(t - 2, ",") && t >= 3 && describes(t - 3));
    std::size_t last = t + 1;
    const bool participles = may_be(t - 1, WordInfo::participle) && !words_[t - 1].known_noun && (may_be(last, WordInfo::participle) || text(last) == "outstanding") && !in_mention(last + 1);
    if (begun && participles) return ends_description(last);  // "the issued and outstanding shares"
    if (!begun || !(describes(t - 1) || text(t - 1) == "sole")) return false;
    if (describes(last)) return !in_mention(last + 1) && ends_description(last);
    if (!in_mention(last) && hyphen(last + 1) && glued(last + 1) && !in_mention(last + 2)) return ends_description(last + 2);
    return false;
  }

  /// True if more of the description or a common noun follows the word at `t`.
  bool ends_description(std::size_t t) const {
    const std::size_t next = t + 1;
    if (next >= tokens_.size() || in_mention(next)) return false;
    if (is_mark(next, ",")) return describes(next + 1);
    if (is_mark(next, "(")) return behind_aside(next) > next;
    return tokens_[next].kind == Token::Kind::word && word_class(next) == WordClass::open;
  }

  /// "an internally discovered, oral inhibitor", "a wholly owned product": a participle behind an adverb, in front of more that describes.
  bool described_participle(std::size_t t) const {
    if (t < 2 || in_mention(t) || (words_[t].forms & WordInfo::participle) == 0 || in_mention(t - 1) || word_class(t - 1) != WordClass::adverb) return false;
    const std::size_t next = t + 1;
    if (!is_mark(next, ",")) return next < tokens_.size() && begins_noun_group(next) && word_class(next) == WordClass::open;
    return next + 1 < tokens_.size() && (is_adjective(next + 1) || hyphenated(next + 1) || qualifies(next + 1));
  }

  /// "fully paid-up": an adverb straight before a word of the noun group.
  bool qualifies(std::size_t t) const {
    return t + 1 < tokens_.size() && word_class(t) == WordClass::adverb && text(t).ends_with("ly") && !in_mention(t + 1) && word_class(t + 1) == WordClass::open &&
           tokens_[t + 1].kind == Token::Kind::word;
  }

  /// True for a word that can only describe a noun to come: an adjective, "royalty-bearing", "worldwide" between adjectives.
  bool describes(std::size_t t) const {
    if (is_adjective(t) || described_participle(t)) return true;
    if (in_mention(t)) return false;
    if (text(t) == "upfront" || text(t) == "weekly" || text(t) == "daily" || text(t) == "monthly" || text(t) == "quarterly") return true;
    const std::string_view word = text(t);
    if (!hyphenated(t)) {
      return word_class(t) == WordClass::adverb && !word.ends_with("ly") && t >= 1 && (is_mark(t - 1, ",") || is_adjective(t - 1) || word_class(t - 1) == WordClass::determiner);
    }
    if (t + 1 >= tokens_.size() || hyphen(t + 1)) return false;
    return word.ends_with("ing") || word.ends_with("ed") || word == "free" || word == "up" || word == "paid" || word == "time" || word == "class" || word == "generation" || word == "stage";
  }

  /// True for a word that describes a noun to come, or the first one of such a word with a hyphen.
  bool goes_on(std::size_t t) const { return t < tokens_.size() && !in_mention(t) && (describes(t) || (hyphen(t + 1) && glued(t + 1))); }

  /// "a sublicensable (subject to consent) license": one past the brackets at `t` between what describes a noun and more of it; `t` where none stand so.
  std::size_t behind_aside(std::size_t t) const {
    constexpr std::size_t longest = 8;
    if (!is_mark(t, "(") || t < 2 || !describes(t - 1) || is_mark(t - 2, "(")) return t;
    for (std::size_t end = t + 2; end < tokens_.size() && end < t + longest; ++end) {
      if (in_mention(end) || is_mark(end, "\"")) return t;
      if (is_mark(end, ")")) return goes_on(end + 1) ? end + 1 : t;
    }
    return t;
  }

  /// "ten", "ninety".
  bool counts(std::size_t t) const {
    static const std::array<std::uint64_t, 12> numbers = {word_key("one"),     word_key("eleven"), word_key("twelve"), word_key("fifteen"), word_key("eighteen"), word_key("twenty"),
                                                          word_key("thirty"), word_key("forty"),  word_key("fifty"),  word_key("sixty"),   word_key("ninety"),   word_key("hundred")};
    return !in_mention(t) && (words_[t].number || std::find(numbers.begin(), numbers.end(), tokens_[t].key) != numbers.end());
  }

  /// "our cyclin dependent kinase 9 (CDK9) inhibitor", "an investigational new drug (IND) application", "the first-line (initial) treatment": one past the
  /// brackets at `t` with the short name of the words before them, or with an adjective, where the noun group goes on after them; else `t`.
  std::size_t behind_inner_brackets(std::size_t begin, std::size_t t) const {
    if (t <= begin || tokens_[t].kind != Token::Kind::mark) return t;  // Most words.
    if (t + 3 < tokens_.size() && is_mark(t, "(") && tokens_[t + 1].kind == Token::Kind::number && is_mark(t + 2, ")") && counts(t - 1) && !in_mention(t + 3) &&
        tokens_[t + 3].kind == Token::Kind::word && word_class(t + 3) == WordClass::open) {
      return t + 3;  // "ninety (90) days"
    }
    if (!is_mark(t, "(") || t + 3 >= tokens_.size() || in_mention(t - 1) || word_class(t - 1) != WordClass::open) return t;
    const bool name = in_mention(t + 1);
    const std::size_t close = name ? sentence_.mentions[static_cast<std::size_t>(mention_at_[t + 1])].last : t + 2;
    const std::size_t next = close + 1;
    if (!is_mark(close, ")") || next >= tokens_.size() || glued(next)) return t;
    if (close == t + 2 && is_short_form(begin, t) && goes_on_after(t, next)) return next;
    if (in_mention(next) || word_class(next) != WordClass::open || !words_[next].known_noun) return t;
    if (!name) return is_adjective(t + 1) ? next : t;
    return shares_initial(begin, t) ? next : t;
  }

  /// True if a word from `begin` to the bracket at `open` begins with the letter that the word behind the bracket begins with.
  bool shares_initial(std::size_t begin, std::size_t open) const {
    const char initial = lower(text(open + 1).front());
    for (std::size_t word = begin; word < open; ++word) {
      if (lower(text(word).front()) == initial) return true;
    }
    return false;
  }

  /// True if the word behind the bracket at `open` is no known name and shortens the words before it: "monoclonal antibody (mAb)".
  bool is_short_form(std::size_t begin, std::size_t open) const {
    constexpr std::size_t longest = 6;
    const Token& brief = tokens_[open + 1];
    const bool named = in_mention(open + 1) && sentence_.mentions[static_cast<std::size_t>(mention_at_[open + 1])].kind != Mention::Kind::unknown;
    if (named || !(brief.all_capitals || brief.mixed) || brief.digit || text(open + 1).size() > longest) return false;
    return naming::abbreviates(text(open + 1), document_.words({tokens_[begin].text.begin, tokens_[open - 1].text.end}));
  }

  /// True if the word behind the brackets at `open` belongs to the noun before them: a common noun that is no verb there, or the name of the thing.
  bool goes_on_after(std::size_t open, std::size_t next) const {
    if (in_mention(next)) return sentence_.mentions[static_cast<std::size_t>(mention_at_[next])].kind == Mention::Kind::entity && !plural_noun_before(open);
    if (word_class(next) != WordClass::open || !words_[next].known_noun || tokens_[next].kind != Token::Kind::word) return false;
    return (words_[next].forms & ~WordInfo::base) == 0 && !((words_[next].forms & WordInfo::base) != 0 && plural_noun_before(open));
  }

  /// "the first and only treatment": the two words behind "first" say no more of the noun.
  bool first_and_only(std::size_t t) const {
    static const std::uint64_t only = word_key("only");
    if (t == 0) return false;
    const std::size_t first = word_class(t) == WordClass::conjunction ? t : t - 1;
    if (first == 0 || first + 2 >= tokens_.size() || in_mention(first) || in_mention(first - 1) || word_class(first) != WordClass::conjunction) return false;
    return text(first - 1) == "first" && tokens_[first + 1].key == only && !in_mention(first + 1) && (t == first || t == first + 1);
  }

  /// "the antibody X improved survival": a common noun stands before the name at `name`, and no other verb comes: the word at `t` describes nothing.
  bool names_noun(std::size_t begin, std::size_t name, std::size_t t) const {
    const std::size_t first = sentence_.mentions[static_cast<std::size_t>(mention_at_[name])].first;
    return first > begin + 1 && !in_mention(first - 1) && words_[first - 1].known_noun && !tokens_[first - 1].capital && !past_follows(t + 1);
  }

  /// "the first FDA approved treatment": a participle between a name inside the noun group and the noun that it describes, with no hyphen.
  bool describes_by_name(std::size_t begin, std::size_t name, std::size_t t) const {
    const std::size_t first = sentence_.mentions[static_cast<std::size_t>(mention_at_[name])].first;
    const bool inside = first > begin && !in_mention(first - 1) && word_class(first - 1) != WordClass::determiner && word_class(first - 1) != WordClass::possessive;
    if (!inside || (words_[t].forms & WordInfo::participle) == 0 || t + 1 >= tokens_.size() || in_mention(t + 1) || names_noun(begin, name, t)) return false;
    return word_class(t + 1) == WordClass::open && words_[t + 1].known_noun && !plural_noun_before(t + 2);
  }

  /// "The committee recommended approval of X": a verb of wishing in front of what it wishes, without an article.
  bool urges_act(std::size_t t) const {
    static const std::array<std::string_view, 8> acts = {"approval", "approvals", "authorization", "authorizations", "authorisation", "licensure", "adoption", "granting"};
    if (t + 1 >= tokens_.size() || (words_[t].forms & WordInfo::participle) == 0 || lexicon_.look_up(words_[t].verb, {}).object_mood == Mood::none) return false;
    return std::find(acts.begin(), acts.end(), text(t + 1)) != acts.end();
  }

  /// The word between the brackets of an item's mark: "(i)", "(a)", "(2)".
  static bool is_enumerator(std::string_view word) {
    if (word.size() == 1) return (word[0] >= 'a' && word[0] <= 'h') || (word[0] >= '1' && word[0] <= '9') || word[0] == 'i' || word[0] == 'v' || word[0] == 'x';
    return word.size() <= 4 && word.find_first_not_of("ivx") == std::string_view::npos;
  }
};

}  // namespace rxgraph::ingest::syntax
