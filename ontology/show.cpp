#include "ontology/show.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/names.hpp"
#include "base/record_json.hpp"

namespace rxgraph {

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ") {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

/// Appends "label  value" where there is a value.
void add_line(std::string& text, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  constexpr std::size_t width = 13;
  text += "  ";
  text += label;
  text.append(label.size() < width ? width - label.size() : 1, ' ');
  text += value;
  text += '\n';
}

void add_mappings(std::string& text, const Mappings& mappings) {
  for (const MappingGrade& grade : mapping_grades) add_line(text, std::string(grade.name) + " match", joined(mappings.*grade.terms));
}

bool gives(const Frame& frame, std::string_view role) {
  return std::any_of(frame.slots.begin(), frame.slots.end(),
                     [role](const FrameSlot& slot) { return slot.role == role || (slot.nested && gives(*slot.nested, role)); });
}

std::string slots_of(const Frame& frame) {
  std::vector<std::string> slots;
  for (const FrameSlot& slot : frame.slots) {
    std::string text = joined(slot.slots, "|") + " = ";
    if (slot.nested)
      text += "(" + frame_line(*slot.nested) + ")";
    else
      text += slot.role + (slot.types.empty() ? "" : ":" + joined(slot.types, "|"));
    slots.push_back(std::move(text));
  }
  return joined(slots);
}

std::string json_of(const Qualifiers& qualifiers) {
  std::string text;
  if (!qualifiers.empty()) append_json_qualifiers(text, qualifiers);
  return text;
}

std::string describe_type(const EntityType& type, const Ontology& ontology) {
  std::string text = type.name + "\n";
  add_line(text, "is", type.description);
  add_line(text, "a kind of", type.parent);
  if (type.is_class) add_line(text, "a class", "no path leads through its things");
  add_line(text, "IRI", type.iri);
  add_line(text, "Neo4j", type.neo4j);
  add_mappings(text, type.mappings);
  add_line(text, "said", joined(type.nominals));
  for (const Carrier& carrier : type.carriers) add_line(text, "carried by", joined(carrier.nouns) + " (" + joined(carrier.prepositions) + ")");
  for (const Relation& relation : ontology.relations) {
    const auto admits = [&](const std::vector<std::string>& types) {
      return std::any_of(types.begin(), types.end(), [&](const std::string& one) { return ontology.is_a(type.name, one); });
    };
    if (admits(relation.subject_types)) add_line(text, "subject of", relation.name + " " + joined(relation.object_types, "|"));
    if (admits(relation.object_types)) add_line(text, "object of", joined(relation.subject_types, "|") + " " + relation.name);
  }
  for (const Vocabulary& vocabulary : ontology.vocabularies)
    if (vocabulary.type == type.name)
      add_line(text, "vocabulary", vocabulary.name + " (" + vocabulary.kind + ", " + std::to_string(vocabulary.terms.size()) + " terms)");
  return text;
}

void add_examples(std::string& text, const Relation& relation) {
  for (const Example& example : relation.examples) {
    std::string found = example.subject.empty() ? example.object : example.subject + " -> " + example.object;
    if (const std::string qualifiers = json_of(example.qualifiers); !qualifiers.empty()) found += " " + qualifiers;
    add_line(text, "example", example.text);
    add_line(text, "", found);
  }
  for (const Example& example : relation.counter_examples) add_line(text, "but not", example.text);
}

void add_frames(std::string& text, const Relation& relation, const Ontology& ontology) {
  for (const Frame& frame : relation.frames) add_line(text, "frame", frame.id + ": " + frame_line(frame));
  for (const DealFrame& deal : ontology.deal_frames)
    if (gives(deal.frame, relation.name)) add_line(text, "deal", deal.frame.id + ": " + frame_line(deal.frame));
  for (const Derivation& derivation : ontology.derivations)
    if (derivation.then.relation == relation.name) add_line(text, "derived", derivation.id + ": " + derivation_line(derivation));
}

std::string describe_relation(const Relation& relation, const Ontology& ontology) {
  std::string text = relation.name + "\n";
  add_line(text, "holds where", relation.description);
  add_line(text, "between", joined(relation.subject_types, "|") + (relation.symmetric ? " - " : " -> ") + joined(relation.object_types, "|"));
  add_line(text, "backwards", relation.inverse);
  add_line(text, "time", name_of(relation.time));
  if (relation.hierarchy) add_line(text, "follows", "from names and loaded vocabularies, over all filings; no text states it");
  for (const QualifierType& qualifier : relation.qualifiers) {
    const bool identity = std::find(relation.identity.begin(), relation.identity.end(), qualifier.name) != relation.identity.end();
    add_line(text, "qualifier", qualifier.name + ": " + words_of(qualifier) + (identity ? " (part of its identity)" : "") + (&qualifier == relation.date() ? " (dates it)" : ""));
  }
  for (const auto& [modality, value] : relation.status_values)
    add_line(text, "modality", modality + " means " + relation.status_of_modality + " " + value);
  add_line(text, "IRI", relation.iri);
  add_line(text, "Neo4j", relation.neo4j);
  add_mappings(text, relation.mappings);
  add_frames(text, relation, ontology);
  add_examples(text, relation);
  return text;
}

std::string describe_vocabulary(const Vocabulary& vocabulary) {
  constexpr std::size_t shown = 20;
  std::string text = vocabulary.name + "\n";
  add_line(text, "kind", vocabulary.kind);
  add_line(text, "names", vocabulary.type);
  add_line(text, "source", vocabulary.source);
  add_line(text, "terms", std::to_string(vocabulary.terms.size()));
  for (std::size_t i = 0; i < std::min(shown, vocabulary.terms.size()); ++i)
    add_line(text, "", vocabulary.terms[i].name + (vocabulary.terms[i].synonyms.empty() ? "" : " = " + joined(vocabulary.terms[i].synonyms)));
  if (vocabulary.terms.size() > shown) add_line(text, "", "and " + std::to_string(vocabulary.terms.size() - shown) + " more");
  return text;
}

/// The questions that the ontology says the meaning of, each with labels and what stands behind them.
using Meaning = std::vector<std::pair<std::string, std::string>>;
std::vector<std::pair<std::string, Meaning>> questions_of(const Ontology& ontology) {
  std::vector<std::pair<std::string, Meaning>> all;
  if (const auto& pipeline = ontology.questions.pipeline)
    all.push_back({"pipeline",
                   {{"thing", pipeline->thing},
                    {"holds", joined(pipeline->holds)},
                    {"parts", joined(pipeline->parts)},
                    {"stage", pipeline->stage},
                    {"each", pipeline->each},
                    {"purpose", pipeline->purpose},
                    {"ended", pipeline->ended}}});
  if (!ontology.questions.kinds_of_deals.empty()) all.push_back({"deals", {{"kind", joined(ontology.questions.kinds_of_deals)}}});
  if (const auto& grants = ontology.questions.grants)
    all.push_back({"grants",
                   {{"giver", grants->giver},
                    {"taker", grants->taker},
                    {"thing", grants->thing},
                    {"parties", joined(grants->parties)},
                    {"words", joined(grants->words)},
                    {"payer", grants->payer},
                    {"payee", grants->payee},
                    {"fees", json_of(grants->fees)},
                    {"exclusive", json_of(grants->exclusive)},
                    {"where", grants->where},
                    {"set", json_of(grants->set)}}});
  return all;
}

std::string describe_question(const std::string& name, const Meaning& meaning) {
  std::string text = name + "\n";
  for (const auto& [label, value] : meaning) add_line(text, label, value);
  return text;
}

std::string pattern_words(const TriplePattern& pattern) { return pattern.subject + " " + pattern.relation + " " + pattern.object; }

/// Terms of the vocabularies of a type.
std::size_t terms_of(const Ontology& ontology, std::string_view type) {
  std::size_t count = 0;
  for (const Vocabulary& vocabulary : ontology.vocabularies)
    if (vocabulary.type == type) count += vocabulary.terms.size();
  return count;
}

}  // namespace

std::string_view name_of(Relation::Time time) noexcept {
  switch (time) {
    case Relation::Time::timeless: return "timeless";
    case Relation::Time::state: return "state";
    case Relation::Time::event: return "event";
  }
  return "";
}

std::string words_of(const QualifierType& qualifier) {
  switch (qualifier.type) {
    case ValueType::text: return "text";
    case ValueType::date: return "date";
    case ValueType::number: return "number";
    case ValueType::currency: return "currency";
    case ValueType::boolean: return "boolean";
    case ValueType::closed: return joined(qualifier.values, " | ");
    case ValueType::entity:
      return "name of a " + joined(qualifier.entity_types, " or ") + (qualifier.implies.empty() ? "" : ", which the subject " + qualifier.implies);
  }
  return "";
}

std::string frame_line(const Frame& frame) {
  std::string text;
  switch (frame.trigger) {
    case Frame::Trigger::verb: text = "verb " + joined(frame.words); break;
    case Frame::Trigger::noun: text = "noun " + joined(frame.words); break;
    case Frame::Trigger::columns: text = "columns"; break;
  }
  text += ": ";
  if (frame.trigger == Frame::Trigger::columns) {
    std::vector<std::string> columns;
    for (const FrameSlot& slot : frame.slots) columns.push_back(slot.role + " under " + joined(slot.slots, "|"));
    text += joined(columns);
    if (!frame.words.empty()) text += " in " + joined(frame.words);
  } else {
    text += slots_of(frame);
  }
  if (!frame.set.empty()) text += ", set " + json_of(frame.set);
  if (frame.modality) text += ", " + std::string(name_of(*frame.modality));
  return text;
}

std::string derivation_line(const Derivation& derivation) {
  std::string text;
  for (const TriplePattern& pattern : derivation.when) {
    if (!text.empty()) text += " and ";
    text += pattern_words(pattern);
    if (pattern.optional) text += " (if there is one)";
  }
  if (!derivation.if_qualifiers.empty()) text += " with " + json_of(derivation.if_qualifiers);
  return text + " give " + pattern_words(derivation.then);
}

std::vector<TypeRow> type_rows(const Ontology& ontology) {
  std::vector<TypeRow> rows;
  for (const EntityType& type : ontology.types)
    rows.push_back({type.name, type.parent, type.description, type.nominals.size(), terms_of(ontology, type.name)});
  return rows;
}

std::vector<RelationRow> relation_rows(const Ontology& ontology) {
  std::vector<RelationRow> rows;
  for (const Relation& relation : ontology.relations) {
    std::vector<std::string> qualifiers;
    for (const QualifierType& qualifier : relation.qualifiers) {
      const bool identity = std::find(relation.identity.begin(), relation.identity.end(), qualifier.name) != relation.identity.end();
      qualifiers.push_back(qualifier.name + (identity ? "*" : ""));
    }
    std::size_t frames = relation.frames.size();
    for (const DealFrame& deal : ontology.deal_frames) frames += gives(deal.frame, relation.name);
    rows.push_back({relation.name, joined(relation.subject_types), joined(relation.object_types), std::string(name_of(relation.time)),
                    joined(qualifiers), frames, relation.description});
  }
  return rows;
}

std::vector<VocabularyRow> vocabulary_rows(const Ontology& ontology) {
  std::vector<VocabularyRow> rows;
  for (const Vocabulary& vocabulary : ontology.vocabularies)
    rows.push_back({vocabulary.name, vocabulary.kind, vocabulary.type, vocabulary.terms.size(), vocabulary.source});
  return rows;
}

std::vector<QuestionRow> question_rows(const Ontology& ontology) {
  std::vector<QuestionRow> rows;
  for (const auto& [question, meaning] : questions_of(ontology)) {
    QuestionRow& row = rows.emplace_back(QuestionRow{question, {}});
    for (const auto& [label, value] : meaning)
      if (!value.empty()) row.meaning += (row.meaning.empty() ? "" : "; ") + label + " " + value;
  }
  return rows;
}

std::string describe(const Ontology& ontology, std::string_view name) {
  if (const EntityType* type = ontology.type(name)) return describe_type(*type, ontology);
  if (const Relation* relation = ontology.relation(name)) return describe_relation(*relation, ontology);
  if (const Vocabulary* vocabulary = ontology.vocabulary(name)) return describe_vocabulary(*vocabulary);
  std::vector<std::string> names;
  for (const auto& [question, meaning] : questions_of(ontology)) {
    if (question == name) return describe_question(question, meaning);
    names.push_back(question);
  }
  for (const EntityType& type : ontology.types) names.push_back(type.name);
  for (const Relation& relation : ontology.relations) names.push_back(relation.name);
  for (const Vocabulary& vocabulary : ontology.vocabularies) names.push_back(vocabulary.name);
  for (const Derivation& derivation : ontology.derivations) {
    if (derivation.id == name) return derivation.id + "\n  " + derivation_line(derivation) + "\n";
    names.push_back(derivation.id);
  }
  throw UnknownName("no type, relation, vocabulary, question or derivation is called '" + std::string(name) + "'" + did_you_mean(name, names));
}

}  // namespace rxgraph
