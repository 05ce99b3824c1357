#pragma once
/// SQLite as values and exceptions: a connection, a prepared statement, and what went wrong in words for people.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rxgraph::graph {

class Database;

/// A prepared statement. Its database, which keeps it for the next use, must outlive it.
class Query {
 public:
  Query(const Database& database, std::string_view sql);
  Query(Query&& other) noexcept
      : database_(other.database_), sql_(std::move(other.sql_)), statement_(std::exchange(other.statement_, nullptr)) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  Query& operator=(Query&&) = delete;
  ~Query();

  /// Binds parameter `index`, from 1. Text is copied.
  Query& bind(int index, std::string_view text);
  Query& bind(int index, std::int64_t number);
  Query& bind(int index, double number);
  Query& bind_null(int index);

  /// Goes to the next row; false after the last, and then the statement is ready to be bound anew.
  bool step();

  /// Runs a statement that gives no rows.
  void run();

  /// Makes it ready to be bound anew before its last row was read.
  void reset() noexcept;

  /// A column of the row, from 0. Text stays valid until the next step.
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  bool is_null(int column) const;

 private:
  void check(int code) const;

  const Database* database_;
  std::string sql_;
  sqlite3_stmt* statement_ = nullptr;
};

/// A connection to one file. Every failure is thrown as StoreError, or as OutputError where the disk is full.
class Database {
 public:
  enum class Access : std::uint8_t { read, write, create };

  Database(const std::string& path, Access access);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Runs one or several statements that give no rows.
  void run(const char* sql) const;

  /// The only value of the only row of `sql`, or 0.
  std::int64_t number(std::string_view sql) const;

  const std::string& path() const noexcept { return path_; }

  /// True between BEGIN and COMMIT.
  bool in_transaction() const noexcept;

  /// Throws what the result `code` of SQLite means for a person.
  [[noreturn]] void fail(int code) const;

 private:
  friend class Query;

  /// A statement of that text that nobody uses; null where there is none.
  sqlite3_stmt* take(const std::string& sql) const noexcept;

  /// Keeps a statement for later, or lets it go.
  void keep(const std::string& sql, sqlite3_stmt* statement) const noexcept;

  std::string path_;
  sqlite3* handle_ = nullptr;
  mutable std::unordered_map<std::string, std::vector<sqlite3_stmt*>> idle_;
};

/// A transaction that is rolled back unless it is committed.
class Transaction {
 public:
  explicit Transaction(const Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  const Database& database_;
};

}  // namespace rxgraph::graph
