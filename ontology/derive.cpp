#include "ontology/derive.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>

#include "ontology/joint_evidence.hpp"

namespace rxgraph {

namespace {

/// True if both are one thing: as their `key_of`.
bool same_thing(const EntityRef& a, const EntityRef& b) {
  if (a.id.empty() != b.id.empty()) return false;
  return a.id.empty() ? a.type == b.type && a.name == b.name : a.id == b.id;
}

std::string key_of(const EntityRef& entity) { return entity.id.empty() ? entity.type + '\0' + entity.name : entity.id; }

/// Statements by relation and by one end, in the order in which they were added.
class StatementIndex {
 public:
  void add(const Statement& statement) {
    by_relation_[statement.relation].push_back(&statement);
    by_end_[end_key(statement.relation, 's', key_of(statement.subject))].push_back(&statement);
    by_end_[end_key(statement.relation, 'o', key_of(statement.object))].push_back(&statement);
  }

  const std::vector<const Statement*>& of(const std::string& relation) const { return found(by_relation_, relation); }
  const std::vector<const Statement*>& with_subject(const std::string& relation, const std::string& key) const {
    return found(by_end_, end_key(relation, 's', key));
  }
  const std::vector<const Statement*>& with_object(const std::string& relation, const std::string& key) const {
    return found(by_end_, end_key(relation, 'o', key));
  }

 private:
  using Map = std::unordered_map<std::string, std::vector<const Statement*>>;

  static std::string end_key(const std::string& relation, char end, const std::string& key) { return relation + '\0' + end + key; }
  static const std::vector<const Statement*>& found(const Map& map, const std::string& key) {
    static const std::vector<const Statement*> none;
    const auto at = map.find(key);
    return at == map.end() ? none : at->second;
  }

  Map by_relation_;
  Map by_end_;
};

/// A choice of one statement for each pattern so far, and what the variables are by it.
struct Match {
  std::vector<std::pair<std::string_view, const EntityRef*>> bound;  ///< Variables, few, whose names the derivation owns.
  std::vector<const Statement*> premises;                            ///< Without patterns that are optional and had none.

  /// What `variable` is; null where it is nothing yet.
  const EntityRef* find(std::string_view variable) const {
    const auto found = std::find_if(bound.begin(), bound.end(), [&](const auto& one) { return one.first == variable; });
    return found == bound.end() ? nullptr : found->second;
  }
};

/// True unless the two differ in a qualifier that both their relations declare as identity.
bool agree(const Statement& a, const Statement& b, const Ontology& ontology) {
  if (a.qualifiers.empty() || b.qualifiers.empty()) return true;
  const std::vector<std::string>& theirs = ontology.relation(b.relation)->identity;
  for (const std::string& name : ontology.relation(a.relation)->identity) {
    if (std::find(theirs.begin(), theirs.end(), name) == theirs.end()) continue;
    const auto left = a.qualifiers.find(name);
    const auto right = b.qualifiers.find(name);
    if (left != a.qualifiers.end() && right != b.qualifiers.end() && left->second != right->second) return false;
  }
  return true;
}

/// Joins the premises of one derivation, pattern by pattern, each found by an end that is bound already.
class Joiner {
 public:
  Joiner(const Ontology& ontology, const StatementIndex& index, const Derivation& derivation, const std::function<void(const Match&)>& each)
      : ontology_(ontology), index_(index), derivation_(derivation), each_(each) {}

  void run() {
    Match match;
    extend(0, match);
  }

 private:
  void extend(std::size_t number, Match& match) {
    if (number == derivation_.when.size()) {
      each_(match);
      return;
    }
    const TriplePattern& pattern = derivation_.when[number];
    std::size_t followed = 0;
    const bool symmetric = ontology_.relation(pattern.relation)->symmetric;
    for (const bool swapped : {false, true}) {
      if (swapped && !symmetric) break;
      for (const Statement* statement : candidates(pattern, match, swapped)) {
        if (number > 0 && followed == max_derivation_fan_out) break;
        if (try_statement(number, *statement, swapped, match)) ++followed;
      }
    }
    if (followed == 0 && pattern.optional) extend(number + 1, match);
  }

  const std::vector<const Statement*>& candidates(const TriplePattern& pattern, const Match& match, bool swapped) const {
    const std::string& subject = swapped ? pattern.object : pattern.subject;
    const std::string& object = swapped ? pattern.subject : pattern.object;
    if (const EntityRef* const bound = match.find(subject)) return index_.with_subject(pattern.relation, key_of(*bound));
    if (const EntityRef* const bound = match.find(object)) return index_.with_object(pattern.relation, key_of(*bound));
    return index_.of(pattern.relation);
  }

  /// Follows `statement` as the premise of pattern `number`; false where it does not fit what is bound.
  bool try_statement(std::size_t number, const Statement& statement, bool swapped, Match& match) {
    const TriplePattern& pattern = derivation_.when[number];
    const std::size_t bound_before = match.bound.size();
    const bool fits = bind(pattern.subject, swapped ? statement.object : statement.subject, match) &&
                      bind(pattern.object, swapped ? statement.subject : statement.object, match) &&
                      std::all_of(match.premises.begin(), match.premises.end(), [&](const Statement* premise) { return agree(*premise, statement, ontology_); });
    if (fits) {
      match.premises.push_back(&statement);
      extend(number + 1, match);
      match.premises.pop_back();
    }
    match.bound.resize(bound_before);
    return fits;
  }

  static bool bind(const std::string& variable, const EntityRef& entity, Match& match) {
    if (const EntityRef* const bound = match.find(variable)) return bound == &entity || same_thing(*bound, entity);
    match.bound.emplace_back(variable, &entity);
    return true;
  }

  const Ontology& ontology_;
  const StatementIndex& index_;
  const Derivation& derivation_;
  const std::function<void(const Match&)>& each_;
};

bool contains(const std::vector<Value>& values, const Value& value) { return std::find(values.begin(), values.end(), value) != values.end(); }

/// True if for each qualifier of `if` a premise carries one of the wanted values.
bool holds(const Qualifiers& wanted, const std::vector<const Statement*>& premises) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& qualifier) {
    return std::any_of(premises.begin(), premises.end(), [&](const Statement* premise) {
      const auto found = premise->qualifiers.find(qualifier.first);
      return found != premise->qualifiers.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Value& value) {
               return contains(qualifier.second, value);
             });
    });
  });
}

void add_value(Qualifiers& qualifiers, const std::string& name, const Value& value) {
  std::vector<Value>& values = qualifiers[name];
  if (!contains(values, value)) values.push_back(value);
}

bool is_legal(const Value& value, const QualifierType& qualifier) {
  if (qualifier.type != ValueType::closed) return true;
  const std::string* text = std::get_if<std::string>(&value);
  return text && std::find(qualifier.values.begin(), qualifier.values.end(), *text) != qualifier.values.end();
}

Qualifiers qualifiers_of(const Match& match, const Derivation& derivation, const Relation& relation) {
  Qualifiers qualifiers;
  for (const QualifierType& type : relation.qualifiers)
    for (const Statement* premise : match.premises)
      if (const auto given = premise->qualifiers.find(type.name); given != premise->qualifiers.end())
        for (const Value& value : given->second)
          if (is_legal(value, type)) add_value(qualifiers, type.name, value);
  for (const auto& [name, variable] : derivation.qualifiers)
    if (const EntityRef* const bound = match.find(variable)) add_value(qualifiers, name, bound->name);
  return qualifiers;
}

bool fits(const EntityRef& entity, const std::vector<std::string>& types, const Ontology& ontology) {
  return std::any_of(types.begin(), types.end(), [&](const std::string& type) { return ontology.is_a(entity.type, type); });
}

/// A derived statement, and whether each of its passages is enough by itself.
struct Conclusion {
  Statement statement;
  bool whole = false;
};

/// What `match` gives; nothing where the ends do not fit the derived relation.
std::optional<Conclusion> conclude(const Match& match, const Derivation& derivation, const Ontology& ontology) {
  const Relation& relation = *ontology.relation(derivation.then.relation);
  Statement derived;
  derived.subject = *match.find(derivation.then.subject);
  derived.object = *match.find(derivation.then.object);
  if (same_thing(derived.subject, derived.object)) return std::nullopt;
  if (!fits(derived.subject, relation.subject_types, ontology) || !fits(derived.object, relation.object_types, ontology)) return std::nullopt;
  if (relation.symmetric && key_of(derived.object) < key_of(derived.subject)) std::swap(derived.subject, derived.object);
  derived.relation = relation.name;
  derived.qualifiers = qualifiers_of(match, derivation, relation);
  derived.confidence = 1;
  for (const Statement* premise : match.premises) {
    derived.modality = std::max(derived.modality, premise->modality);
    derived.confidence = std::min(derived.confidence, premise->confidence);
  }
  derived.rule = "derive." + derivation.id;
  const auto status = relation.status_values.find(std::string(name_of(derived.modality)));
  if (status != relation.status_values.end() && !derived.qualifiers.contains(relation.status_of_modality))
    derived.qualifiers[relation.status_of_modality] = {status->second};
  derived.kind = relation.tells();
  ontology::JointEvidence joint = ontology::joint_evidence(match.premises);
  derived.evidence = std::move(joint.evidence);
  return Conclusion{std::move(derived), joint.whole};
}

/// True if every value in `part` is in `whole`.
bool says_no_more(const Qualifiers& part, const Qualifiers& whole) {
  return std::all_of(part.begin(), part.end(), [&](const auto& qualifier) {
    const auto found = whole.find(qualifier.first);
    return found != whole.end() && std::all_of(qualifier.second.begin(), qualifier.second.end(),
                                               [&](const Value& value) { return contains(found->second, value); });
  });
}

/// What is known: the given statements and those that were derived.
class Facts {
 public:
  Facts(const Ontology& ontology, std::span<const Statement* const> given) : ontology_(ontology) {
    std::vector<const Statement*> ordered;
    for (const Statement* statement : given)
      if (ontology.relation(statement->relation)) ordered.push_back(statement);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Statement* a, const Statement* b) { return *a < *b; });
    for (const Statement* statement : ordered) know(*statement);
  }

  const StatementIndex& index() const noexcept { return index_; }

  /// Takes those of `found` that say more than what is known, in order; true if there were any. What was derived before
  /// in the same words gains their evidence.
  bool take(std::vector<Conclusion> found) {
    std::stable_sort(found.begin(), found.end(), [](const Conclusion& a, const Conclusion& b) {
      const auto more = [](const Conclusion& c) { return std::pair(c.statement.qualifiers.size(), c.statement.confidence); };
      return more(a) != more(b) ? more(a) > more(b) : a.statement < b.statement;
    });
    bool any = false;
    for (Conclusion& one : found) {
      if (Conclusion* same = derived_alike(one.statement)) {
        add_evidence(*same, std::move(one));
      } else if (!is_known(one.statement)) {
        derived_.push_back(std::make_unique<Conclusion>(std::move(one)));
        derived_by_ends_[ends_of(derived_.back()->statement)].push_back(derived_.back().get());
        know(derived_.back()->statement);
        any = true;
      }
    }
    return any;
  }

  std::vector<Statement> derived() && {
    std::vector<Statement> all;
    for (std::unique_ptr<Conclusion>& one : derived_) all.push_back(std::move(one->statement));
    std::sort(all.begin(), all.end(), [](const Statement& a, const Statement& b) { return a < b; });
    return all;
  }

 private:
  /// Equal for statements of one relation between the same things; a symmetric one either way round.
  std::string ends_of(const Statement& statement) const {
    std::string subject = key_of(statement.subject);
    std::string object = key_of(statement.object);
    if (ontology_.relation(statement.relation)->symmetric && object < subject) std::swap(subject, object);
    return statement.relation + '\0' + subject + '\0' + object;
  }

  void know(const Statement& statement) {
    index_.add(statement);
    by_ends_[ends_of(statement)].push_back(&statement);
  }

  /// What was derived with the same ends, qualifiers and modality; null where nothing was.
  Conclusion* derived_alike(const Statement& statement) {
    const auto same_ends = derived_by_ends_.find(ends_of(statement));
    if (same_ends == derived_by_ends_.end()) return nullptr;
    for (Conclusion* one : same_ends->second)
      if (one->statement.qualifiers == statement.qualifiers && one->statement.modality == statement.modality) return one;
    return nullptr;
  }

  /// A passage that is enough by itself is worth more than several that are so only together.
  static void add_evidence(Conclusion& known, Conclusion more) {
    std::vector<Evidence>& evidence = known.statement.evidence;
    if (more.whole && !known.whole) {
      evidence = std::move(more.statement.evidence);
      known.whole = true;
    } else if (more.whole) {
      for (Evidence& one : more.statement.evidence)
        if (const auto at = std::lower_bound(evidence.begin(), evidence.end(), one); at == evidence.end() || *at != one)
          evidence.insert(at, std::move(one));
    }
  }

  bool is_known(const Statement& statement) const {
    const auto same_ends = by_ends_.find(ends_of(statement));
    return same_ends != by_ends_.end() && std::any_of(same_ends->second.begin(), same_ends->second.end(), [&](const Statement* other) {
             return says_no_more(statement.qualifiers, other->qualifiers);
           });
  }

  const Ontology& ontology_;
  StatementIndex index_;
  std::unordered_map<std::string, std::vector<const Statement*>> by_ends_;
  std::vector<std::unique_ptr<Conclusion>> derived_;
  std::unordered_map<std::string, std::vector<Conclusion*>> derived_by_ends_;
};

}  // namespace

std::vector<Statement> derive(const Ontology& ontology, std::span<const Statement> statements) {
  std::vector<const Statement*> all;
  for (const Statement& statement : statements) all.push_back(&statement);
  return derive(ontology, all);
}

std::vector<Statement> derive(const Ontology& ontology, std::span<const Statement* const> statements) {
  Facts facts(ontology, statements);
  for (int round = 0; round < max_derivation_rounds; ++round) {
    std::vector<Conclusion> found;
    for (const Derivation& derivation : ontology.derivations) {
      const std::function<void(const Match&)> each = [&](const Match& match) {
        if (!holds(derivation.if_qualifiers, match.premises)) return;
        if (auto conclusion = conclude(match, derivation, ontology)) found.push_back(std::move(*conclusion));
      };
      Joiner(ontology, facts.index(), derivation, each).run();
    }
    if (!facts.take(std::move(found))) break;
  }
  return std::move(facts).derived();
}

}  // namespace rxgraph
