#include "ingest/facts/walk_document.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

#include "ingest/facts/agreements.hpp"
#include "ingest/facts/exhibit_lists.hpp"
#include "ingest/facts/preamble.hpp"

namespace rxgraph::ingest {
namespace {

/// The groups of a sentence and their links.
struct Syntax {
  std::vector<Group> groups;
  std::vector<Links> links;
};

/// What a section makes of the sentences in it: risk factors and boilerplate state little.
float weight_of(Section::Kind kind) {
  switch (kind) {
    case Section::Kind::body: return 1;
    case Section::Kind::boilerplate: return 0.97F;
    case Section::Kind::risk_factors: return 0.8F;
    case Section::Kind::forward_looking: return 0.5F;
    case Section::Kind::signature:
    case Section::Kind::contents: return 0;
  }
  return 1;
}

class Walker {
 public:
  Walker(const Walk& walk, FilingMemory& memory)
      : walk_(walk), memory_(memory), analysis_(walk.finder.find(walk.document, walk.filing, memory)) {
    for (const auto& [role, party] : analysis_.defined_roles) {
      if (memory_.registrant == no_entity || memory_.resolve(party) != memory_.resolve(memory_.registrant)) role_words_.push_back(word_key(role));
    }
    for (const auto& [role, parties] : analysis_.defined_groups) role_words_.push_back(word_key(role));
    std::sort(role_words_.begin(), role_words_.end());
    for (std::size_t type = 0; type < memory_.rules.size(); ++type) parties_.set(type, memory_.rules[type].party);
  }

  void run(Assembler* assembler, const std::function<void(const SentenceLayers&)>* see) {
    type_unknown_names();
    rows_ = match_tables(walk_.document, analysis_, walk_.table, memory_);  // First, as columns tell what unknown names are.
    terms_ = DefinedTerms(walk_.document, analysis_, walk_.table, memory_);
    preamble_ = preamble_of(walk_.document, analysis_, memory_);
    Discourse discourse(analysis_, memory_);
    Agreements agreements(memory_, walk_.table.ontology());
    std::uint32_t block = 0xffffffff;
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      const Sentence& place = walk_.document.sentences[sentence.sentence];
      if (place.block != block) {
        block = place.block;
        discourse.enter(walk_.document.blocks[block], sentence, place.text);
        agreements.enter(walk_.document.blocks[block]);
      }
      const Section* const section = section_of(block);
      if (section != nullptr && weight_of(section->kind) == 0) continue;
      const bool worth_it = worth_a_look(sentence) || speaks_of_agreement(sentence, agreements, discourse);
      if (see == nullptr && !worth_it) continue;
      SentenceLayers layers = analyse(sentence, place.text, discourse, &agreements, nullptr, see != nullptr);
      if (section != nullptr) layers.section = section->name;
      if (see != nullptr) {
        layers.sentence = sentence;
        (*see)(layers);
      }
      if (!worth_it) continue;
      if (preamble_) tell_preamble(sentence, place.text, layers.matches.candidates, discourse);
      if (layers.matches.unnamed_agreement) agreements.forget();
      if (layers.matches.lead) agreements.begin_list(std::move(*layers.matches.lead), place.text);
      agreements.leave(layers.matches.candidates, place.text);
      discourse.leave(sentence, layers.groups, layers.links, place.text);
      keep_implied(sentence, layers.matches.candidates, discourse);
      if (assembler == nullptr) continue;
      const float weight = section == nullptr ? 1 : weight_of(section->kind);
      assembler->add(std::move(layers.matches.candidates), walk_.document, {place.text}, layers.section, weight);
    }
    if (assembler != nullptr) add_tables(*assembler);
  }

 private:
  /// In an agreement's own text: its first lines tell of it, even where no frame reads them, and what it grants holds from its day.
  void tell_preamble(const AnalysedSentence& sentence, TextRange text, std::vector<Candidate>& candidates, const Discourse& discourse) const {
    const Ontology& ontology = walk_.table.ontology();
    const auto is_agreement = [&](const Candidate& candidate) { return agreement_of(candidate, memory_, ontology).has_value(); };
    if (sentence.sentence == preamble_->sentence && std::none_of(candidates.begin(), candidates.end(), is_agreement)) {
      if (std::optional<Candidate> deal = agreement_in(*preamble_, text, walk_.document, ontology)) {
        deal->taker = taker_by_role(*deal, sentence, discourse, memory_, ontology);
        candidates.push_back(std::move(*deal));
      }
    }
    for (Candidate& candidate : candidates) date_grant(candidate, *preamble_, memory_, ontology);
  }

  /// Frames need a name, or a word that stands for one.
  bool worth_a_look(const AnalysedSentence& sentence) const {
    if (std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [](const Mention& mention) { return mention.entity != no_entity; })) return true;
    // `the "University"`: a party by the word that the document gives it.
    const auto is_role = [&](const Token& token) { return token.capital && std::binary_search(role_words_.begin(), role_words_.end(), token.key); };
    return !role_words_.empty() && std::any_of(sentence.tokens.begin(), sentence.tokens.end(), is_role);
  }

  /// "We received $5 million upfront": a sentence that names nobody may tell what was paid under the agreement before it.
  bool speaks_of_agreement(const AnalysedSentence& sentence, const Agreements& agreements, const Discourse& discourse) const {
    static const std::uint64_t words[] = {word_key("parties"), word_key("agreement"), word_key("collaboration"), word_key("license")};
    const auto measures = [](const Mention& mention) {
      return mention.kind == Mention::Kind::money || mention.kind == Mention::Kind::percent || mention.kind == Mention::Kind::redacted;
    };
    const bool measured = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), measures);
    if (measured && discourse.topic(parties_)) return true;  // Under a heading that names a party.
    return (measured ||
            std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) { return std::find(std::begin(words), std::end(words), token.key) != std::end(words); })) &&
           !agreements.recent().empty();
  }

  /// What a sentence speaks of without naming it stays what the text is about.
  void keep_implied(const AnalysedSentence& sentence, const std::vector<Candidate>& candidates, Discourse& discourse) const {
    for (const Candidate& candidate : candidates) {
      const std::uint32_t entity = candidate.subject.entity;
      if (candidate.relation == nullptr || candidate.context.size() != 1 || entity == no_entity || memory_.resolve(entity) == discourse.speaker()) continue;
      const auto named = [&](const Mention& mention) { return mention.entity != no_entity && memory_.resolve(mention.entity) == memory_.resolve(entity); };
      if (std::none_of(sentence.mentions.begin(), sentence.mentions.end(), named)) return discourse.keep(memory_.resolve(entity), candidate.context.front());
    }
  }

  const Section* section_of(std::uint32_t block) {
    const std::vector<Section>& sections = walk_.document.sections;
    while (section_ < sections.size() && sections[section_].last_block <= block) ++section_;
    return section_ < sections.size() && sections[section_].first_block <= block ? &sections[section_] : nullptr;
  }

  SentenceLayers analyse(const AnalysedSentence& sentence, TextRange text, const Discourse& discourse, const Agreements* agreements, TypeVotes* votes, bool explain) {
    SentenceLayers layers;
    layers.text = text;
    Syntax syntax = syntax_of(sentence);
    layers.groups = std::move(syntax.groups);
    layers.links = std::move(syntax.links);
    const Scene scene{walk_.document, sentence, text, layers.groups, layers.links, discourse, walk_.table, memory_, &terms_, agreements};
    if (votes == nullptr || explain || heads_unknown(sentence, layers.groups)) layers.matches = match_frames(scene, votes, explain);
    return layers;
  }

  /// False where no slot can type a name: none of unknown type is the head of a noun group.
  bool heads_unknown(const AnalysedSentence& sentence, const std::vector<Group>& groups) const {
    return std::any_of(groups.begin(), groups.end(), [&](const Group& group) {
      if (group.kind != Group::Kind::noun || group.head_mention < 0) return false;
      const Mention& head = sentence.mentions[static_cast<std::size_t>(group.head_mention)];
      return head.kind == Mention::Kind::unknown && memory_.entities[memory_.resolve(head.entity)].type == no_type;
    });
  }

  /// Found anew, but for sentences that the first pass has kept.
  Syntax syntax_of(const AnalysedSentence& sentence) {
    const auto kept = kept_.find(sentence.sentence);
    if (kept != kept_.end()) {
      Syntax syntax = std::move(kept->second);
      kept_.erase(kept);
      return syntax;
    }
    Syntax syntax;
    syntax.groups = find_groups(sentence, walk_.document, walk_.lexicon);
    syntax.links = link_groups(syntax.groups, sentence, walk_.table.kin());
    return syntax;
  }

  /// True unless things of the type are registered by number and the name is a common word with a capital: studies are called by letters ("ALTITUDE-2").
  bool may_be_called(std::int16_t type, const std::string& name) const {
    const std::string& wanted = walk_.table.ontology().types[static_cast<std::size_t>(type)].name;
    const std::vector<Vocabulary>& vocabularies = walk_.table.ontology().vocabularies;
    const bool registered = std::any_of(vocabularies.begin(), vocabularies.end(), [&](const Vocabulary& vocabulary) {
      return vocabulary.kind == "registries" && vocabulary.type == wanted;
    });
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    return !registered || name.find(' ') != std::string::npos || std::none_of(name.begin(), name.end(), small);
  }

  /// A first pass over sentences with names of unknown type: what the slots of frames make them holds for the whole document. One name is
  /// enough, as the other end may be "we" or the frame's own.
  void type_unknown_names() {
    Discourse discourse(analysis_, memory_);
    TypeVotes votes;
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      const auto unknown = [&](const Mention& mention) {
        return mention.kind == Mention::Kind::unknown && memory_.entities[memory_.resolve(mention.entity)].type == no_type;
      };
      if (std::none_of(sentence.mentions.begin(), sentence.mentions.end(), unknown)) continue;
      discourse.enter_kind(walk_.document.blocks[walk_.document.sentences[sentence.sentence].block]);
      SentenceLayers layers = analyse(sentence, walk_.document.sentences[sentence.sentence].text, discourse, nullptr, &votes, false);
      vote_by_neighbours(sentence, layers, votes);
      if (kept_.size() < most_kept) kept_.emplace(sentence.sentence, Syntax{std::move(layers.groups), std::move(layers.links)});
    }
    std::map<std::uint32_t, std::map<std::int16_t, std::uint32_t>> by_entity;
    for (const auto& [key, count] : votes) {
      if (may_be_called(key.second, memory_.entities[memory_.resolve(key.first)].name)) by_entity[key.first][key.second] += count;
    }
    const std::set<std::uint32_t> before_drugs = names_before_drugs();
    for (const auto& [entity, types] : by_entity) {
      const std::int16_t type = elected(types);
      if (type != memory_.drug_type && !is_party(type) && before_drugs.contains(memory_.resolve(entity))) continue;  // "Zorbopathys (zorbamil)" is no disease.
      if (type != no_type && !is_party(type) && (is_acronym(memory_.entities[memory_.resolve(entity)].name) || is_programme(memory_.resolve(entity)))) continue;
      if (type != no_type && memory_.entities[memory_.resolve(entity)].type == no_type) memory_.set_type(memory_.resolve(entity), type);
    }
    join_names_in_brackets();
  }

  bool is_party(std::int16_t type) const {
    return static_cast<std::size_t>(type) < memory_.rules.size() && memory_.rules[static_cast<std::size_t>(type)].party;
  }

  /// "FDC", "JDRC", "NMEs", "ADi": a committee, a class or a group of patients as often as the name of a thing.
  static bool is_acronym(std::string_view name) {
    if (name.size() > 3 && name.back() == 's') name.remove_suffix(1);
    const auto upper = std::count_if(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto lower = std::count_if(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const auto letters = static_cast<std::ptrdiff_t>(name.size());
    return (upper == letters && letters <= 5) || (letters <= 4 && upper >= 2 && upper + lower == letters);
  }

  /// "the ZORBITAS clinical program": what the text calls so as often as not is no thing that slots could type.
  bool is_programme(std::uint32_t entity) const {
    static const std::uint64_t clinical = word_key("clinical"), development = word_key("development");
    static const std::uint64_t nouns[] = {word_key("program"), word_key("programme"), word_key("programs"), word_key("programmes")};
    const std::string& name = memory_.entities[entity].name;
    if (!std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
    std::uint32_t called = 0, written = 0;
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      for (const Mention& mention : sentence.mentions) {
        if (mention.entity == no_entity || memory_.resolve(mention.entity) != entity) continue;
        ++written;
        std::uint32_t next = mention.last;
        while (next < sentence.tokens.size() && (sentence.tokens[next].key == clinical || sentence.tokens[next].key == development)) ++next;
        const bool so = next < sentence.tokens.size() && std::find(std::begin(nouns), std::end(nouns), sentence.tokens[next].key) != std::end(nouns);
        called += so && next > mention.last ? 1U : 0U;
      }
    }
    return called * 2 >= written && written > 0;
  }

  /// "Zorbamil (ZB-1234)", "Zorbex (zorbamil)": a name that only slots have typed, if anything did, and the drug in brackets behind it are one thing.
  void join_names_in_brackets() {
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      for (std::size_t m = 0; m + 1 < sentence.mentions.size(); ++m) {
        const Mention& name = sentence.mentions[m];
        if (name.kind != Mention::Kind::unknown || !has_drug_behind(sentence, m)) continue;
        std::uint32_t a = memory_.resolve(name.entity);
        const std::uint32_t b = memory_.resolve(sentence.mentions[m + 1].entity);
        if (memory_.entities[a].type == no_type && !is_acronym(memory_.entities[a].name) && !lists_parties_with_drugs(sentence)) a = memory_.set_type(a, memory_.entities[b].type);
        if (memory_.entities[a].type == memory_.entities[b].type) memory_.join(a, b);
      }
    }
  }

  std::set<std::uint32_t> names_before_drugs() const {
    std::set<std::uint32_t> names;
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
        if (sentence.mentions[m].kind == Mention::Kind::unknown && has_drug_behind(sentence, m)) names.insert(memory_.resolve(sentence.mentions[m].entity));
      }
    }
    return names;
  }

  /// True if the mention `m` has the name of a drug behind it in brackets, and nothing else.
  bool has_drug_behind(const AnalysedSentence& sentence, std::size_t m) const {
    if (m + 1 >= sentence.mentions.size()) return false;
    const Mention& drug = sentence.mentions[m + 1];
    const auto is = [&](std::uint32_t t, std::string_view mark) { return t < sentence.tokens.size() && walk_.document.words(sentence.tokens[t].text) == mark; };
    const std::uint32_t open = sentence.mentions[m].last;
    return drug.kind == Mention::Kind::entity && drug.type != no_type && drug.type == memory_.drug_type && drug.first == open + 1 && is(open, "(") && is(drug.last, ")");
  }

  /// "Acme (zorbamil) and Beta (novumab) compete": who stands before the brackets makes what stands in them.
  bool lists_parties_with_drugs(const AnalysedSentence& sentence) const {
    for (std::size_t m = 0; m < sentence.mentions.size(); ++m) {
      if (sentence.mentions[m].type != no_type && is_party(sentence.mentions[m].type) && has_drug_behind(sentence, m)) return true;
    }
    return false;
  }

  /// True for a type whose names end so that they are known without a slot ("-itis").
  bool is_told_by_ending(const std::string& type) const {
    const std::vector<Vocabulary>& vocabularies = walk_.table.ontology().vocabularies;
    return std::any_of(vocabularies.begin(), vocabularies.end(), [&](const Vocabulary& vocabulary) { return vocabulary.kind == "head_suffixes" && vocabulary.type == type; });
  }

  /// The type that the slots agree on, or that all but few of them give; `no_type` where they differ. Things that are classes, as phases are, stand in
  /// vocabularies: nobody guesses them.
  std::int16_t elected(const std::map<std::int16_t, std::uint32_t>& votes) const {
    constexpr std::uint32_t most = 4;  // To one.
    std::int16_t best = no_type;
    std::uint32_t all = 0;
    for (const auto& [type, count] : votes) {
      const EntityType& known = walk_.table.ontology().types[static_cast<std::size_t>(type)];
      if (walk_.table.ontology().is_class(known.name)) continue;
      if (votes.contains(memory_.drug_type) && is_told_by_ending(known.name)) continue;  // "a trial of Zorbex", "an application for Zorbex": hardly a disease.
      all += count;
      if (best == no_type || count > votes.at(best)) best = type;
    }
    return best != no_type && votes.at(best) >= most * (all - votes.at(best)) ? best : no_type;
  }

  /// The type of a name that no slot types: that of a noun that explains it ("Xyz, an oral antagonist"), or of the names that it stands in one list
  /// with, where it looks like a code ("AB-1 and AB-2").
  void vote_by_neighbours(const AnalysedSentence& sentence, const SentenceLayers& layers, TypeVotes& votes) {
    const auto unknown = [&](std::int32_t m) {
      const Mention* const mention = m < 0 ? nullptr : &sentence.mentions[static_cast<std::size_t>(m)];
      const bool open = mention != nullptr && mention->kind == Mention::Kind::unknown && memory_.entities[memory_.resolve(mention->entity)].type == no_type;
      return open ? mention : nullptr;
    };
    for (std::uint32_t g = 0; g < layers.groups.size(); ++g) {
      const Group& group = layers.groups[g];
      const std::int32_t host = layers.links[g].apposed_to;
      // "proton pump inhibitors (PPIs)": what brackets shorten is no name.
      // "our lead product, Xyz, is": a common noun of somebody's own, or one of a number, and straight behind the comma its name.
      const bool announces = host == static_cast<std::int32_t>(g) + 2 && layers.groups[g + 1].kind == Group::Kind::comma && group.lemma == sentence.tokens[group.last - 1].key &&
                             (group.determiner == Group::Determiner::possessive || group.determiner == Group::Determiner::indefinite || group.possessor != no_group);
      if (host != no_group && (announces || static_cast<std::uint32_t>(host) < g) && group.head_mention < 0 && group.kind == Group::Kind::noun) {
        const std::int16_t type = walk_.table.explained_type(group.lemma, group.last - group.first > 1 ? sentence.tokens[group.last - 2].key : 0);
        const Mention* const named = unknown(layers.groups[static_cast<std::size_t>(host)].head_mention);
        if (named != nullptr && type != no_type) ++votes[{named->entity, type}];
      }
      if (group.kind == Group::Kind::noun && layers.links[g].members.size() > 1 && layers.links[g].members.front() == g) vote_in_list(sentence, layers, g, unknown, votes);
    }
  }

  template <typename Unknown>
  void vote_in_list(const AnalysedSentence& sentence, const SentenceLayers& layers, std::uint32_t first, const Unknown& unknown, TypeVotes& votes) {
    std::int16_t type = no_type;
    for (const std::uint32_t member : layers.links[first].members) {
      const std::int32_t m = layers.groups[member].head_mention;
      if (m < 0) return;
      const Mention& mention = sentence.mentions[static_cast<std::size_t>(m)];
      const std::int16_t here = mention.kind == Mention::Kind::entity ? mention.type : no_type;
      if (here != no_type && type != no_type && here != type) return;
      if (here != no_type) type = here;
    }
    if (type == no_type) return;
    for (const std::uint32_t member : layers.links[first].members) {
      const Mention* const mention = unknown(layers.groups[member].head_mention);
      if (mention == nullptr) continue;
      const auto coded = [](const Token& token) { return token.digit && token.kind != Token::Kind::mark; };
      const auto begin = sentence.tokens.begin() + mention->first, end = sentence.tokens.begin() + mention->last;
      const bool joined = mention->last == mention->first + 3 && begin->all_capitals && (end - 1)->all_capitals;  // "ZBR-AML"
      if (joined || std::any_of(begin, end, coded)) ++votes[{mention->entity, type}];
    }
  }

  void add_tables(Assembler& assembler) {
    section_ = 0;
    const auto add = [&](std::vector<RowCandidate> rows) {
      for (RowCandidate& row : rows) assembler.add({std::move(row.candidate)}, walk_.document, row.cells, "", 1);
    };
    add(std::move(rows_));
    add(match_exhibit_lists(walk_.document, analysis_, walk_.table, memory_));
  }

  static constexpr std::size_t most_kept = 2048;  ///< Sentences: a bound on memory.

  const Walk& walk_;
  FilingMemory& memory_;
  DocumentAnalysis analysis_;
  std::unordered_map<std::uint32_t, Syntax> kept_;  ///< Of sentences that were grouped to type their names, until they are read.
  DefinedTerms terms_;
  std::optional<Preamble> preamble_;  ///< Of an agreement's own text.
  std::vector<RowCandidate> rows_;                  ///< What the tables state.
  std::size_t section_ = 0;
  TypeSet parties_;                                 ///< The types of those who make agreements.
  std::vector<std::uint64_t> role_words_;           ///< Keys of the words that the document gives to others than the filer, sorted.
};

}  // namespace

void walk_document(const Walk& walk, FilingMemory& memory, Assembler& assembler) { Walker(walk, memory).run(&assembler, nullptr); }

void explain_document(const Walk& walk, FilingMemory& memory, const std::function<void(const SentenceLayers&)>& see, Assembler* assembler) {
  Walker(walk, memory).run(assembler, &see);
}

}  // namespace rxgraph::ingest
