#include "ingest/mentions.hpp"

#include <algorithm>
#include <map>

#include "base/names.hpp"
#include "ingest/document_names.hpp"
#include "ingest/grammar.hpp"
#include "ingest/study_types.hpp"
#include "ingest/word_table.hpp"

namespace rxgraph::ingest {
namespace {

using namespace naming;

/// A name of the memory as it is looked for in the text.
struct KnownName {
  std::uint32_t entity = no_entity;
  bool capital = false;  ///< Must begin with a capital.
  bool upper = false;    ///< Must be all capitals.
  bool defined = false;  ///< The document defines it: it outranks vocabularies.
};

}  // namespace

struct MentionFinder::Impl {
  explicit Impl(const Ontology& ontology) : index(ontology) {}

  VocabularyIndex index;
};

namespace {

/// One document on its way.
class DocumentPass {
 public:
  DocumentPass(const VocabularyIndex& index, const DocumentText& document, const Filing& filing, FilingMemory& memory)
      : index_(index), document_(document), filing_(filing), memory_(memory), words_(index), names_(document, index, memory) {}

  DocumentAnalysis run() {
    analysis_.speaker = memory_.registrant;
    read_words();
    forget_defined_words();
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) find_names(i);
    if (index_.types().trial != no_type) settle_studies(document_, words_, index_, analysis_, memory_);
    collect_known_names();
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) find_known_names(i);
    settle();
    choose_speaker();
    return std::move(analysis_);
  }

 private:
  const VocabularyIndex& index_;
  const DocumentText& document_;
  const Filing& filing_;
  FilingMemory& memory_;
  WordTable words_;
  DocumentNames names_;
  DocumentAnalysis analysis_;
  std::vector<bool> capitals_;             ///< Of each sentence: no lower-case letter.
  std::vector<WordSet> lists_;             ///< Of the sentence at hand.
  std::vector<const TermUse*> modifiers_;  ///< Of the sentence at hand.
  Candidates candidates_;
  PhraseTrie known_phrases_;
  std::vector<KnownName> known_;
  std::vector<std::uint8_t> ranks_;        ///< Of each entity: the best rank that a mention of it had.

  void read_words() {
    analysis_.sentences.reserve(document_.sentences.size());
    for (std::uint32_t i = 0; i < document_.sentences.size(); ++i) {
      AnalysedSentence& sentence = analysis_.sentences.emplace_back();
      sentence.sentence = i;
      sentence.tokens.reserve(document_.sentences[i].text.size() / 5 + 8);
      tokenize(document_, document_.sentences[i].text, sentence.tokens);
      words_.add(document_, sentence.tokens);
      const std::string_view text = document_.words(document_.sentences[i].text);
      capitals_.push_back(std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    }
  }

  /// What an agreement defines by "X means ..." is a word of its own, no name.
  void forget_defined_words() {
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) {
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
    return {document_, index_, sentence.tokens, words_.of_sentence(i), lists_, modifiers_, capitals_[i]};
  }

  void find_names(std::size_t i) {
    SentenceView sentence = view(i);
    Traits traits = traits_of(sentence);
    candidates_.clear();
    if (traits.phrase) find_vocabulary(sentence, candidates_);
    for (const WordSet lists : lists_) traits.lists |= lists;
    if (traits.digit || traits.bracket || (traits.lists & literal_words)) find_literals(sentence, filing_.filed, candidates_);
    if (traits.bracket || traits.head || (traits.lists & bit(WordList::legal_forms))) find_party_names(sentence, candidates_);
    if (traits.digit || traits.suffix || traits.foreign || !candidates_.empty()) find_compound_names(sentence, candidates_);
    if (traits.digit || (traits.lists & bit(WordList::phase_words))) find_studies(sentence, candidates_);
    if (traits.head || traits.suffix || !candidates_.empty()) find_phrases(sentence, candidates_);
    if (traits.cue) find_cued_names(sentence, candidates_);
    std::erase_if(candidates_, [](const Candidate& c) { return c.kind == Mention::Kind::entity && c.type == no_type; });
    keep_best(candidates_);
    std::vector<Mention>& mentions = analysis_.sentences[i].mentions;
    mentions.reserve(candidates_.size());
    for (const Candidate& candidate : candidates_) mentions.push_back(mention_of(sentence, candidate));
    if (traits.bracket || traits.phrase) names_.learn(sentence, mentions, analysis_);
  }

  /// What of a sentence decides which grammars can find anything in it.
  struct Traits {
    WordSet lists = 0;
    bool phrase = false, head = false, cue = false, suffix = false, digit = false;
    bool bracket = false;  ///< A bracket or a quote.
    bool foreign = false;  ///< A byte beyond ASCII, or a bracketed mark, as trade marks are.
  };
  static constexpr WordSet literal_words = bit(WordList::currencies) | bit(WordList::months) | bit(WordList::periods) | bit(WordList::vague_numbers) |
                                           bit(WordList::redactions);

  Traits traits_of(const SentenceView& sentence) const {
    Traits traits;
    for (std::uint32_t i = 0; i < sentence.size(); ++i) {
      const WordRecord& word = *sentence.words[i];
      const Token& token = sentence.tokens[i];
      traits.lists |= word.lists;
      traits.phrase = traits.phrase || word.node != PhraseTrie::root;
      traits.head = traits.head || word.head >= 0;
      traits.cue = traits.cue || word.cue >= 0;
      traits.suffix = traits.suffix || word.suffix >= 0;
      traits.digit = traits.digit || token.digit;
      if (token.kind != Token::Kind::mark) continue;
      const char c = document_.text[token.text.begin];
      traits.bracket = traits.bracket || c == '(' || c == '[' || c == '"';
      traits.foreign = traits.foreign || static_cast<unsigned char>(c) >= 0x80 || (c == '(' && token.text.size() > 1);
    }
    return traits;
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
    if (candidate.kind == Mention::Kind::entity || candidate.kind == Mention::Kind::unknown) {
      mention.entity = names_.intern(sentence, candidate);
      if (ranks_.size() <= mention.entity) ranks_.resize(mention.entity + 1);
      ranks_[mention.entity] = std::max(ranks_[mention.entity], candidate.rank);
    }
    return mention;
  }

  bool is_party(std::int16_t type) const { return type != no_type && (type == index_.types().company || type == index_.types().organization); }

  void add_known(const std::string& name, std::uint32_t entity, bool defined) {
    std::vector<Token> tokens;
    const std::vector<std::uint64_t> keys = phrase_keys(name, &tokens);
    if (keys.empty() || name.size() < 2) return;
    KnownName known;
    known.entity = entity;
    known.defined = defined;
    known.capital = tokens.front().capital;
    known.upper = tokens.size() == 1 && tokens.front().all_capitals && !tokens.front().digit;
    known_phrases_.add(keys, static_cast<std::uint32_t>(known_.size()));
    known_.push_back(known);
  }

  /// A short name is one where no other thing has it and the document does not use its word otherwise.
  bool is_free_short_name(const std::string& name, std::uint32_t entity) const {
    std::vector<Token> tokens;
    const std::vector<std::uint64_t> keys = phrase_keys(name, &tokens);
    if (keys.empty()) return false;
    const std::uint32_t known = memory_.find(memory_.entities[entity].type, name);
    if (known != no_entity && known != entity) return false;
    if (keys.size() > 1) return true;
    if (name.size() < 3 || (tokens.front().all_capitals && name.size() < 4)) return false;
    const WordFacts facts = index_.look_up(name, keys.front());
    constexpr WordSet ordinary = function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms) | bit(WordList::places) | bit(WordList::party_roles) | bit(WordList::months);
    return (facts.lists & ordinary) == 0 && facts.cue < 0 && facts.head < 0 && !words_.is_written_lower(keys.front());
  }

  /// A company whose name is a part of the registrant's ("Acme-Biotech" of "Shanghai Acme-Biotech Pharmaceutical Co., Ltd.") is the registrant.
  void join_part_of_registrant(std::uint32_t entity) {
    if (memory_.registrant == no_entity || memory_.resolve(entity) != entity || memory_.entities[entity].type != index_.types().company) return;
    const std::uint32_t registrant = memory_.resolve(memory_.registrant);
    if (entity == registrant) return;
    const std::vector<std::string> part = name_words(memory_.entities[entity].name);
    const std::vector<std::string> whole = name_words(memory_.entities[registrant].name);
    const bool telling = std::any_of(part.begin(), part.end(), [&](const std::string& word) {
      const WordFacts facts = index_.look_up(word, word_key(word));
      return word.size() >= 4 && facts.head < 0 && (facts.lists & (bit(WordList::ordinary_words) | bit(WordList::places) | bit(WordList::legal_forms))) == 0;
    });
    if (part.size() < 2 || !telling) return;
    if (std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end()) memory_.join(registrant, entity);
  }

  /// "Acme technology" is no name of its own where Acme is a company.
  bool is_possessed(std::int16_t type, const std::vector<NameUse>& uses) const {
    if (type == no_type || type != index_.types().technology) return false;
    return std::any_of(uses.begin(), uses.end(), [&](const NameUse& use) {
      return use.how == "parenthesis" && memory_.find(index_.types().company, use.text) != no_entity;
    });
  }

  void collect_known_names() {
    const std::size_t count = memory_.entities.size();
    for (std::uint32_t entity = 0; entity < count; ++entity) join_part_of_registrant(entity);
    for (std::uint32_t entity = 0; entity < count; ++entity) {
      if (memory_.resolve(entity) != entity) continue;
      const std::int16_t type = memory_.entities[entity].type;
      const std::vector<NameUse> uses = memory_.entities[entity].names;
      if (is_possessed(type, uses)) continue;
      for (const NameUse& use : uses) {
        if (use.how == shorter_form || use.how == "vocabulary") continue;
        add_known(use.text, entity, use.how == "defined term");
        if (!is_party(type)) continue;
        for (const std::string& name : short_names(use.text, index_)) {
          if (is_free_short_name(name, entity)) add_known(name, entity, false);
        }
      }
    }
    words_.note_known(known_phrases_);
  }

  void find_known_names(std::size_t i) {
    SentenceView sentence = view(i);
    std::vector<Mention>& mentions = analysis_.sentences[i].mentions;
    candidates_.clear();
    for (std::uint32_t first = 0; first < sentence.size(); ++first) {
      std::uint32_t node = sentence.words[first]->known;
      Candidate best;
      for (std::uint32_t at = first + 1; node != PhraseTrie::root;) {
        for (const std::uint32_t payload : known_phrases_.payloads(node)) {
          const KnownName& known = known_[payload];
          if (known.capital && !sentence.tokens[first].capital && !sentence.tokens[first].mixed) continue;
          if (known.upper && !sentence.tokens[first].all_capitals) continue;
          const std::uint32_t entity = memory_.resolve(known.entity);
          if (best.last == at && !outranks(known, best)) continue;
          best = name_candidate(first, at, memory_.entities[entity].type, known.defined ? rank_memory : rank_grammar, known.defined ? 0.95F : 0.9F, known.defined ? "defined term" : "memory");
          best.entity = entity;
          if (best.type == no_type) best.kind = Mention::Kind::unknown;
        }
        std::uint32_t next = at;
        if (sentence.is_joint(next)) ++next;
        if (next >= sentence.size()) break;
        node = known_phrases_.step(node, sentence.tokens[next].key);
        at = next + 1;
      }
      if (best.last > first) {
        candidates_.push_back(best);
        first = best.last - 1;
      }
    }
    merge(sentence, mentions);
    find_unknown_names(sentence, mentions);
  }

  /// True if `known` is a better reading of the words that `best` names: defined, or seen in a surer way.
  bool outranks(const KnownName& known, const Candidate& best) const {
    const bool best_defined = best.rank == rank_memory;
    if (known.defined != best_defined) return known.defined;
    return rank_of(memory_.resolve(known.entity)) > rank_of(best.entity);
  }

  std::uint8_t rank_of(std::uint32_t entity) const { return entity < ranks_.size() ? ranks_[entity] : std::uint8_t{0}; }

  /// Lays what the memory knows over what the grammars found: in gaps, over shorter mentions, and over equal ones where defined.
  void merge(const SentenceView& sentence, std::vector<Mention>& mentions) {
    for (const Candidate& candidate : candidates_) {
      bool fits = true;
      bool inside_capitals = sentence.capitals && candidate.size() == 1 && sentence.size() > 3 && !sentence.tokens[candidate.first].digit &&
                             sentence.in(candidate.first, function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms));
      if (inside_capitals) continue;
      for (const Mention& mention : mentions) {
        if (mention.last <= candidate.first || mention.first >= candidate.last) continue;
        const std::uint32_t size = mention.last - mention.first;
        const bool better = size < candidate.size() || (size == candidate.size() && (candidate.rank == rank_memory || mention.kind == Mention::Kind::unknown || rank_of(mention.entity) <= rank_guess) &&
                                                        mention.kind != Mention::Kind::date && mention.kind != Mention::Kind::money);
        if (!better) fits = false;
      }
      if (!fits && is_party(candidate.type)) fits = frees_possessor(candidate, mentions);
      if (!fits) continue;
      std::erase_if(mentions, [&](const Mention& m) { return m.last > candidate.first && m.first < candidate.last; });
      const auto place = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.first >= candidate.last; });
      mentions.insert(place, mention_of(sentence, candidate));
    }
  }

  /// True if the only mention in the way is a phrase whose whole modifier is the party: "the Acme platform" names Acme.
  static bool frees_possessor(const Candidate& party, const std::vector<Mention>& mentions) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.how == std::string_view("head") && m.first == party.first && m.last == party.last + 1;
    });
  }

  /// Capitalised names that nothing types: a slot may.
  void find_unknown_names(const SentenceView& sentence, std::vector<Mention>& mentions) {
    if (sentence.capitals && sentence.size() > 3) return;
    std::vector<Mention> found;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < sentence.size(); ++i) {
      while (next < mentions.size() && mentions[next].last <= i) ++next;
      if (next < mentions.size() && mentions[next].first <= i) {
        i = mentions[next].last - 1;
        continue;
      }
      const std::uint32_t limit = next < mentions.size() ? mentions[next].first : sentence.size();
      const std::uint32_t last = unknown_end(sentence, i, limit);
      if (last == i) continue;
      Candidate candidate = name_candidate(i, last, no_type, rank_unknown, 0.5F, "capital");
      candidate.kind = Mention::Kind::unknown;
      found.push_back(mention_of(sentence, candidate));
      i = last - 1;
    }
    if (found.empty()) return;
    mentions.insert(mentions.end(), found.begin(), found.end());
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.first < b.first; });
  }

  std::uint32_t unknown_end(const SentenceView& sentence, std::uint32_t i, std::uint32_t limit) const {
    if (!sentence.is_proper(i) || sentence.text(i).size() < 2) return i;
    const bool coded = sentence.tokens[i].digit || sentence.tokens[i].mixed || sentence.tokens[i].all_capitals;
    bool start = true;
    for (std::uint32_t before = 0; before < i && start; ++before) start = sentence.tokens[before].kind == Token::Kind::mark;
    if (start && !coded && sentence.words[i]->capitals == 0 && sentence.size() > 3) return i;
    if (i > 1 && sentence.is(i - 1, ':') && sentence.in(i - 2, WordList::exchanges)) return i;
    if (i > 0 && sentence.in(i - 1, WordList::person_titles)) return i;
    std::uint32_t last = i + 1;
    while (last < limit && last < i + 5) {
      if (sentence.is_joint(last) && last + 1 < limit && (sentence.is_proper(last + 1) || sentence.tokens[last + 1].digit)) last += 2;
      else if (sentence.is_proper(last)) ++last;
      else break;
    }
    return last;
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
  }

  /// "we" is the company that announces, in a press release; else the registrant; else the company that is named most.
  void choose_speaker() {
    const bool release = document_.document.type.starts_with("EX-99") || memory_.registrant == no_entity;
    if (release && analysis_.speaker == memory_.registrant) {
      for (std::size_t i = 0; i < analysis_.sentences.size() && i < 40; ++i) {
        if (const std::uint32_t announcing = announcer(analysis_.sentences[i]); announcing != no_entity) {
          analysis_.speaker = announcing;
          break;
        }
      }
    }
    if (analysis_.speaker == no_entity) analysis_.speaker = most_named();
    if (analysis_.speaker != no_entity) analysis_.speaker = memory_.resolve(analysis_.speaker);
  }

  /// The first company of a sentence that says "today".
  std::uint32_t announcer(const AnalysedSentence& sentence) const {
    const auto words = words_.of_sentence(sentence.sentence);
    std::uint32_t today = 0;
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
      if (words[i]->value == -1) today = i;
    }
    if (today == 0) return no_entity;
    for (const Mention& mention : sentence.mentions) {
      if (mention.first < today && mention.type != no_type && mention.type == index_.types().company) return mention.entity;
    }
    return no_entity;
  }

  std::uint32_t most_named() const {
    std::map<std::uint32_t, std::size_t> counts;
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      for (const Mention& mention : sentence.mentions) {
        if (mention.type != no_type && mention.type == index_.types().company) ++counts[mention.entity];
      }
    }
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? no_entity : most->first;
  }
};

/// "ACME INC /DE/" without its state.
std::string without_state(const std::string& name) {
  const std::size_t slash = name.find(" /");
  return slash == std::string::npos || slash == 0 || name.back() != '/' ? name : name.substr(0, slash);
}

}  // namespace

MentionFinder::MentionFinder(const Ontology& ontology) : impl_(std::make_unique<const Impl>(ontology)) {}
MentionFinder::~MentionFinder() = default;

FilingMemory MentionFinder::begin(const Filing& filing) const {
  const GrammarTypes& types = impl_->index.types();
  FilingMemory memory;
  memory.rules.resize(impl_->index.ontology().types.size());
  const auto rule = [&](std::int16_t type) { return type == no_type ? FilingMemory::NameRule{} : memory.rules[static_cast<std::size_t>(type)]; };
  const auto set = [&](std::int16_t type, bool party, bool plural) {
    if (type != no_type) memory.rules[static_cast<std::size_t>(type)] = {rule(type).party || party, rule(type).plural || plural};
  };
  set(types.company, true, false);
  set(types.organization, true, false);
  for (const std::int16_t type : {types.indication, types.target, types.technology, types.payload, types.linker}) set(type, false, true);
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
