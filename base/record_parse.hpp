#pragma once
/// One record of the stream from one JSON text. Used by record_json's readers; RapidJSON stays behind it.

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "base/values.hpp"

namespace rxgraph {

/// What a text lacks to be a record: "<problem>; <remedy>".
class RecordFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The line that makes a filing count.
struct EndRecord {
  FilingKey key;
  std::uint64_t statements = 0;

  friend auto operator<=>(const EndRecord&, const EndRecord&) = default;
};

using Record = std::variant<Filing, Entity, Statement, EndRecord>;

/// Parses texts one after another and keeps its buffers between them. One thread at a time.
class RecordParser {
 public:
  RecordParser();
  ~RecordParser();

  /// The record in `json`, told by its members: "subject" a statement, else "filing", "entity" or "end".
  /// Throws RecordFault. Nesting is bounded at 64.
  Record parse(std::string_view json);

  /// The qualifiers in `json`. Throws RecordFault.
  Qualifiers parse_qualifiers(std::string_view json);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rxgraph
