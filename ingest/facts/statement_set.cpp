#include "ingest/facts/statement_set.hpp"

#include <algorithm>

namespace rxgraph::ingest {

void StatementSet::add(Statement statement, bool by_name, const std::set<std::string>& others) {
  set_source(statement);
  statements_.push_back(std::move(statement));
  const auto [place, fresh] = known_.insert(statements_.size() - 1);
  if (!others.empty()) others_[*place].insert(others.begin(), others.end());
  if (fresh) {
    only_by_name_.push_back(by_name);
    return;
  }
  add_to(*place, by_name);
}

void StatementSet::add_to(std::size_t known, bool by_name) {
  const Statement statement = std::move(statements_.back());
  statements_.pop_back();
  Statement& same = statements_[known];
  if (by_name) return;
  if (only_by_name_[known]) {
    only_by_name_[known] = false;
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
