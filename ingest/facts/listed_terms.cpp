#include "ingest/facts/listed_terms.hpp"

#include <algorithm>

#include "ingest/facts/filler_list.hpp"

namespace rxgraph::ingest::facts {
namespace {

constexpr std::uint32_t widest_band = 4;  ///< Tokens between the percentages of one band: "6% up to 12%".

bool measures(ValueType type) { return type == ValueType::number || type == ValueType::boolean; }

class ListReader {
 public:
  ListReader(const Scene& scene, const FillerFinder& fillers, const std::vector<const SlotRole*>& qualifiers, const std::vector<std::uint64_t>& prepositions)
      : scene_(scene), fillers_(fillers), qualifiers_(qualifiers), prepositions_(prepositions) {}

  std::vector<ListedTerms> read(std::uint32_t first) {
    bool separated = false;
    int brackets = 0;
    std::uint32_t last = first;
    for (std::uint32_t g = first; g < scene_.groups.size(); ++g) {
      const Group& group = scene_.groups[g];
      if (group.kind == Group::Kind::open) ++brackets;
      if (group.kind == Group::Kind::close && --brackets < 0) break;
      if (brackets > 0) continue;
      if (group.kind == Group::Kind::relative || group.kind == Group::Kind::subordinator || group.kind == Group::Kind::stop) break;
      if (group.kind == Group::Kind::verb && !group.reduced) break;
      if (group.kind == Group::Kind::noun) take(g, separated || g == first);
      if (group.kind == Group::Kind::comma || group.kind == Group::Kind::conjunction) separated = true;
      if (group.kind == Group::Kind::noun || group.kind == Group::Kind::preposition || group.kind == Group::Kind::verb) separated = false;
      last = g;
    }
    close(scene_.groups[last].last);
    return std::move(list_);
  }

 private:
  /// Takes what the noun group `g` says, into the member that is open or a new one.
  void take(std::uint32_t g, bool separated) {
    ListedTerms said;
    bool kind = false, measure = false;
    for (const SlotRole* const role : qualifiers_) {
      const ValueType type = role->qualifier->type;
      if (role->literal == SlotRole::Literal::percent || (measures(type) && !counts(g))) continue;
      std::vector<Filler> values = fillers_.at_place(g, {SlotPlace::Kind::head, 0}, *role);
      if (values.empty()) continue;
      measure = measure || measures(type);
      kind = kind || says_kind(role->name);
      said[role->name] = std::move(values);
    }
    const bool fresh = separated && (measure ? !open_.empty() : kind && has_kind_);
    if (fresh && !takes_in(said, measure)) {
      close(scene_.groups[g].first);
      first_ = scene_.groups[g].first;
    }
    if (open_.empty() && !said.empty()) first_ = scene_.groups[g].first;
    for (auto& [name, values] : said) {
      std::vector<Filler>& mine = open_[name];
      if (fresh) mine.clear();
      append(mine, std::move(values), 1);
    }
    has_kind_ = has_kind_ || kind;
    has_measure_ = has_measure_ || measure;
  }

  /// True for the qualifier that tells the members apart; others only describe them ("development and regulatory milestones").
  bool says_kind(const std::string& name) const {
    const std::vector<std::string>& kinds = scene_.table.ontology().questions.kinds_of_deals;
    return std::find(kinds.begin(), kinds.end(), name) != kinds.end();
  }

  /// "upfront and milestone payments": the last noun of a list says again what stood before it.
  bool takes_in(const ListedTerms& said, bool measure) const {
    if (has_measure_ || measure) return false;
    return std::all_of(open_.begin(), open_.end(), [&](const auto& mine) {
      const auto theirs = said.find(mine.first);
      return theirs != said.end() && std::all_of(mine.second.begin(), mine.second.end(), [&](const Filler& filler) {
        return std::any_of(theirs->second.begin(), theirs->second.end(), [&](const Filler& other) { return other.value == filler.value; });
      });
    });
  }

  bool counts(std::uint32_t g) const {
    const std::int32_t governor = scene_.links[g].governor;
    if (governor == no_group || scene_.groups[g - 1].kind == Group::Kind::conjunction) return true;
    return std::find(prepositions_.begin(), prepositions_.end(), scene_.groups[static_cast<std::size_t>(governor)].lemma) != prepositions_.end();
  }

  /// Ends the open member before the token `end`.
  void close(std::uint32_t end) {
    if (has_kind_ || has_measure_) {  // A stage alone is no payment.
      for (const SlotRole* const role : qualifiers_) {
        if (role->literal == SlotRole::Literal::percent) add_band(role->name, end);
      }
      list_.push_back(std::move(open_));
    }
    open_.clear();
    has_kind_ = has_measure_ = false;
  }

  /// The first percentages among the words of the open member: "6% to 12%", "mid-single digits to the low teens".
  void add_band(const std::string& name, std::uint32_t end) {
    const std::vector<Token>& tokens = scene_.sentence.tokens;
    const Mention* first = nullptr;
    const Mention* last = nullptr;
    for (const Mention& mention : scene_.sentence.mentions) {
      if (mention.kind != Mention::Kind::percent || mention.first < first_ || mention.last > end) continue;
      if (last != nullptr && mention.first > last->last + widest_band) break;
      if (first == nullptr) first = &mention;
      last = &mention;
    }
    if (first == nullptr) return;
    open_[name].emplace_back().value = std::string(scene_.document.words({tokens[first->first].text.begin, tokens[last->last - 1].text.end}));
  }

  const Scene& scene_;
  const FillerFinder& fillers_;
  const std::vector<const SlotRole*>& qualifiers_;
  const std::vector<std::uint64_t>& prepositions_;
  std::vector<ListedTerms> list_;
  ListedTerms open_;             ///< The member at hand.
  std::uint32_t first_ = 0;      ///< Its first token.
  bool has_kind_ = false;
  bool has_measure_ = false;
};

}  // namespace

std::vector<ListedTerms> listed_terms(const Scene& scene, const FillerFinder& fillers, std::uint32_t first, const std::vector<const SlotRole*>& qualifiers,
                                      const std::vector<std::uint64_t>& prepositions) {
  return ListReader(scene, fillers, qualifiers, prepositions).read(first);
}

}  // namespace rxgraph::ingest::facts
