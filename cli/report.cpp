#include "cli/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "cli/table.hpp"

namespace rxgraph::cli {
namespace {

constexpr const char* clear_line = "\r\x1b[K";

/// A text may hold anything that a file does: control characters would play with the terminal and break lines.
std::string printable(std::string_view text) {
  std::string out(text);
  std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
  return out;
}

}  // namespace

Report::Report(Session& session, const Options& options)
    : out_(session.error),
      quiet_(options.quiet),
      verbose_(options.verbose),
      bars_(session.terminal.error && !options.quiet),
      width_(session.terminal.width) {}

std::string diagnostic_line(const Diagnostic& diagnostic) {
  std::string line = printable(diagnostic.path) + ": ";
  if (diagnostic.document != 0) line += "document " + std::to_string(diagnostic.document) + ": ";
  if (diagnostic.byte != 0) line += "byte " + grouped(diagnostic.byte) + ": ";
  return line + printable(diagnostic.message);
}

void Report::report(Diagnostic diagnostic) {
  const std::lock_guard lock(mutex_);
  if (diagnostic.severity == Diagnostic::Severity::error) ++errors_;
  if (diagnostic.severity == Diagnostic::Severity::note && !verbose_) return;
  if (diagnostic.severity == Diagnostic::Severity::warning && quiet_) return;
  print(diagnostic_line(diagnostic));
}

void Report::note(std::string_view line) {
  const std::lock_guard lock(mutex_);
  if (!quiet_) print(line);
}

void Report::show_bar(const std::string& line) {
  const std::lock_guard lock(mutex_);
  if (line.empty() && !bar_shown_) return;
  out_ << clear_line << line << std::flush;
  bar_shown_ = !line.empty();
}

std::uint64_t Report::errors() const {
  const std::lock_guard lock(mutex_);
  return errors_;
}

void Report::print(std::string_view line) {
  if (bar_shown_) out_ << clear_line;
  bar_shown_ = false;
  out_ << line << '\n' << std::flush;
}

std::string duration_text(double seconds) {
  if (seconds < 59.95) return fmt::format("{:.1f} s", seconds);
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

std::string bar_text(std::string_view what, const Advance& advance, double seconds, std::size_t width) {
  const bool in_bytes = !advance.in_items;
  const auto done = static_cast<double>(in_bytes ? advance.bytes : advance.items);
  const auto all = static_cast<double>(in_bytes ? advance.total_bytes : advance.total_items);
  const double part = all > 0 ? std::min(1.0, done / all) : 0;
  const double rate = seconds > 0 ? done / seconds : 0;
  std::string tail = "  " + grouped(advance.items) + " of " + counted(advance.total_items, advance.one, advance.many);
  if (in_bytes) tail += "   " + size_text(advance.bytes);
  if (rate > 0 && seconds > 0.5 && (in_bytes || all > 0)) {
    const double left = std::ceil(std::max(1.0, (all - done) / rate));
    const std::string left_text = left < 60 ? fmt::format("{:.0f} s", left) : duration_text(left);
    tail += "   " + (in_bytes ? size_text(static_cast<std::uint64_t>(rate)) : grouped(static_cast<std::uint64_t>(rate))) + "/s   " + left_text + " left";
  }
  constexpr std::size_t cells = 25;
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) bar += static_cast<double>(i) + 0.5 < part * cells ? "█" : "░";
  const std::string whole = fmt::format("{:<9} {}{}", what, bar, tail);
  return cut_to(whole, width > 1 ? width - 1 : width);
}

Progress::Progress(Report& report, std::string what, std::function<Advance()> advance)
    : report_(report), what_(std::move(what)), advance_(std::move(advance)) {
  if (report_.has_terminal()) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  wake_.notify_all();
  thread_.join();
  report_.show_bar({});
}

void Progress::run() {
  const auto began = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, std::chrono::milliseconds(100), [this] { return done_; })) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
    report_.show_bar(bar_text(what_, advance_(), passed.count(), report_.width()));
  }
}

}  // namespace rxgraph::cli
