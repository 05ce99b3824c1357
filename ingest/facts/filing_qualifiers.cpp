#include "ingest/facts/filing_qualifiers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace rxgraph::ingest::facts {
namespace {

/// One qualifier that implies a relation, with the relation that has it.
struct Implication {
  const Relation* relation = nullptr;
  const QualifierType* qualifier = nullptr;
};

std::vector<Implication> implications_of(const Ontology& ontology) {
  std::vector<Implication> all;
  for (const Relation& relation : ontology.relations) {
    for (const QualifierType& qualifier : relation.qualifiers) {
      if (!qualifier.implies.empty()) all.push_back({&relation, &qualifier});
    }
  }
  return all;
}

bool ends_in(const std::string& name, const std::string& end) {
  return name == end || (name.size() > end.size() + 1 && name.ends_with(end) && name[name.size() - end.size() - 1] == ' ');
}

class Sharing {
 public:
  Sharing(std::vector<Statement>& statements, const std::map<std::size_t, std::set<std::string>>& others, const std::set<std::string>& well_known, const Ontology& ontology)
      : statements_(statements), others_(others), well_known_(well_known), implications_(implications_of(ontology)) {
    for (std::size_t i = 0; i < statements.size(); ++i) by_subject_[statements[i].subject.id].push_back(i);
  }

  void run() {
    for (const auto& [subject, members] : by_subject_) {
      for (const std::string& relation : implied_relations()) give_standing(relation, members);
      for (const Implication& implication : implications_) name_object(implication, members);
    }
    join_equal();
  }

 private:
  std::vector<Statement>& statements_;
  const std::map<std::size_t, std::set<std::string>>& others_;
  const std::set<std::string>& well_known_;
  const std::vector<Implication> implications_;
  std::map<std::string, std::vector<std::size_t>> by_subject_;  ///< By the id of the subject.

  std::set<std::string> implied_relations() const {
    std::set<std::string> names;
    for (const Implication& implication : implications_) names.insert(implication.qualifier->implies);
    return names;
  }

  /// What the fact implies of its disease; nothing where it implies no qualifier or may only come.
  static std::optional<Qualifiers> implied_by(const Statement& fact, const Implication& implication) {
    const auto special = implication.qualifier->implied_of.find(fact.object.name);
    const bool is_special = special != implication.qualifier->implied_of.end();
    const Qualifiers& implied = is_special ? special->second : implication.qualifier->implied;
    const bool comes = fact.modality != Modality::asserted && (is_special || implication.qualifier->implied_of.empty());
    return implied.empty() || comes ? std::nullopt : std::optional(implied);
  }

  static bool names(const Statement& fact, const std::string& qualifier, const std::string& name) {
    const auto values = fact.qualifiers.find(qualifier);
    return values != fact.qualifiers.end() && std::find(values->second.begin(), values->second.end(), Value(name)) != values->second.end();
  }

  /// The qualifiers that all facts of these members imply, or all of those that name `object`.
  std::optional<Qualifiers> standing(const std::string& relation, const std::string& object, const std::vector<std::size_t>& members) const {
    std::set<Qualifiers> all, of_object;
    bool special = false;  // Some fact's object implies something of its own.
    for (const std::size_t m : members) {
      const Statement& fact = statements_[m];
      for (const Implication& implication : implications_) {
        if (implication.relation->name != fact.relation || implication.qualifier->implies != relation) continue;
        const std::optional<Qualifiers> implied = implied_by(fact, implication);
        if (!implied) continue;
        all.insert(*implied);
        special = special || implication.qualifier->implied_of.contains(fact.object.name);
        if (names(fact, implication.qualifier->name, object)) of_object.insert(*implied);
      }
    }
    if (of_object.size() == 1) return *of_object.begin();
    const bool told = special || members.empty() || !well_known_.contains(statements_[members.front()].subject.id);
    return all.size() == 1 && told ? std::optional(*all.begin()) : std::nullopt;
  }

  void give_standing(const std::string& relation, const std::vector<std::size_t>& members) {
    for (const std::size_t m : members) {
      Statement& statement = statements_[m];
      if (statement.relation != relation || statement.modality != Modality::asserted) continue;
      const std::optional<Qualifiers> known = standing(relation, statement.object.name, members);
      if (!known) continue;
      for (const auto& [name, values] : *known) statement.qualifiers.try_emplace(name, values);
    }
  }

  /// The one object of the implied relation, as the statement that names it by its shortest name; null where there are several.
  const Statement* sole_object(const std::string& relation, const std::vector<std::size_t>& members) const {
    const Statement* shortest = nullptr;
    for (const std::size_t m : members) {
      const Statement& fact = statements_[m];
      if (fact.relation == relation && (shortest == nullptr || fact.object.name.size() < shortest->object.name.size())) shortest = &fact;
    }
    const bool one = shortest != nullptr && std::all_of(members.begin(), members.end(), [&](std::size_t m) {
      return statements_[m].relation != relation || statements_[m].object.id == shortest->object.id || ends_in(statements_[m].object.name, shortest->object.name);
    });
    return one ? shortest : nullptr;
  }

  bool names_another(std::size_t fact, const std::string& name) const {
    const auto named = others_.find(fact);
    return named != others_.end() && std::any_of(named->second.begin(), named->second.end(), [&](const std::string& other) { return !ends_in(other, name); });
  }

  void name_object(const Implication& implication, const std::vector<std::size_t>& members) {
    constexpr double by_filing = 0.97;
    const Statement* const said = sole_object(implication.qualifier->implies, members);
    if (said == nullptr) return;
    for (const std::size_t m : members) {
      Statement& fact = statements_[m];
      if (fact.relation != implication.relation->name || fact.qualifiers.contains(implication.qualifier->name) || names_another(m, said->object.name)) continue;
      fact.qualifiers[implication.qualifier->name] = {Value(said->object.name)};
      fact.confidence = std::round(fact.confidence * by_filing * 1000) / 1000;
      for (Evidence& evidence : fact.evidence) add_context(evidence, *said);
    }
  }

  /// The passage of `said` that is nearest to `evidence` in its document.
  static void add_context(Evidence& evidence, const Statement& said) {
    const Evidence* nearest = nullptr;
    const auto distance = [&](const Evidence& other) {
      const std::uint64_t a = evidence.ranges.front().begin, b = other.ranges.front().begin;
      return a > b ? a - b : b - a;
    };
    for (const Evidence& other : said.evidence) {
      if (other.document == evidence.document && (nearest == nullptr || distance(other) < distance(*nearest))) nearest = &other;
    }
    if (nearest == nullptr || nearest->ranges == evidence.ranges) return;
    evidence.context.insert(evidence.context.end(), nearest->ranges.begin(), nearest->ranges.end());
    std::sort(evidence.context.begin(), evidence.context.end());
    evidence.context.erase(std::unique(evidence.context.begin(), evidence.context.end()), evidence.context.end());
  }

  void join_equal() {
    using Key = std::tuple<const std::string&, const std::string&, const std::string&, const Qualifiers&, const Modality&>;  // Of statements that stay where they are.
    std::map<Key, std::size_t> known;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      Statement& statement = statements_[i];
      const auto [place, fresh] = known.emplace(Key{statement.relation, statement.subject.id, statement.object.id, statement.qualifiers, statement.modality}, i);
      if (fresh) {
        kept.push_back(i);
        continue;
      }
      Statement& same = statements_[place->second];
      for (Evidence& evidence : statement.evidence) {
        if (std::find(same.evidence.begin(), same.evidence.end(), evidence) == same.evidence.end()) same.evidence.push_back(std::move(evidence));
      }
      if (statement.confidence > same.confidence) {
        same.confidence = statement.confidence;
        same.rule = statement.rule;
      }
    }
    std::vector<Statement> joined;
    joined.reserve(kept.size());
    for (const std::size_t i : kept) joined.push_back(std::move(statements_[i]));
    statements_ = std::move(joined);
  }
};

}  // namespace

void share_across_filing(std::vector<Statement>& statements, const std::map<std::size_t, std::set<std::string>>& others, const std::set<std::string>& well_known, const Ontology& ontology) {
  Sharing(statements, others, well_known, ontology).run();
}

}  // namespace rxgraph::ingest::facts
