#include "graph/truth.hpp"

namespace rxgraph::graph {

void put_decisions(const Database& database, const std::vector<Decision>& decisions) {
  database.run("DELETE FROM decisions");
  Query insert(database, "INSERT INTO decisions VALUES(?,?,?,?,?,?)");
  std::int64_t number = 0;
  for (const Decision& decision : decisions) {
    insert.bind(1, number++).bind(2, static_cast<std::int64_t>(decision.same)).bind(3, decision.type).bind(4, text_of(decision.names));
    insert.bind(5, decision.path).bind(6, static_cast<std::int64_t>(decision.line)).run();
  }
}

std::vector<Decision> read_decisions(const Database& database) {
  std::vector<Decision> decisions;
  Query rows(database, "SELECT same, type, names, path, line FROM decisions ORDER BY number");
  while (rows.step()) {
    Decision& decision = decisions.emplace_back();
    decision.same = rows.integer(0) != 0;
    decision.type = rows.text(1);
    decision.names = list_of(rows.text(2), database.path());
    decision.path = rows.text(3);
    decision.line = static_cast<std::uint32_t>(rows.integer(4));
  }
  return decisions;
}

}  // namespace rxgraph::graph
