#include "ontology/fingerprint.hpp"

#include <concepts>

#include "base/hash.hpp"

namespace rxgraph::ontology {

namespace {

/// Writes values so that different values give different bytes: each string and list behind its length.
class Canon {
 public:
  std::string take() { return hash_hex(bytes_).substr(0, 16); }

  template <class... Values>
  void write(const Values&... values) {
    (put(values), ...);
  }

 private:
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  template <class Whole>
    requires std::integral<Whole> || std::is_enum_v<Whole>
  void put(Whole value) {
    bytes_ += std::to_string(static_cast<long long>(value));
    bytes_ += ';';
  }
  void put(double value) { put(std::to_string(value)); }
  void put(const Value& value) {
    put(value.index());
    std::visit([this](const auto& held) { put(held); }, value);
  }
  template <class Item>
  void put(const std::vector<Item>& list) {
    put(list.size());
    for (const Item& item : list) put(item);
  }
  template <class Key, class Item>
  void put(const std::map<Key, Item>& map) {
    put(map.size());
    for (const auto& [key, item] : map) write(key, item);
  }
  template <class Item>
  void put(const std::optional<Item>& item) {
    put(item.has_value());
    if (item) put(*item);
  }
  void put(const std::shared_ptr<const Frame>& frame) {
    put(frame != nullptr);
    if (frame) put(*frame);
  }
  void put(const QualifierType& q) { write(q.name, q.type, q.values, q.entity_types, q.implies, q.implied, q.implied_of); }
  void put(const Carrier& c) { write(c.nouns, c.prepositions); }
  void put(const Example& e) { write(e.text, e.subject, e.object, e.qualifiers); }
  void put(const Mappings& m) { write(m.exact, m.close, m.broad, m.narrow, m.related); }
  void put(const EntityType& t) { write(t.name, t.parent, t.description, t.iri, t.neo4j, t.mappings, t.nominals, t.carriers, t.named, t.is_class); }
  void put(const FrameSlot& s) { write(s.slots, s.role, s.types, s.optional, s.nested); }
  void put(const Frame& f) { write(f.id, f.trigger, f.words, f.slots, f.set, f.modality, f.confidence, f.by_right); }
  void put(const Relation& r) {
    write(r.name, r.description, r.subject_types, r.object_types, r.inverse, r.symmetric, r.role, r.attribute, r.hierarchy, r.time, r.qualifiers, r.identity, r.dated_by,
          r.status_of_modality, r.status_values, r.iri, r.neo4j, r.mappings, r.frames, r.examples, r.counter_examples);
  }
  void put(const DealFrame& d) { write(d.type, d.frame); }
  void put(const TriplePattern& p) { write(p.subject, p.relation, p.object, p.optional); }
  void put(const Derivation& d) { write(d.id, d.when, d.if_qualifiers, d.then, d.qualifiers); }
  void put(const Term& t) { write(t.name, t.synonyms, t.ids, t.features); }
  void put(const Vocabulary& v) { write(v.name, v.kind, v.type, v.source, v.terms); }

  void put(const PipelineQuestion& p) { write(p.holds, p.thing, p.parts, p.stage, p.each, p.purpose, p.sort, p.ended); }
  void put(const Grants& g) { write(g.giver, g.taker, g.thing, g.parties, g.words, g.payer, g.payee, g.fees, g.exclusive, g.where, g.set); }
  void put(const Questions& q) { write(q.pipeline, q.kinds_of_deals, q.grants); }

  std::string bytes_;
};

}  // namespace

std::string fingerprint_of(const Ontology& o) {
  Canon canon;
  canon.write(o.name, o.version, o.base_iri, o.prefixes, o.types, o.relations, o.deal_frames, o.derivations, o.vocabularies, o.questions);
  return canon.take();
}

}  // namespace rxgraph::ontology
