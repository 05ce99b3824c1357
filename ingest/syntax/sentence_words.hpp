#pragma once
/// What single words of a sentence are, seen with their neighbours and with the groups found so far. Internal to the grouping.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/syntax/groups.hpp"

namespace rxgraph::ingest::syntax {

/// The words of one sentence while it is split into groups.
class SentenceWords {
 protected:
  SentenceWords(const AnalysedSentence& sentence, const DocumentText& document, const Lexicon& lexicon)
      : sentence_(sentence), document_(document), lexicon_(lexicon), tokens_(sentence.tokens) {
    words_.reserve(tokens_.size());
    for (const Token& token : tokens_) words_.push_back(lexicon.look_up(token.key, document.words(token.text)));
    open_initials();
    open_frequencies();
    mention_at_.assign(tokens_.size(), -1);
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
      const Mention& mention = sentence.mentions[m];
      // A capital makes no name of a common noun: "the mAb", "Trademarks".
      const bool common = mention.kind == Mention::Kind::unknown && mention.last == mention.first + 1 && words_[mention.first].known_noun;
      if (common) continue;
      for (std::uint32_t t = mention.first; t < mention.last && t < tokens_.size(); ++t) mention_at_[t] = static_cast<std::int32_t>(m);
    }
    open_provided();
    float_quantifiers();
    join_prefixes();
  }

  std::string_view text(std::size_t t) const { return {document_.text.data() + tokens_[t].text.begin, tokens_[t].text.size()}; }

  /// The one byte that token `t` is; NUL for a longer one.
  char byte_of(std::size_t t) const { return tokens_[t].text.size() == 1 ? document_.text[tokens_[t].text.begin] : '\0'; }

  /// True if token `t` is `word`, which is not empty.
  bool reads(std::size_t t, std::string_view word) const {
    return word.size() == 1 ? byte_of(t) == word.front() : document_.text[tokens_[t].text.begin] == word.front() && text(t) == word;
  }

  bool in_mention(std::size_t t) const { return mention_at_[t] >= 0; }

  WordClass word_class(std::size_t t) const { return in_mention(t) ? WordClass::open : words_[t].word_class; }

  /// "US", "IT" and "WHO" are no pronouns.
  void open_initials() {
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
      const bool pronoun = words_[t].word_class == WordClass::pronoun || words_[t].word_class == WordClass::relative;
      if (pronoun && tokens_[t].all_capitals && tokens_[t].text.size() > 1) words_[t].word_class = WordClass::open;
    }
  }

  /// "Acme provided Beta marketing rights", "an agreement, which provided us a license": behind who acts, and with neither "that" nor a mark after it, it is
  /// the verb; so it is in "the agreement provided for a fee" and "was provided by".
  void open_provided() {
    static const std::uint64_t provided = word_key("provided"), we = word_key("we"), that = word_key("that");
    static const std::array<std::uint64_t, 3> behind_verb = {word_key("for"), word_key("by"), word_key("to")};
    for (std::size_t t = 1; t + 1 < tokens_.size(); ++t) {
      if (tokens_[t].key != provided || words_[t].word_class != WordClass::subordinator) continue;
      const WordClass before = words_[t - 1].word_class;
      const bool helped = before == WordClass::relative || before == WordClass::be || before == WordClass::have;
      const bool governs = std::find(behind_verb.begin(), behind_verb.end(), tokens_[t + 1].key) != behind_verb.end() && tokens_[t - 1].kind == Token::Kind::word;
      const bool actor = in_mention(t - 1) || tokens_[t - 1].key == we || tokens_[t - 1].capital || helped || governs;  // "the Company"
      if (actor && tokens_[t + 1].kind == Token::Kind::word && tokens_[t + 1].key != that) words_[t].word_class = WordClass::open;
    }
  }

  /// "are both directed against T", "have all been tested": what only counts the subject stands inside the verb as an adverb does.
  void float_quantifiers() {
    static const std::array<std::uint64_t, 3> counting = {word_key("both"), word_key("all"), word_key("each")};
    for (std::size_t t = 1; t + 1 < tokens_.size(); ++t) {
      if (std::find(counting.begin(), counting.end(), tokens_[t].key) == counting.end() || words_[t].word_class != WordClass::determiner) continue;
      const bool inside = words_[t - 1].word_class == WordClass::be || words_[t - 1].word_class == WordClass::have;
      const bool verb = words_[t + 1].word_class == WordClass::be || (words_[t + 1].forms & (WordInfo::participle | WordInfo::gerund)) != 0;
      if (inside && verb && !words_[t + 1].known_noun) words_[t].word_class = WordClass::adverb;
    }
  }

  /// "a once daily tablet": how often something is taken is no conjunction and no adverb.
  void open_frequencies() {
    static const std::uint64_t once = word_key("once"), twice = word_key("twice");
    for (std::size_t t = 0; t + 1 < tokens_.size(); ++t) {
      const std::size_t next = is_text(t + 1, "-") ? t + 2 : t + 1;
      if ((tokens_[t].key != once && tokens_[t].key != twice) || !is_frequency(next)) continue;
      words_[t].word_class = WordClass::open;
      words_[next].word_class = WordClass::open;
    }
  }

  bool is_text(std::size_t t, std::string_view word) const { return t < tokens_.size() && reads(t, word); }

  bool is_frequency(std::size_t t) const { return is_text(t, "daily") || is_text(t, "weekly") || is_text(t, "monthly") || is_text(t, "nightly"); }

  /// "in-licensed", "co-develop": a verb that the lexicon knows with its prefix stands at its last word; prefix and hyphen are passed over
  /// as adverbs are.
  void join_prefixes() {
    constexpr std::size_t longest_prefix = 5;
    for (std::size_t t = 1; t + 1 < tokens_.size(); ++t) {
      if (tokens_[t].kind != Token::Kind::mark || !hyphen(t) || !glued(t) || !glued(t + 1) || in_mention(t - 1) || in_mention(t + 1)) continue;
      if (tokens_[t - 1].text.size() > longest_prefix) continue;
      if (words_[t - 1].word_class == WordClass::preposition && is_adverb_in_parts(t)) {
        words_[t - 1].word_class = words_[t].word_class = words_[t + 1].word_class = WordClass::adverb;
        joined_.insert(joined_.end(), {t - 1, t, t + 1});
        continue;
      }
      if (words_[t + 1].verb == 0) continue;
      const WordInfo whole = lexicon_.look_up(word_key(std::string(text(t - 1)) + "-" + std::string(text(t + 1))), {});
      if (whole.forms == WordInfo::none) continue;
      words_[t - 1].word_class = words_[t].word_class = WordClass::adverb;
      words_[t - 1].begins_phrase = false;
      words_[t + 1] = whole;
      joined_.push_back(t + 1);
    }
  }

  /// "out-licensed": the place of the verb whose prefix stands at `t`; else `t`.
  std::size_t behind_prefix(std::size_t t) const {
    const bool prefix = t + 2 < tokens_.size() && words_[t + 2].forms != WordInfo::none && hyphen(t + 1) && std::find(joined_.begin(), joined_.end(), t + 2) != joined_.end();
    return prefix ? t + 2 : t;
  }

  /// "discovered in-house": the words around the hyphen at `t` make an adverb, unless a noun follows: "our in-house platform".
  bool is_adverb_in_parts(std::size_t t) const {
    static const std::uint64_t in = word_key("in"), house = word_key("house");
    return tokens_[t - 1].key == in && tokens_[t + 1].key == house && (t + 2 >= tokens_.size() || tokens_[t + 2].kind == Token::Kind::mark || words_[t + 2].word_class != WordClass::open || (words_[t + 2].forms & WordInfo::gerund) != 0);
  }

  bool is_mark(std::size_t t, std::string_view mark) const { return t < tokens_.size() && !in_mention(t) && reads(t, mark); }

  bool glued(std::size_t t) const { return t > 0 && t < tokens_.size() && !tokens_[t].blank_before; }

  /// A hyphen, or the dash that some set in its place.
  bool hyphen(std::size_t t) const { return is_text(t, "-") || is_text(t, "\xE2\x80\x93"); }

  /// A word hung on its neighbour by a hyphen is part of a noun group, whatever it is by itself.
  bool hyphenated(std::size_t t) const { return std::find(joined_.begin(), joined_.end(), t) == joined_.end() && hung_by_hyphen(t); }

  bool hung_by_hyphen(std::size_t t) const { return (t > 0 && glued(t) && hyphen(t - 1) && glued(t - 1)) || (glued(t + 1) && hyphen(t + 1) && glued(t + 2)); }

  std::size_t skip_adverbs(std::size_t t) const {
    const std::size_t first = t;
    while (t < tokens_.size() && !in_mention(t) &&
           (words_[t].word_class == WordClass::adverb || words_[t].word_class == WordClass::negation || (t > first && joins_adverbs(t)))) {
      ++t;
    }
    return t;
  }

  bool may_be(std::size_t t, std::uint8_t forms) const {
    return t < tokens_.size() && !in_mention(t) && !hyphenated(t) && (words_[t].forms & forms) != 0;
  }

  bool begins_noun_group(std::size_t t) const {
    t = skip_adverbs(t);
    if (t >= tokens_.size()) return false;
    if (in_mention(t)) return true;
    switch (word_class(t)) {
      case WordClass::determiner:
      case WordClass::possessive:
      case WordClass::pronoun: return true;
      case WordClass::open: return tokens_[t].kind != Token::Kind::mark || reads(t, "$");
      default: return false;
    }
  }

  bool plural_noun_before(std::size_t t) const {
    if (t == 0) return false;
    const std::string_view before = text(t - 1);
    if (before == "data" || before == "children" || before == "people" || before == "women" || before == "men") return true;
    return before.size() > 3 && before.ends_with("s") && !before.ends_with("ss") && tokens_[t - 1].kind == Token::Kind::word;
  }

  /// True for a word that its ending shows to be an adjective. It ends no noun group.
  bool is_adjective(std::size_t t) const {
    if (in_mention(t) || tokens_[t].kind != Token::Kind::word || tokens_[t].capital || words_[t].known_noun || words_[t].word_class != WordClass::open) return false;
    const std::string_view word = text(t);
    for (const std::string_view ending : {"al", "ic", "ive", "ous", "ary", "ory", "ible", "able", "ant", "ent", "lar", "less"}) {
      if (word.back() == ending.back() && word.size() > ending.size() + 2 && word.ends_with(ending)) return !word.ends_with("ment");
    }
    return is_frequency(t) || word == "novel" || word == "new" || word == "major" || word == "human" || word == "oral" || word == "rare";
  }

  /// "potently and selectively binds": the "and" at `t` joins two adverbs.
  bool joins_adverbs(std::size_t t) const {
    return t + 1 < tokens_.size() && word_class(t) == WordClass::conjunction && word_class(t + 1) == WordClass::adverb && text(t - 1).ends_with("ly") && text(t + 1).ends_with("ly");
  }

  /// True if a finite verb may stand between `t` and the next mark: then what stands before `t` need not be one.
  bool past_follows(std::size_t t) const {
    for (; t < tokens_.size() && tokens_[t].kind != Token::Kind::mark; ++t) {
      const bool describes = t + 1 < tokens_.size() && !in_mention(t) && !in_mention(t + 1) && (words_[t].forms & WordInfo::participle) != 0 && words_[t].word_class == WordClass::open && words_[t + 1].known_noun;
      if (describes) continue;  // "accelerated approval"
      if (!in_mention(t) && (word_class(t) == WordClass::be || word_class(t) == WordClass::have || word_class(t) == WordClass::modal || (words_[t].forms & WordInfo::past) != 0)) return true;
    }
    return false;
  }

  bool is_trade_mark(std::size_t t) const {
    if (tokens_[t].kind != Token::Kind::mark || tokens_[t].text.size() == 1) return false;  // Most tokens.
    const std::string_view sign = text(t);
    return sign == "\xC2\xAE" || sign == "\xE2\x84\xA2" || sign == "(R)" || sign == "(TM)";
  }

  const Group* previous() const { return groups_.empty() ? nullptr : &groups_.back(); }

  bool previous_is(Group::Kind kind) const { return previous() != nullptr && previous()->kind == kind; }

  /// True if the finished group before could be the subject of a verb.
  bool after_party() const {
    if (apposition_closed() || aside_closed()) return true;
    if (!previous_is(Group::Kind::noun)) return false;
    return previous()->pronoun || previous()->head_mention >= 0;
  }

  /// The same, or a term such as "the Company" stands before.
  bool after_actor() const { return after_party() || (previous_is(Group::Kind::noun) && previous()->defined); }

  /// The position before the brackets that close at group `i`; `i` where none do.
  std::size_t before_brackets(std::size_t i) const {
    while (i > 0 && groups_[i].kind == Group::Kind::close) {
      while (i > 0 && groups_[i].kind != Group::Kind::open) --i;
      if (i > 0) --i;
    }
    return i;
  }

  /// "X, approved in 2019, targets": the comma before closes what a participle says of the name that begins the sentence.
  bool aside_closed() const {
    const std::size_t n = groups_.size();
    if (n < 4 || groups_[n - 1].kind != Group::Kind::comma || groups_[0].kind != Group::Kind::noun || groups_[0].head_mention < 0) return false;
    if (groups_[1].kind != Group::Kind::comma || groups_[2].kind != Group::Kind::verb || !groups_[2].reduced) return false;
    return std::all_of(groups_.begin() + 3, groups_.end() - 1, [](const Group& group) { return group.kind == Group::Kind::noun || group.kind == Group::Kind::preposition; });
  }

  /// "X, our lead compound, blocks", "our lead compound, X, blocks", "X, a unit of Y (Z), sells": the comma before closes an apposition.
  bool apposition_closed() const {
    const std::size_t n = groups_.size();
    if (n < 4 || groups_[n - 1].kind != Group::Kind::comma) return false;
    std::size_t at = before_brackets(n - 2);
    while (at >= 2 && groups_[at].kind == Group::Kind::noun && groups_[at - 1].kind == Group::Kind::preposition) at = before_brackets(at - 2);
    if (at < 2 || groups_[at - 1].kind != Group::Kind::comma) return false;
    const Group& first = groups_[before_brackets(at - 2)];
    const Group& second = groups_[at];
    if (first.kind != Group::Kind::noun || second.kind != Group::Kind::noun) return false;
    static const std::uint64_t of = word_key("of");
    const bool related = at + 2 < n && second.head_mention < 0 && !second.pronoun && groups_[at + 1].lemma == of;  // "A, maker of X,"
    if (at + 2 < n && (first.head_mention < 0 || (second.determiner == Group::Determiner::none && !related))) return false;
    const bool definite = first.determiner != Group::Determiner::none || first.possessor != no_group;
    return second.determiner != Group::Determiner::none || related || (second.head_mention >= 0 && first.head_mention < 0 && definite);
  }

  const AnalysedSentence& sentence_;
  const DocumentText& document_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::vector<WordInfo> words_;
  std::vector<std::int32_t> mention_at_;  ///< Token to mention, or -1.
  std::vector<std::size_t> joined_;         ///< Words whose hyphen hangs them on no noun: of verbs with a prefix, of adverbs. Few or none.
  std::vector<Group> groups_;               ///< Found so far.
  std::size_t at_ = 0;                      ///< The next token.
};

}  // namespace rxgraph::ingest::syntax
