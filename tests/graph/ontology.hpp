#pragma once
/// A small ontology made by hand, so that these tests stand by themselves.

#include "ontology/model.hpp"

namespace rxgraph::testing {

inline Ontology small_ontology() {
  Ontology ontology;
  ontology.name = "small";
  ontology.fingerprint = "0000000000000001";
  for (const char* const name : {"Company", "Organization", "Compound", "Payload", "Target", "Indication", "Phase", "Trial", "Deal"}) {
    EntityType type;
    type.name = name;
    type.named = type.name != "Deal";
    ontology.types.push_back(type);
  }
  ontology.types[0].nominals = {"company"};
  const auto relation = [&](const std::string& name, const std::string& subject, const std::string& object) -> Relation& {
    Relation& made = ontology.relations.emplace_back();
    made.name = name;
    made.subject_types = {subject};
    made.object_types = {object};
    return made;
  };
  relation("develops", "Company", "Compound");
  relation("targets", "Compound", "Target");
  relation("has_payload", "Compound", "Payload");
  Relation& collaborates = relation("collaborates_with", "Company", "Company");
  collaborates.symmetric = true;
  collaborates.qualifiers = {{"date", ValueType::date, {}, {}, {}, {}, {}}};
  Relation& phase = relation("in_phase", "Compound", "Phase");
  phase.time = Relation::Time::state;
  phase.qualifiers = {{"date", ValueType::date, {}, {}, {}, {}, {}}, {"indication", ValueType::entity, {}, {"Indication"}, {}, {}, {}}};
  phase.identity = {"indication"};
  relation("treats", "Compound", "Indication").qualifiers = {{"status", ValueType::closed, {"investigational", "approved"}, {}, {}, {}, {}}};
  Relation& submitted = relation("submitted_to", "Compound", "Organization");
  submitted.time = Relation::Time::event;
  submitted.qualifiers = {{"application", ValueType::text, {}, {}, {}, {}, {}}, {"date", ValueType::date, {}, {}, {}, {}, {}}};
  Relation& pays = relation("pays", "Company", "Company");
  pays.qualifiers = {{"kind", ValueType::text, {}, {}, {}, {}, {}}, {"amount", ValueType::number, {}, {}, {}, {}, {}}, {"currency", ValueType::currency, {}, {}, {}, {}, {}}};
  pays.identity = {"kind", "amount"};
  ontology.vocabularies.push_back({"legal forms", "legal_forms", "Company", "", {}});
  ontology.vocabularies.push_back({"phases", "ranks", "Phase", "", {}});
  ontology.vocabularies.push_back({"diseases", "heads", "Indication", "", {}});
  return ontology;
}

}  // namespace rxgraph::testing
