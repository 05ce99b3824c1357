/// docs/store.md beside a store: other programs read the tables as it describes them.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <string>
#include <vector>

#include "base/file.hpp"
#include "graph/store.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/ontology.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

namespace {

/// The first column of what `sql` gives; a failure names the statement.
std::vector<std::string> first_column(sqlite3* database, const std::string& sql) {
  std::vector<std::string> values;
  const auto take = [](void* all, int, char** row, char**) {
    static_cast<std::vector<std::string>*>(all)->push_back(row[0] == nullptr ? "" : row[0]);
    return 0;
  };
  CAPTURE(sql);
  CHECK(sqlite3_exec(database, sql.c_str(), take, &values, nullptr) == SQLITE_OK);
  return values;
}

}  // namespace

TEST_CASE("docs/store.md describes the version, the tables and the columns that a store has, and its SQL runs") {
  const std::string document = read_text_file(RXGRAPH_SOURCE_DIR "/docs/store.md");
  const auto says = [&](const std::string& words) { return document.find(words) != std::string::npos; };
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  {
    Store store = Store::open(path, Store::Mode::write);
    for (const FilingRecords& records : programme()) store.put(records);
    store.commit();
    store.rebuild(small_ontology());
  }
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(says("is the version of the schema, now " + first_column(database, "PRAGMA user_version").at(0) + "."));
  const std::vector<std::string> tables = first_column(database, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'");
  CHECK(tables.size() > 15);
  for (const std::string& table : tables) {
    CAPTURE(table);
    CHECK(says("`" + table + "`"));
  }
  for (const std::string table : {"filings", "statements", "nodes", "edges", "node_entities"}) {
    for (const std::string& column : first_column(database, "SELECT name FROM pragma_table_info('" + table + "')")) {
      CAPTURE(table);
      CAPTURE(column);
      CHECK(says("`" + column + "`"));
    }
  }
  const std::size_t begin = document.find("```sql\n");
  REQUIRE(begin != std::string::npos);
  const std::string examples = document.substr(begin + 7, document.find("```", begin + 7) - begin - 7);
  CHECK(examples.find("SELECT") != std::string::npos);
  first_column(database, examples);
  sqlite3_close(database);
}
