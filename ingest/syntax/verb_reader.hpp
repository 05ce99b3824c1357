#pragma once
/// Verbs among the words of a sentence: which words are verbs where they stand, and how far a verb group reaches. Internal to the grouping.

#include <algorithm>
#include <array>

#include "ingest/syntax/sentence_words.hpp"

namespace rxgraph::ingest::syntax {

/// Tells verbs from nouns and adjectives, and reads verb groups.
class VerbReader : public SentenceWords {
 protected:
  using SentenceWords::SentenceWords;

  static constexpr std::size_t longest_wait = 12;  ///< Groups between a subject and its verb.

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
        previous_is(Group::Kind::noun) || previous_is(Group::Kind::relative) || previous_is(Group::Kind::close) || apposition_closed() || aside_closed();
    const bool verb_list = previous_is(Group::Kind::conjunction) || previous_is(Group::Kind::comma);
    if (tokens_[t].capital && t > 0 && !tokens_[t].all_capitals && !in_mention(t - 1) && tokens_[t - 1].capital && !tests(word.verb)) return false;
    if (tokens_[t].capital && !tokens_[t].all_capitals && !tests(word.verb) && titled_before(t)) return false;
    if ((word.forms & (WordInfo::past | WordInfo::participle)) != 0) {
      const bool possessed = t > 0 && !in_mention(t - 1) && text(t - 1) == "'" && next < tokens_.size() && !in_mention(next) && words_[next].known_noun;
      if (possessed) return false;  // "90 days' written notice"
      if (noun_before) return !(previous_is(Group::Kind::noun) && word.known_noun);
      if (straight_verb_list()) return true;
      if (groups_.empty() && object_next && next + 1 < tokens_.size() && words_[next].known_noun && tokens_[next + 1].key == of_) return true;  // "Discontinued development of X"
      if (verb_list || groups_.empty()) return preposition_next || strong_object || (verb_list && object_next && verb_before_list());
      if (previous_is(Group::Kind::subordinator) || previous_is(Group::Kind::open)) return preposition_next;
      return false;
    }
    if ((word.forms & WordInfo::gerund) != 0) {
      const bool objects_next = object_next && next + 1 < tokens_.size() && !in_mention(next) && plural_noun_before(next + 1);
      if (previous_is(Group::Kind::verb) && (strong_object || objects_next) && begins(previous()->lemma)) return true;  // "began selling X", "began dosing patients"
      if (previous_is(Group::Kind::preposition)) return strong_object || (object_next && !word.known_noun) || (preposition_next && previous()->lemma == by_ && next + 1 < tokens_.size() && in_mention(next + 1));  // "by binding to T"
      if (noun_before) return strong_object || (object_next && !word.known_noun && (after_party() || plural_noun_before(t) || tests(word.verb)));
      if (straight_verb_list()) return true;
      return (verb_list || groups_.empty()) && (strong_object || (object_next && !word.known_noun));
    }
    if ((word.forms & WordInfo::third) != 0) {
      if (previous_is(Group::Kind::relative)) return true;
      if (straight_verb_list()) return true;
      if (!noun_before) return verb_list && !word.known_noun && strong_object && verb_before_list();
      if (word.known_noun) {
        if (after_actor() && is_mark(t + 1, "by") && may_be(t + 2, WordInfo::gerund)) return true;  // "X works by blocking T".
        const bool determiner_next = next < tokens_.size() && !in_mention(next) && (word_class(next) == WordClass::determiner || word_class(next) == WordClass::possessive);
        const bool after_adverb = t > 0 && !in_mention(t - 1) && word_class(t - 1) == WordClass::adverb;
        if (preposition_next && after_adverb && after_actor()) return true;  // "Acme hereby grants to"
        if (next == t + 1 && next < tokens_.size() && !in_mention(next) && (tokens_[next].key == us_ || tokens_[next].key == them_)) return true;  // "the amendment grants us"
        return (strong_object && (after_actor() || determiner_next)) || (object_next && after_actor() && after_adverb) || ((object_next || preposition_next) && after_actor() && only_verb(t));
      }
      return object_next || preposition_next || next >= tokens_.size() || after_actor();
    }
    if ((word.forms & WordInfo::base) != 0) {
      if (groups_.empty()) return tokens_[t].capital && object_next && is_task(word.verb);  // "Initiate a Phase 3 trial": an item of a plan
      if (previous_is(Group::Kind::relative)) return !word.known_noun || object_next;
      if (noun_before && tells_that(word.verb) && next < tokens_.size() && !in_mention(next) && tokens_[next].key == that_) return true;  // "results of the trial show that"
      if (previous_is(Group::Kind::noun)) {
        if (previous()->pronoun && (previous()->lemma == we_ || previous()->lemma == they_)) return object_next || preposition_next;  // "we share profits"
        const bool plural = previous()->pronoun || plural_noun_before(t) || coordinated_before() || plural_subject_waits();
        if (!word.known_noun && is_mark(t + 1, ":")) return plural || plural_before(t);  // "Key products in the segment include:"
        return plural && (word.known_noun ? strong_object || (divides(word.verb) && next < tokens_.size() && is_divided(tokens_[next].key)) : object_next || preposition_next);
      }
      if (straight_verb_list()) return true;
      // "are conducting a study and plan to initiate another".
      if (verb_list && word.mood != Mood::none && next < tokens_.size() && word_class(next) == WordClass::to && verb_before_list()) return true;
      return verb_list && verb_before_list() && object_next && !word.known_noun;
    }
    return false;
  }

  /// "Acme supplies clinical batches of X.": behind the name that begins the sentence, where no other word up to its end can be a finite verb.
  bool only_verb(std::size_t t) const {
    if ((groups_.size() != 1 && !apposition_closed() && !aside_closed()) || tokens_[t].capital || !is_mark(tokens_.size() - 1, ".")) return false;
    for (std::size_t u = t + 1; u < tokens_.size(); ++u) {
      const WordInfo& word = words_[u];
      if (in_mention(u) || tokens_[u].kind != Token::Kind::word) continue;
      if (word.word_class == WordClass::be || word.word_class == WordClass::have || word.word_class == WordClass::do_ || word.word_class == WordClass::modal) return false;
      if (word.word_class == WordClass::open && (word.forms & (WordInfo::past | WordInfo::third | WordInfo::base)) != 0 && !word.known_noun && !hyphenated(u)) return false;
    }
    return true;
  }

  /// "the Acme Modified Patents": an article and a name stand straight before the word at `t`, and a capital behind it.
  bool titled_before(std::size_t t) const {
    if (t == 0 || !in_mention(t - 1) || t + 1 >= tokens_.size() || !(tokens_[t + 1].capital || tokens_[t + 1].mixed)) return false;
    const std::uint32_t first = sentence_.mentions[static_cast<std::size_t>(mention_at_[t - 1])].first;
    return first > 0 && word_class(first - 1) == WordClass::determiner;
  }

  /// What plans tell to do in items without a subject.
  static bool is_task(std::uint64_t verb) {
    static const std::array<std::uint64_t, 18> tasks = {word_key("initiate"), word_key("submit"), word_key("file"),   word_key("complete"), word_key("begin"),  word_key("start"),    word_key("commence"), word_key("advance"), word_key("present"),
                                                        word_key("announce"), word_key("enroll"), word_key("expand"), word_key("launch"),   word_key("obtain"), word_key("evaluate"), word_key("develop"),  word_key("conduct"), word_key("select")};
    return std::find(tasks.begin(), tasks.end(), verb) != tasks.end();
  }

  /// "A and B share profits", "the parties split costs": verbs that are nouns as often, before what is divided.
  static bool divides(std::uint64_t verb) {
    static const std::array<std::uint64_t, 3> dividing = {word_key("share"), word_key("split"), word_key("divide")};
    return std::find(dividing.begin(), dividing.end(), verb) != dividing.end();
  }
  static bool is_divided(std::uint64_t word) {
    static const std::array<std::uint64_t, 10> divided = {word_key("costs"),  word_key("expenses"),  word_key("profits"),     word_key("losses"),          word_key("revenues"),
                                                          word_key("equally"), word_key("development"), word_key("commercialization"), word_key("operating"), word_key("responsibility")};
    return std::find(divided.begin(), divided.end(), word) != divided.end();
  }

  /// "A Phase 2 Study Evaluating X": what titles say in capitals.
  static bool tests(std::uint64_t verb) {
    static const std::array<std::uint64_t, 7> verbs = {word_key("evaluate"), word_key("assess"), word_key("investigate"), word_key("compare"), word_key("test"), word_key("examine"), word_key("explore")};
    return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
  }

  /// Verbs of regulators, after which an infinitive says what for.
  static bool permits(std::uint64_t verb) {
    static const std::array<std::uint64_t, 5> permitting = {word_key("approve"), word_key("authorize"), word_key("clear"), word_key("license"), word_key("indicate")};
    return std::find(permitting.begin(), permitting.end(), verb) != permitting.end();
  }

  /// Verbs after which a participle says what is done from then on.
  static bool begins(std::uint64_t verb) {
    static const std::array<std::uint64_t, 5> beginning = {word_key("begin"), word_key("start"), word_key("commence"), word_key("continue"), word_key("resume")};
    return std::find(beginning.begin(), beginning.end(), verb) != beginning.end();
  }

  /// Verbs of telling that are hardly ever nouns.
  static bool tells_that(std::uint64_t verb) {
    static const std::array<std::uint64_t, 5> telling = {word_key("show"), word_key("suggest"), word_key("indicate"), word_key("demonstrate"), word_key("confirm")};
    return std::find(telling.begin(), telling.end(), verb) != telling.end();
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

  /// True if some noun of the sentence before `t` is a plural.
  bool plural_before(std::size_t t) const {
    return std::any_of(groups_.begin(), groups_.end(), [&](const Group& group) { return group.kind == Group::Kind::noun && group.last < t && plural_noun_before(group.last); });
  }

  /// "two antibodies owned by Acme inhibit", "patients who read the label take": the clause begins with a plural that has no finite
  /// verb yet, and what stands straight before belongs to a preposition or to a relative clause.
  bool plural_subject_waits() const {
    if (groups_.size() < 3) return false;
    const Group::Kind governor = groups_[groups_.size() - 2].kind;
    if (governor != Group::Kind::preposition && governor != Group::Kind::verb) return false;
    if (governor == Group::Kind::preposition && previous()->head_mention < 0) return false;
    const Group* subject = nullptr;
    int finite = 0;
    for (std::size_t back = 2; back <= groups_.size() && back <= longest_wait; ++back) {
      const Group& group = groups_[groups_.size() - back];
      if (group.kind == Group::Kind::noun) {
        const bool governed = back < groups_.size() && groups_[groups_.size() - back - 1].kind == Group::Kind::preposition;
        const bool possesses = subject != nullptr && subject->possessor == static_cast<std::int32_t>(groups_.size() - back);
        if (!governed && !possesses) subject = &group;
      } else if (group.kind == Group::Kind::verb) {
        finite += group.reduced ? 0 : 1;
      } else if (group.kind == Group::Kind::relative) {
        if (subject != nullptr && finite == 0) break;  // "in which patients with D receive": the clause begins here.
        finite = 0;
        subject = nullptr;
      } else if (group.kind != Group::Kind::preposition) {
        break;
      }
    }
    return finite == 0 && subject != nullptr && !subject->pronoun && subject->head_mention < 0 && plural_noun_before(subject->last);
  }

  /// True for an adjective alone.
  bool is_complement(const Group& group) const {
    return group.kind == Group::Kind::noun && group.head_mention < 0 && !group.pronoun && group.determiner == Group::Determiner::none && group.possessor == no_group &&
           group.last == group.first + 1 && !words_[group.first].known_noun;
  }

  /// "is made in Ohio and sold in Europe by A": the passive verb whose auxiliary a participle behind a conjunction shares; null without one.
  const Group* shared_passive() const {
    if (!previous_is(Group::Kind::conjunction)) return nullptr;
    const std::size_t n = groups_.size();  // "was safe and well tolerated": an adjective behind a copula does as well.
    if (n >= 3 && groups_[n - 3].kind == Group::Kind::verb && groups_[n - 3].copula && is_complement(groups_[n - 2])) return &groups_[n - 3];
    for (std::size_t back = 2; back <= groups_.size() && back <= longest_wait; ++back) {
      const Group& group = groups_[groups_.size() - back];
      if (group.kind == Group::Kind::verb) return group.passive && !group.reduced ? &group : nullptr;
      const bool governed = group.kind == Group::Kind::noun && back < groups_.size() && groups_[groups_.size() - back - 1].kind == Group::Kind::preposition;
      if (!governed && group.kind != Group::Kind::preposition) return nullptr;
    }
    return nullptr;
  }

  /// A verb group while it is read.
  struct VerbScan {
    std::size_t end = 0;  ///< One past its main verb, once that is found.
    Group group;
    bool after_have = false, after_be = false, after_do = false, helper = false;  ///< The auxiliaries so far; `helper`: any.
  };

  /// What reading an auxiliary tells of the verb group.
  enum class Step : std::uint8_t { goes_on, whole, no_verb };

  /// Reads auxiliaries and the main verb from `from`. Returns false where no verb is there.
  bool scan_verb(std::size_t from, VerbScan& scan) const {
    for (std::size_t t = from;; ++t) {
      while (t < tokens_.size() && !in_mention(t) &&
             (words_[t].word_class == WordClass::adverb || words_[t].word_class == WordClass::negation || (t > from && joins_adverbs(t)))) {
        if (words_[t].word_class == WordClass::negation) scan.group.negated = true;
        ++t;
      }
      if (t >= tokens_.size() || in_mention(t)) return false;
      switch (words_[t].word_class) {
        case WordClass::modal:
        case WordClass::to:
        case WordClass::do_:
        case WordClass::have:
        case WordClass::be: break;
        default: return scan_main_verb(t, scan);
      }
      if (const Step step = words_[t].word_class == WordClass::be ? read_be(t, scan) : read_helper(t, scan); step != Step::goes_on) return step == Step::whole;
      scan.helper = true;
    }
  }

  /// "may", "to", "did", "has".
  Step read_helper(std::size_t t, VerbScan& scan) const {
    Group& group = scan.group;
    const std::size_t next = skip_adverbs(t + 1);
    const auto next_is = [&](WordClass wanted) { return next < tokens_.size() && word_class(next) == wanted; };
    switch (words_[t].word_class) {
      case WordClass::modal:
        if (tokens_[t].capital && tokens_[t].digit) return Step::no_verb;
        group.mood = std::max(group.mood, words_[t].mood);
        return Step::goes_on;
      case WordClass::to:
        if (scan.helper || !(may_be(next, WordInfo::base) || next_is(WordClass::be) || next_is(WordClass::have))) return Step::no_verb;
        group.infinitive = true;
        return Step::goes_on;
      case WordClass::do_:
        if (!may_be(next, WordInfo::base)) return Step::no_verb;
        scan.after_do = true;
        return Step::goes_on;
      default:
        if (!may_be(next, WordInfo::participle) && !next_is(WordClass::be)) {
          group.past = tokens_[t].key == had_;
          return finish(scan, t, have_);
        }
        scan.after_have = group.past = true;
        return Step::goes_on;
    }
  }

  /// "is", "were": of a passive, of what goes on, or a copula.
  Step read_be(std::size_t t, VerbScan& scan) const {
    Group& group = scan.group;
    const std::size_t next = skip_adverbs(t + 1);
    if (text(t) == "'s" && !scan.helper) return Step::no_verb;
    if (!scan.helper && tokens_[t].key == be_) group.mood = std::max(group.mood, Mood::planned);  // "recommended that X be approved"
    group.past = group.past || tokens_[t].key == was_ || tokens_[t].key == were_;
    const bool passive = may_be(next, WordInfo::participle);
    if (passive) group.passive = true;
    if (passive || may_be(next, WordInfo::gerund) || (next < tokens_.size() && text(next) == "being" && !in_mention(next))) {
      scan.after_be = true;
      return Step::goes_on;
    }
    group.copula = true;
    if (t + 1 < tokens_.size() && word_class(t + 1) == WordClass::negation) {
      group.negated = true;
      ++t;
    }
    return finish(scan, t, be_);
  }

  /// The verb at `t` behind its auxiliaries, if it has the form that they want.
  bool scan_main_verb(std::size_t t, VerbScan& scan) const {
    const WordInfo& word = words_[t];
    Group& group = scan.group;
    if (word.forms == WordInfo::none || hyphenated(t)) return false;
    const bool wants_base = scan.after_do || (scan.helper && !scan.after_be && !scan.after_have);
    if (wants_base && (word.forms & WordInfo::base) == 0) return false;
    if (!scan.helper) {
      if (!is_verb(t)) return false;
      group.reduced = (word.forms & (WordInfo::participle | WordInfo::gerund)) != 0;
      group.gerund = (word.forms & WordInfo::gerund) != 0;
      group.past = (word.forms & WordInfo::past) != 0;
    }
    if (scan.after_be && (word.forms & WordInfo::gerund) != 0) group.passive = false;
    finish(scan, t, word.verb);
    return true;
  }

  static Step finish(VerbScan& scan, std::size_t t, std::uint64_t lemma) {
    scan.end = t + 1;
    scan.group.lemma = lemma;
    return Step::whole;
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
      if (permits(scan.group.lemma) && (scan.group.passive || scan.group.reduced)) break;  // "approved to treat D": both are said
      VerbScan further;
      if (!scan_verb(next, further)) break;
      if (governor == Mood::negative) negated = !negated;
      mood = std::max(mood, governor);
      negated = negated || further.group.negated;
      further.group.past = scan.group.past;
      scan = further;
    }
    // "an agreement to acquire", "the right to sell": so does the noun that an infinitive explains.
    if (first.infinitive && previous_is(Group::Kind::noun) && previous()->head_mention < 0) mood = std::max(mood, lexicon_.look_up(previous()->lemma, {}).mood);
    // "an option to develop and to sell": of a second one as well.
    if (first.infinitive && previous_is(Group::Kind::conjunction) && groups_.size() >= 2) {
      const Group& before = groups_[groups_.size() - 2];
      if (before.kind == Group::Kind::verb && before.infinitive) mood = std::max(mood, before.mood);
    }
    Group group = scan.group;
    group.kind = Group::Kind::verb;
    group.first = static_cast<std::uint32_t>(at_);
    group.last = static_cast<std::uint32_t>(scan.end);
    group.mood = mood == Mood::negative ? Mood::none : mood;
    const bool task = groups_.empty() && !group.past && !group.reduced && !group.infinitive && scan.group.mood == Mood::none && scan.end == at_ + 1 && (words_[at_].forms & WordInfo::base) != 0;
    if (task) group.mood = Mood::planned;
    group.object_mood = lexicon_.look_up(group.lemma, {}).object_mood;
    group.negated = negated;
    group.infinitive = first.infinitive;
    group.gerund = first.gerund;
    group.reduced = first.reduced && first.lemma == group.lemma;
    const bool gives = lexicon_.look_up(group.lemma, {}).ditransitive && groups_.size() >= 2 && groups_[groups_.size() - 2].kind == Group::Kind::verb;  // "was accepted and granted priority review"
    if (group.reduced && !group.gerund && (gives || !begins_noun_group(scan.end))) {
      if (const Group* const shared = shared_passive()) {
        group.passive = true;
        group.reduced = false;
        group.past = shared->past;
      }
    }
    group.copula = group.lemma == be_ || group.lemma == become_ || group.lemma == represent_;
    group.composes = std::find(composing_.begin(), composing_.end(), group.lemma) != composing_.end();
    groups_.push_back(std::move(group));
    at_ = scan.end;
    return true;
  }

  inline static const std::uint64_t us_ = word_key("us"), them_ = word_key("them"), we_ = word_key("we"), they_ = word_key("they");
  inline static const std::uint64_t that_ = word_key("that"), of_ = word_key("of"), by_ = word_key("by");
  inline static const std::uint64_t have_ = word_key("have"), had_ = word_key("had");
  inline static const std::uint64_t be_ = word_key("be"), was_ = word_key("was"), were_ = word_key("were");
  inline static const std::uint64_t become_ = word_key("become");
  inline static const std::uint64_t represent_ = word_key("represent");
  inline static const std::array<std::uint64_t, 4> composing_ = {word_key("consist"), word_key("comprise"), word_key("contain"), word_key("compose")};
};

}  // namespace rxgraph::ingest::syntax
