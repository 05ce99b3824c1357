#include "ingest/read/source.hpp"

#include <glob.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "base/file.hpp"
#include "ingest/read/members.hpp"
#include "ingest/read/read.hpp"

namespace rxgraph::ingest {
namespace {

namespace fs = std::filesystem;

/// A file to read.
struct Entry {
  std::string path;
  bool named = false;   ///< On the command line, not found in a folder.
  bool member = false;  ///< Of an archive.
};

/// An archive that members are drawn from.
struct Open {
  std::unique_ptr<Members> members;
  std::uint64_t size = 0;  ///< Its bytes.
  std::string path;
};

constexpr std::size_t deepest = 8;  ///< Archives within archives; one that is deeper counts as no filing.

/// True for the first member of the files that office programs and readers of books write, which are archives.
bool is_office_member(std::string_view path) { return path.ends_with("![Content_Types].xml") || path.ends_with("!mimetype"); }

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
  FilingOpener opener;
  std::vector<Open> archives;            ///< Archives, each the member of the one before.
  bool archive_named = false;              ///< The outermost one is on the command line.
  std::uint64_t given = 0;            ///< Filings that it gave so far, and what was told of it.
  std::uint64_t given_bytes = 0;
  std::uint64_t other_files = 0;      ///< Totals without it.
  std::uint64_t other_bytes = 0;
  std::atomic<std::uint64_t> files{0}, bytes{0}, passed_over{0}, unreadable{0}, total_files{0}, total_bytes{0};

  void fail(const std::string& path, std::string message) {
    ++unreadable;
    diagnostics.report({Diagnostic::Severity::error, path, 0, 0, std::move(message)});
  }

  /// What a folder or an archive holds besides filings is only counted; who asks for every note is told why.
  void pass_over(const std::string& path, const std::string& reason) {
    ++passed_over;
    diagnostics.report({Diagnostic::Severity::note, path, 0, 0, "passed over: " + reason});
  }

  void add_path(const std::string& path) {
    if (path == "-") {
      entries.push_back({path, true, false});
      ++total_files;
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return add_missing(path);
    if (error) return fail(path, "cannot be read: " + error.message() + "; check its mode and owner");
    if (fs::is_directory(status)) return walk(path);
    if (!fs::is_regular_file(status)) return fail(path, "is no regular file; copy it to one");
    add_file(path, true);
  }

  /// A path that is no file: a pattern, a member of an archive, or a mistake.
  void add_missing(const std::string& path) {
    if (path.find_first_of("*?[") != std::string::npos) {
      const std::vector<std::string> found = matches(path);
      if (found.empty()) return fail(path, "no file matches; check the pattern");
      for (const std::string& each : found) add_path(each);
    } else if (path.find('!') != std::string::npos) {
      entries.push_back({path, true, true});
      ++total_files;
    } else {
      fail(path, "no such file; check the path");
    }
  }

  /// The files and folders that `pattern` matches, in byte order.
  static std::vector<std::string> matches(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> paths;
    if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    std::sort(paths.begin(), paths.end());
    return paths;
  }

  void add_file(const std::string& path, bool named) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    entries.push_back({path, named, false});
    ++total_files;
    if (!error) total_bytes += size;
  }

  /// Adds the regular files below `folder` in byte order of their paths. Links to folders are not followed.
  void walk(const std::string& folder) {
    const std::uint64_t before = passed_over;
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
          pass_over(it->path().string(), "no regular file");
        }
      }
      if (error) fail(current, "folder cannot be listed: " + error.message() + "; check its mode and owner");
    }
    if (found.empty() && passed_over == before) diagnostics.report({Diagnostic::Severity::warning, folder, 0, 0, "no file in this folder; name one that holds filings"});
    std::sort(found.begin(), found.end());
    for (const std::string& path : found) add_file(path, false);
  }

  /// The next filing of the file at hand, else of the next file; nothing at the end.
  std::optional<RawFiling> draw() {
    for (;;) {
      std::optional<RawFiling> raw;
      if (!archives.empty()) {
        raw = draw_member();
      } else if (next < entries.size()) {
        raw = draw_file(entries[next++]);
      } else {
        return std::nullopt;
      }
      if (!raw) continue;
      ++files;
      bytes += raw->bytes.view().size();
      return raw;
    }
  }

  /// Takes a file that is a filing, or opens it where it holds some.
  std::optional<RawFiling> draw_file(const Entry& entry) {
    try {
      Bytes all = entry.path == "-" ? read_standard_input() : entry.member ? opener.open(entry.path) : map_file(entry.path);
      archive_named = entry.named;
      if (std::unique_ptr<Members> members = open_members(entry.path, all)) {
        begin_archive(entry.path, std::move(members), all.view().size());
        return std::nullopt;
      }
      return checked(entry.path, std::move(all), entry.named);
    } catch (const InputError& error) {
      fail(entry.path, reason_of(error, entry.path));
    }
    return std::nullopt;
  }

  void begin_archive(const std::string& path, std::unique_ptr<Members> members, std::uint64_t size) {
    archives.push_back({std::move(members), size, path});
    given = given_bytes = 0;
    other_files = total_files - 1;
    other_bytes = total_bytes - std::min<std::uint64_t>(total_bytes, path == "-" ? 0 : size);
  }

  /// Takes the next member of the innermost archive that is open; closes it at its end.
  std::optional<RawFiling> draw_member() {
    Members& members = *archives.back().members;
    const std::string archive = archives.back().path;
    std::string path = archive;
    try {
      if (!members.advance()) return close_archive();
      path = members.path();
      if (is_office_member(path)) return leave_office_file();
      Bytes all = members.read();
      if (archives.size() < deepest) {
        if (std::unique_ptr<Members> inner = open_members(path, all)) {
          archives.push_back({std::move(inner), all.view().size(), path});
          return std::nullopt;
        }
      }
      // A file that was merely compressed stands for itself.
      const bool itself = path == archive && archives.size() == 1;
      std::optional<RawFiling> raw = checked(path, std::move(all), archive_named && itself);
      if (raw) given_bytes += raw->bytes.view().size();
      given += raw || itself;
      foresee();
      return raw;
    } catch (const InputError& error) {
      fail(path, reason_of(error, path));
      ++given;  // It is told what is wrong with the archive.
    }
    return std::nullopt;
  }

  std::optional<RawFiling> close_archive() {
    const std::string path = archives.back().path;
    if (archives.size() == 1) total(1);
    archives.pop_back();
    if (archives.empty() && given == 0 && archive_named) fail(path, "holds no filing; name an archive of EDGAR submissions, HTML, Markdown or plain text");
    return std::nullopt;
  }

  /// Leaves the innermost archive, which is the file of an office program.
  std::optional<RawFiling> leave_office_file() {
    const std::string path = archives.back().path;
    archives.pop_back();
    if (archives.empty() && archive_named) {
      fail(path, "file of an office program, not a filing; save it as plain text or HTML");
    } else {
      pass_over(path, "file of an office program");
    }
    return std::nullopt;
  }

  /// Guesses from the part of the outermost archive that is done how much it holds.
  void foresee() {
    const Open& outer = archives.front();
    const double part = static_cast<double>(outer.members->consumed()) / static_cast<double>(std::max<std::uint64_t>(outer.size, 1));
    if (part > 0) total(std::min(part, 1.0));
  }

  /// Sets the totals, if `part` of the outermost archive gave what it gave.
  void total(double part) {
    total_files = other_files + static_cast<std::uint64_t>(static_cast<double>(given) / part);
    total_bytes = other_bytes + static_cast<std::uint64_t>(static_cast<double>(given_bytes) / part);
  }

  /// `all` as a filing; nothing where it is none.
  std::optional<RawFiling> checked(const std::string& path, Bytes all, bool must_be) {
    const std::string reason = why_no_filing(all.view());
    if (reason.empty()) return RawFiling{path, std::move(all)};
    if (must_be) {
      fail(path, advice_for(reason));
    } else {
      pass_over(path, reason);
    }
    return std::nullopt;
  }
};

FileSource::FileSource(std::vector<std::string> paths, DiagnosticSink& diagnostics) : impl_(std::make_unique<Impl>(diagnostics)) {
  for (const std::string& path : paths) impl_->add_path(path);
}

FileSource::~FileSource() = default;

std::optional<RawFiling> FileSource::next() { return impl_->draw(); }

SourceCounts FileSource::counts() const {
  return {impl_->files, impl_->bytes, impl_->passed_over, impl_->unreadable, impl_->total_files, impl_->total_bytes};
}

std::vector<std::string> read_file_list(const std::string& path) {
  const Bytes bytes = path == "-" ? read_standard_input() : map_file(path);
  const std::string_view all = bytes.view();
  const char end = all.find('\0') == std::string_view::npos ? '\n' : '\0';
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t stop = std::min(all.find(end, at), all.size());
    std::string_view line = all.substr(at, stop - at);
    if (end == '\n' && line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) paths.emplace_back(line);
    at = stop + 1;
  }
  if (paths.empty()) throw InputError(path, "an empty list; write one path a line");
  return paths;
}

}  // namespace rxgraph::ingest
