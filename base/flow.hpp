#pragma once
/// The only interfaces of the flow: where filings come from, and where what
/// was read in them and what went wrong goes.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/values.hpp"

namespace rxgraph {

/// The bytes of a file: mapped, or held. Moves; its view stays valid as long as it lives.
class Bytes {
 public:
  Bytes() = default;

  /// Takes over `held`.
  explicit Bytes(std::string held);

  /// Shares `view` of memory that lives as long as `owner`.
  Bytes(std::shared_ptr<const void> owner, std::string_view view) : owner_(std::move(owner)), view_(view) {}

  std::string_view view() const noexcept { return view_; }

 private:
  std::shared_ptr<const void> owner_;
  std::string_view view_;
};

/// A filing before it is read.
struct RawFiling {
  std::string path;  ///< For messages and for `verify`; "-" for standard input.
  Bytes bytes;       ///< As filed, uncompressed.
};

/// A sequence of filings. Not thread safe: one caller draws from it.
class FilingSource {
 public:
  virtual ~FilingSource() = default;

  /// Returns the next filing, or nothing at the end. What cannot be read is
  /// told to the diagnostics that the source was made with, and passed over.
  virtual std::optional<RawFiling> next() = 0;
};

/// Takes what filings say, one whole filing at a time and in input order.
class RecordSink {
 public:
  virtual ~RecordSink() = default;

  /// Takes the records of one filing: all of them count, or none.
  virtual void accept(FilingRecords records) = 0;
};

/// Takes what went wrong. Implementations are thread safe.
class DiagnosticSink {
 public:
  virtual ~DiagnosticSink() = default;
  virtual void report(Diagnostic diagnostic) = 0;
};

}  // namespace rxgraph
