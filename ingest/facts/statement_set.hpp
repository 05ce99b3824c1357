#pragma once
/// The statements of a filing, each once: what says the same again is more evidence for it.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/values.hpp"

namespace rxgraph::ingest {

/// Joins statements that are equal in all but evidence and confidence. Grows by what it is given.
class StatementSet {
 public:
  /// `filing` must outlive it.
  explicit StatementSet(const Filing& filing) : filing_(filing) {}

  /// Takes a statement with one piece of evidence. `by_name`: a name alone says it. Words that say it are better evidence and take its place. `others`: the
  /// names of `Candidate::others`.
  void add(Statement statement, bool by_name, const std::set<std::string>& others = {});

  /// Names the filing in the one evidence of `statement`.
  void set_source(Statement& statement) const;

  /// The statements, in the order in which they came first; it has them no longer.
  std::vector<Statement> take() { return std::move(statements_); }

  /// What the passages of a statement name beside it, by its index.
  const std::map<std::size_t, std::set<std::string>>& others() const { return others_; }

 private:
  using Key = std::tuple<std::string, std::string, std::string, Qualifiers, Modality>;

  const Filing& filing_;
  std::vector<Statement> statements_;
  std::map<Key, std::size_t> known_;
  std::vector<bool> only_by_name_;  ///< Of each statement.
  std::map<std::size_t, std::set<std::string>> others_;
};

}  // namespace rxgraph::ingest
