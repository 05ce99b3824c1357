#pragma once
/// Files of this machine.

#include <string>
#include <string_view>

#include "base/flow.hpp"

namespace rxgraph {

/// The bytes of the regular file `path`, mapped. Throws InputError naming path and reason (missing, a folder, a FIFO, no permission).
/// A file that is cut short while it is mapped is the caller's risk.
Bytes map_file(const std::string& path);

/// All of the regular file `path`. Throws InputError.
std::string read_text_file(const std::string& path);

/// All of standard input: held, or, beyond 16 MiB, mapped from a file without a name. Throws InputError.
Bytes read_standard_input();

/// Bytes that come piece by piece. Beyond 16 MiB they go to a file without a name in the folder for temporary files
/// ($TMPDIR, else /tmp), which is mapped in the end, so that memory stays bounded.
class Spool {
 public:
  Spool();
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Adds `bytes`. Throws OutputError where the file cannot be written.
  void append(std::string_view bytes);

  std::uint64_t size() const noexcept { return size_; }

  /// All bytes so far. Call it once, last.
  Bytes take();

 private:
  void write(std::string_view bytes);

  std::string held_;
  std::string path_;
  int file_ = -1;
  std::uint64_t size_ = 0;
};

/// Writes `content` to `path` under a temporary name beside it and renames it. Throws OutputError.
void write_file(const std::string& path, std::string_view content);

}  // namespace rxgraph
