#pragma once
/// What is told beside the answer: diagnostics, notes and a progress bar, all on standard error.

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>
#include <thread>

#include "base/flow.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

namespace rxgraph::cli {

/// Prints diagnostics one a line as they come, and counts them. Notes only with --verbose, warnings not with --quiet.
class Report : public DiagnosticSink {
 public:
  Report(Session& session, const Options& options);

  void report(Diagnostic diagnostic) override;

  /// Prints a line, unless --quiet.
  void note(std::string_view line);

  /// Shows `line` in place of the bar that is shown, until something else is printed; for terminals.
  void show_bar(const std::string& line);

  /// True if a bar may be shown.
  bool has_terminal() const noexcept { return bars_; }
  std::size_t width() const noexcept { return width_; }
  std::uint64_t errors() const;

 private:
  void print(std::string_view line);

  mutable std::mutex mutex_;
  std::ostream& out_;
  const bool quiet_;
  const bool verbose_;
  const bool bars_;
  const std::size_t width_;
  std::uint64_t errors_ = 0;
  bool bar_shown_ = false;
};

/// "<path>: document 2, byte 1,204: <message>".
std::string diagnostic_line(const Diagnostic& diagnostic);

/// How far a job is.
struct Advance {
  std::uint64_t items = 0;
  std::uint64_t total_items = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total_bytes = 0;
  bool in_items = false;  ///< The job is measured in items; bytes are not told.
  std::string_view one = "filing";
  std::string_view many = "filings";
};

/// "reading   ████░░░░  1,204 of 1,512 filings   3.1 GB   182 MB/s   6 s left", at most `width` columns.
std::string bar_text(std::string_view what, const Advance& advance, double seconds, std::size_t width);

/// Shows a bar while it lives, some ten times a second; nothing where standard error is no terminal.
class Progress {
 public:
  /// `advance` is asked from another thread.
  Progress(Report& report, std::string what, std::function<Advance()> advance);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  void run();

  Report& report_;
  const std::string what_;
  const std::function<Advance()> advance_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;
};

/// "21.4 s", "3 min 12 s".
std::string duration_text(double seconds);

}  // namespace rxgraph::cli
