#include "ingest/syntax/groups.hpp"

#include "ingest/syntax/noun_reader.hpp"

namespace rxgraph::ingest {
namespace {

/// One pass over the tokens of a sentence.
class Grouper : syntax::NounReader {
 public:
  Grouper(const AnalysedSentence& sentence, const DocumentText& document, const Lexicon& lexicon) : NounReader(sentence, document, lexicon) {}

  std::vector<Group> run() {
    groups_.reserve(tokens_.size() * 3 / 4 + 2);  // More than most have.
    while (at_ < tokens_.size()) step();
    return std::move(groups_);
  }

 private:
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
    if (skip_age() || skip_dose() || skip_enumerator()) return;
    if (at_ > 0 && crosses(at_)) return push(Group::Kind::conjunction);
    if (in_mention(at_)) return noun_group();
    if (tokens_[at_].kind == Token::Kind::mark) return mark();
    if (up_to_amount() || more_than_number()) return;
    if (const Lexicon::LongWord* const phrase = words_[at_].begins_phrase ? lexicon_.long_word(tokens_, at_) : nullptr) {
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
        if (tokens_[at_].key != including_ && tokens_[at_].key != excluding_ && verb_group()) return;
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
        if (pending_possessor_ != no_group && skip_to_open_word(at_) > at_) return noun_group();  // "Acme's highly selective inhibitor"
        if (verb_group()) return;
        if (words_[at_].word_class == WordClass::to) return push(Group::Kind::preposition);
        at_ += joins_adverbs(at_ + 1) ? 2 : 1;
        return;
      case WordClass::open:
        if (is_verb(at_) && verb_group()) return;
        return noun_group();
    }
  }

  /// "children 6 to 11 years of age with D": what only says how old they are is passed over.
  bool skip_age() {
    if (!previous_is(Group::Kind::noun) || previous()->head_mention >= 0) return false;
    const std::size_t end = ages_.end(at_);
    if (end == at_ || in_mention(at_)) return false;
    at_ = end;
    return true;
  }

  /// "X 20 mg once daily reduced": the dose behind a name is passed over.
  bool skip_dose() {
    if (!previous_is(Group::Kind::noun) || previous()->head_mention < 0 || behind_dose(at_) == at_) return false;
    at_ = behind_dose(at_);
    return true;
  }

  /// "shall pay (i) a fee", "granted A: (1) the right": the mark of an item, and the colon before it between a verb's two objects, are passed over.
  bool skip_enumerator() {
    const bool colon = is_mark(at_, ":") && groups_.size() > 1 && previous_is(Group::Kind::noun) && groups_[groups_.size() - 2].kind == Group::Kind::verb;
    const std::size_t open = colon ? at_ + 1 : at_;
    if (!is_mark(open, "(") || !is_mark(open + 2, ")") || in_mention(open + 1) || (open > 0 && glued(open) && !colon)) return false;
    if (open + 3 >= tokens_.size() || glued(open + 3) || !is_enumerator(text(open + 1))) return false;
    at_ = open + 3;
    return true;
  }

  /// "more than 300 patients": the number belongs to the noun.
  bool more_than_number() {
    static const std::uint64_t more = word_key("more"), fewer = word_key("fewer"), than = word_key("than");
    const bool compares = (tokens_[at_].key == more || tokens_[at_].key == fewer) && at_ + 3 < tokens_.size() && tokens_[at_ + 1].key == than;
    if (!compares || in_mention(at_) || in_mention(at_ + 2) || tokens_[at_ + 2].kind != Token::Kind::number) return false;
    at_ += 2;
    noun_group();
    return true;
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
    switch (byte_of(at_)) {
      case ',': return push(Group::Kind::comma);
      case '(':
      case '[': return push(Group::Kind::open);
      case ')':
      case ']': return push(Group::Kind::close);
      case ';':
      case ':':
      case '.':
      case '!':
      case '?': return push(Group::Kind::stop);
      case '-':
        if (tokens_[at_].blank_before) return push(Group::Kind::comma);
        break;
      case '/':
      case '&':
      case '+': return push(Group::Kind::conjunction);
      default:
        if (text(at_) == "\xE2\x80\x94" || text(at_) == "\xE2\x80\x93") return push(Group::Kind::comma);
    }
    ++at_;
  }

  /// "that" after a verb opens a clause of its own; after a noun it is a relative.
  void relative() {
    static const std::uint64_t that = word_key("that");
    const bool clause = tokens_[at_].key == that && previous_is(Group::Kind::verb);
    push(clause ? Group::Kind::subordinator : Group::Kind::relative);
  }

  inline static const std::uint64_t including_ = word_key("including"), excluding_ = word_key("excluding");
};

}  // namespace

std::vector<Group> find_groups(const AnalysedSentence& sentence, const DocumentText& document, const Lexicon& lexicon) {
  return Grouper(sentence, document, lexicon).run();
}

}  // namespace rxgraph::ingest
