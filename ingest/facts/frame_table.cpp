#include "ingest/facts/frame_table.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <utility>

#include "base/error.hpp"
#include "base/names.hpp"
#include "ingest/facts/explained_types.hpp"
#include "ingest/facts/frame_words.hpp"

namespace rxgraph::ingest {
namespace {

using Index = boost::unordered_flat_map<std::uint64_t, std::vector<WordFrame>>;

const std::vector<WordFrame> no_frames;

}  // namespace

struct FrameTable::Impl {
  explicit Impl(const Ontology& of) : ontology(of), nominals(of), explained(of), durations(of) {
    if (of.types.size() > TypeSet().size()) {
      throw InputError(of.name, "has " + std::to_string(of.types.size()) + " entity types, more than " + std::to_string(TypeSet().size()) +
                                    "; merge or drop some");
    }
  }

  const Ontology& ontology;
  Nominals nominals;
  std::vector<std::unique_ptr<CompiledFrame>> frames;
  Index verbs;
  Index nouns;
  std::vector<WordFrame> any_noun;
  boost::unordered_flat_map<std::uint64_t, std::vector<const CompiledFrame*>> sayings;
  std::vector<ColumnFrame> columns;
  boost::unordered_flat_map<std::uint64_t, std::vector<CompiledCarrier>> carriers;
  boost::unordered_flat_map<std::uint64_t, std::vector<NamePart>> name_parts;
  facts::ExplainedTypes explained;
  Kin kin;
  boost::unordered_flat_map<const QualifierType*, facts::ClosedForms> closed_forms;
  facts::DurationWords durations;

  void add_closed_forms() {
    for (const Relation& relation : ontology.relations) {
      for (const QualifierType& qualifier : relation.qualifiers) {
        if (qualifier.type == ValueType::closed) closed_forms.emplace(&qualifier, facts::ClosedForms(qualifier, ontology.vocabulary(qualifier.name)));
      }
    }
  }

  TypeSet told_by_heads;

  void find_told_by_heads() {
    const auto leads = [](const Term& term) { return term.features.contains("leads"); };
    for (const Vocabulary& vocabulary : ontology.vocabularies) {
      const bool heads = vocabulary.kind == "heads" && std::any_of(vocabulary.terms.begin(), vocabulary.terms.end(), leads);
      if (!heads && vocabulary.kind != "head_suffixes") continue;  // "-itis" tells of a disease
      for (std::size_t t = 0; t < ontology.types.size(); ++t) {
        if (ontology.types[t].name == vocabulary.type) told_by_heads.set(t);
      }
    }
  }

  /// Types that share the ends of at least `shared_slots` relations are of a kind; fewer may be chance.
  void find_kin() {
    constexpr int shared_slots = 3;
    const std::size_t count = ontology.types.size();
    std::vector<std::vector<int>> together(count, std::vector<int>(count));
    for (const Relation& relation : ontology.relations) {
      for (const auto* names : {&relation.subject_types, &relation.object_types}) {
        const TypeSet types = type_set(*names);
        for (std::size_t a = 0; a < count; ++a) {
          for (std::size_t b = 0; b < count; ++b) together[a][b] += types.test(a) && types.test(b) ? 1 : 0;
        }
      }
    }
    kin.resize(count);
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = 0; b < count; ++b) kin[a][b] = together[a][b] >= shared_slots;
    }
  }

  TypeSet type_set(const std::vector<std::string>& names) const {
    TypeSet set;
    for (std::size_t t = 0; t < ontology.types.size(); ++t) {
      for (const std::string& name : names) {
        if (ontology.is_a(ontology.types[t].name, name)) set.set(t);
      }
    }
    return set;
  }

  /// What the role `slot.role` of a frame of `relation` (or, where that is null, of a deal) is.
  SlotRole role_of(const FrameSlot& slot, const Relation* relation) const {
    SlotRole role;
    role.name = slot.role;
    if (slot.nested) {
      role.kind = SlotRole::Kind::nested;
    } else if (relation != nullptr && slot.role == "subject") {
      role.types = type_set(slot.types.empty() ? relation->subject_types : slot.types);
    } else if (relation != nullptr && slot.role == "object") {
      role.kind = SlotRole::Kind::object;
      role.types = type_set(slot.types.empty() ? relation->object_types : slot.types);
    } else if (const Relation* const part = relation == nullptr ? ontology.relation(slot.role) : nullptr) {
      role.kind = SlotRole::Kind::deal_role;
      role.types = type_set(slot.types.empty() ? part->object_types : slot.types);
    } else {
      role.kind = SlotRole::Kind::qualifier;
      role.qualifier = qualifier_of(slot.role, relation);
      if (role.qualifier != nullptr) role.types = type_set(role.qualifier->entity_types);
      if (role.qualifier != nullptr && role.qualifier->type == ValueType::text) role.literal = literal_of(role.name);
    }
    return role;
  }

  /// What gives the qualifier `name` by the vocabulary of that name.
  SlotRole::Literal literal_of(const std::string& name) const {
    const Vocabulary* const words = ontology.vocabulary(name);
    for (std::size_t t = 0; words != nullptr && t < words->terms.size(); ++t) {
      const auto literal = words->terms[t].features.find("literal");
      if (literal == words->terms[t].features.end()) continue;
      if (literal->second == "percent") return SlotRole::Literal::percent;
      if (literal->second == "duration") return SlotRole::Literal::duration;
      if (literal->second == "event") return SlotRole::Literal::event;
    }
    return SlotRole::Literal::none;
  }

  const QualifierType* qualifier_of(const std::string& name, const Relation* relation) const {
    if (relation != nullptr) return relation->qualifier(name);
    for (const Relation& part : ontology.relations) {
      if (part.role && part.qualifier(name) != nullptr) return part.qualifier(name);
    }
    return nullptr;
  }

  /// The qualifier that holds the currency of amounts: of the relation or, in a deal's frame, of the roles.
  const QualifierType* currency_of(const Relation* relation) const {
    if (relation != nullptr) return relation->currency();
    for (const Relation& part : ontology.relations) {
      if (part.role && part.currency() != nullptr) return part.currency();
    }
    return nullptr;
  }

  void compile_slots(const Frame& frame, CompiledFrame& compiled) const {
    const bool is_verb = frame.trigger == Frame::Trigger::verb;
    for (const std::string& words : frame.words) {
      if (words == "*") compiled.any_noun = true;
      if (words.starts_with('!')) {
        compiled.barred.push_back(is_verb ? facts::keys_of(words.substr(1)) : facts::noun_keys_of(words.substr(1)));
        continue;
      }
      compiled.triggers.push_back(is_verb ? facts::keys_of(words) : facts::noun_keys_of(words));
      const std::vector<std::uint64_t>& trigger = compiled.triggers.back();
      if (!trigger.empty()) compiled.anchors |= anchor_of(is_verb ? trigger.front() : trigger.back());
    }
    for (const FrameSlot& slot : frame.slots) {
      CompiledSlot target;
      for (const std::string& place : slot.slots) {
        target.places.push_back(facts::place_of(place));
        compiled.by_name = compiled.by_name || target.places.back().kind == SlotPlace::Kind::part;
      }
      target.role = role_of(slot, compiled.relation);
      // The ends of a relation may come from the topic, or from another slot; the matcher looks at them in the end.
      const bool needed = target.role.kind == SlotRole::Kind::deal_role || target.role.kind == SlotRole::Kind::nested || target.role.kind == SlotRole::Kind::qualifier;
      target.required = needed && !slot.optional;
      compiled.narrows = compiled.narrows || (target.role.kind == SlotRole::Kind::deal_role && !slot.types.empty());
      if (slot.nested) {
        auto nested = std::make_shared<CompiledFrame>();
        nested->relation = compiled.relation;
        nested->deal = compiled.deal;
        nested->frame = slot.nested.get();
        compile_slots(*slot.nested, *nested);
        compiled.narrows = compiled.narrows || nested->narrows;
        target.nested = std::move(nested);
      }
      reach(target, compiled);
      compiled.slots.push_back(std::move(target));
    }
    std::stable_partition(compiled.slots.begin(), compiled.slots.end(), [](const CompiledSlot& slot) { return slot.role.kind != SlotRole::Kind::qualifier; });
    for (std::size_t s = 0; s < compiled.slots.size(); ++s) {
      for (std::size_t later = s + 1; later < compiled.slots.size(); ++later) {
        const CompiledSlot& other = compiled.slots[later];
        if (other.nested || other.role.kind == compiled.slots[s].role.kind) compiled.slots[s].last_chance = false;
      }
    }
    compiled.constant_subject = frame.set.contains("subject");
    compiled.constant_object = frame.set.contains("object");
    compiled.by_filer = is_by_filer(frame);
    add_gate(compiled);
  }

  /// One end may come from elsewhere, but for any noun.
  static void add_gate(CompiledFrame& frame) {
    Offer subject = frame.constant_subject ? ~Offer{0} : 0, object = frame.constant_object ? ~Offer{0} : 0;
    for (const CompiledSlot& slot : frame.slots) {
      if (slot.role.kind == SlotRole::Kind::qualifier) continue;
      Offer places = 0;
      for (const SlotPlace& place : slot.places) places |= offer_of(place);
      if (slot.required) frame.gate.push_back(places);
      if (slot.nested || slot.role.kind == SlotRole::Kind::subject) subject |= places;
      if (slot.nested || slot.role.kind == SlotRole::Kind::object) object |= places;
    }
    if (frame.deal != nullptr) return;
    frame.gate.push_back(frame.any_noun ? subject : subject | object);
    if (frame.any_noun) frame.gate.push_back(object);
  }

  static void reach(const CompiledSlot& slot, CompiledFrame& frame) {
    if (slot.nested) {
      frame.nests = true;
      frame.subject_reach |= slot.nested->subject_reach;
      frame.object_reach |= slot.nested->object_reach;
    }
    const bool part = std::any_of(slot.places.begin(), slot.places.end(), [](const SlotPlace& place) { return place.kind == SlotPlace::Kind::part; });
    const TypeSet types = part ? ~TypeSet() : slot.role.types;
    if (slot.role.kind == SlotRole::Kind::subject) frame.subject_reach |= types;
    if (slot.role.kind == SlotRole::Kind::object) frame.object_reach |= types;
  }

  /// "set": {"subject": "we"}.
  static bool is_by_filer(const Frame& frame) {
    const auto subject = frame.set.find("subject");
    return subject != frame.set.end() && std::get<std::string>(subject->second.front()) == "we";
  }

  void add(const Frame& frame, const Relation* relation, const DealFrame* deal) {
    if (frame.trigger == Frame::Trigger::columns) {
      ColumnFrame table{relation, &frame, is_by_filer(frame), {}};
      for (const FrameSlot& slot : frame.slots) {
        std::vector<std::string> headers;
        for (const std::string& words : slot.slots) headers.push_back(fold(words));
        table.columns.push_back({std::move(headers), role_of(slot, relation)});
      }
      columns.push_back(std::move(table));
      return;
    }
    auto compiled = std::make_unique<CompiledFrame>();
    compiled->relation = relation;
    compiled->deal = deal;
    compiled->frame = &frame;
    compiled->currency = currency_of(relation);
    if (relation != nullptr) {
      compiled->subject_types = type_set(relation->subject_types);
      compiled->object_types = type_set(relation->object_types);
    }
    compile_slots(frame, *compiled);
    if (deal != nullptr && told_apart_by_amount(*compiled)) collect_listed(*compiled, *compiled);
    if (compiled->any_noun) any_noun.push_back({compiled.get(), true, compiled->gate});
    Index& index = frame.trigger == Frame::Trigger::verb ? verbs : nouns;
    for (const std::vector<std::uint64_t>& trigger : compiled->triggers) {
      if (trigger.empty() || compiled->any_noun) continue;
      // Nouns are found by their last word, verbs by their first.
      std::vector<WordFrame>& same_lemma = index[frame.trigger == Frame::Trigger::verb ? trigger.front() : trigger.back()];
      if (same_lemma.empty() || same_lemma.back().frame != compiled.get()) same_lemma.push_back({compiled.get(), false, compiled->gate});
      same_lemma.back().alone |= trigger.size() == 1 && compiled->barred.empty();
    }
    if (frame.trigger == Frame::Trigger::noun && compiled->constant_object) {
      for (const std::string& words : frame.words) sayings[word_key(words)].push_back(compiled.get());
    }
    frames.push_back(std::move(compiled));
  }

  /// True if a role of the deal has an amount in its identity: two amounts are two facts.
  bool told_apart_by_amount(const CompiledFrame& frame) const {
    return std::any_of(frame.slots.begin(), frame.slots.end(), [&](const CompiledSlot& slot) {
      if (slot.nested && told_apart_by_amount(*slot.nested)) return true;
      const Relation* const relation = slot.role.kind == SlotRole::Kind::deal_role ? ontology.relation(slot.role.name) : nullptr;
      if (relation == nullptr) return false;
      return std::any_of(relation->identity.begin(), relation->identity.end(), [&](const std::string& name) {
        const QualifierType* const qualifier = relation->qualifier(name);
        return qualifier != nullptr && qualifier->type == ValueType::number;
      });
    });
  }

  /// The qualifiers that a list of payments tells apart, and where their amounts stand, of `frame` and those nested in it.
  static void collect_listed(const CompiledFrame& frame, CompiledFrame& target) {
    for (const CompiledSlot& slot : frame.slots) {
      if (slot.nested) collect_listed(*slot.nested, target);
      if (slot.role.kind != SlotRole::Kind::qualifier || slot.role.qualifier == nullptr) continue;
      const ValueType type = slot.role.qualifier->type;
      if (type == ValueType::date || type == ValueType::currency || type == ValueType::entity) continue;
      if (type == ValueType::text && slot.role.literal != SlotRole::Literal::percent) continue;
      const auto same = [&](const SlotRole* role) { return role->name == slot.role.name; };
      if (std::none_of(target.listed.begin(), target.listed.end(), same)) target.listed.push_back(&slot.role);
      if (type != ValueType::number) continue;
      for (const SlotPlace& place : slot.places) {
        if (place.kind == SlotPlace::Kind::preposition) target.listed_at.push_back(place.key);
      }
    }
  }

  void add_name_parts() {
    for (const Vocabulary& vocabulary : ontology.vocabularies) {
      if (vocabulary.kind != "words") continue;
      for (const Term& term : vocabulary.terms) {
        for (std::size_t t = 0; t < ontology.types.size(); ++t) {
          const auto part = term.features.find(ontology.types[t].name);
          if (part != term.features.end()) name_parts[word_key(term.name)].push_back({static_cast<std::int16_t>(t), part->second});
        }
      }
    }
  }

  void add_carriers() {
    for (std::size_t t = 0; t < ontology.types.size(); ++t) {
      for (const Carrier& carrier : ontology.types[t].carriers) {
        CompiledCarrier compiled;
        for (std::size_t below = 0; below < ontology.types.size(); ++below) {
          if (ontology.is_a(ontology.types[below].name, ontology.types[t].name)) compiled.types.set(below);
        }
        for (const std::string& preposition : carrier.prepositions) {
          if (preposition == "modifier") {
            compiled.modifier = true;
          } else {
            compiled.labels.push_back(word_key(preposition));
          }
        }
        for (const std::string& noun : carrier.nouns) {
          const std::vector<std::uint64_t> keys = facts::keys_of(noun);
          if (!keys.empty()) carriers[keys.back()].push_back(compiled);
        }
      }
    }
  }
};

FrameTable::FrameTable(const Ontology& ontology) {
  auto impl = std::make_unique<Impl>(ontology);
  for (const Relation& relation : ontology.relations) {
    for (const Frame& frame : relation.frames) impl->add(frame, &relation, nullptr);
  }
  for (const DealFrame& deal : ontology.deal_frames) impl->add(deal.frame, nullptr, &deal);
  impl->add_carriers();
  impl->add_name_parts();
  impl->add_closed_forms();
  impl->find_kin();
  impl->find_told_by_heads();
  impl_ = std::move(impl);
}

FrameTable::~FrameTable() = default;

const std::vector<WordFrame>& FrameTable::verbs(std::uint64_t lemma) const {
  const auto found = impl_->verbs.find(lemma);
  return found == impl_->verbs.end() ? no_frames : found->second;
}

const std::vector<WordFrame>& FrameTable::nouns(std::uint64_t lemma) const {
  const auto found = impl_->nouns.find(lemma);
  return found == impl_->nouns.end() ? no_frames : found->second;
}

const std::vector<const CompiledFrame*>& FrameTable::sayings_of(std::uint64_t noun) const {
  const auto found = impl_->sayings.find(noun);
  static const std::vector<const CompiledFrame*> none;
  return found == impl_->sayings.end() ? none : found->second;
}

const std::vector<WordFrame>& FrameTable::any_noun() const { return impl_->any_noun; }
const std::vector<ColumnFrame>& FrameTable::columns() const { return impl_->columns; }
const TypeSet& FrameTable::told_by_heads() const { return impl_->told_by_heads; }

const std::vector<CompiledCarrier>* FrameTable::carriers(std::uint64_t lemma) const {
  const auto found = impl_->carriers.find(lemma);
  return found == impl_->carriers.end() ? nullptr : &found->second;
}

const std::vector<NamePart>* FrameTable::name_parts(std::uint64_t word) const {
  const auto found = impl_->name_parts.find(word);
  return found == impl_->name_parts.end() ? nullptr : &found->second;
}

std::int16_t FrameTable::explained_type(std::uint64_t lemma, std::uint64_t before) const { return impl_->explained.find(lemma, before); }

const facts::ClosedForms& FrameTable::closed_forms(const QualifierType& qualifier) const { return impl_->closed_forms.at(&qualifier); }
const Kin& FrameTable::kin() const { return impl_->kin; }
const facts::DurationWords& FrameTable::durations() const { return impl_->durations; }
const Nominals& FrameTable::nominals() const { return impl_->nominals; }
const Ontology& FrameTable::ontology() const { return impl_->ontology; }
TypeSet FrameTable::type_set(const std::vector<std::string>& names) const { return impl_->type_set(names); }

std::int16_t FrameTable::type_index(std::string_view name) const {
  const std::vector<EntityType>& types = impl_->ontology.types;
  const auto found = std::find_if(types.begin(), types.end(), [&](const EntityType& type) { return type.name == name; });
  return found == types.end() ? no_type : static_cast<std::int16_t>(found - types.begin());
}

}  // namespace rxgraph::ingest
