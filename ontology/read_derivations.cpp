#include <algorithm>
#include <map>
#include <set>

#include "base/names.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

std::vector<std::string> blank_separated(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos; at = text.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool is_variable(std::string_view word) { return word.size() > 1 && word[0] == '?'; }

class DerivationReader {
 public:
  explicit DerivationReader(const Reading& reading) : ontology_(reading.ontology), faults_(reading.faults) {}

  Derivation read(const JsonNode& node, const std::string& id) {
    Derivation derivation;
    derivation.id = id;
    for (const JsonNode* line : text_nodes(node.find("when")))
      if (auto pattern = read_pattern(*line, true)) derivation.when.push_back(std::move(*pattern));
    if (!derivation.when.empty() && derivation.when.front().optional)
      faults_.add(node.find("when")->place, "the first pattern of 'when' cannot be optional");
    const JsonNode* then = node.find("then");
    if (then && then->is(JsonNode::Kind::text))
      if (auto pattern = read_pattern(*then, false)) derivation.then = check_then(*then, std::move(*pattern), derivation);
    derivation.if_qualifiers = read_if(node, derivation);
    read_qualifiers(node, derivation);
    return derivation;
  }

 private:
  /// "?c has_antibody ?a", with a trailing "?" where `may_be_optional`.
  std::optional<TriplePattern> read_pattern(const JsonNode& line, bool may_be_optional) {
    std::vector<std::string> words = blank_separated(line.text);
    TriplePattern pattern;
    pattern.optional = words.size() == 4 && words[3] == "?" && may_be_optional;
    if (pattern.optional) words.pop_back();
    if (words.size() != 3 || !is_variable(words[0]) || !is_variable(words[2])) {
      faults_.add(line.place, in_quotes(line.text) + " is no pattern; it reads like '?a develops ?b'");
      return std::nullopt;
    }
    pattern.subject = words[0];
    pattern.relation = words[1];
    pattern.object = words[2];
    const Relation* relation = ontology_.relation(pattern.relation);
    if (!relation) {
      faults_.add(line.place, "unknown relation " + in_quotes(pattern.relation) + did_you_mean(pattern.relation, relation_names(ontology_)));
      return std::nullopt;
    }
    bind(line.place, pattern.subject, relation->subject_types);
    bind(line.place, pattern.object, relation->object_types);
    return pattern;
  }

  /// Narrows what `variable` can be to what is also one of `types`; told where nothing is left.
  void bind(const Place& place, const std::string& variable, const std::vector<std::string>& types) {
    const auto known = types_.find(variable);
    if (known == types_.end()) {
      types_[variable] = {types.begin(), types.end()};
      return;
    }
    std::set<std::string> both;
    for (const std::string& one : known->second)
      for (const std::string& other : types) {
        if (ontology_.is_a(one, other)) both.insert(one);
        if (ontology_.is_a(other, one)) both.insert(other);
      }
    if (both.empty() && !known->second.empty() && !types.empty())
      faults_.add(place, "nothing can be " + variable + " here: it is " + listed({known->second.begin(), known->second.end()}) + ", and " +
                             listed(types) + " is wanted");
    known->second = std::move(both);
  }

  TriplePattern check_then(const JsonNode& node, TriplePattern pattern, const Derivation& derivation) {
    for (const std::string& variable : {pattern.subject, pattern.object}) {
      const bool bound = std::any_of(derivation.when.begin(), derivation.when.end(), [&](const TriplePattern& premise) {
        return !premise.optional && (premise.subject == variable || premise.object == variable);
      });
      if (!bound) faults_.add(node.place, "the variable " + variable + " of 'then' is not bound by a pattern of 'when' that must match");
    }
    return pattern;
  }

  Qualifiers read_if(const JsonNode& node, const Derivation& derivation) {
    std::vector<const QualifierType*> known;
    for (const TriplePattern& pattern : derivation.when)
      for (const QualifierType* qualifier : qualifiers_of(*ontology_.relation(pattern.relation))) known.push_back(qualifier);
    return read_qualifier_values(node.find("if"), known, "no relation of 'when'", faults_);
  }

  void read_qualifiers(const JsonNode& node, Derivation& derivation) {
    const JsonNode* qualifiers = node.find("qualifiers");
    const Relation* relation = ontology_.relation(derivation.then.relation);
    if (!qualifiers || !relation) return;
    for (const JsonMember& member : qualifiers->members) {
      const QualifierType* qualifier = relation->qualifier(member.name);
      std::vector<std::string> names;
      for (const QualifierType& one : relation->qualifiers) names.push_back(one.name);
      if (!qualifier)
        faults_.add(member.place, in_quotes(relation->name) + " declares no qualifier " + in_quotes(member.name) + did_you_mean(member.name, names));
      else if (qualifier->type != ValueType::entity && qualifier->type != ValueType::text)
        faults_.add(member.place, "the qualifier " + in_quotes(member.name) + " cannot be the name of a thing");
      else if (!member.value.is(JsonNode::Kind::text) || !types_.contains(member.value.text))
        faults_.add(member.value.place, "a qualifier is derived from a variable of 'when', as in {\"licensor\": \"?z\"}");
      else
        derivation.qualifiers[member.name] = member.value.text;
    }
  }

  const Ontology& ontology_;
  Faults& faults_;
  std::map<std::string, std::set<std::string>> types_;  ///< What each variable can be.
};

}  // namespace

void read_derivations(Reading& reading) {
  for (const Declaration& declaration :
       declarations(reading.layers, "derivations", "id", shapes::derivation, NameForm::dotted, "derivation", reading.faults))
    reading.ontology.derivations.push_back(DerivationReader(reading).read(*declaration.parts.back().node, declaration.name));
}

}  // namespace rxgraph::ontology
