#include "cli/report.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <thread>

#include "base/utf8.hpp"

using namespace rxgraph;
using namespace rxgraph::cli;

namespace {

/// A session whose streams are held.
struct Held {
  std::istringstream in;
  std::ostringstream out, error;
  Session session{in, out, error, {}};
};

}  // namespace

TEST_CASE("the bar tells how far it is, how quick, and how long it will take") {
  const Advance half{1204, 1512, 50'000'000, 100'000'000};
  CHECK(bar_text("reading", half, 2, 120) == "reading   ████████████░░░░░░░░░░░░░  1,204 of 1,512 filings   50 MB   25 MB/s   2 s left");
  CHECK(bar_text("reading", {}, 0, 120) == "reading   ░░░░░░░░░░░░░░░░░░░░░░░░░  0 of 0 filings   0 bytes");
  CHECK(bar_text("exporting", {250, 1000, 0, 0, true, "node or edge", "nodes and edges"}, 2, 120) ==
        "exporting ██████░░░░░░░░░░░░░░░░░░░  250 of 1,000 nodes and edges   125/s   6 s left");
  CHECK(display_width(bar_text("reading", half, 2, 60)) <= 59);
}

TEST_CASE("a duration is told in the unit that suits it") {
  CHECK(duration_text(0.04) == "0.0 s");
  CHECK(duration_text(21.44) == "21.4 s");
  CHECK(duration_text(192) == "3 min 12 s");
  CHECK(duration_text(7260) == "2 h 1 min");
}

TEST_CASE("a diagnostic is one line with its place, whatever it holds") {
  CHECK(diagnostic_line({Diagnostic::Severity::error, "a.txt", 0, 0, "is empty; leave it out"}) == "a.txt: is empty; leave it out");
  CHECK(diagnostic_line({Diagnostic::Severity::error, "a\nb.txt", 2, 18204, "x\x1b[2J"}) == "a?b.txt: document 2: byte 18,204: x?[2J");
}

TEST_CASE("notes are told with --verbose only, warnings not with --quiet, errors always") {
  const auto told = [](bool quiet, bool verbose) {
    Held held;
    Options options;
    options.quiet = quiet;
    options.verbose = verbose;
    Report report(held.session, options);
    report.report({Diagnostic::Severity::note, "f", 0, 0, "note"});
    report.report({Diagnostic::Severity::warning, "f", 0, 0, "warning"});
    report.report({Diagnostic::Severity::error, "f", 0, 0, "error"});
    CHECK(report.errors() == 1);
    return held.error.str();
  };
  CHECK(told(false, false) == "f: warning\nf: error\n");
  CHECK(told(false, true) == "f: note\nf: warning\nf: error\n");
  CHECK(told(true, false) == "f: error\n");
}

TEST_CASE("a bar is drawn on a terminal and cleaned away, and never in a pipe") {
  const auto drawn = [](bool terminal) {
    Held held;
    held.session.terminal.error = terminal;
    Report report(held.session, {});
    {
      const Progress progress(report, "reading", [] { return Advance{1, 2, 10, 20}; });
      std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
    return held.error.str();
  };
  CHECK(drawn(false).empty());
  const std::string bar = drawn(true);
  CHECK(bar.find("1 of 2 filings") != std::string::npos);
  CHECK(bar.ends_with("\r\x1b[K"));
}
