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

  /// Shares `view` of memory that lives as long as `owner`. `mapped` is true for the pages of a file, mapped to be read.
  Bytes(std::shared_ptr<const void> owner, std::string_view view, bool mapped = false)
      : owner_(std::move(owner)), view_(view), mapped_(mapped) {}

  std::string_view view() const noexcept { return view_; }

  /// A run of these bytes, which keeps all of them alive. `begin` and `size` as for `std::string_view::substr`.
  Bytes part(std::size_t begin, std::size_t size) const { return Bytes(owner_, view_.substr(begin, size), mapped_); }

  /// Says that `range` will not be looked at soon: pages of a file go back to the system, which reads them again when they
  /// are asked for. What `view()` shows never changes. Nothing happens to bytes that are held.
  void release(ByteRange range) const noexcept;

 private:
  std::shared_ptr<const void> owner_;
  std::string_view view_;
  bool mapped_ = false;
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
