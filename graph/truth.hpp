#pragma once
/// What each filing said: into the tables and back, without loss.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"
#include "graph/decisions.hpp"
#include "graph/sqlite.hpp"

namespace rxgraph::graph {

/// Stores `records`, in place of what was stored for their key.
void put_records(const Database& database, const FilingRecords& records);

/// Forgets the filing `key`. Returns false where it is not stored.
bool remove_records(const Database& database, std::string_view key);

/// The stored number of the filing `key`.
std::optional<std::int64_t> filing_number(const Database& database, std::string_view key);

/// What the filing of that number said.
FilingRecords read_records(const Database& database, std::int64_t filing);

/// Stores what a person has decided of who is who, in place of what was stored.
void put_decisions(const Database& database, const std::vector<Decision>& decisions);

/// And reads it, in the order in which it was given.
std::vector<Decision> read_decisions(const Database& database);

/// The columns that `evidence_of` reads, of `evidence v` and its `filings f`.
inline constexpr const char* evidence_columns =
    "coalesce(v.source, f.key), coalesce(v.accession, f.accession), v.document, v.section, v.ranges, v.context, v.text";

/// How many they are.
inline constexpr int evidence_column_count = 7;

/// Asks for the evidence of one statement, in order: bind filing and statement.
Query evidence_query(const Database& database);

/// The evidence in a row of `evidence_columns`.
Evidence evidence_of(const Query& row);

/// Texts of columns.
std::string text_of(const std::map<std::string, std::string>& ids);
std::string text_of(const Qualifiers& qualifiers);
std::string text_of(const std::vector<std::string>& list);
std::string text_of(const std::vector<ByteRange>& ranges);

/// And back. `path` is for messages: a text that is none of ours means that the store is damaged. Throws StoreError.
std::map<std::string, std::string> ids_of(std::string_view text, const std::string& path);
Qualifiers qualifiers_of(std::string_view text, const std::string& path);
std::vector<std::string> list_of(std::string_view text, const std::string& path);
std::vector<ByteRange> ranges_of(std::string_view text);

}  // namespace rxgraph::graph
