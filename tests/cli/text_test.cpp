#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

constexpr const char* hostile =
    "<SEC-HEADER>\nACCESSION NUMBER:\t1\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>\"><script>document.title='hurt'</script>\n<SEQUENCE>1\n<TEXT>\n<html><body>"
    "<p onclick=\"document.title='hurt'\">Words one. <script>document.title='hurt'</script>&lt;script&gt;document.title='hurt'&lt;/script&gt; and words <span hidden>x</span> two.</p>"
    "<p>\"&gt;&lt;img src=x onerror=\"document.title='hurt'\"&gt; and '&gt;&lt;/pre&gt;&lt;svg onload=document.title='hurt'&gt;</p></body></html>\n</TEXT>\n</DOCUMENT>\n";

/// Whole of the column `name` of a table as CSV, by the first cell of another column.
std::string csv_cell(const std::string& csv, const std::string& row, const std::string& column) {
  std::istringstream lines(csv);
  std::string line;
  std::vector<std::string> names;
  while (std::getline(lines, line)) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    if (names.empty()) {
      names = cells;
      continue;
    }
    if (std::find(cells.begin(), cells.end(), row) == cells.end()) continue;
    const auto at = static_cast<std::size_t>(std::find(names.begin(), names.end(), column) - names.begin());
    return at < cells.size() ? cells[at] : "";
  }
  return "no row";
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += part;
  return all;
}

/// Seconds of processor time that a run of the program takes.
double seconds_for(const std::vector<std::string>& words) {
  const auto used = [] {
    rusage all{};
    ::getrusage(RUSAGE_CHILDREN, &all);
    return static_cast<double>(all.ru_utime.tv_sec + all.ru_stime.tv_sec) + 1e-6 * static_cast<double>(all.ru_utime.tv_usec + all.ru_stime.tv_usec);
  };
  const double before = used();
  CHECK(run(words, {.output = "/dev/null"}).code == 0);
  return used() - before;
}

/// How much longer `rxgraph text` takes for `twice` than for `once`, a constant apart; the least of up to three tries, for the machine may be busy.
double growth(const std::string& once, const std::string& twice, const std::string& option) {
  double least = 1e9;
  for (int i = 0; i < 3 && least > 3; ++i) {
    std::vector<std::string> words = {"text", once};
    if (!option.empty()) words.push_back(option);
    const double first = seconds_for(words);
    words[1] = twice;
    least = std::min(least, seconds_for(words) / (first + 0.1));
  }
  return least;
}

/// A hostile file of about so many bytes.
struct Shape {
  const char* what;
  std::string front;
  std::string part;          ///< Again and again,
  std::string last = {};     ///< and in the second half of the file this.

  std::string of(std::size_t size) const {
    return last.empty() ? front + repeated(part, size) : front + repeated(part, size / 2) + "</p>" + repeated(last, size / 2);
  }
};

}  // namespace

TEST_CASE("a report accounts for every byte of every sample") {
  for (const auto& entry : std::filesystem::directory_iterator(samples())) {
    const std::string path = entry.path().string();
    CAPTURE(path);
    const Ran ran = run({"text", path, "--report", "--format", "csv"});
    CHECK(ran.code == 0);
    CHECK(ran.error == "");
    CHECK(csv_cell(ran.out, "total", "bytes") == std::to_string(entry.file_size()));
    std::uint64_t sum = 0;
    for (const char* use : {"text", "markup", "furniture", "hidden", "payload", "unreadable"}) sum += std::stoull(csv_cell(ran.out, "total", use));
    CHECK(sum == entry.file_size());
  }
}

TEST_CASE("what shows a text is one thing at a time") {
  CHECK(run({"text", sample("pfizer-press-release-2023.md"), "--report", "--html"}).code == 2);
  CHECK(holds(run({"text", sample("pfizer-press-release-2023.md"), "--view", "tables", "--html"}).error, "--view and --html exclude each other"));
  CHECK(holds(run({"text", sample("pfizer-press-release-2023.md"), "-o", "x"}).error, "--output is for --html"));
  CHECK(holds(run({"explain", "Alpha Inc. licensed AB-123.", "-o", "x"}).error, "--output is for --html"));
}

TEST_CASE("pages of a text and of a review are whole, and written where -o says") {
  const TemporaryFolder folder;
  for (const std::string verb : {"text", "explain"}) {
    CAPTURE(verb);
    const std::string path = folder.path(verb + ".html");
    const Ran ran = run({verb, sample("seagen-10k-2020.htm"), "--html", "-o", path});
    CHECK(ran.code == 0);
    CHECK(ran.error == "");
    CHECK(ran.out == "");
    const std::string page = content_of(path);
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.ends_with("</body></html>\n"));
    CHECK(page == run({verb, sample("seagen-10k-2020.htm"), "--html"}).out);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("http") == page.find("http-equiv"));
  }
}

TEST_CASE("a browser shows the page of a hostile filing and runs nothing of it") {
  const std::string browser = "/usr/bin/chromium";
  if (!std::filesystem::exists(browser)) {
    MESSAGE("skipped: " << browser << " is absent");
    return;
  }
  const TemporaryFolder folder;
  const std::string file = folder.write("hostile.txt", hostile);
  for (const std::string verb : {"text", "explain"}) {
    CAPTURE(verb);
    const std::string page = folder.path(verb + ".html");
    const std::string dom = folder.path(verb + ".dom");
    REQUIRE(run({verb, file, "--html", "-o", page}).code == 0);
    const std::string command = "timeout 100 " + browser + " --headless --no-sandbox --disable-gpu --user-data-dir=" + folder.path("profile") + " --virtual-time-budget=2000 --dump-dom file://" +
                                page + " >" + dom + " 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    const std::string shown = content_of(dom);
    CHECK(holds(shown, "<title>" + file + "</title>"));
    CHECK(holds(shown, " two."));
    CHECK_FALSE(holds(shown, "<script"));
    CHECK_FALSE(holds(shown, "<img"));
    CHECK_FALSE(holds(shown, "<svg"));
    if (verb == "text") CHECK(holds(shown, "<a href=\"#b1\" id=\"s1\""));
  }
}

TEST_CASE("a hostile file of twice the size takes text twice the time") {
  const TemporaryFolder folder;
  constexpr std::size_t size = 1 << 20;
  const Shape shapes[] = {{"deep divisions", "<html>", "<div>x"},
                          {"deep tables", "<html>", "<table><tr><td>x"},
                          {"small tables", "<html>", "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"},
                          {"many columns", "<html><table><tr>", "<td>x</td>"},
                          {"rows behind wide cells", "<html><table><tr><td colspan=1000 rowspan=1000>a</td><td>b</td></tr>", "<tr><td>x</td><td>y</td></tr>"},
                          {"hidden words", "<html><p>", "a <s hidden>x</s>"},
                          {"hidden words, then blocks", "<html><p>", "a <s hidden>x</s>", "<p>b</p>"},
                          {"open tags", "<html><p>", "<p x=\""},
                          {"references", "<html><p>", "&#8217;&"},
                          {"footnote marks", "<html><p>", "a<sup>1</sup>"},
                          {"page breaks", "<html>", "<p>1</p><hr style='page-break-after:always'>"},
                          {"headings", "", "Item 1. Business\n\n"},
                          {"documents", "<SEC-HEADER>x</SEC-HEADER>\n", "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n"},
                          {"drawn tables", "", "<TABLE>\n<S> <C> <C>\na    1    2\nb    3    4\n</TABLE>\n"},
                          {"pages", "", "1\n<PAGE>\n"},
                          {"pipes", "# a\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n"},
                          {"stops", "Words.\n\n", "a. B "},
                          {"one word", "Words.\n\n", "x"},
                          {"lines of CR", "Words.\n\n", "a\r"}};
  for (const Shape& shape : shapes) {
    const std::string what = shape.what;
    CAPTURE(what);
    const std::string once = folder.write("once", shape.of(size));
    const std::string twice = folder.write("twice", shape.of(2 * size));
    for (const std::string option : {"", "--report", "--html", "--view=tables"}) {
      CAPTURE(option);
      CHECK(growth(once, twice, option) < 3);
    }
  }
}
