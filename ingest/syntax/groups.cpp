#include "ingest/syntax/groups.hpp"

#include <algorithm>

namespace rxgraph::ingest {
namespace {

/// One pass over the tokens of a sentence.
class Grouper {
 public:
  Grouper(const AnalysedSentence& sentence, const DocumentText& document, const Lexicon& lexicon)
      : sentence_(sentence), document_(document), lexicon_(lexicon), tokens_(sentence.tokens) {
    words_.reserve(tokens_.size());
    for (const Token& token : tokens_) words_.push_back(lexicon.look_up(token.key, document.words(token.text)));
    open_initials();
    mention_at_.assign(tokens_.size(), -1);
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
      const Mention& mention = sentence.mentions[m];
      // A capital makes no name of a common noun: "the mAb", "Trademarks".
      const bool common = mention.kind == Mention::Kind::unknown && mention.last == mention.first + 1 && words_[mention.first].known_noun;
      if (common) continue;
      for (std::uint32_t t = mention.first; t < mention.last && t < tokens_.size(); ++t) mention_at_[t] = static_cast<std::int32_t>(m);
    }
  }

  std::vector<Group> run() {
    while (at_ < tokens_.size()) step();
    return std::move(groups_);
  }

 private:
  std::string_view text(std::size_t t) const { return document_.words(tokens_[t].text); }
  bool in_mention(std::size_t t) const { return mention_at_[t] >= 0; }
  WordClass word_class(std::size_t t) const { return in_mention(t) ? WordClass::open : words_[t].word_class; }

  /// "US", "IT" and "WHO" are no pronouns.
  void open_initials() {
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
      const bool pronoun = words_[t].word_class == WordClass::pronoun || words_[t].word_class == WordClass::relative;
      if (pronoun && tokens_[t].all_capitals && tokens_[t].text.size() > 1) words_[t].word_class = WordClass::open;
    }
  }

  bool is_mark(std::size_t t, std::string_view mark) const { return t < tokens_.size() && !in_mention(t) && text(t) == mark; }
  bool glued(std::size_t t) const { return t > 0 && t < tokens_.size() && !tokens_[t].blank_before; }
  bool hyphen(std::size_t t) const { return t < tokens_.size() && text(t) == "-"; }

  /// A word hung on its neighbour by a hyphen is part of a noun group, whatever it is by itself.
  bool hyphenated(std::size_t t) const { return (t > 0 && glued(t) && hyphen(t - 1) && glued(t - 1)) || (glued(t + 1) && hyphen(t + 1) && glued(t + 2)); }

  std::size_t skip_adverbs(std::size_t t) const {
    while (t < tokens_.size() && !in_mention(t) &&
           (words_[t].word_class == WordClass::adverb || words_[t].word_class == WordClass::negation)) {
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
      case WordClass::open: return tokens_[t].kind != Token::Kind::mark || text(t) == "$";
      default: return false;
    }
  }

  bool plural_noun_before(std::size_t t) const {
    if (t == 0) return false;
    const std::string_view before = text(t - 1);
    return before.size() > 3 && before.ends_with("s") && !before.ends_with("ss") && tokens_[t - 1].kind == Token::Kind::word;
  }

  const Group* previous() const { return groups_.empty() ? nullptr : &groups_.back(); }
  bool previous_is(Group::Kind kind) const { return previous() != nullptr && previous()->kind == kind; }

  /// True if the finished group before could be the subject of a verb.
  bool after_party() const {
    if (!previous_is(Group::Kind::noun)) return false;
    return previous()->pronoun || previous()->head_mention >= 0;
  }

  /// True if the open-class word at `t` is a verb here rather than a noun or an adjective.
  bool is_verb(std::size_t t) const {
    if (in_mention(t) || tokens_[t].kind != Token::Kind::word || hyphenated(t)) return false;
    const WordInfo& word = words_[t];
    if (word.forms == WordInfo::none) return false;
    const std::size_t next = skip_adverbs(t + 1);
    const bool object_next = begins_noun_group(next) && next < tokens_.size();
    const bool strong_object = object_next && (in_mention(next) || word_class(next) != WordClass::open);
    const bool preposition_next = next < tokens_.size() && (word_class(next) == WordClass::preposition || word_class(next) == WordClass::to ||
                                                            word_class(next) == WordClass::relative);
    const bool noun_before =
        previous_is(Group::Kind::noun) || previous_is(Group::Kind::relative) || previous_is(Group::Kind::close) || apposition_closed();
    const bool verb_list = previous_is(Group::Kind::conjunction) || previous_is(Group::Kind::comma);
    if (tokens_[t].capital && t > 0 && !tokens_[t].all_capitals && !in_mention(t - 1) && tokens_[t - 1].capital) return false;
    if ((word.forms & (WordInfo::past | WordInfo::participle)) != 0) {
      if (noun_before) return !(previous_is(Group::Kind::noun) && word.known_noun);
      if (straight_verb_list()) return true;
      if (verb_list || groups_.empty()) return preposition_next || strong_object || (verb_list && object_next && verb_before_list());
      if (previous_is(Group::Kind::subordinator) || previous_is(Group::Kind::open)) return preposition_next;
      return false;
    }
    if ((word.forms & WordInfo::gerund) != 0) {
      if (previous_is(Group::Kind::preposition)) return strong_object || (object_next && !word.known_noun);
      if (noun_before) return strong_object || (object_next && !word.known_noun && after_party());
      if (straight_verb_list()) return true;
      return (verb_list || groups_.empty()) && (strong_object || (object_next && !word.known_noun));
    }
    if ((word.forms & WordInfo::third) != 0) {
      if (previous_is(Group::Kind::relative)) return true;
      if (straight_verb_list()) return true;
      if (!noun_before) return verb_list && !word.known_noun && strong_object && verb_before_list();
      if (word.known_noun) {
        const bool determiner_next = !in_mention(next) && next < tokens_.size() && (word_class(next) == WordClass::determiner || word_class(next) == WordClass::possessive);
        return strong_object && (after_party() || determiner_next);
      }
      return object_next || preposition_next || next >= tokens_.size() || after_party();
    }
    if ((word.forms & WordInfo::base) != 0) {
      if (previous_is(Group::Kind::relative)) return !word.known_noun || object_next;
      if (previous_is(Group::Kind::noun)) {
        const bool plural = previous()->pronoun || plural_noun_before(t) || coordinated_before();
        return plural && (word.known_noun ? strong_object : object_next || preposition_next);
      }
      if (straight_verb_list()) return true;
      return verb_list && verb_before_list() && object_next && !word.known_noun;
    }
    return false;
  }

  /// "X, our lead compound, blocks": the comma before closes an apposition.
  bool apposition_closed() const {
    const std::size_t n = groups_.size();
    return n >= 4 && groups_[n - 1].kind == Group::Kind::comma && groups_[n - 2].kind == Group::Kind::noun &&
           groups_[n - 2].determiner != Group::Determiner::none && groups_[n - 3].kind == Group::Kind::comma && groups_[n - 4].kind == Group::Kind::noun;
  }

  /// "develop, manufacture": a verb stands straight before the comma or the conjunction.
  bool straight_verb_list() const {
    if (!previous_is(Group::Kind::conjunction) && !previous_is(Group::Kind::comma)) return false;
    std::size_t back = groups_.size() - 1;
    if (groups_[back].kind == Group::Kind::conjunction && back > 0 && groups_[back - 1].kind == Group::Kind::comma) --back;
    return back > 0 && groups_[back - 1].kind == Group::Kind::verb;
  }

  /// True if a list of verbs may go on here: the last verb group stands close before.
  bool verb_before_list() const {
    for (std::size_t back = 1; back <= 12 && back < groups_.size(); ++back) {
      const Group& group = groups_[groups_.size() - 1 - back];
      if (group.kind == Group::Kind::verb) return true;
      if (group.kind == Group::Kind::stop || group.kind == Group::Kind::subordinator || group.kind == Group::Kind::relative) return false;
    }
    return false;
  }

  bool coordinated_before() const {
    return groups_.size() >= 3 && groups_[groups_.size() - 2].kind == Group::Kind::conjunction && groups_[groups_.size() - 3].kind == Group::Kind::noun;
  }

  void push(Group::Kind kind, std::size_t count = 1) {
    Group group;
    group.kind = kind;
    group.first = static_cast<std::uint32_t>(at_);
    group.last = static_cast<std::uint32_t>(at_ + count);
    group.lemma = tokens_[at_].key;
    groups_.push_back(std::move(group));
    at_ += count;
  }

  void step() {
    if (in_mention(at_)) return noun_group();
    if (tokens_[at_].kind == Token::Kind::mark) return mark();
    if (up_to_amount()) return;
    if (const Lexicon::LongWord* const phrase = lexicon_.long_word(tokens_, at_)) {
      push(phrase->word_class == WordClass::preposition   ? Group::Kind::preposition
           : phrase->word_class == WordClass::conjunction ? Group::Kind::conjunction
                                                          : Group::Kind::subordinator,
           phrase->keys.size());
      groups_.back().lemma = phrase->whole;
      return;
    }
    switch (words_[at_].word_class) {
      case WordClass::determiner:
      case WordClass::possessive:
      case WordClass::pronoun: return noun_group();
      case WordClass::relative: return relative();
      case WordClass::preposition:
        if (verb_group()) return;
        return push(Group::Kind::preposition);
      case WordClass::conjunction: return push(Group::Kind::conjunction);
      case WordClass::subordinator: return push(Group::Kind::subordinator);
      case WordClass::be:
      case WordClass::have:
      case WordClass::do_:
      case WordClass::modal:
      case WordClass::to:
      case WordClass::negation:
      case WordClass::adverb:
        if (verb_group()) return;
        if (words_[at_].word_class == WordClass::to) return push(Group::Kind::preposition);
        ++at_;
        return;
      case WordClass::open:
        if (is_verb(at_) && verb_group()) return;
        return noun_group();
    }
  }

  /// "up to $5 million": the limit belongs to the amount.
  bool up_to_amount() {
    static const std::uint64_t up = word_key("up"), to = word_key("to");
    if (tokens_[at_].key != up || at_ + 2 >= tokens_.size() || tokens_[at_ + 1].key != to || !in_mention(at_ + 2)) return false;
    at_ += 2;
    noun_group();
    return true;
  }

  void mark() {
    const std::string_view sign = text(at_);
    if (sign == ",") return push(Group::Kind::comma);
    if (sign == "(" || sign == "[") return push(Group::Kind::open);
    if (sign == ")" || sign == "]") return push(Group::Kind::close);
    if (sign == ";" || sign == ":" || sign == "." || sign == "!" || sign == "?") return push(Group::Kind::stop);
    if (sign == "\xE2\x80\x94" || sign == "\xE2\x80\x93" || (sign == "-" && tokens_[at_].blank_before)) return push(Group::Kind::comma);
    if (sign == "/" || sign == "&" || sign == "+") return push(Group::Kind::conjunction);
    ++at_;
  }

  /// "that" after a verb opens a clause of its own; after a noun it is a relative.
  void relative() {
    const bool clause = tokens_[at_].key == word_key("that") && previous_is(Group::Kind::verb);
    push(clause ? Group::Kind::subordinator : Group::Kind::relative);
  }

  struct VerbScan {
    std::size_t end = 0;
    Group group;
  };

  /// Reads auxiliaries and the main verb from `from`. Returns false where no verb is there.
  bool scan_verb(std::size_t from, VerbScan& scan) const {
    std::size_t t = from;
    Group& group = scan.group;
    bool after_have = false, after_be = false, after_do = false, helper = false;
    for (;;) {
      while (t < tokens_.size() && !in_mention(t) &&
             (words_[t].word_class == WordClass::adverb || words_[t].word_class == WordClass::negation)) {
        if (words_[t].word_class == WordClass::negation) group.negated = true;
        ++t;
      }
      if (t >= tokens_.size() || in_mention(t)) return false;
      const std::size_t next = skip_adverbs(t + 1);
      const WordInfo& word = words_[t];
      switch (word.word_class) {
        case WordClass::modal:
          if (text(t).size() > 0 && tokens_[t].capital && tokens_[t].digit) return false;
          group.mood = std::max(group.mood, word.mood);
          helper = true;
          t = next_after(t);
          continue;
        case WordClass::to:
          if (helper || !(may_be(next, WordInfo::base) || (next < tokens_.size() && (word_class(next) == WordClass::be || word_class(next) == WordClass::have)))) {
            return false;
          }
          group.infinitive = true;
          helper = true;
          t = next_after(t);
          continue;
        case WordClass::do_:
          if (may_be(next, WordInfo::base)) {
            after_do = helper = true;
            t = next_after(t);
            continue;
          }
          return false;
        case WordClass::have:
          if (may_be(next, WordInfo::participle) || (next < tokens_.size() && word_class(next) == WordClass::be)) {
            after_have = helper = true;
            group.past = true;
            t = next_after(t);
            continue;
          }
          return finish(scan, t, word_key("have"));
        case WordClass::be:
          if (text(t) == "'s" || text(t) == "being") {
            if (!helper && text(t) == "'s") return false;
          }
          if (may_be(next, WordInfo::participle)) {
            group.passive = after_be = helper = true;
            t = next_after(t);
            continue;
          }
          if (may_be(next, WordInfo::gerund) || (next < tokens_.size() && text(next) == "being" && !in_mention(next))) {
            after_be = helper = true;
            t = next_after(t);
            continue;
          }
          group.copula = true;
          if (t + 1 < tokens_.size() && word_class(t + 1) == WordClass::negation) {
            group.negated = true;
            ++t;
          }
          return finish(scan, t, word_key("be"));
        default: break;
      }
      if (word.forms == WordInfo::none || in_mention(t) || hyphenated(t)) return false;
      const bool plain = helper && !after_be && !after_have;
      if (plain && (word.forms & WordInfo::base) == 0) return false;
      if (after_do && (word.forms & WordInfo::base) == 0) return false;
      if (!helper) {
        if (!is_verb(t)) return false;
        group.reduced = (word.forms & (WordInfo::participle | WordInfo::gerund)) != 0;
        group.gerund = (word.forms & WordInfo::gerund) != 0;
        group.past = (word.forms & WordInfo::past) != 0;
      }
      if (after_be && (word.forms & WordInfo::gerund) != 0) group.passive = false;
      return finish(scan, t, word.verb);
    }
  }

  std::size_t next_after(std::size_t t) const { return t + 1; }

  bool finish(VerbScan& scan, std::size_t t, std::uint64_t lemma) const {
    scan.end = t + 1;
    scan.group.lemma = lemma;
    return true;
  }

  bool verb_group() {
    VerbScan scan;
    if (!scan_verb(at_, scan)) return false;
    Mood mood = scan.group.mood;
    bool negated = scan.group.negated;
    Group first = scan.group;
    // "agreed to acquire", "is expected to begin": the last verb counts, coloured by those before.
    for (int chain = 0; chain < 3; ++chain) {
      std::size_t next = skip_adverbs(scan.end);
      Mood governor = lexicon_.look_up(scan.group.lemma, {}).mood;
      // "is eligible to receive": the adjective governs as a verb would.
      if (scan.group.copula && next < tokens_.size() && !in_mention(next) && words_[next].forms == WordInfo::none && words_[next].mood != Mood::none) {
        governor = words_[next].mood;
        ++next;
      }
      if (next >= tokens_.size() || in_mention(next) || words_[next].word_class != WordClass::to) break;
      VerbScan further;
      if (!scan_verb(next, further)) break;
      if (governor == Mood::negative) negated = !negated;
      mood = std::max(mood, governor);
      negated = negated || further.group.negated;
      further.group.past = scan.group.past;
      scan = further;
    }
    Group group = scan.group;
    group.kind = Group::Kind::verb;
    group.first = static_cast<std::uint32_t>(at_);
    group.last = static_cast<std::uint32_t>(scan.end);
    group.mood = mood == Mood::negative ? Mood::none : mood;
    group.negated = negated;
    group.infinitive = first.infinitive;
    group.gerund = first.gerund;
    group.reduced = first.reduced && first.lemma == group.lemma;
    group.copula = group.lemma == word_key("be") || group.lemma == word_key("become") || group.lemma == word_key("represent");
    groups_.push_back(std::move(group));
    at_ = scan.end;
    return true;
  }

  /// True for a word that its ending shows to be an adjective. It ends no noun group.
  bool is_adjective(std::size_t t) const {
    if (in_mention(t) || tokens_[t].kind != Token::Kind::word || tokens_[t].capital || words_[t].known_noun || words_[t].word_class != WordClass::open) return false;
    const std::string_view word = text(t);
    for (const std::string_view ending : {"al", "ic", "ive", "ous", "ary", "ory", "ible", "able", "ant", "ent", "lar", "less"}) {
      if (word.size() > ending.size() + 2 && word.ends_with(ending)) return !word.ends_with("ment");
    }
    return word == "novel" || word == "new" || word == "major" || word == "human" || word == "oral" || word == "rare";
  }

  /// "an oral, selective inhibitor", "a highly active antibody": a comma or an adverb inside a noun group.
  bool inside_noun_group(std::size_t t) const {
    const std::size_t next = t + 1;
    if (t == 0 || next >= tokens_.size()) return false;
    const bool open_next = in_mention(next) || (word_class(next) == WordClass::open && tokens_[next].kind == Token::Kind::word && !is_verb(next));
    if (is_mark(t, ",")) return is_adjective(t - 1) && open_next;
    if (word_class(t) != WordClass::adverb) return false;
    if (!text(t).ends_with("ly") && is_adjective(t - 1)) return open_next;  // "an exclusive worldwide license"
    return is_adjective(next) && (is_adjective(t - 1) || word_class(t - 1) == WordClass::determiner || word_class(t - 1) == WordClass::possessive);
  }

  bool continues_noun_group(std::size_t t) const {
    if (in_mention(t)) return true;
    if (inside_noun_group(t)) return true;
    if (tokens_[t].kind == Token::Kind::mark) {
      const std::string_view sign = text(t);
      if (sign == "-") return glued(t) && glued(t + 1);
      if (sign == "/") return glued(t) && glued(t + 1) && joins_modifiers(t);
      return sign == "%" || sign == "$" || sign == "'" || sign == "\"" || sign == "\xC2\xAE" || sign == "\xE2\x84\xA2";
    }
    if (tokens_[t].kind == Token::Kind::number) return true;
    if (hyphenated(t)) return true;
    return words_[t].word_class == WordClass::open;
  }

  /// "BCL-XL/BCL-2 inhibitor": a slash between names that a noun follows.
  bool joins_modifiers(std::size_t slash) const {
    if (slash + 1 >= tokens_.size() || !in_mention(slash - 1) || !in_mention(slash + 1)) return false;
    const std::size_t after = sentence_.mentions[static_cast<std::size_t>(mention_at_[slash + 1])].last;
    return after < tokens_.size() && !in_mention(after) && word_class(after) == WordClass::open && tokens_[after].kind == Token::Kind::word;
  }

  /// True if the verb form at `t` ends the noun group that began at `begin`.
  bool verb_ends(std::size_t begin, std::size_t t, const Group& group) {
    if (t == begin || words_[t].forms == WordInfo::none || in_mention(t)) return false;
    const std::size_t before = t - 1;
    const bool after_name = in_mention(before);
    const bool determiner_before = !in_mention(before) && (word_class(before) == WordClass::determiner || word_class(before) == WordClass::possessive ||
                                                           text(before) == "'s" || hyphen(before));
    if (determiner_before || is_adjective(before)) return false;
    Group open = group;
    open.kind = Group::Kind::noun;
    open.last = static_cast<std::uint32_t>(t);
    open.head_mention = after_name ? mention_at_[before] : -1;
    groups_.push_back(std::move(open));
    const bool verb = is_verb(t) && !adjective_before_noun(t, after_name && group.determiner == Group::Determiner::none);
    groups_.pop_back();
    return verb;
  }

  /// "the licensed product": a participle after an article's adjective and straight before a noun is an adjective.
  bool adjective_before_noun(std::size_t t, bool after_name) const {
    if ((words_[t].forms & (WordInfo::participle | WordInfo::gerund)) == 0 || after_name) return false;
    const std::size_t next = t + 1;
    if (next >= tokens_.size() || in_mention(next)) return false;
    return word_class(next) == WordClass::open && tokens_[next].kind == Token::Kind::word && 
           (in_mention(t - 1) || (words_[t - 1].forms == WordInfo::none && !words_[t - 1].known_noun)) && !plural_noun_before(t);
  }

  void noun_group() {
    Group group;
    group.kind = Group::Kind::noun;
    group.first = static_cast<std::uint32_t>(at_);
    const std::size_t begin = at_;
    std::size_t t = at_;
    if (!in_mention(t)) {
      const WordInfo& word = words_[t];
      if (word.word_class == WordClass::pronoun) {
        group.pronoun = true;
        group.lemma = tokens_[t].key;
        group.last = static_cast<std::uint32_t>(t + 1);
        groups_.push_back(std::move(group));
        at_ = t + 1;
        return;
      }
      while (t < tokens_.size() && !in_mention(t) && (words_[t].word_class == WordClass::determiner || words_[t].word_class == WordClass::possessive)) {
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
        ++t;
      }
    }
    if (t > begin) t = std::max(t, skip_to_open_word(t));
    while (t < tokens_.size() && continues_noun_group(t) && !verb_ends(begin, t, group)) {
      if (in_mention(t)) {
        const auto m = static_cast<std::uint32_t>(mention_at_[t]);
        if (t > begin && begins_own_group(group, t, m)) break;
        add_mention(group, m);
        t = std::max<std::size_t>(t + 1, sentence_.mentions[m].last);
      } else {
        ++t;
      }
    }
    if (t == begin) {  // A lone adverb, auxiliary or mark: nothing for syntax.
      ++at_;
      return;
    }
    finish_noun_group(group, t);
  }

  /// "a newly formed company": adverbs after the determiner belong to the group.
  std::size_t skip_to_open_word(std::size_t t) const {
    std::size_t next = t;
    while (next < tokens_.size() && word_class(next) == WordClass::adverb) ++next;
    return next < tokens_.size() && word_class(next) == WordClass::open && tokens_[next].kind == Token::Kind::word ? next : t;
  }

  /// "paid Acme $5 million", "granted Acme orphan drug designation": two objects side by side.
  bool begins_own_group(const Group& group, std::size_t t, std::uint32_t m) const {
    if (!in_mention(t - 1) || group.modifiers.empty() || group.modifiers.back().link != 0) return false;
    const Mention& before = sentence_.mentions[static_cast<std::size_t>(mention_at_[t - 1])];
    const Mention& here = sentence_.mentions[m];
    if (before.kind != Mention::Kind::entity && before.kind != Mention::Kind::unknown) return false;
    if (here.kind == Mention::Kind::money) return true;
    const bool two_objects = previous_is(Group::Kind::verb) && lexicon_.look_up(previous()->lemma, {}).ditransitive;
    return two_objects && here.kind == Mention::Kind::entity && here.type != before.type && group.modifiers.size() == 1;
  }

  void add_mention(Group& group, std::uint32_t m) const {
    const Mention& mention = sentence_.mentions[m];
    Modifier modifier{m, 0, false};
    const std::size_t after = mention.last;
    if (after + 1 < tokens_.size() && hyphen(after) && glued(after) && glued(after + 1) && !in_mention(after + 1)) {
      modifier.link = tokens_[after + 1].key;
    } else if (mention.first >= group.first + 2 && hyphen(mention.first - 1) && glued(mention.first) && !in_mention(mention.first - 2)) {
      modifier.link = tokens_[mention.first - 2].key;
      modifier.prefix = true;
    }
    group.modifiers.push_back(modifier);
  }

  void finish_noun_group(Group& group, std::size_t end) {
    std::size_t head = end;
    while (head > group.first && tokens_[head - 1].kind == Token::Kind::mark && !in_mention(head - 1)) --head;
    if (head == group.first) head = end;
    const std::size_t last_token = head - 1;
    if (in_mention(last_token)) {
      group.head_mention = mention_at_[last_token];
      if (!group.modifiers.empty() && group.modifiers.back().link == 0) group.modifiers.pop_back();
    }
    group.lemma = Lexicon::noun_lemma(text(last_token));
    group.defined = group.determiner == Group::Determiner::definite && group.head_mention < 0 && tokens_[last_token].capital && last_token > group.first;
    group.last = static_cast<std::uint32_t>(end);
    if (group.possessor == no_group && pending_possessor_ != no_group) group.possessor = pending_possessor_;
    pending_possessor_ = no_group;
    groups_.push_back(std::move(group));
    at_ = end;
    const bool possessive_mark = at_ < tokens_.size() && !in_mention(at_) && (text(at_) == "'s" || (text(at_) == "'" && glued(at_)));
    if (possessive_mark && at_ + 1 < tokens_.size() && begins_noun_group(at_ + 1)) {
      pending_possessor_ = static_cast<std::int32_t>(groups_.size()) - 1;
      ++at_;
    }
  }

  const AnalysedSentence& sentence_;
  const DocumentText& document_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::vector<WordInfo> words_;
  std::vector<std::int32_t> mention_at_;  ///< Token to mention, or -1.
  std::vector<Group> groups_;
  std::size_t at_ = 0;
  std::int32_t pending_possessor_ = no_group;
};

}  // namespace

std::vector<Group> find_groups(const AnalysedSentence& sentence, const DocumentText& document, const Lexicon& lexicon) {
  return Grouper(sentence, document, lexicon).run();
}

}  // namespace rxgraph::ingest
