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
  explicit StatementSet(const Filing& filing) : filing_(filing), known_(Before{&statements_}) {}
  StatementSet(const StatementSet&) = delete;
  StatementSet& operator=(const StatementSet&) = delete;

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
  /// Orders statements, by their index, by what they say.
  struct Before {
    const std::vector<Statement>* statements;

    bool operator()(std::size_t a, std::size_t b) const {
      const auto key = [&](std::size_t i) {
        const Statement& s = (*statements)[i];
        return std::tie(s.relation, s.subject.id, s.object.id, s.qualifiers, s.modality);
      };
      return key(a) < key(b);
    }
  };

  /// Takes the last statement away and makes it evidence for the one that is known to say the same.
  void add_to(std::size_t known, bool by_name);

  const Filing& filing_;
  std::vector<Statement> statements_;
  std::set<std::size_t, Before> known_;
  std::vector<bool> only_by_name_;  ///< Of each statement.
  std::map<std::size_t, std::set<std::string>> others_;
};

}  // namespace rxgraph::ingest
