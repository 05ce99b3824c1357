#include "ingest/explain_words.hpp"

#include <cstdio>

#include "ingest/statement_text.hpp"

namespace rxgraph::ingest {

std::string two_digits(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", number);
  return text;
}

std::string kind_of(const Mention& mention, const Ontology& ontology) {
  switch (mention.kind) {
    case Mention::Kind::entity: return mention.type == no_type ? "thing" : ontology.types[static_cast<std::size_t>(mention.type)].name;
    case Mention::Kind::unknown: return "name of unknown type";
    case Mention::Kind::date: return "date";
    case Mention::Kind::money: return "money";
    case Mention::Kind::percent: return "percent";
    case Mention::Kind::redacted: return "redacted";
  }
  return {};
}

std::string told_of(const Mention& mention, const std::string& shown, const FilingMemory& memory) {
  std::string told = mention.how + std::string(*mention.how == '\0' ? "" : ", ") + two_digits(mention.confidence);
  if (mention.entity != no_entity) {
    const std::string& name = memory.entities[memory.resolve(mention.entity)].name;
    if (name != shown) told += ", is " + name;
  }
  if (mention.kind == Mention::Kind::money || mention.kind == Mention::Kind::percent) told += ", " + text_of(Value(mention.amount)) + " " + mention.value;
  if (mention.kind == Mention::Kind::date) told += ", " + mention.value;
  return told;
}

}  // namespace rxgraph::ingest
