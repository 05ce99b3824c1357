#pragma once
/// The record stream as JSON Lines: filing, entity, statement, end. Keys in a
/// fixed order, no blanks, UTF-8, escapes only where JSON demands them: equal
/// values give equal lines. The format is described in docs/records.md.

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/flow.hpp"
#include "base/values.hpp"

namespace rxgraph {

/// Appends `text` to `out` as a JSON string with its quotes. Invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Appends a qualifier value as JSON. Whole numbers below 2^53 have no fraction and no exponent.
void append_json_value(std::string& out, const Value& value);

/// Appends `{"k":v,"k":[v,v]}`.
void append_json_qualifiers(std::string& out, const Qualifiers& qualifiers);

/// Each returns one line with its LF.
std::string filing_line(const Filing& filing);
std::string entity_line(const Entity& entity);
std::string statement_line(const Statement& statement);
std::string end_line(const FilingKey& key, std::size_t statements);

/// The whole stream of one filing.
std::string record_lines(const FilingRecords& records);

/// A sink that writes record lines. The stream must outlive it.
class JsonLinesSink : public RecordSink {
 public:
  explicit JsonLinesSink(std::ostream& out) : out_(out) {}
  void accept(FilingRecords records) override;

 private:
  std::ostream& out_;
};

/// Reads record lines from `in` and hands each whole filing to `sink`. A filing without its end line, or whose end
/// line gives another number of statements, does not count and is reported. A line that is no record is reported as
/// "<path>:<line>: <problem>; <remedy>" and its filing does not count. Lines may be long; memory is that of one filing.
/// Statement lines before any filing line make a filing of their own, keyed by the hash of those lines.
void read_records(std::istream& in, const std::string& path, RecordSink& sink, DiagnosticSink& diagnostics);

/// Reads one JSON text of one record kind, for stores. Throws InputError with `path`.
Filing filing_of_json(std::string_view json, const std::string& path);
Entity entity_of_json(std::string_view json, const std::string& path);
Statement statement_of_json(std::string_view json, const std::string& path);

/// The qualifiers of `{"k":v}`. Throws InputError with `path`.
Qualifiers qualifiers_of_json(std::string_view json, const std::string& path);

}  // namespace rxgraph
