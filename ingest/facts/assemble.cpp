#include "ingest/facts/assemble.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "base/names.hpp"
#include "ingest/facts/agreements.hpp"
#include "ingest/facts/filing_qualifiers.hpp"
#include "ingest/facts/statement_set.hpp"
#include "ingest/facts/told_licenses.hpp"
#include "ingest/names/identify.hpp"
#include "ontology/derive.hpp"

namespace rxgraph::ingest {
namespace {

constexpr float cut = 0.45F;                      ///< Below it a fact is a near miss.
constexpr std::size_t most_aliases = 12;         ///< Shown with a statement; the entity has all.

double rounded(float confidence) { return std::round(static_cast<double>(confidence) * 1000) / 1000; }

void unite(Qualifiers& into, const Qualifiers& from, const Relation* relation) {
  for (const auto& [name, values] : from) {
    const QualifierType* const type = relation == nullptr ? nullptr : relation->qualifier(name);
    auto [place, fresh] = into.emplace(name, values);
    if (fresh || (type != nullptr && type->type == ValueType::closed)) continue;  // One sentence, one status: the surer frame's.
    for (const Value& value : values) {
      if (std::find(place->second.begin(), place->second.end(), value) == place->second.end()) place->second.push_back(value);
    }
  }
}

/// The status that follows from the modality, where the text states none.
void set_status(Statement& statement, const Relation& relation, bool present) {
  const std::string& status = relation.status_of_modality;
  auto value = relation.status_values.find(std::string(name_of(statement.modality)));
  if (value == relation.status_values.end() && present && statement.modality == Modality::asserted) value = relation.status_values.find("present");
  const bool said = statement.qualifiers.contains(status) && statement.modality == Modality::asserted;
  if (!status.empty() && !said && value != relation.status_values.end()) statement.qualifiers[status] = {Value(value->second)};
}

/// What the passages of one deal say together, which is what it is called by.
struct DealName {
  std::set<std::string> kinds;         ///< What the frames say that it is.
  std::vector<std::string> parts;      ///< "licensee X" of a deal that stands alone; the parties of an agreement.
  std::string date;                    ///< The earliest.

  void add(const std::string& part) {
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }

  /// The name of a deal until it is resolved: what it is, who takes part, and when.
  std::string text(const std::string& type) const {
    std::string name;
    for (const std::string& kind : kinds) name += (name.empty() ? "" : ", ") + kind;
    if (name.empty()) name = type;
    for (const std::string& part : parts) name += " · " + part;
    return date.empty() ? name : name + " · " + date;
  }
};

/// Sorts things that are dear to move, each of which it moves once.
template <typename Thing, typename Less>
void stable_sort_large(std::vector<Thing>& things, const Less& less) {
  std::vector<Thing*> order;
  order.reserve(things.size());
  for (Thing& thing : things) order.push_back(&thing);
  std::stable_sort(order.begin(), order.end(), [&](const Thing* a, const Thing* b) { return less(*a, *b); });
  std::vector<Thing> sorted;
  sorted.reserve(things.size());
  for (Thing* const thing : order) sorted.push_back(std::move(*thing));
  things = std::move(sorted);
}

/// In order of the text.
void sort_by_place(std::vector<Statement>& statements) {
  for (Statement& statement : statements) std::sort(statement.evidence.begin(), statement.evidence.end());
  stable_sort_large(statements, [](const Statement& a, const Statement& b) {
    const auto place = [](const Statement& s) { return std::tie(s.evidence.front().document, s.evidence.front().ranges); };
    return place(a) < place(b);
  });
}

/// What `candidate` says, before it is known of what.
Statement statement_of(const Candidate& candidate, const Evidence& evidence) {
  Statement statement;
  statement.qualifiers = candidate.qualifiers;
  if (candidate.relation == nullptr || !candidate.relation->attribute) statement.modality = candidate.modality;  // What a thing is, it is in plans and wishes too.
  statement.confidence = rounded(candidate.confidence);
  statement.rule = candidate.rule;
  statement.evidence = {evidence};
  return statement;
}

class RecordMaker {
 public:
  RecordMaker(const Ontology& ontology, FilingMemory& memory) : ontology_(ontology), memory_(memory) {}

  /// The local id of an entity; numbers it at its first use.
  std::string id_of(std::uint32_t entity) {
    const auto [place, fresh] = ids_.emplace(entity, "");
    if (fresh) {
      place->second = "e" + std::to_string(ids_.size());
      order_.push_back(entity);
    }
    return place->second;
  }

  EntityRef reference(std::uint32_t entity) {
    const LocalEntity& local = memory_.entities[entity];
    EntityRef reference;
    reference.id = id_of(entity);
    reference.type = ontology_.types[static_cast<std::size_t>(local.type)].name;
    reference.name = local.name;
    reference.ids = local.ids;
    for (const NameUse& use : local.names) {
      const auto known = [&](const std::string& alias) { return alias == use.text; };
      if (use.text == local.name || use.how == broader_term || reference.aliases.size() == most_aliases) continue;
      if (std::find_if(reference.aliases.begin(), reference.aliases.end(), known) == reference.aliases.end()) reference.aliases.push_back(use.text);
    }
    return reference;
  }

  /// The ids of things that a vocabulary names.
  std::set<std::string> well_known() const {
    std::set<std::string> ids;
    for (const auto& [entity, id] : ids_) {
      const std::vector<NameUse>& names = memory_.entities[entity].names;
      if (std::any_of(names.begin(), names.end(), [](const NameUse& use) { return use.how == "vocabulary"; })) ids.insert(id);
    }
    return ids;
  }

  std::vector<Entity> entities() const {
    std::vector<Entity> list;
    for (const std::uint32_t index : order_) {
      const LocalEntity& local = memory_.entities[index];
      list.push_back({ids_.at(index), ontology_.types[static_cast<std::size_t>(local.type)].name, local.name, local.names, local.ids});
    }
    return list;
  }

 private:
  const Ontology& ontology_;
  FilingMemory& memory_;
  std::map<std::uint32_t, std::string> ids_;
  std::vector<std::uint32_t> order_;
};

/// Puts what a relation's `candidate` says of its two `ends` with what is kept.
void keep_relation(const Candidate& candidate, Statement statement, std::pair<std::uint32_t, std::uint32_t> ends, const FilingMemory& memory, RecordMaker& maker, StatementSet& kept) {
  const Relation& relation = *candidate.relation;
  if (relation.symmetric && ends.second < ends.first) std::swap(ends.first, ends.second);
  set_status(statement, relation, candidate.present);
  statement.relation = relation.name;
  statement.kind = relation.tells();
  statement.subject = maker.reference(ends.first);
  statement.object = maker.reference(ends.second);
  std::set<std::string> others;
  for (const std::uint32_t entity : candidate.others) others.insert(memory.entities[memory.resolve(entity)].name);
  kept.add(std::move(statement), candidate.by_name, others);
}

/// Adds what follows from `roles` of single passages and from the `statements` that are none.
void add_derived(const Ontology& ontology, const std::vector<Statement>& roles, std::vector<Statement>& statements) {
  std::vector<const Statement*> premises;
  for (const Statement& role : roles) premises.push_back(&role);
  for (const Statement& statement : statements) {
    if (statement.kind != StatementKind::role) premises.push_back(&statement);
  }
  for (Statement& derived : derive(ontology, premises)) statements.push_back(std::move(derived));
}

}  // namespace

void Assembler::add(std::vector<Candidate> candidates, const DocumentText& document, const std::vector<TextRange>& ranges, const std::string& section, float weight) {
  if (candidates.empty()) return;
  Evidence evidence;
  evidence.document = document.document.number;
  evidence.section = section;
  for (const TextRange& range : ranges) {
    const std::vector<ByteRange> bytes = document.map.bytes(range);
    evidence.ranges.insert(evidence.ranges.end(), bytes.begin(), bytes.end());
    if (!evidence.text.empty()) evidence.text += " | ";
    evidence.text += document.words(range);
  }
  if (evidence.ranges.empty()) return;
  for (Candidate& candidate : candidates) {
    candidate.confidence *= weight;
    if (candidate.confidence < cut) continue;
    Found found{std::move(candidate), evidence};
    for (const TextRange& context : found.candidate.context) {
      const std::vector<ByteRange> bytes = document.map.bytes(context);
      found.evidence.context.insert(found.evidence.context.end(), bytes.begin(), bytes.end());
    }
    std::sort(found.evidence.context.begin(), found.evidence.context.end());
    found_.push_back(std::move(found));
  }
}

/// Candidates of one passage that state the same ends of the same relation are one fact: the surest gives rule and modality,
/// all give qualifiers.
std::vector<Assembler::Found> Assembler::merged_by_sentence() {
  const auto key = [](const Found& f) {
    return std::tie(f.evidence.document, f.evidence.ranges, f.candidate.relation, f.candidate.deal, f.candidate.subject, f.candidate.object, f.candidate.roles, f.candidate.member);
  };
  stable_sort_large(found_, [](const Found& a, const Found& b) {
    const auto name = [](const Found& f) -> const std::string& { return f.candidate.relation != nullptr ? f.candidate.relation->name : f.candidate.deal->type; };
    const auto place = [](const Found& f) { return std::tie(f.evidence.document, f.evidence.ranges); };
    if (const auto order = place(a) <=> place(b); order != 0) return order < 0;
    return std::tie(name(a), a.candidate.subject, a.candidate.object, a.candidate.roles, a.candidate.member, b.candidate.confidence, a.candidate.rule) <
           std::tie(name(b), b.candidate.subject, b.candidate.object, b.candidate.roles, b.candidate.member, a.candidate.confidence, b.candidate.rule);
  });
  std::vector<Found> merged;
  for (Found& found : found_) {
    if (!merged.empty() && key(merged.back()) == key(found)) {
      Candidate& best = merged.back().candidate;
      unite(best.qualifiers, found.candidate.qualifiers, best.relation);
      best.present = best.present || found.candidate.present;
      best.supposed = best.supposed && found.candidate.supposed;
      if (found.candidate.modality != Modality::asserted && best.modality == Modality::asserted) best.modality = found.candidate.modality;
    } else {
      merged.push_back(std::move(found));
    }
  }
  found_.clear();
  return merged;
}

std::uint32_t Assembler::entity_of(const CandidateEnd& end, FilingMemory& memory) const {
  if (end.entity != no_entity) return memory.resolve(end.entity);
  const std::uint32_t known = memory.find(end.type, end.constant);
  return known != no_entity ? memory.resolve(known) : memory.add(end.type, {end.constant, 0, {}, "frame"});
}

/// The thing that each deal among `all` is. Those of one agreement are one.
std::map<const Assembler::Found*, std::uint32_t> Assembler::deals_of(const std::vector<Found>& all, FilingMemory& memory) const {
  using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, std::size_t>;
  std::map<Key, DealName> names;
  const auto key_of = [&](const Found& found) {
    const std::uint32_t agreement = found.candidate.agreement;
    return Key{found.candidate.deal->type, found.evidence.document, agreement, agreement == 0 ? static_cast<std::size_t>(&found - all.data()) : 0};
  };
  for (const Found& found : all) {
    const Candidate& deal = found.candidate;
    if (deal.deal == nullptr) continue;
    DealName& name = names[key_of(found)];
    if (!deal.deal->frame.set.empty()) {
      // What the text calls it goes before what the frame supposes.
      const auto& [qualifier, supposed] = *deal.deal->frame.set.begin();
      const auto said = deal.qualifiers.find(qualifier);
      name.kinds.insert(std::get<std::string>((said == deal.qualifiers.end() ? supposed : said->second).front()));
    }
    for (const auto& [role, unresolved] : deal.roles) {
      const std::uint32_t entity = memory.resolve(unresolved);
      if (deal.agreement == 0) name.add(role + " " + memory.entities[entity].name);
      if (deal.agreement != 0 && is_party(memory, entity)) name.add(memory.entities[entity].name);
      if (deal.agreement == 0 || deal.deal->frame.set.empty()) continue;
      for (const auto& [qualifier, values] : deal.qualifiers) {
        const QualifierType* const type = ontology_.relation(role)->qualifier(qualifier);
        if (type == nullptr || type->type != ValueType::date) continue;
        const std::string& date = std::get<std::string>(values.front());
        if (name.date.empty() || date < name.date) name.date = date;
      }
    }
  }
  std::map<const Found*, std::uint32_t> deals;
  for (const Found& found : all) {
    if (found.candidate.deal == nullptr) continue;
    const std::string& type = found.candidate.deal->type;
    const auto declared = std::find_if(ontology_.types.begin(), ontology_.types.end(), [&](const EntityType& t) { return t.name == type; });
    deals[&found] = entity_of({no_entity, names.at(key_of(found)).text(type), static_cast<std::int16_t>(declared - ontology_.types.begin())}, memory);
  }
  return deals;
}

void Assembler::drop_unconfirmed(std::vector<Found>& all, const FilingMemory& memory) const {
  static const std::vector<std::string> none;
  const std::vector<std::string>& holds = ontology_.questions.pipeline ? ontology_.questions.pipeline->holds : none;
  using Fact = std::tuple<const Relation*, std::uint32_t, std::uint32_t>;
  std::set<std::pair<std::uint32_t, std::uint32_t>> held;    // By object and who holds it.
  std::set<std::pair<const Relation*, std::uint32_t>> done;  // By relation and object: somebody is known to do it.
  std::set<std::pair<const Relation*, std::uint32_t>> doers; // By relation and subject.
  std::set<Fact> known;
  for (const Found& found : all) {
    const Candidate& candidate = found.candidate;
    if (candidate.relation == nullptr || candidate.supposed || candidate.subject.entity == no_entity || candidate.object.entity == no_entity) continue;
    const std::uint32_t subject = memory.resolve(candidate.subject.entity), object = memory.resolve(candidate.object.entity);
    if (std::find(holds.begin(), holds.end(), candidate.relation->name) != holds.end()) held.emplace(object, subject);
    done.emplace(candidate.relation, object);
    doers.emplace(candidate.relation, subject);
    known.emplace(candidate.relation, subject, object);
  }
  std::erase_if(all, [&](const Found& found) {
    const Candidate& candidate = found.candidate;
    if (!candidate.supposed) return false;
    const std::uint32_t subject = memory.resolve(candidate.subject.entity), object = memory.resolve(candidate.object.entity);
    if (known.contains({candidate.relation, subject, object})) {
      // "X is sold in Japan", where A and another sell X: which of them sells it there nobody says.
      const auto first = known.lower_bound({candidate.relation, 0, 0});
      return !candidate.qualifiers.empty() && std::any_of(first, known.end(), [&](const Fact& fact) { return std::get<0>(fact) == candidate.relation && std::get<1>(fact) != subject && std::get<2>(fact) == object; });
    }
    if (done.contains({candidate.relation, object})) return true;
    // It is the filer's own, or nobody's here, where the filer does such things at all.
    const auto holder = held.lower_bound({object, 0});
    const bool unheld = holder == held.end() || holder->first != object;
    return !held.contains({object, subject}) && !(unheld && doers.contains({candidate.relation, subject}));
  });
}

void Assembler::add_told_licenses(std::vector<Found>& all, const FilingMemory& memory) const {
  const std::optional<Grants>& grants = ontology_.questions.grants;
  if (!grants) return;
  std::vector<ToldDeal> told;
  told.reserve(all.size());
  for (const Found& found : all) told.push_back({&found.candidate, found.evidence.document, found.evidence.text});
  const auto is_grant = [&](const DealFrame& deal) {
    return std::any_of(deal.frame.slots.begin(), deal.frame.slots.end(), [&](const FrameSlot& slot) { return slot.role == grants->taker; });
  };
  const auto frame = std::find_if(ontology_.deal_frames.begin(), ontology_.deal_frames.end(), is_grant);
  if (frame == ontology_.deal_frames.end()) return;
  std::vector<Found> added;
  for (const InferredLicense& license : infer_licenses(told, memory, *grants)) {
    const Found& teller = all[license.teller];
    const Found& payment = all[license.payment];
    Found found;
    found.candidate.deal = &*frame;
    found.candidate.agreement = teller.candidate.agreement;
    found.candidate.roles = {{grants->giver, license.giver}, {grants->taker, license.taker}};
    if (license.thing != no_entity) found.candidate.roles.emplace_back(grants->thing, license.thing);
    std::sort(found.candidate.roles.begin(), found.candidate.roles.end());
    const auto is_said = [&](const auto& set) { return payment.candidate.qualifiers.contains(set.first); };
    if (std::any_of(grants->set.begin(), grants->set.end(), is_said)) found.candidate.qualifiers = payment.candidate.qualifiers;  // What was granted says how.
    for (const auto& [name, values] : teller.candidate.qualifiers) found.candidate.qualifiers.emplace(name, values);
    for (const auto& [name, values] : grants->set) found.candidate.qualifiers[name] = values;
    found.candidate.confidence = license.confidence;
    found.candidate.rule = "deal.told";
    found.evidence = teller.evidence;
    if (license.payment != license.teller) {
      found.evidence.context.insert(found.evidence.context.end(), payment.evidence.ranges.begin(), payment.evidence.ranges.end());
      std::sort(found.evidence.context.begin(), found.evidence.context.end());
    }
    if (found.candidate.confidence >= cut) added.push_back(std::move(found));
  }
  all.insert(all.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

FilingRecords Assembler::finish(Filing filing, FilingMemory& memory) {
  RecordMaker maker(ontology_, memory);
  StatementSet kept(filing);
  std::vector<Found> all = merged_by_sentence();
  drop_unconfirmed(all, memory);
  add_told_licenses(all, memory);
  const std::map<const Found*, std::uint32_t> deals = deals_of(all, memory);
  std::vector<Statement> roles;  ///< Of single passages.
  std::size_t passage = 0;
  for (const Found& found : all) {
    const Candidate& candidate = found.candidate;
    Statement statement = statement_of(candidate, found.evidence);
    if (candidate.relation != nullptr) {
      const std::uint32_t subject = entity_of(candidate.subject, memory);
      const std::uint32_t object = entity_of(candidate.object, memory);
      if (subject != object) keep_relation(candidate, std::move(statement), {subject, object}, memory, maker, kept);
      continue;
    }
    // Facts follow from the roles that one passage tells; what all passages of an agreement tell is one deal.
    statement.kind = StatementKind::role;
    kept.set_source(statement);
    ++passage;
    for (const auto& [role, entity] : candidate.roles) {
      const Relation& relation = *ontology_.relation(role);
      Statement part = statement;
      part.relation = role;
      part.object = maker.reference(memory.resolve(entity));
      set_status(part, relation, false);
      std::erase_if(part.qualifiers, [&](const auto& qualifier) { return relation.qualifier(qualifier.first) == nullptr; });
      part.subject = {"", candidate.deal->type, std::to_string(passage), {}, {}};
      roles.push_back(part);
      part.subject = maker.reference(deals.at(&found));
      kept.add(std::move(part), false);
    }
  }
  FilingRecords records;
  records.statements = kept.take();
  facts::share_across_filing(records.statements, kept.others(), maker.well_known(), ontology_);
  add_derived(ontology_, roles, records.statements);
  sort_by_place(records.statements);
  if (memory.registrant != no_entity) maker.reference(memory.resolve(memory.registrant));
  records.entities = maker.entities();
  records.filing = std::move(filing);
  return records;
}

}  // namespace rxgraph::ingest
