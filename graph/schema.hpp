#pragma once
/// The tables of a store, and what is asked of a file before it is taken for one. docs/store.md describes them.

#include <memory>
#include <string>

#include "graph/sqlite.hpp"

namespace rxgraph::graph {

/// "rxg1" as a number: what `PRAGMA application_id` of our files gives.
inline constexpr std::int64_t application_id = 0x72786731;

/// What `PRAGMA user_version` gives. It changes when older programs cannot read what the filings said any more; the shape
/// of derived tables may change without it.
inline constexpr std::int64_t schema_version = 3;

/// Opens the store `path`; with `write` it is made where it is missing or empty. Throws StoreError where it is
/// missing, a folder, empty (without `write`), no SQLite file, not ours, of a newer schema, damaged, or closed to us.
std::unique_ptr<Database> open_database(const std::string& path, bool write);

/// Drops the derived tables, in whatever shape an older program left them, and makes empty ones, without indexes.
void remake_derived_tables(const Database& database);

/// Adds the indexes, which cost least when the tables are full.
void index_derived_tables(const Database& database);

/// Ends writing: the file stands alone, without journals beside it, unless others still read it.
void settle(const Database& database) noexcept;

}  // namespace rxgraph::graph
