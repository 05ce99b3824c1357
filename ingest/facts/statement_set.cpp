#include "ingest/facts/statement_set.hpp"

#include <algorithm>

namespace rxgraph::ingest {

void StatementSet::add(Statement statement, bool by_name, const std::set<std::string>& others) {
  set_source(statement);
  const Key key{statement.relation, statement.subject.id, statement.object.id, statement.qualifiers, statement.modality};
  const auto [place, fresh] = known_.emplace(key, statements_.size());
  if (!others.empty()) others_[place->second].insert(others.begin(), others.end());
  if (fresh) {
    statements_.push_back(std::move(statement));
    only_by_name_.push_back(by_name);
    return;
  }
  Statement& same = statements_[place->second];
  if (by_name) return;
  if (only_by_name_[place->second]) {
    only_by_name_[place->second] = false;
    same.evidence.clear();
  }
  if (std::find(same.evidence.begin(), same.evidence.end(), statement.evidence.front()) == same.evidence.end()) {
    same.evidence.push_back(statement.evidence.front());
  }
  if (statement.confidence > same.confidence) {
    same.confidence = statement.confidence;
    same.rule = statement.rule;
  }
}

void StatementSet::set_source(Statement& statement) const {
  statement.evidence.front().filing = filing_.key;
  statement.evidence.front().accession = filing_.accession;
}

}  // namespace rxgraph::ingest
