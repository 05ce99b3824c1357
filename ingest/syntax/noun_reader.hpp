#pragma once
/// How far a noun group reaches, and what stands in it. Internal to the grouping.

#include "ingest/syntax/age_phrase.hpp"
#include "ingest/syntax/dose_phrase.hpp"
#include "ingest/syntax/noun_words.hpp"

namespace rxgraph::ingest::syntax {

/// Reads noun groups: determiners, names and words up to the noun that they describe.
class NounReader : public NounWords {
 protected:
  NounReader(const AnalysedSentence& sentence, const DocumentText& document, const Lexicon& lexicon) : NounWords(sentence, document, lexicon), ages_(sentence.tokens, document), doses_(sentence.tokens, document) {}

  /// "an inhibitor of ABC x DEF": the "x" between two names of one type that end their phrase.
  bool crosses(std::size_t t) const {
    if (t + 1 >= tokens_.size() || in_mention(t) || !in_mention(t - 1) || !in_mention(t + 1) || (text(t) != "x" && text(t) != "\xC3\x97")) return false;
    const Mention& before = sentence_.mentions[static_cast<std::size_t>(mention_at_[t - 1])];
    const Mention& after = sentence_.mentions[static_cast<std::size_t>(mention_at_[t + 1])];
    if (before.type == no_type || before.type != after.type) return false;
    return after.last >= tokens_.size() || tokens_[after.last].kind == Token::Kind::mark || word_class(after.last) != WordClass::open;
  }

  bool continues_noun_group(std::size_t t) const {
    if (in_mention(t)) return true;
    if (tokens_[t].kind == Token::Kind::number) return !is_ratio_behind_noun(t);
    if (tokens_[t].kind == Token::Kind::word && words_[t].word_class == WordClass::open && !words_[t].begins_phrase) return true;
    if (is_mark(t, "(")) return behind_aside(t) > t;
    if (is_trade_mark(t)) return glued(t);
    if (inside_noun_group(t) || first_and_only(t)) return true;
    if (tokens_[t].kind == Token::Kind::mark) {
      const char sign = byte_of(t);
      if (hyphen(t)) return glued(t) && glued(t + 1);
      if (sign == '/') return glued(t) && glued(t + 1) && (joins_modifiers(t) || joins_numbers(t));
      if (sign == '+') return glued(t) && !glued(t + 1) && tokens_[t - 1].digit;  // "2L+ patients"
      if (sign == '\'') return !(glued(t) && !glued(t + 1) && text(t - 1).ends_with('s'));  // "Novartis' antibody"
      return sign == '%' || sign == '$' || sign == '"';
    }
    if (words_[t].begins_phrase && lexicon_.long_word(tokens_, t) != nullptr) return false;
    if (hyphenated(t)) return true;
    return words_[t].word_class == WordClass::open;
  }

  /// "split the costs 50/50": how it is done, said behind the noun.
  bool is_ratio_behind_noun(std::size_t t) const {
    if (t == 0 || t + 2 >= tokens_.size() || in_mention(t - 1) || in_mention(t + 1) || in_mention(t + 2) || !plural_noun_before(t)) return false;
    const std::string_view sign = text(t + 1);
    return (sign == "/" || sign == ":" || hyphen(t + 1)) && glued(t + 1) && glued(t + 2) && tokens_[t + 2].kind == Token::Kind::number;
  }

  /// "BCL-XL/BCL-2 inhibitor": a slash between names that a noun follows.
  bool joins_modifiers(std::size_t slash) const {
    if (slash + 1 >= tokens_.size() || !in_mention(slash - 1) || !in_mention(slash + 1)) return false;
    const std::size_t after = sentence_.mentions[static_cast<std::size_t>(mention_at_[slash + 1])].last;
    return after < tokens_.size() && !in_mention(after) && word_class(after) == WordClass::open && tokens_[after].kind == Token::Kind::word;
  }

  /// "2L/3L patients": a slash between words with digits that a noun follows.
  bool joins_numbers(std::size_t slash) const {
    const auto numbered = [&](std::size_t t) { return !in_mention(t) && tokens_[t].digit && tokens_[t].kind == Token::Kind::word; };
    return slash + 2 < tokens_.size() && numbered(slash - 1) && numbered(slash + 1) && begins_noun_group(slash + 2);
  }

  /// True if the verb form at `t` ends the noun group that began at `begin`.
  bool verb_ends(std::size_t begin, std::size_t at, const Group& group) {
    const std::size_t t = behind_prefix(at);
    if (at == begin || words_[t].forms == WordInfo::none || in_mention(t)) return false;
    std::size_t before = at - 1;
    if (before > begin && !in_mention(before) && is_trade_mark(before)) --before;  // "X(R) received approval"
    const bool after_name = in_mention(before);
    const bool determiner_before = !in_mention(before) && (word_class(before) == WordClass::determiner || word_class(before) == WordClass::possessive ||
                                                           text(before) == "'s" || hyphen(before));
    if (determiner_before || is_adjective(before)) return false;
    if (urges_act(t)) return true;
    if (after_name && group.determiner == Group::Determiner::indefinite && is_hung_word(t) && begin + 1 == sentence_.mentions[static_cast<std::size_t>(mention_at_[before])].first) return false;
    if (after_name && describes_by_name(begin, before, t)) return false;
    Group& open = groups_.emplace_back();  // The group as if it ended here, but for its modifiers.
    open.kind = Group::Kind::noun;
    open.first = group.first;
    open.last = static_cast<std::uint32_t>(at);
    open.determiner = group.determiner;
    open.counted = group.counted;
    open.possessor = group.possessor;
    open.possessive = group.possessive;
    open.head_mention = after_name ? mention_at_[before] : -1;
    open.defined = !after_name && group.determiner == Group::Determiner::definite && before == begin + 1 && tokens_[before].capital;  // "the Company markets X"
    // "The Agency granted marketing authorization to X": a name with an article that begins the clause gives something.
    const bool gives = after_name && begins_clause() && begin + 1 == sentence_.mentions[static_cast<std::size_t>(mention_at_[before])].first && lexicon_.look_up(words_[t].verb, {}).ditransitive && !past_follows(t + 1);
    const bool verb = is_verb(t) && !adjective_before_noun(t, after_name && (group.determiner == Group::Determiner::none || gives || names_noun(begin, before, t)));
    groups_.pop_back();
    return verb;
  }

  /// True if the noun group that is open begins the sentence or stands behind what opens a clause.
  bool begins_clause() const {
    if (groups_.size() == 1) return true;
    const Group::Kind before = groups_[groups_.size() - 2].kind;
    return before == Group::Kind::comma || before == Group::Kind::stop || before == Group::Kind::subordinator;
  }

  /// "the licensed product": a participle after an article's adjective and straight before a noun is an adjective.
  bool adjective_before_noun(std::size_t t, bool after_name) const {
    if ((words_[t].forms & (WordInfo::participle | WordInfo::gerund)) == 0 || after_name) return false;
    if (described_participle(t)) return true;
    const std::size_t next = t + 1;
    if (next >= tokens_.size() || in_mention(next)) return false;
    return word_class(next) == WordClass::open && tokens_[next].kind == Token::Kind::word && 
           (in_mention(t - 1) || (words_[t - 1].forms == WordInfo::none && !words_[t - 1].known_noun)) && !plural_noun_before(t);
  }

  /// Reads a noun group at the word at hand, or passes over a lone word that is nothing for syntax.
  void noun_group() {
    const std::size_t begin = at_;
    if (!in_mention(begin) && words_[begin].word_class == WordClass::pronoun) return pronoun_group(begin + 1, tokens_[begin].key);
    if (const std::size_t end = behind_reciprocal(begin); end > begin) return pronoun_group(end, each_other);
    Group group;
    group.kind = Group::Kind::noun;
    group.first = static_cast<std::uint32_t>(begin);
    std::size_t t = read_determiners(group);
    if (t == begin + 1 && tokens_[begin].key == both_ && t < tokens_.size() && (word_class(t) == WordClass::be || word_class(t) == WordClass::have || word_class(t) == WordClass::modal)) {
      return pronoun_group(t, both_);  // "Both are in Phase 2."
    }
    if (t > begin || pending_possessor_ != no_group) t = std::max(t, skip_to_open_word(t));
    t = read_words(group, t);
    if (t == begin) {  // A lone adverb, auxiliary or mark.
      ++at_;
      return;
    }
    finish_noun_group(group, t);
  }

  /// The pronoun `lemma` from the word at hand to `end`.
  void pronoun_group(std::size_t end, std::uint64_t lemma) {
    Group group;
    group.kind = Group::Kind::noun;
    group.pronoun = true;
    group.first = static_cast<std::uint32_t>(at_);
    group.last = static_cast<std::uint32_t>(end);
    group.lemma = lemma;
    groups_.push_back(std::move(group));
    at_ = end;
  }

  /// One past the determiners and possessives that begin the group.
  std::size_t read_determiners(Group& group) const {
    std::size_t t = group.first;
    for (; t < tokens_.size() && !in_mention(t) && (words_[t].word_class == WordClass::determiner || words_[t].word_class == WordClass::possessive); ++t) {
      if (words_[t].word_class == WordClass::possessive) {
        group.determiner = Group::Determiner::possessive;
        group.possessive = tokens_[t].key;
      } else if (words_[t].negative) {
        group.determiner = Group::Determiner::negative;
      } else if (words_[t].definite) {
        group.determiner = Group::Determiner::definite;
      } else if (group.determiner == Group::Determiner::none) {
        group.determiner = Group::Determiner::indefinite;
      }
      group.counted = group.counted || words_[t].number;
    }
    return t;
  }

  /// One past the last word of the group, whose words behind its determiners begin at `t`; its names become modifiers.
  std::size_t read_words(Group& group, std::size_t t) {
    const std::size_t begin = group.first;
    while (t < tokens_.size() && (behind_inner_brackets(begin, t) > t || (continues_noun_group(t) && !verb_ends(begin, t, group)))) {
      if (in_mention(t)) {
        const auto m = static_cast<std::uint32_t>(mention_at_[t]);
        if (t > begin && begins_own_group(group, t, m)) break;
        add_mention(group, m);
        t = std::max<std::size_t>(t + 1, sentence_.mentions[m].last);
        t = after_short_form(t, m);
        if (behind_dose(t) > t) break;
      } else if (const std::size_t behind = behind_inner_brackets(begin, t); behind > t) {
        if (in_mention(t + 1)) add_mention(group, static_cast<std::uint32_t>(mention_at_[t + 1]));
        t = behind;
      } else if (t > begin + 1 && is_mark(t, "(")) {
        t = behind_aside(t);
      } else if (begins_second_object(group, t) || counts_shares(t) || (t > begin && crosses(t)) || (t > begin && !in_mention(t - 1) && ages_.end(t) > t)) {
        break;
      } else {
        ++t;
      }
    }
    return t;
  }

  /// "a B-cell lymphoma 2 (BCL-2) inhibitor": one past the brackets at `t` that give another name of the mention `m`, where the noun group
  /// goes on after them; else `t`.
  std::size_t after_short_form(std::size_t t, std::uint32_t m) const {
    if (!is_mark(t, "(") || t + 3 >= tokens_.size() || !in_mention(t + 1)) return t;
    const Mention& full = sentence_.mentions[m];
    const Mention& brief = sentence_.mentions[static_cast<std::size_t>(mention_at_[t + 1])];
    const std::size_t next = static_cast<std::size_t>(brief.last) + 1;
    if (full.entity == no_entity || brief.entity != full.entity || !is_mark(brief.last, ")") || next >= tokens_.size()) return t;
    const bool goes_on = in_mention(next) || (glued(next) ? hyphen(next) : word_class(next) == WordClass::open && tokens_[next].kind == Token::Kind::word && words_[next].known_noun);
    return goes_on ? next : t;
  }

  /// "X 20 mg once daily reduced": one past the dose at `t` that a name's phrase ends with; `t` where none stands there, or a noun goes on: "X 20 mg tablets".
  std::size_t behind_dose(std::size_t t) const {
    const std::size_t end = doses_.end(t);
    if (end == t || (end < tokens_.size() && !in_mention(end) && tokens_[end].kind == Token::Kind::word && word_class(end) == WordClass::open &&
                     (words_[end].forms & (WordInfo::past | WordInfo::third)) == 0)) {
      return t;
    }
    return end;
  }

  /// "a newly formed company": adverbs after the determiner belong to the group.
  std::size_t skip_to_open_word(std::size_t t) const {
    std::size_t next = t;
    while (next < tokens_.size() && word_class(next) == WordClass::adverb) ++next;
    if (next > t && is_mark(next, ",") && describes(next - 1)) ++next;  // "a worldwide, exclusive license"
    if (next > t + 1 && next < tokens_.size() && hyphenated(next)) return next;  // "a weekly, subcutaneously-injected protein"
    return next < tokens_.size() && word_class(next) == WordClass::open && tokens_[next].kind == Token::Kind::word ? next : t;
  }

  /// True for the word before `t` if a day may follow it straight: what is effective from then on.
  bool ends_before(std::size_t t) const {
    static const std::uint64_t effective = word_key("effective");
    return tokens_[t - 1].key == effective;
  }

  /// "paid Acme $5 million", "granted Acme orphan drug designation": two objects side by side. "In May 2020 Acme began": a day and who acts.
  bool begins_own_group(const Group& group, std::size_t t, std::uint32_t m) const {
    if (sentence_.mentions[m].kind == Mention::Kind::date && t >= group.first + 2 && group.modifiers.empty() && !in_mention(t - 1) && ends_before(t)) {  // "authorization effective February 2011"
      const std::size_t after = sentence_.mentions[m].last;
      return after >= tokens_.size() || in_mention(after) || word_class(after) != WordClass::open || tokens_[after].kind == Token::Kind::mark;
    }
    if (!in_mention(t - 1) || group.modifiers.empty() || group.modifiers.back().link != 0) return false;
    const Mention& before = sentence_.mentions[static_cast<std::size_t>(mention_at_[t - 1])];
    const Mention& here = sentence_.mentions[m];
    const bool names = here.kind == Mention::Kind::entity || here.kind == Mention::Kind::unknown;
    if (before.kind == Mention::Kind::date) return names && group.first == before.first;
    if (before.kind != Mention::Kind::entity && before.kind != Mention::Kind::unknown) return false;
    if (here.kind == Mention::Kind::money) return true;
    if (before.how == std::string_view("legal form") && before.type == here.type && text(before.last - 1).ends_with('.')) return true;  // "... by Acme plc. Beta received"
    const bool two_objects = previous_is(Group::Kind::verb) && lexicon_.look_up(previous()->lemma, {}).ditransitive;
    return two_objects && here.kind == Mention::Kind::entity && here.type != before.type && group.modifiers.size() == 1;
  }

  /// "pay Acme royalties", "pay to the Licensor royalties": after who is given something, a plural without an article is what is given.
  bool begins_second_object(const Group& group, std::size_t t) const {
    static const std::uint64_t to = word_key("to");
    if (t == 0 || tokens_[t].capital || tokens_[t].kind != Token::Kind::word) return false;
    const bool defined = group.determiner == Group::Determiner::definite && t == group.first + 2 && group.modifiers.empty() && !in_mention(t - 1) && tokens_[t - 1].capital && !tokens_[t - 1].all_capitals;
    if (!defined) {
      if (!in_mention(t - 1) || group.modifiers.size() != 1 || group.modifiers.back().link != 0 || group.determiner != Group::Determiner::none) return false;
      const Mention::Kind kind = sentence_.mentions[group.modifiers.back().mention].kind;
      if (kind != Mention::Kind::entity && kind != Mention::Kind::unknown) return false;
    }
    const bool behind_to = previous_is(Group::Kind::preposition) && previous()->lemma == to && groups_.size() > 1;
    const Group* const verb = behind_to ? &groups_[groups_.size() - 2] : previous();
    if (verb == nullptr || verb->kind != Group::Kind::verb || !lexicon_.look_up(verb->lemma, {}).ditransitive) return false;
    std::size_t end = t;
    while (end < tokens_.size() && !in_mention(end) && tokens_[end].kind == Token::Kind::word && word_class(end) == WordClass::open) ++end;
    const bool ranges = may_be(end - 1, WordInfo::gerund) && plural_noun_before(end - 1) && words_[end - 2].known_noun;  // "royalties ranging from"
    return ranges || (plural_noun_before(end) && words_[end - 1].known_noun && !begins_noun_group(end));
  }

  /// One past "(ABC)" where a short name stands so at `t` and a hyphen follows: "A-B-C antigen (ABC)-directed".
  std::size_t behind_brackets(std::size_t t) const {
    if (!is_mark(t, "(") || t + 2 >= tokens_.size() || !in_mention(t + 1)) return t;
    const std::size_t close = sentence_.mentions[static_cast<std::size_t>(mention_at_[t + 1])].last;
    return close + 1 < tokens_.size() && is_mark(close, ")") && hyphen(close + 1) && glued(close + 1) ? close + 1 : t;
  }

  /// A participle that hangs on the name before it as often without a hyphen as with one.
  bool is_hung_word(std::size_t t) const {
    static const std::array<std::string_view, 3> words = {"targeted", "targeting", "directed"};
    return t + 1 < tokens_.size() && (word_class(t + 1) == WordClass::open || in_mention(t + 1)) && std::find(words.begin(), words.end(), text(t)) != words.end();
  }

  void add_mention(Group& group, std::uint32_t m) const {
    const Mention& mention = sentence_.mentions[m];
    Modifier modifier{m, 0, false};
    const std::size_t after = behind_brackets(mention.last);
    if (after + 1 < tokens_.size() && hyphen(after) && glued(after) && glued(after + 1) && !in_mention(after + 1)) {
      modifier.link = tokens_[after + 1].key;
    } else if (after + 1 < tokens_.size() && after == mention.last && !in_mention(after) && mention.first > group.first && describes_by_name(group.first, mention.first, after)) {
      modifier.link = tokens_[after].key;
    } else if (after == mention.last && is_hung_word(after) && after + 1 < tokens_.size() && !in_mention(after)) {
      modifier.link = tokens_[after].key;  // "a B7-H3 targeted antibody"
    } else if (mention.first >= group.first + 2 && hyphen(mention.first - 1) && glued(mention.first) && !in_mention(mention.first - 2)) {
      modifier.link = tokens_[mention.first - 2].key;
      modifier.prefix = true;
    }
    group.modifiers.push_back(modifier);
  }

  /// "an EGFR and HER2 inhibitor": the article before the first of two names of a type goes with the noun behind the second.
  void share_article(Group& group) const {
    if (group.determiner != Group::Determiner::none || group.head_mention >= 0 || group.modifiers.empty() || groups_.size() < 2) return;
    const Group& first = groups_[groups_.size() - 2];
    const Mention& own = sentence_.mentions[group.modifiers.front().mention];
    if (!previous_is(Group::Kind::conjunction) || first.kind != Group::Kind::noun || first.head_mention < 0 || own.first != group.first) return;
    if (own.type == no_type || sentence_.mentions[static_cast<std::size_t>(first.head_mention)].type != own.type) return;
    if (first.determiner == Group::Determiner::indefinite) group.determiner = first.determiner;
  }

  void finish_noun_group(Group& group, std::size_t end) {
    std::size_t head = end;
    while (head > group.first && tokens_[head - 1].kind == Token::Kind::mark && !in_mention(head - 1)) --head;
    if (head == group.first) head = end;
    static const std::uint64_t ongoing = word_key("ongoing"), underway = word_key("underway"), effective = word_key("effective");
    std::size_t last_token = head - 1;
    const bool trails = !in_mention(last_token) && (tokens_[last_token].key == ongoing || tokens_[last_token].key == underway || tokens_[last_token].key == effective);
    if (trails && last_token > group.first && words_[last_token - 1].known_noun) --last_token;  // "Phase 3 trials ongoing in D"
    if (in_mention(last_token)) {
      group.head_mention = mention_at_[last_token];
      if (!group.modifiers.empty() && group.modifiers.back().link == 0) group.modifiers.pop_back();
    }
    static const std::uint64_t nor = word_key("nor");
    if (group.determiner == Group::Determiner::none && previous_is(Group::Kind::conjunction) && previous()->lemma == nor) group.determiner = Group::Determiner::negative;  // "neither A nor B"
    group.lemma = Lexicon::noun_lemma(text(last_token), tokens_[last_token].key);
    group.defined = group.determiner == Group::Determiner::definite && group.head_mention < 0 && tokens_[last_token].capital && last_token > group.first;
    group.last = static_cast<std::uint32_t>(end);
    share_article(group);
    if (group.possessor == no_group && pending_possessor_ != no_group) group.possessor = pending_possessor_;
    pending_possessor_ = no_group;
    groups_.push_back(std::move(group));
    at_ = end;
    const bool possessive_mark = at_ < tokens_.size() && !in_mention(at_) && (reads(at_, "'s") || (reads(at_, "'") && glued(at_)));
    if (possessive_mark && at_ + 1 < tokens_.size() && begins_noun_group(at_ + 1)) {
      pending_possessor_ = static_cast<std::int32_t>(groups_.size()) - 1;
      ++at_;
    }
  }

  const AgePhrase ages_;
  const DosePhrase doses_;
  std::int32_t pending_possessor_ = no_group;  ///< Whose the group to come is: "Acme's antibody".
  inline static const std::uint64_t both_ = word_key("both");
};

}  // namespace rxgraph::ingest::syntax
