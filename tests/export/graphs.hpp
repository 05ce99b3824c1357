#pragma once
/// Graphs that the tests of exports share, and what they need around them.

#include <string>
#include <string_view>

#include "export/format.hpp"
#include "tests/export/vector_view.hpp"

namespace rxgraph::exporting {

/// A company that develops a conjugate and is paid for it: small enough to read its exports whole.
VectorView small_view();

/// Every kind of value that breaks a format: control characters, quotes, line ends, delimiters, noncharacters, invalid
/// UTF-8, right-to-left text, empty texts, numbers beyond 2^53, infinities, names of 70,000 bytes, lists, unknown types.
VectorView hostile_view();

/// A folder that is removed with its content at the end.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::string& path() const noexcept { return path_; }
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
};

/// The content of a file, or of what `format` writes of `view` as one file.
std::string content_of(const std::string& path);
std::string exported(const graph::GraphView& view, std::string_view format, const ExportOptions& options = {});

/// Writes `view` to `path` and commits.
void export_to(const std::string& path, const graph::GraphView& view, std::string_view format, const ExportOptions& options = {});

/// True if `program` is on the PATH.
bool has_program(const std::string& program);

/// The output of a shell command; its exit status in `status`.
std::string run(const std::string& command, int& status);

/// True if /usr/bin/python3 can import `module`.
bool has_python(const std::string& module);

/// Runs `script` with /usr/bin/python3 and `argument`.
std::string run_python(const std::string& script, const std::string& argument, int& status);

}  // namespace rxgraph::exporting
