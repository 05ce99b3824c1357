#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "base/error.hpp"
#include "base/file.hpp"
#include "graph/store.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/ontology.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

namespace {

void write(const std::string& path, const std::string& content) { std::ofstream(path, std::ios::binary) << content; }

void run_sql(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

/// Runs `work` in a child; returns its exit status, or minus the signal that ended it.
int in_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

std::string what_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "nothing thrown";
}

void make_store(const std::string& path) {
  Store store = Store::open(path, Store::Mode::write);
  for (const FilingRecords& records : programme()) store.put(records);
  store.commit();
  store.rebuild(small_ontology());
}

}  // namespace

TEST_CASE("a file that is no store is refused with its name, the reason and a remedy") {
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  const auto opening = [&](Store::Mode mode) { return what_of([&] { Store::open(path, mode); }); };
  SUBCASE("missing") {
    CHECK(opening(Store::Mode::read) == path + ": no such graph; make it with 'rxgraph build FILE... -o " + path + "'");
    CHECK_THROWS_AS(Store::open(path, Store::Mode::read), StoreError);
  }
  SUBCASE("empty: an error to read, a beginning to write") {
    write(path, "");
    CHECK(opening(Store::Mode::read) == path + ": empty, not a graph; make it with 'rxgraph build FILE... -o " + path + "'");
    CHECK(Store::open(path, Store::Mode::write).filings().empty());
  }
  SUBCASE("no SQLite file") {
    write(path, "A press release of some length that is certainly no database.");
    for (const auto mode : {Store::Mode::read, Store::Mode::write}) {
      CHECK(opening(mode) == path + ": not a graph of rxgraph; make it with 'rxgraph build FILE... -o OTHER.rxg'");
    }
    CHECK(read_text_file(path) == "A press release of some length that is certainly no database.");
  }
  SUBCASE("an SQLite file of another program") {
    run_sql(path, "CREATE TABLE music(title TEXT)");
    for (const auto mode : {Store::Mode::read, Store::Mode::write}) {
      CHECK(opening(mode) ==
            path + ": an SQLite file of another program, not a graph of rxgraph; make it with 'rxgraph build FILE... -o OTHER.rxg'");
    }
  }
  SUBCASE("a newer schema") {
    make_store(path);
    run_sql(path, "PRAGMA user_version = 7");
    CHECK(opening(Store::Mode::read) == path + ": made by a newer rxgraph (schema 7, this one knows 3); update rxgraph");
  }
  SUBCASE("an older schema") {
    make_store(path);
    run_sql(path, "PRAGMA user_version = 0");
    CHECK(opening(Store::Mode::read) == path + ": made by an older rxgraph; delete it and build it again");
  }
  SUBCASE("a folder") {
    CHECK(what_of([&] { Store::open(folder.file(""), Store::Mode::read); }) ==
          folder.file("") + ": a folder, not a graph; give the file of a graph");
  }
  SUBCASE("a folder that is not there") {
    const std::string inside = folder.file("none/g.rxg");
    CHECK(what_of([&] { Store::open(inside, Store::Mode::write); }) ==
          inside + ": cannot be opened: No such file or directory; check the path and the permissions of its folder");
  }
  SUBCASE("a FIFO does not block") {
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    CHECK(opening(Store::Mode::read) == path + ": not a regular file; give the file of a graph");
  }
}

TEST_CASE("a damaged store is told as such") {
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  make_store(path);
  const std::string whole = read_text_file(path);
  const auto reading = [&] {
    const Store store = Store::open(path, Store::Mode::read);
    Collected collected;
    store.replay(collected);
    store.view(small_ontology())->for_each_edge([](const Edge&) {});
  };
  SUBCASE("cut short") {
    write(path, whole.substr(0, whole.size() / 2));
    CHECK(what_of(reading) == path + ": damaged (database disk image is malformed); delete it and build it again, or take a copy");
  }
  SUBCASE("a page overwritten") {
    std::string broken = whole;
    for (std::size_t i = 4096; i < broken.size(); ++i) broken[i] = static_cast<char>(i * 37);
    write(path, broken);
    CHECK(what_of(reading) == path + ": damaged (database disk image is malformed); delete it and build it again, or take a copy");
    CHECK_THROWS_AS(reading(), StoreError);
  }
  SUBCASE("a table dropped") {
    run_sql(path, "DROP TABLE evidence");
    CHECK(what_of(reading) == path + ": damaged (no such table: evidence); delete it and build it again, or take a copy");
  }
  SUBCASE("derived tables of another shape are made anew") {
    run_sql(path, "DROP VIEW facts; DROP TABLE node_names; ALTER TABLE edges DROP COLUMN rules; UPDATE meta SET value = 'old' WHERE name = 'derived'");
    Store store = Store::open(path, Store::Mode::write);
    CHECK_FALSE(store.up_to_date());
    store.rebuild(small_ontology());
    CHECK(store.find("NC-101").size() == 1);
  }
  SUBCASE("a row that others need deleted") {
    run_sql(path, "DELETE FROM ends");
    CHECK(what_of(reading) == path + ": damaged (rows are missing); delete it and build it again, or take a copy");
  }
}

TEST_CASE("a full disk loses nothing that was committed") {
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  const std::vector<FilingRecords> all = programme();
  make_store(path);
  const int status = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {200'000, 200'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      Store store = Store::open(path, Store::Mode::write);
      for (int i = 0; i < 500; ++i) {
        FilingRecords records = all[0];
        records.filing.key = hash_hex(std::to_string(i));
        store.put(records);
        store.commit();
      }
    } catch (const OutputError& error) {
      const std::string expected = path + ": cannot be written, the disk is full or fails; free some space and run again, what was stored before is kept";
      return error.what() == expected ? 7 : 8;
    } catch (const std::exception&) {
      return 9;
    }
    return 0;
  });
  CHECK(status == 7);
  Store store = Store::open(path, Store::Mode::write);
  CHECK(store.filings().size() >= 4);
  Collected collected;
  store.replay(collected);
  for (const FilingRecords& records : collected.all) CHECK(records.statements.size() >= 1);
  store.put(all[0]);
  store.commit();
  store.rebuild(small_ontology());
  CHECK(store.up_to_date());
}

TEST_CASE("a store that is killed holds what was committed, and the next run completes") {
  const std::vector<FilingRecords> all = programme();
  const Ontology ontology = small_ontology();
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  const auto killed = [&](const std::function<void(Store&)>& work) {
    return in_child([&] {
      Store store = Store::open(path, Store::Mode::write);
      work(store);
      ::kill(::getpid(), SIGKILL);
      return 0;
    });
  };
  SUBCASE("between put and commit") {
    CHECK(killed([&](Store& store) {
            store.put(all[0]);
            store.commit();
            store.put(all[1]);
          }) == -SIGKILL);
    const Store store = Store::open(path, Store::Mode::read);
    CHECK(store.filings().size() == 1);
    CHECK_FALSE(store.up_to_date());
  }
  SUBCASE("before the first commit") {
    CHECK(killed([&](Store& store) { store.put(all[0]); }) == -SIGKILL);
    CHECK(Store::open(path, Store::Mode::read).filings().empty());
  }
  SUBCASE("at any time: a store that is complete in the end is equal") {
    for (std::size_t i = 0; i < all.size(); ++i) {
      killed([&](Store& store) {
        for (std::size_t j = 0; j <= i; ++j) store.put(all[j]);
        store.commit();
        if (i % 2 == 1) store.rebuild(ontology);
        store.put(all[0]);
      });
    }
    Store store = Store::open(path, Store::Mode::write);
    for (const FilingRecords& records : all) {
      if (!store.has(records.filing.key, "reader-1", "ontology-1")) store.put(records);
    }
    store.rebuild(ontology);
    Store other = Store::open(folder.file("other.rxg"), Store::Mode::write);
    for (const FilingRecords& records : all) other.put(records);
    other.rebuild(ontology);
    std::vector<Edge> edges;
    std::vector<Edge> expected;
    store.view(ontology)->for_each_edge([&](const Edge& edge) { edges.push_back(edge); });
    other.view(ontology)->for_each_edge([&](const Edge& edge) { expected.push_back(edge); });
    CHECK(edges.size() == 8);
    CHECK(edges == expected);
  }
  SUBCASE("as a blank file") {
    write(path, "");
    run_sql(path, "PRAGMA journal_mode = WAL; PRAGMA user_version = 0");
    CHECK(Store::open(path, Store::Mode::write).filings().empty());
  }
}

TEST_CASE("others read a store while it is written") {
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  const std::vector<FilingRecords> all = programme();
  Store writer = Store::open(path, Store::Mode::write);
  writer.put(all[0]);
  writer.commit();
  const Store reader = Store::open(path, Store::Mode::read);
  writer.put(all[1]);
  CHECK(reader.filings().size() == 1);
  writer.commit();
  CHECK(reader.filings().size() == 2);
  const Ontology ontology = small_ontology();
  writer.rebuild(ontology);
  const auto view = reader.view(ontology);
  std::size_t before = 0;
  view->for_each_edge([&](const Edge&) { ++before; });
  for (const FilingRecords& records : all) writer.put(records);
  writer.rebuild(ontology);
  std::size_t after = 0;
  view->for_each_edge([&](const Edge&) { ++after; });
  CHECK(before == 6);
  CHECK(after == before);
}

TEST_CASE("what is open for reading is not written") {
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  make_store(path);
  Store store = Store::open(path, Store::Mode::read);
  CHECK(what_of([&] { store.put(programme()[0]); }) == path + ": opened for reading; open it for writing");
}
