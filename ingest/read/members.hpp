#pragma once
/// Files that hold filings: archives, compressed files, lines of JSON.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/flow.hpp"

namespace rxgraph::ingest {

/// The members of one file, one after the other. Whatever the members are, only one is held at a time.
class Members {
 public:
  virtual ~Members() = default;

  /// Goes to the next member that is a file. False at the end. Throws InputError where the container is damaged; it is at its end then.
  virtual bool advance() = 0;

  /// Its path: "filings.zip!a/b.txt". A file compressed alone has the path of its container. A name that comes again is "b.txt (2)".
  virtual const std::string& path() const = 0;

  /// Its bytes, uncompressed. Once at most. Throws InputError where they are damaged or more than 4 GiB, OutputError where no room is left for them.
  virtual Bytes read() = 0;

  /// Bytes of the container that are done with.
  virtual std::uint64_t consumed() const = 0;
};

/// Zip, tar, and what gzip, bzip2, xz or zstd made smaller, by the first bytes of a file.
bool is_packed(std::string_view bytes) noexcept;

/// The members of `bytes`, for which `is_packed` is true. Throws InputError where they cannot be opened.
std::unique_ptr<Members> open_archive(const std::string& path, const Bytes& bytes);

/// The members of `bytes`, the file at `path`; null if it is a single file.
/// Packed files and lines of JSON filings have members (see json_filing.hpp).
std::unique_ptr<Members> open_members(const std::string& path, const Bytes& bytes);

/// Opens the files that filings were read from, by `Filing::path`, members of archives among them. Quick for members in the order of their archive:
/// it stays open between two calls.
class FilingOpener {
 public:
  FilingOpener();
  ~FilingOpener();

  /// The bytes as filed. Throws InputError naming path and reason.
  Bytes open(const std::string& path);

 private:
  std::optional<Bytes> ahead(const std::string& path);
  Bytes member(const std::string& container, const Bytes& bytes, const std::string& path, int depth);

  std::string container_;  ///< What `members_` belong to; empty for none.
  std::unique_ptr<Members> members_;
};

}  // namespace rxgraph::ingest
