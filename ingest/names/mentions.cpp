#include "ingest/names/mentions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "base/names.hpp"
#include "ingest/names/document_names.hpp"
#include "ingest/names/grammar.hpp"
#include "ingest/names/known_names.hpp"
#include "ingest/names/platform_names.hpp"
#include "ingest/names/speaker.hpp"
#include "ingest/names/study_types.hpp"
#include "ingest/names/word_table.hpp"

namespace rxgraph::ingest {
using namespace naming;

struct MentionFinder::Impl {
  Impl(const Ontology& ontology, const LoadedNames* loaded) : index(ontology, loaded) {}

  VocabularyIndex index;
};

namespace {

/// The day that "today" means in `filing`; empty where no more than its period or year is known.
Today today_of(const Filing& filing) {
  Today today;
  if (filing.filed.empty() && (filing.dated_by == "period" || filing.dated_by == "year")) return today;
  today.day = best_date(filing);
  today.of_period = !filing.period.empty() && filing.period.substr(0, 4) != today.day.substr(0, 4);
  return today;
}

/// One document on its way.
class DocumentPass {
 public:
  DocumentPass(const VocabularyIndex& index, const DocumentText& document, const Filing& filing, FilingMemory& memory)
      : index_(index), document_(document), today_(today_of(filing)), memory_(memory), words_(index), names_(document, index, memory), known_(index, words_, memory, ranks_) {}

  DocumentAnalysis run() {
    analysis_.speaker = memory_.registrant;
    read_words();
    forget_defined_words();
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) find_names(i);
    if (index_.types().trial != no_type) settle_studies(document_, words_, index_, analysis_, memory_);
    if (index_.types().technology != no_type && index_.types().compound != no_type) settle_platform_names(document_, words_, index_, analysis_, memory_);
    known_.collect();
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) find_known_names(i);
    settle();
    choose_speaker(document_, words_, index_, memory_, analysis_);
    return std::move(analysis_);
  }

 private:
  const VocabularyIndex& index_;
  const DocumentText& document_;
  const Today today_;
  FilingMemory& memory_;
  WordTable words_;
  DocumentNames names_;
  DocumentAnalysis analysis_;
  std::vector<WordSet> lists_;             ///< Of the sentence at hand.
  struct Covered {
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
    WordSet lists = 0;
  };
  std::vector<Covered> covered_;           ///< Tokens within phrases of word lists ("District of Columbia"), in order.
  std::size_t next_covered_ = 0;
  std::vector<const TermUse*> modifiers_;  ///< Of the sentence at hand.
  Candidates candidates_;
  std::set<std::uint64_t> openers_;        ///< Keys of words that opened a sentence and were explained there to be names: they are names from there on.
  std::vector<std::uint8_t> ranks_;        ///< Of each entity: the best rank that a mention of it had.
  KnownNames known_;

  void read_words() {
    std::vector<Token> tokens;
    analysis_.sentences.reserve(document_.sentences.size());
    for (std::uint32_t i = 0; i < document_.sentences.size(); ++i) {
      AnalysedSentence& sentence = analysis_.sentences.emplace_back();
      sentence.sentence = i;
      tokens.clear();
      tokenize(document_, document_.sentences[i].text, tokens);
      sentence.tokens.assign(tokens.begin(), tokens.end());
      words_.add(document_, sentence.tokens);
    }
  }

  /// What an agreement defines by "X means ..." is a word of its own, no name.
  void forget_defined_words() {
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) {
      if (!words_.traits(i).bracket) continue;  // Nor a quote.
      const std::vector<Token>& tokens = analysis_.sentences[i].tokens;
      const auto quote = [&](std::size_t t) { return t < tokens.size() && document_.text[tokens[t].text.begin] == '"'; };
      for (std::size_t open = 0; open + 3 < tokens.size() && open < 6; ++open) {
        if (!quote(open)) continue;
        std::size_t close = open + 1;
        while (close < tokens.size() && close < open + 8 && !quote(close)) ++close;
        if (!quote(close)) break;
        std::size_t verb = close + 1;
        while (verb < tokens.size() && verb < close + 3 && !(words_.of_sentence(i)[verb]->lists & bit(WordList::meaning_verbs))) ++verb;
        const bool means = verb + 1 < tokens.size() && verb < close + 3;
        const Token& last = tokens[close - 1];
        if (means && close > open + 1 && !tokens[verb + 1].capital && !last.mixed && !last.digit) words_.forget(last.key);
        break;
      }
    }
  }

  SentenceView view(std::size_t i) {
    const AnalysedSentence& sentence = analysis_.sentences[i];
    const std::size_t count = sentence.tokens.size();
    lists_.assign(count, 0);
    modifiers_.assign(count, nullptr);
    return {document_, index_, sentence.tokens, words_.of_sentence(i), lists_, modifiers_, words_.traits(i).capitals};
  }

  void find_names(std::size_t i) {
    SentenceTraits traits = words_.traits(i);
    const std::uint8_t signs = words_.of_sentence(i).signs();
    constexpr WordSet telling = literal_words | bit(WordList::legal_forms) | bit(WordList::phase_words);
    if (signs == 0 && !traits.digit && !traits.bracket && !traits.foreign && (traits.lists & telling) == 0) return;
    SentenceView sentence = view(i);
    candidates_.clear();
    if (signs & sign_phrase) find_vocabulary(sentence, candidates_);
    if (signs & sign_loaded) find_loaded_names(sentence, *index_.loaded(), candidates_);
    for (std::uint32_t t = 0; t < lists_.size(); ++t) {
      if (lists_[t] == 0) continue;
      traits.lists |= lists_[t];
      covered_.push_back({static_cast<std::uint32_t>(i), t, lists_[t]});
    }
    if (traits.digit || traits.bracket || (traits.lists & literal_words)) find_literals(sentence, today_, candidates_);
    if (traits.bracket || (signs & sign_head) || (traits.lists & bit(WordList::legal_forms))) find_party_names(sentence, candidates_);
    if (traits.digit || (signs & sign_suffix) || traits.foreign || !candidates_.empty()) find_compound_names(sentence, candidates_);
    if (traits.digit || (traits.lists & bit(WordList::phase_words))) find_studies(sentence, candidates_);
    if ((signs & (sign_head | sign_suffix)) || !candidates_.empty()) find_phrases(sentence, candidates_);
    if (signs & sign_cue) find_cued_names(sentence, candidates_);
    if ((signs & sign_cue) && index_.types().trial != no_type) find_study_series(sentence, candidates_);
    std::erase_if(candidates_, [](const Candidate& c) { return c.kind == Mention::Kind::entity && c.type == no_type; });
    keep_best(candidates_);
    std::vector<Mention>& mentions = analysis_.sentences[i].mentions;
    mentions.reserve(candidates_.size());
    for (const Candidate& candidate : candidates_) mentions.push_back(mention_of(sentence, candidate));
    if (traits.bracket || (signs & sign_phrase)) names_.learn(sentence, mentions, analysis_);
  }

  /// Word lists that literals may begin with.
  static constexpr WordSet literal_words = bit(WordList::currencies) | bit(WordList::months) | bit(WordList::periods) | bit(WordList::vague_numbers) |
                                           bit(WordList::redactions);

  /// What the last word of a name says that says anything: "conjugate" of "trastuzumab emtansine", "antibody" of "trastuzumab-strf", nothing of
  /// "trastuzumab-AB1", which is an antibody and something else.
  static std::uint64_t implied_noun(const SentenceView& sentence, const Candidate& candidate) {
    for (std::uint32_t i = candidate.last; i-- > candidate.first;) {
      const WordRecord& word = *sentence.words[i];
      if (word.noun != 0) return word.noun;
      if (i > candidate.first && (sentence.tokens[i].capital || sentence.tokens[i].digit)) return 0;
      if (word.suffix < 0) continue;
      const Suffix& suffix = sentence.index.suffix(word.suffix);
      if (suffix.type == candidate.type && suffix.noun != 0) return suffix.noun;
    }
    return 0;
  }

  Mention mention_of(const SentenceView& sentence, const Candidate& candidate) {
    Mention mention;
    mention.first = candidate.first;
    mention.last = candidate.last;
    mention.kind = candidate.kind;
    mention.type = candidate.type;
    mention.value = candidate.value;
    mention.amount = candidate.amount;
    mention.up_to = candidate.up_to;
    mention.confidence = candidate.confidence;
    mention.how = candidate.how;
    if (candidate.type == index_.types().compound) mention.noun = implied_noun(sentence, candidate);
    else if (candidate.type == index_.types().trial && candidate.type != no_type) mention.noun = index_.study_noun();
    if (candidate.kind == Mention::Kind::entity || candidate.kind == Mention::Kind::unknown) {
      mention.entity = names_.intern(sentence, candidate);
      if (ranks_.size() <= mention.entity) ranks_.resize(mention.entity + 1);
      ranks_[mention.entity] = std::max(ranks_[mention.entity], candidate.rank);
    }
    return mention;
  }

  bool is_party(std::int16_t type) const { return type != no_type && (type == index_.types().company || type == index_.types().organization); }

  void find_known_names(std::size_t i) {
    if (!words_.traits(i).names && !known_.may_match(words_.of_sentence(i))) return;
    SentenceView sentence = view(i);
    std::vector<Mention>& mentions = analysis_.sentences[i].mentions;
    candidates_.clear();
    for (; next_covered_ < covered_.size() && covered_[next_covered_].sentence <= i; ++next_covered_) {
      if (covered_[next_covered_].sentence == i) lists_[covered_[next_covered_].token] = covered_[next_covered_].lists;
    }
    known_.match(sentence, candidates_);
    merge(sentence, mentions);
    find_unknown_names(sentence, mentions);
  }

  /// Lays what the memory knows over what the grammars found: in gaps, over shorter mentions, and over equal ones where defined.
  void merge(const SentenceView& sentence, std::vector<Mention>& mentions) {
    for (const Candidate& candidate : candidates_) {
      bool fits = true;
      bool inside_capitals = sentence.capitals && candidate.size() == 1 && sentence.size() > 3 && !sentence.tokens[candidate.first].digit &&
                             sentence.in(candidate.first, function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms));
      if (inside_capitals) continue;
      const auto begin = std::lower_bound(mentions.begin(), mentions.end(), candidate.first, [](const Mention& m, std::uint32_t first) { return m.last <= first; });
      const auto end = std::find_if(begin, mentions.end(), [&](const Mention& m) { return m.first >= candidate.last; });
      for (const Mention& mention : std::span(begin, end)) {
        const std::uint32_t size = mention.last - mention.first;
        const bool better = size < candidate.size() || (size == candidate.size() && (candidate.rank == rank_memory || mention.kind == Mention::Kind::unknown || known_.rank_of(mention.entity) <= rank_guess) &&
                                                        mention.kind != Mention::Kind::date && mention.kind != Mention::Kind::money);
        if (!better) fits = false;
      }
      if (!fits && is_party(candidate.type)) fits = frees_possessor(candidate, {begin, end});
      if (fits) mentions.insert(mentions.erase(begin, end), mention_of(sentence, candidate));
    }
  }

  /// True if the only mention in the way is a phrase whose whole modifier is the party: "the Acme platform" names Acme.
  static bool frees_possessor(const Candidate& party, std::span<const Mention> mentions) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.how == std::string_view("head") && m.first == party.first && m.last == party.last + 1;
    });
  }

  /// Capitalised names that nothing types: a slot may.
  void find_unknown_names(const SentenceView& sentence, std::vector<Mention>& mentions) {
    if (sentence.capitals && sentence.size() > 3) return;
    std::erase_if(mentions, [&](const Mention& mention) { return is_part_of_code(sentence, mentions, mention); });
    std::vector<Mention> found;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < sentence.size(); ++i) {
      if (sentence.is_plain(i)) continue;
      while (next < mentions.size() && mentions[next].last <= i) ++next;
      if (next < mentions.size() && mentions[next].first <= i) {
        i = mentions[next].last - 1;
        continue;
      }
      const std::uint32_t limit = next < mentions.size() ? mentions[next].first : sentence.size();
      const bool before_drug = next < mentions.size() && mentions[next].type == index_.types().compound && mentions[next].type != no_type && mentions[next].first == i + 2 &&
                               sentence.is(i + 1, '(') && sentence.is(mentions[next].last, ')');
      const std::uint32_t last = unknown_end(sentence, i, limit, before_drug);
      if (last == i) continue;
      if (is_town(sentence, i, last)) {
        i = last - 1;
        continue;
      }
      Candidate candidate = name_candidate(i, last, no_type, rank_unknown, 0.5F, "capital");
      candidate.kind = Mention::Kind::unknown;
      found.push_back(mention_of(sentence, candidate));
      i = last - 1;
    }
    if (found.empty()) return;
    mentions.insert(mentions.end(), found.begin(), found.end());
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.first < b.first; });
  }

  /// "in Norwood, Massachusetts": a name that a place follows names a place itself.
  static bool is_town(const SentenceView& sentence, std::uint32_t first, std::uint32_t last) {
    static const std::uint64_t in = word_key("in"), at = word_key("at"), near = word_key("near");
    if (first == 0 || !sentence.is(last, ',') || !sentence.in(last + 1, WordList::places)) return false;
    const std::uint64_t before = sentence.tokens[first - 1].key;
    return before == in || before == at || before == near;
  }

  /// "ZBR-AML for acute myeloid leukemia (AML)": the abbreviation of a disease that a hyphen joins to a word in capitals which nobody knows is part of a name.
  bool is_part_of_code(const SentenceView& sentence, const std::vector<Mention>& mentions, const Mention& mention) const {
    if (mention.type == no_type || mention.type != index_.types().indication || mention.last != mention.first + 1 || mention.first < 2) return false;
    const std::uint32_t before = mention.first - 2;
    if (!sentence.tokens[mention.first].all_capitals || !sentence.is_joint(mention.first - 1) || !sentence.tokens[before].all_capitals || !sentence.is_proper(before)) return false;
    if (sentence.text(before).size() < 3 || sentence.is_joint(mention.last) || sentence.in(before, WordList::code_guards)) return false;
    return std::none_of(mentions.begin(), mentions.end(), [&](const Mention& other) { return other.first <= before && before < other.last; });
  }

  /// One past the unknown name at `i`, or `i`; with `before_drug` the name of a drug follows in brackets: "Zorbex (zorbamil) is sold".
  std::uint32_t unknown_end(const SentenceView& sentence, std::uint32_t i, std::uint32_t limit, bool before_drug) {
    if (!sentence.is_name_like(i) || !sentence.is_proper(i) || sentence.text(i).size() < 2) return i;
    const bool coded = sentence.tokens[i].digit || sentence.tokens[i].mixed || sentence.tokens[i].all_capitals;
    bool start = true;
    for (std::uint32_t before = 0; before < i && start; ++before) start = sentence.tokens[before].kind == Token::Kind::mark;
    const bool first_of_two = i + 1 < limit && sentence.is_proper(i + 1);  // "Zorbamil Duo is ..."
    if (start && !coded && !first_of_two && sentence.words[i]->capitals == 0 && sentence.size() > 3) {
      if (before_drug || is_explained(sentence, i + 1)) openers_.insert(sentence.tokens[i].key);
      else if (!openers_.contains(sentence.tokens[i].key)) return i;
    }
    if (i > 1 && sentence.is(i - 1, ':') && sentence.in(i - 2, WordList::exchanges)) return i;
    if (i > 0 && sentence.in(i - 1, WordList::person_titles)) return i;
    std::uint32_t last = i + 1;
    while (last < limit && last < i + 5) {
      if (sentence.is_joint(last) && last + 1 < limit && (sentence.is_proper(last + 1) || sentence.tokens[last + 1].digit)) last += 2;
      else if (sentence.is_proper(last)) ++last;
      else break;
    }
    if (last == i + 1 && last < limit && sentence.is_spaced_code(i)) ++last;
    return last;
  }

  /// "Zorbamil is an oral antagonist", "Zorbamil, an oral antagonist, ...": what opens a sentence so is a name.
  static bool is_explained(const SentenceView& sentence, std::uint32_t next) {
    if (next + 1 >= sentence.size()) return false;
    static const std::uint64_t is = word_key("is"), a = word_key("a"), an = word_key("an");
    static const std::uint64_t said[] = {word_key("announced"), word_key("announces"), word_key("reported"), word_key("reports"), word_key("said"), word_key("says")};
    std::uint32_t verb = next;  // "Zorbena (ZRBN) announced": nobody else does.
    if (sentence.is(verb, '(') && sentence.is(verb + 2, ')') && sentence.tokens[verb + 1].all_capitals) verb += 3;
    if (verb < sentence.size() && std::find(std::begin(said), std::end(said), sentence.tokens[verb].key) != std::end(said)) return true;
    if (sentence.is(next, ',')) return sentence.tokens[next + 1].key == a || sentence.tokens[next + 1].key == an;
    return sentence.tokens[next].key == is && sentence.in(next + 1, bit(WordList::determiners) | bit(WordList::self_words));
  }

  /// Follows joins and late types: a mention says what its entity is in the end.
  void settle() {
    for (AnalysedSentence& sentence : analysis_.sentences) {
      for (Mention& mention : sentence.mentions) {
        if (mention.entity == no_entity) continue;
        mention.entity = memory_.resolve(mention.entity);
        mention.type = memory_.entities[mention.entity].type;
        mention.kind = mention.type == no_type ? Mention::Kind::unknown : Mention::Kind::entity;
      }
    }
    for (auto& [role, entity] : analysis_.defined_roles) entity = memory_.resolve(entity);
    for (auto& [role, entities] : analysis_.defined_groups) {
      for (std::uint32_t& entity : entities) entity = memory_.resolve(entity);
    }
  }
};

/// "ACME INC /DE/" without its state.
std::string without_state(const std::string& name) {
  const std::size_t slash = name.find(" /");
  return slash == std::string::npos || slash == 0 || name.back() != '/' ? name : name.substr(0, slash);
}

}  // namespace

MentionFinder::MentionFinder(const Ontology& ontology, const LoadedNames* loaded) : impl_(std::make_unique<const Impl>(ontology, loaded)) {}
MentionFinder::~MentionFinder() = default;

FilingMemory MentionFinder::begin(const Filing& filing) const {
  const GrammarTypes& types = impl_->index.types();
  FilingMemory memory;
  memory.rules.resize(impl_->index.ontology().types.size());
  const auto rule = [&](std::int16_t type) { return type == no_type ? FilingMemory::NameRule{} : memory.rules[static_cast<std::size_t>(type)]; };
  const auto set = [&](std::int16_t type, bool party, bool plural) {
    if (type != no_type) memory.rules[static_cast<std::size_t>(type)] = {rule(type).party || party, rule(type).plural || plural, rule(type).numbered};
  };
  set(types.company, true, false);
  set(types.organization, true, false);
  for (const std::int16_t type : {types.indication, types.target, types.technology, types.payload, types.linker}) set(type, false, true);
  memory.drug_type = types.compound;
  if (types.phase != no_type) memory.rules[static_cast<std::size_t>(types.phase)].numbered = true;
  if (types.company == no_type) return memory;
  for (const Filer& filer : filing.filers) {
    if (filer.role == "reporting-owner" || filer.name.empty()) continue;
    NameUse use;
    use.text = without_state(filer.name);
    use.how = "header";
    const std::uint32_t entity = memory.add(types.company, use);
    if (!filer.cik.empty()) memory.entities[entity].ids.try_emplace("cik", filer.cik);
    if (!filer.tickers.empty()) memory.entities[entity].ids.try_emplace("ticker", filer.tickers.front());
    for (const FormerName& former : filer.former_names) {
      use.text = without_state(former.name);
      use.how = "formerly";
      memory.add_name(entity, use);
    }
    if (memory.registrant == no_entity && filer.role != "filed by") memory.registrant = memory.resolve(entity);
  }
  return memory;
}

DocumentAnalysis MentionFinder::find(const DocumentText& document, const Filing& filing, FilingMemory& memory) const {
  return DocumentPass(impl_->index, document, filing, memory).run();
}

}  // namespace rxgraph::ingest
