#include "graph/sqlite.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <new>

#include "base/error.hpp"

namespace rxgraph::graph {
namespace {

/// A writer waits this long for another one, in milliseconds.
constexpr int patience = 10'000;

/// Different statements that a connection keeps prepared.
constexpr std::size_t kept_statements = 100;

/// SQLite does not always know why a write failed: a quota and a limit of size look like a failing disk.
bool is_failed_write(int code) noexcept {
  switch (code) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE: return true;
    default: return (code & 0xff) == SQLITE_FULL;
  }
}

}  // namespace

Query::Query(const Database& database, std::string_view sql) : database_(&database), sql_(sql), statement_(database.take(sql_)) {
  if (statement_ != nullptr) return;
  check(sqlite3_prepare_v2(database.handle_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

Query::~Query() {
  if (statement_ != nullptr) database_->keep(sql_, statement_);
}

void Query::check(int code) const {
  if (code != SQLITE_OK) database_->fail(code);
}

Query& Query::bind(int index, std::string_view text) {
  const char* const data = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(statement_, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Query& Query::bind(int index, std::int64_t number) {
  check(sqlite3_bind_int64(statement_, index, number));
  return *this;
}

Query& Query::bind(int index, double number) {
  check(sqlite3_bind_double(statement_, index, number));
  return *this;
}

Query& Query::bind_null(int index) {
  check(sqlite3_bind_null(statement_, index));
  return *this;
}

bool Query::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    try {
      database_->fail(code);
    } catch (...) {
      reset();
      throw;
    }
  }
  reset();
  return false;
}

void Query::run() {
  while (step()) {
  }
}

void Query::reset() noexcept { sqlite3_reset(statement_); }

std::string_view Query::text(int column) const {
  const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Query::real(int column) const { return sqlite3_column_double(statement_, column); }
bool Query::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Database::Database(const std::string& path, Access access) : path_(path) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr);
  if (code != SQLITE_OK) {
    try {
      fail(code);
    } catch (...) {
      sqlite3_close_v2(handle_);
      throw;
    }
  }
  sqlite3_busy_timeout(handle_, patience);
}

Database::~Database() {
  for (const auto& [sql, statements] : idle_) {
    for (sqlite3_stmt* const statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close_v2(handle_);
}

sqlite3_stmt* Database::take(const std::string& sql) const noexcept {
  const auto found = idle_.find(sql);
  if (found == idle_.end() || found->second.empty()) return nullptr;
  sqlite3_stmt* const statement = found->second.back();
  found->second.pop_back();
  return statement;
}

void Database::keep(const std::string& sql, sqlite3_stmt* statement) const noexcept {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  try {
    if (idle_.size() < kept_statements || idle_.contains(sql)) {
      idle_[sql].push_back(statement);
      return;
    }
  } catch (const std::bad_alloc&) {
    // It is only not kept.
  }
  sqlite3_finalize(statement);
}

void Database::run(const char* sql) const {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(std::string_view sql) const {
  Query query(*this, sql);
  return query.step() ? query.integer(0) : 0;
}

bool Database::in_transaction() const noexcept { return sqlite3_get_autocommit(handle_) == 0; }

void Database::fail(int code) const {
  const int system_error = handle_ == nullptr ? 0 : sqlite3_system_errno(handle_);
  const std::string said = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
  if (is_failed_write(code)) {
    throw OutputError(path_, "cannot be written, the disk is full or fails; free some space and run again, what was stored before is kept");
  }
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // A table or column of ours that is not there.
      throw StoreError(path_, "damaged (" + said + "); delete it and build it again, or take a copy");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw StoreError(path_, "in use by another program; wait until that is done and run again");
    case SQLITE_READONLY: throw StoreError(path_, "cannot be written: it is read-only; allow writing or choose another file");
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: {
      const std::string reason = system_error == 0 ? said : std::strerror(system_error);
      throw StoreError(path_, "cannot be opened: " + reason + "; check the path and the permissions of its folder");
    }
    case SQLITE_NOMEM: throw StoreError(path_, "out of memory; close other programs and run again");
    default: {
      const std::string reason = system_error == 0 ? said : std::string(std::strerror(system_error));
      throw StoreError(path_, "cannot be read or written: " + reason + "; check the disk and run again");
    }
  }
}

Transaction::~Transaction() {
  if (database_.in_transaction()) {
    try {
      database_.run("ROLLBACK");
    } catch (const std::exception&) {
      // SQLite has rolled back by itself; what failed is already being thrown.
    }
  }
}

void Transaction::commit() { database_.run("COMMIT"); }

}  // namespace rxgraph::graph
