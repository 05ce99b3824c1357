#pragma once
/// The program as its user runs it: words in; exit code, output and messages out.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rxgraph::cli::testing {

/// What a run left.
struct Ran {
  int code = 0;       ///< Exit code; 128 and the signal where one ended it.
  std::string out;    ///< Standard output.
  std::string error;  ///< Standard error.
};

/// How a run is set up.
struct Setting {
  std::string in = {};                       ///< Standard input.
  std::string folder = {};                   ///< Current folder; this process's where it is empty.
  std::string output = {};                   ///< A file for standard output ("/dev/full"); `out` is empty then.
  std::map<std::string, std::string> environment = {};  ///< Added to this process's, from which RXGRAPH is taken out.
  double kill_after = 0;                    ///< Seconds until SIGKILL; 0 for never.
  int signal_after = 0;                     ///< Signal to send instead of SIGKILL.
  bool unprivileged = false;                ///< As nobody, where this process may do all.
  std::string started_by = {};              ///< A file that the program makes: its seconds count from when that is there.
};

/// Runs the program with `words` and waits for its end, two minutes at most.
Ran run(const std::vector<std::string>& words, const Setting& setting = {});

/// A folder that is gone with this value.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }
  const std::string& path() const noexcept { return path_; }

  /// Writes a file in it and returns its path.
  std::string write(std::string_view name, std::string_view content) const;

 private:
  std::string path_;
};

/// All of a file.
std::string content_of(const std::string& path);

/// The folder of sample filings, and one of them.
std::string samples();
std::string sample(std::string_view name);

/// True if `text` holds `part`.
bool holds(std::string_view text, std::string_view part);

/// Number of lines.
std::size_t lines_of(std::string_view text);

}  // namespace rxgraph::cli::testing
