#include "ingest/syntax/discourse.hpp"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>

#include "base/names.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_memory = 48;    ///< Names remembered.
constexpr std::uint32_t reach = 3;            ///< Sentences back that "the antibody" may look.
constexpr std::uint32_t theme_reach = 6;      ///< Sentences back that are about one theme.

/// Prepositions before what is only added or compared.
bool is_beside(std::uint64_t preposition) {
  static const std::array<std::uint64_t, 12> words = {word_key("in combination with"), word_key("in conjunction with"), word_key("together with"), word_key("plus"),
                                                      word_key("added to"),            word_key("versus"),              word_key("compared with"), word_key("compared to"),
                                                      word_key("with or without"),     word_key("along with"),          word_key("than"),          word_key("against")};
  return std::find(words.begin(), words.end(), preposition) != words.end();
}

}  // namespace

struct Nominals::Impl {
  boost::unordered_flat_map<std::uint64_t, TypeSet> types;
};

Nominals::Nominals(const Ontology& ontology) {
  auto impl = std::make_unique<Impl>();
  for (std::size_t t = 0; t < ontology.types.size(); ++t) {
    for (const std::string& nominal : ontology.types[t].nominals) {
      const std::size_t blank = nominal.rfind(' ');
      impl->types[word_key(nominal.substr(blank == std::string::npos ? 0 : blank + 1))].set(t);
    }
  }
  impl_ = std::move(impl);
}

Nominals::~Nominals() = default;

TypeSet Nominals::types(std::uint64_t lemma) const {
  const auto found = impl_->types.find(lemma);
  return found == impl_->types.end() ? TypeSet() : found->second;
}

Discourse::Discourse(const DocumentAnalysis& analysis, const FilingMemory& memory)
    : analysis_(analysis), memory_(memory), speaker_(analysis.speaker) {}

std::int16_t Discourse::type_of(std::uint32_t entity) const {
  return entity == no_entity ? no_type : memory_.entities[memory_.resolve(entity)].type;
}

const std::vector<std::uint32_t>* Discourse::defined_group(std::string_view word) const {
  if (analysis_.defined_groups.empty()) return nullptr;
  const auto found = analysis_.defined_groups.find(normal_form(word, true));
  return found == analysis_.defined_groups.end() ? nullptr : &found->second;
}

std::uint32_t Discourse::defined_role(std::string_view word) const {
  if (analysis_.defined_roles.empty()) return no_entity;
  const auto found = analysis_.defined_roles.find(normal_form(word, true));
  return found == analysis_.defined_roles.end() ? no_entity : memory_.resolve(found->second);
}

TypeSet Discourse::defined_types() const {
  TypeSet types;
  for (const auto& [role, entity] : analysis_.defined_roles) {
    if (const std::int16_t type = type_of(entity); type != no_type) types.set(static_cast<std::size_t>(type));
  }
  for (const auto& [role, entities] : analysis_.defined_groups) {
    for (const std::uint32_t entity : entities) {
      if (const std::int16_t type = type_of(entity); type != no_type) types.set(static_cast<std::size_t>(type));
    }
  }
  return types;
}

void Discourse::enter(const Block& block, const AnalysedSentence& sentence, TextRange text) {
  ++blocks_;
  enter_cell(block, sentence, text);
  in_item_ = block.kind == Block::Kind::list_item;
  const bool heading = block.kind == Block::Kind::heading;
  const bool lead = block.lead > 0 && block.kind != Block::Kind::cell;
  while (!headings_.empty() && (heading ? headings_.back().level >= block.level : headings_.back().level == 0xff)) headings_.pop_back();
  if (heading) recent_.push_back({no_entity, 0, {}, false, blocks_});  // What stood under another heading was another theme.
  if (!heading && !lead) return;
  std::vector<std::uint32_t> named;
  std::vector<std::int16_t> ambiguous;
  for (const Mention& mention : sentence.mentions) {
    if (mention.kind != Mention::Kind::entity && mention.kind != Mention::Kind::unknown) continue;
    if (lead && mention.first < sentence.tokens.size() && sentence.tokens[mention.first].text.begin >= block.text.begin + block.lead) break;
    const std::uint32_t entity = memory_.resolve(mention.entity);
    const auto alike = [&](std::uint32_t other) { return other != entity && type_of(other) == type_of(entity); };
    if (std::any_of(named.begin(), named.end(), alike)) ambiguous.push_back(type_of(entity));
    if (std::find(named.begin(), named.end(), entity) == named.end()) named.push_back(entity);
  }
  std::erase_if(named, [&](std::uint32_t entity) { return std::find(ambiguous.begin(), ambiguous.end(), type_of(entity)) != ambiguous.end(); });
  if (named.empty()) {
    // One word that names nothing known ("Tavapadon") is a topic that nobody here can speak of.
    if (heading) headings_.push_back({{}, block.level, text, sentence.tokens.size() == 1});
    return;
  }
  headings_.push_back({std::move(named), heading ? block.level : std::uint8_t{0xff}, text, false});
}

void Discourse::enter_cell(const Block& block, const AnalysedSentence& sentence, TextRange text) {
  const bool cell = block.kind == Block::Kind::cell;
  if (!cell || block.row != row_ || block.column <= column_) row_names_.clear();
  if (!cell) return;
  row_ = block.row;
  column_ = block.column;
  for (const Mention& mention : sentence.mentions) {
    if (mention.kind == Mention::Kind::entity || mention.kind == Mention::Kind::unknown) row_names_.push_back({memory_.resolve(mention.entity), column_, text});
  }
}

std::optional<Denoted> Discourse::of_row(const TypeSet& types) const {
  constexpr float by_row = 0.88F;
  std::optional<Denoted> found;
  std::uint16_t at = 0;
  for (const RowName& name : row_names_) {
    const std::int16_t type = type_of(name.entity);
    if (name.column == column_ || (found && name.column != at)) break;
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const std::uint32_t entity = memory_.resolve(name.entity);
    if (found && found->entity != entity) return std::nullopt;
    found = Denoted{entity, by_row, name.text, false};
    at = name.column;
  }
  return found;
}

bool Discourse::is_known(const Mention& mention) const {
  return mention.kind == Mention::Kind::entity || (mention.kind == Mention::Kind::unknown && type_of(mention.entity) != no_type);
}

void Discourse::leave(const AnalysedSentence& sentence, const std::vector<Group>& groups, const std::vector<Links>& links, TextRange text) {
  ++sentences_;
  // What stands free before the verb, with all that stands in one list with it.
  std::vector<std::uint32_t> subjects;
  for (std::size_t g = 0; g < groups.size() && subjects.empty(); ++g) {
    if (groups[g].kind == Group::Kind::verb && !groups[g].reduced) break;
    if (groups[g].kind != Group::Kind::noun || groups[g].head_mention < 0 || links[g].governor != no_group) continue;
    for (const std::uint32_t member : links[g].members) {
      if (groups[member].head_mention < 0) continue;
      const Mention& mention = sentence.mentions[static_cast<std::size_t>(groups[member].head_mention)];
      if (is_known(mention)) subjects.push_back(mention.entity);
    }
  }
  std::vector<std::uint32_t> beside;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].head_mention >= 0 && links[g].governor != no_group && is_beside(groups[static_cast<std::size_t>(links[g].governor)].lemma)) beside.push_back(static_cast<std::uint32_t>(groups[g].head_mention));
  }
  for (std::uint32_t m = 0; m < sentence.mentions.size(); ++m) {
    const Mention& mention = sentence.mentions[m];
    if (!is_known(mention) || std::find(beside.begin(), beside.end(), m) != beside.end()) continue;
    const bool subject = std::find(subjects.begin(), subjects.end(), mention.entity) != subjects.end();
    recent_.push_back({mention.entity, sentences_, text, subject, blocks_});
  }
  if (recent_.size() > longest_memory) recent_.erase(recent_.begin(), recent_.end() - static_cast<std::ptrdiff_t>(longest_memory));
}

void Discourse::keep(std::uint32_t entity, TextRange text) { recent_.push_back({entity, sentences_, text, false, blocks_}); }

std::optional<Denoted> Discourse::topic(const TypeSet& types) const {
  for (auto heading = headings_.rbegin(); heading != headings_.rend(); ++heading) {
    if (heading->opaque) return std::nullopt;
    bool unknown = false;
    for (const std::uint32_t entity : heading->entities) {
      const std::int16_t type = type_of(entity);
      unknown = unknown || type == no_type;
      if (type != no_type && types.test(static_cast<std::size_t>(type))) return Denoted{memory_.resolve(entity), 0.85F, heading->text, false};
    }
    if (unknown) return std::nullopt;  // A name that nobody knows is the topic.
  }
  return std::nullopt;
}

bool Discourse::has_topic() const noexcept {
  return !row_names_.empty() || std::any_of(headings_.begin(), headings_.end(), [](const Heading& heading) { return !heading.entities.empty(); });
}

TypeSet Discourse::context_types() const {
  TypeSet types;
  const auto add = [&](std::uint32_t entity) {
    if (const std::int16_t type = entity == no_entity ? no_type : type_of(entity); type != no_type) types.set(static_cast<std::size_t>(type));
  };
  for (const Heading& heading : headings_) {
    for (const std::uint32_t entity : heading.entities) add(entity);
  }
  for (auto named = recent_.rbegin(); named != recent_.rend() && named->sentence + theme_reach > sentences_; ++named) add(named->entity);
  for (const RowName& name : row_names_) add(name.entity);
  return types;
}

std::optional<Denoted> Discourse::last_named(const TypeSet& types) const {
  std::optional<Denoted> found;
  std::uint32_t at = 0;
  for (auto named = recent_.rbegin(); named != recent_.rend(); ++named) {
    if (named->sentence + reach <= sentences_) break;
    if (found && named->sentence != at) break;
    const std::int16_t type = type_of(named->entity);
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const std::uint32_t entity = memory_.resolve(named->entity);
    if (found && found->entity != entity) return named->subject ? std::optional(Denoted{entity, 0.7F, named->text, false}) : std::nullopt;
    found = Denoted{entity, named->subject ? 0.8F : 0.72F, named->text, false};
    at = named->sentence;
  }
  return found;
}

std::optional<Denoted> Discourse::theme_of_paragraph(const TypeSet& types) const {
  std::optional<Denoted> found;
  for (auto named = recent_.rbegin(); named != recent_.rend() && named->block == blocks_ && named->sentence + theme_reach > sentences_; ++named) {
    const std::int16_t type = type_of(named->entity);
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const std::uint32_t entity = memory_.resolve(named->entity);
    if (found && found->entity != entity) return std::nullopt;
    found = Denoted{entity, 0.76F, named->text, false};
  }
  return found;
}

std::optional<Denoted> Discourse::theme(const TypeSet& types) const {
  if (const std::optional<Denoted> here = theme_of_paragraph(types)) return here;
  struct Count {
    std::uint32_t entity = no_entity;
    std::uint32_t times = 0;
    std::uint32_t last = 0;   ///< Sentence that names it last.
    TextRange text;
  };
  std::vector<Count> counts;
  for (auto named = recent_.rbegin(); named != recent_.rend() && named->sentence + theme_reach > sentences_; ++named) {
    if (named->entity == no_entity) break;
    const std::int16_t type = type_of(named->entity);
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const std::uint32_t entity = memory_.resolve(named->entity);
    auto count = std::find_if(counts.begin(), counts.end(), [&](const Count& c) { return c.entity == entity; });
    if (count == counts.end()) count = counts.insert(counts.end(), {entity, 0, named->sentence, named->text});
    count->times += named->subject ? 3 : 1;
  }
  if (counts.empty()) return std::nullopt;
  std::sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.times != b.times ? a.times > b.times : a.entity < b.entity; });
  if (counts.front().last + reach <= sentences_) return std::nullopt;
  // Where another was named later, that one may be meant.
  const auto later = [&](const Count& other) { return other.entity != counts.front().entity && other.last > counts.front().last; };
  if (counts.size() > 1 && (counts[0].times < 2 * counts[1].times || std::any_of(counts.begin(), counts.end(), later))) return std::nullopt;
  return Denoted{counts.front().entity, counts.size() == 1 ? 0.78F : 0.72F, counts.front().text, false};
}

std::optional<Denoted> Discourse::only_named(const TypeSet& types) const {
  std::optional<Denoted> found;
  for (auto named = recent_.rbegin(); named != recent_.rend() && named->sentence == sentences_ && named->entity != no_entity; ++named) {
    const std::int16_t type = type_of(named->entity);
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const std::uint32_t entity = memory_.resolve(named->entity);
    if (found && found->entity != entity) return std::nullopt;
    found = Denoted{entity, 0.68F, named->text, false};
  }
  return found;
}

std::vector<Denoted> Discourse::last_subjects(const TypeSet& types) const {
  constexpr std::size_t most = 3;
  std::vector<Denoted> found;
  for (auto named = recent_.rbegin(); named != recent_.rend() && named->sentence == sentences_; ++named) {
    const std::int16_t type = type_of(named->entity);
    if (!named->subject || type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const std::uint32_t entity = memory_.resolve(named->entity);
    const bool known = std::any_of(found.begin(), found.end(), [&](const Denoted& other) { return other.entity == entity; });
    if (!known) found.push_back({entity, 0.7F, named->text, false});
  }
  if (found.size() < 2 || found.size() > most) found.clear();
  return found;
}

std::optional<Denoted> Discourse::last_subject(const TypeSet& types) const {
  std::optional<Denoted> found;
  for (auto named = recent_.rbegin(); named != recent_.rend(); ++named) {
    if (named->sentence != sentences_) break;
    const std::int16_t type = type_of(named->entity);
    if (!named->subject || type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const std::uint32_t entity = memory_.resolve(named->entity);
    if (found && found->entity != entity) return std::nullopt;  // "it" is one of them, but which?
    found = Denoted{entity, 0.7F, named->text, false};
  }
  return found;
}

}  // namespace rxgraph::ingest
