#pragma once
/// An ontology under other names, and records in its words: what the program makes of them must be the same but for the
/// names. "Company" becomes "XCompany", "develops" and "date" become "x_develops" and "x_date".

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/flow.hpp"
#include "ontology/model.hpp"

namespace rxgraph::testing {

inline void rename_type(std::string& name) {
  if (!name.empty()) name.insert(0, "X");
}

/// Relations, their inverses, roles and qualifiers. The two ends of every relation are called "subject" and "object" by the format.
inline void rename_term(std::string& name) {
  if (!name.empty() && name != "subject" && name != "object") name.insert(0, "x_");
}

inline void rename_all(std::vector<std::string>& names, void (*rename)(std::string&)) { std::for_each(names.begin(), names.end(), rename); }

template <class Value>
void rename_keys(std::map<std::string, Value>& map) {
  std::map<std::string, Value> renamed;
  for (auto& [key, value] : map) {
    std::string name = key;
    rename_term(name);
    renamed.emplace(std::move(name), std::move(value));
  }
  map = std::move(renamed);
}

inline void rename(Frame& frame) {
  rename_keys(frame.set);
  for (FrameSlot& slot : frame.slots) {
    rename_term(slot.role);
    rename_all(slot.types, rename_type);
    if (!slot.nested) continue;
    auto nested = std::make_shared<Frame>(*slot.nested);
    rename(*nested);
    slot.nested = std::move(nested);
  }
}

inline void rename(Relation& relation) {
  rename_term(relation.name);
  rename_term(relation.inverse);
  rename_all(relation.subject_types, rename_type);
  rename_all(relation.object_types, rename_type);
  for (QualifierType& qualifier : relation.qualifiers) {
    rename_term(qualifier.name);
    rename_all(qualifier.entity_types, rename_type);
    rename_term(qualifier.implies);
    rename_keys(qualifier.implied);
    for (auto& [name, implied] : qualifier.implied_of) rename_keys(implied);
  }
  rename_all(relation.identity, rename_term);
  rename_term(relation.dated_by);
  rename_term(relation.status_of_modality);
  for (Frame& frame : relation.frames) rename(frame);
  for (Example& example : relation.examples) rename_keys(example.qualifiers);
}

inline void rename(Derivation& derivation) {
  for (TriplePattern& pattern : derivation.when) rename_term(pattern.relation);
  rename_term(derivation.then.relation);
  rename_keys(derivation.if_qualifiers);
  rename_keys(derivation.qualifiers);
}

inline void rename(PipelineQuestion& question) {
  rename_type(question.thing);
  rename_all(question.holds, rename_term);
  rename_all(question.parts, rename_term);
  for (std::string* name : {&question.stage, &question.each, &question.purpose, &question.sort, &question.ended}) rename_term(*name);
}

inline void rename(Grants& grants) {
  for (std::string* name : {&grants.giver, &grants.taker, &grants.thing, &grants.payer, &grants.payee, &grants.where}) rename_term(*name);
  rename_all(grants.parties, rename_term);
  for (Qualifiers* values : {&grants.fees, &grants.exclusive, &grants.set}) rename_keys(*values);
}

/// A feature whose key is an entity type tells a part of the name.
inline void rename_type_features(Term& term, const Ontology& ontology) {
  for (const EntityType& type : ontology.types) {
    auto feature = term.features.extract(type.name);
    if (feature.empty()) continue;
    rename_type(feature.key());
    term.features.insert(std::move(feature));
  }
}

/// The ontology with every type, relation, role and qualifier renamed. What else it says stays.
inline Ontology renamed(Ontology ontology) {
  for (Vocabulary& vocabulary : ontology.vocabularies) {
    rename_type(vocabulary.type);
    const bool of_qualifier = std::any_of(ontology.relations.begin(), ontology.relations.end(),
                                          [&](const Relation& relation) { return relation.qualifier(vocabulary.name) != nullptr; });
    if (of_qualifier) rename_term(vocabulary.name);
    for (Term& term : vocabulary.terms) rename_type_features(term, ontology);
  }
  for (EntityType& type : ontology.types) {
    rename_type(type.name);
    rename_type(type.parent);
  }
  for (Relation& relation : ontology.relations) rename(relation);
  for (DealFrame& deal : ontology.deal_frames) {
    rename_type(deal.type);
    rename(deal.frame);
  }
  for (Derivation& derivation : ontology.derivations) rename(derivation);
  if (ontology.questions.pipeline) rename(*ontology.questions.pipeline);
  rename_all(ontology.questions.kinds_of_deals, rename_term);
  if (ontology.questions.grants) rename(*ontology.questions.grants);
  return ontology;
}

/// The records of a filing in the words of the renamed ontology.
inline FilingRecords renamed(FilingRecords records) {
  for (Entity& entity : records.entities) rename_type(entity.type);
  for (Statement& statement : records.statements) {
    rename_type(statement.subject.type);
    rename_term(statement.relation);
    rename_type(statement.object.type);
    rename_keys(statement.qualifiers);
  }
  return records;
}

}  // namespace rxgraph::testing
