#include "ingest/read/source.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "base/file.hpp"
#include "ingest/read/read.hpp"

namespace rxgraph::ingest {
namespace {

namespace fs = std::filesystem;

/// A file to read.
struct Entry {
  std::string path;
  bool named = false;  ///< On the command line, not found in a folder.
};

/// What a message of InputError says after its path.
std::string reason_of(const InputError& error, const std::string& path) {
  const std::string what = error.what();
  return what.starts_with(path + ": ") ? what.substr(path.size() + 2) : what;
}

std::string advice_for(const std::string& reason) {
  if (reason.starts_with("0 printable") || reason.find("control bytes") != std::string::npos) return "not a filing: " + reason + "; is it compressed?";
  if (reason.starts_with("compressed")) return reason + "; unpack it first";
  if (reason == "empty" || reason.starts_with("white space")) return "not a filing: " + reason + "; is the copy complete?";
  return reason + "; name an EDGAR submission, HTML, Markdown or plain text";
}

}  // namespace

struct FileSource::Impl {
  explicit Impl(DiagnosticSink& sink) : diagnostics(sink) {}

  DiagnosticSink& diagnostics;
  std::vector<Entry> entries;
  std::size_t next = 0;
  std::atomic<std::uint64_t> files{0}, bytes{0}, passed_over{0}, unreadable{0}, total_files{0}, total_bytes{0};

  void fail(const std::string& path, std::string message) {
    ++unreadable;
    diagnostics.report({Diagnostic::Severity::error, path, 0, 0, std::move(message)});
  }

  void add_path(const std::string& path) {
    if (path == "-") {
      entries.push_back({path, true});
      ++total_files;
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return fail(path, "no such file; check the path");
    if (error) return fail(path, "cannot be read: " + error.message() + "; check its mode and owner");
    if (fs::is_directory(status)) return walk(path);
    if (!fs::is_regular_file(status)) return fail(path, "is no regular file; copy it to one");
    add_file(path, true);
  }

  void add_file(const std::string& path, bool named) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    entries.push_back({path, named});
    ++total_files;
    if (!error) total_bytes += size;
  }

  /// Adds the regular files below `folder` in byte order of their paths. Links to folders are not followed.
  void walk(const std::string& folder) {
    std::vector<std::string> found;
    std::vector<std::string> open{folder};
    while (!open.empty()) {
      const std::string current = std::move(open.back());
      open.pop_back();
      std::error_code error;
      for (fs::directory_iterator it(current, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
          open.push_back(it->path().string());
        } else if (it->is_regular_file(ignored)) {
          found.push_back(it->path().string());
        } else {
          ++passed_over;
        }
      }
      if (error) fail(current, "folder cannot be listed: " + error.message() + "; check its mode and owner");
    }
    std::sort(found.begin(), found.end());
    for (const std::string& path : found) add_file(path, false);
  }

  /// Reads one entry; nothing where it is no filing.
  std::optional<RawFiling> read(const Entry& entry) {
    try {
      RawFiling raw{entry.path, entry.path == "-" ? Bytes(read_standard_input()) : map_file(entry.path)};
      const std::string reason = why_no_filing(raw.bytes.view());
      if (reason.empty()) return raw;
      if (entry.named) {
        fail(entry.path, advice_for(reason));
      } else {
        ++passed_over;
      }
    } catch (const InputError& error) {
      fail(entry.path, reason_of(error, entry.path));
    }
    return std::nullopt;
  }
};

FileSource::FileSource(std::vector<std::string> paths, DiagnosticSink& diagnostics) : impl_(std::make_unique<Impl>(diagnostics)) {
  for (const std::string& path : paths) impl_->add_path(path);
}

FileSource::~FileSource() = default;

std::optional<RawFiling> FileSource::next() {
  while (impl_->next < impl_->entries.size()) {
    std::optional<RawFiling> raw = impl_->read(impl_->entries[impl_->next++]);
    if (!raw) continue;
    ++impl_->files;
    impl_->bytes += raw->bytes.view().size();
    return raw;
  }
  return std::nullopt;
}

SourceCounts FileSource::counts() const {
  return {impl_->files, impl_->bytes, impl_->passed_over, impl_->unreadable, impl_->total_files, impl_->total_bytes};
}

}  // namespace rxgraph::ingest
