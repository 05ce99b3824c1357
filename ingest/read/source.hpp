#pragma once
/// Where filings come from: files, folders and archives of this machine.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/flow.hpp"

namespace rxgraph::ingest {

/// What a walk passed over and met.
struct SourceCounts {
  std::uint64_t files = 0;        ///< Filings given out so far.
  std::uint64_t bytes = 0;        ///< Their bytes.
  std::uint64_t passed_over = 0;  ///< Files of a folder that are no filing.
  std::uint64_t unreadable = 0;   ///< Files that could not be read, or that were named and are no filing.
  std::uint64_t total_files = 0;  ///< Files found by the walk beforehand, for a progress bar; a guess while an archive is open.
  std::uint64_t total_bytes = 0;
};

/// A source over the files `paths`; a folder is walked in byte order of its paths, "-" is standard input, a path that is no file and has
/// one of `*?[` is a pattern, "filings.zip!a/b.txt" a member of an archive.
/// Archives and compressed files give their members, archives in them too, in their order, one at a time; lines of JSON filings are members.
/// In a folder or archive, what is no filing is passed over and counted; a file named in `paths` that is none, or that
/// cannot be read (no permission, a FIFO, a device, a folder that cannot be listed), is reported as an error
/// and counted as unreadable; so is a named archive without any filing, and a damaged one, of which what came before the damage counts.
/// Never blocks on a FIFO.
class FileSource : public FilingSource {
 public:
  FileSource(std::vector<std::string> paths, DiagnosticSink& diagnostics);
  ~FileSource() override;

  std::optional<RawFiling> next() override;

  /// Thread safe.
  SourceCounts counts() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The paths that the file `path` lists, one a line, or with NUL between them as `find -print0` writes; "-" is standard input. Empty lines do not
/// count. Throws InputError where the list cannot be read or is empty.
std::vector<std::string> read_file_list(const std::string& path);

}  // namespace rxgraph::ingest
