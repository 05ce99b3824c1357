// A hostile file costs time in proportion to its size: each shape is read at one size and with that size doubled four times.

#include <doctest/doctest.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// A shape: what stands before, what is repeated, what stands behind it once for each time that it is repeated.
struct Shape {
  std::string_view front, part, close;
};

std::string make(const Shape& shape, std::size_t bytes) {
  const std::size_t times = bytes / (shape.part.size() + shape.close.size());
  std::string file(shape.front);
  file.reserve(bytes + shape.front.size());
  for (std::size_t i = 0; i < times; ++i) file += shape.part;
  for (std::size_t i = 0; i < times; ++i) file += shape.close;
  return file;
}

/// Seconds of this thread that `work` takes.
double seconds(const std::function<void()>& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  };
  const double start = now();
  work();
  return now() - start;
}

constexpr double linear = 3.0;  ///< Between two and four.

/// Growth of the time of `work(size)` when the size is doubled, the least of some tries: 2 where time is linear, 4 where it is quadratic. The size is
/// doubled four times, so that a machine that is busy just then, and twice or four times as slow, still shows less than `linear`.
double growth(const std::function<std::function<void()>(std::size_t)>& work) {
  constexpr std::size_t size = 50000;
  constexpr double floor = 0.0005;  // Less is noise.
  const std::function<void()> once = work(size), sixteen_fold = work(16 * size);
  double best = 1e9, least = 1e9, most = 1e9;
  for (unsigned tries = 0; tries < 8 && best > 2.5; ++tries) {
    least = std::min(least, seconds(once));
    most = std::min(most, seconds(sixteen_fold));
    best = std::pow(std::max(most, floor) / std::max(least, floor), 0.25);
  }
  return best;
}

double growth(const Shape& shape) {
  return growth([&](std::size_t bytes) {
    return [file = make(shape, bytes)] {
      Reports reports;
      read_filing({"hostile.txt", Bytes(file)}, reports);
    };
  });
}

void check_all(const std::vector<Shape>& shapes) {
  for (const Shape& shape : shapes) {
    const std::string shown = std::string(shape.part) + " ... " + std::string(shape.close);
    CAPTURE(shown);
    CHECK(growth(shape) < linear);
  }
}

constexpr std::string_view html = "<html><body><p>";
constexpr std::string_view ascii = "Words of a text that is long enough to be a line of prose in it.\n\n";
constexpr std::string_view markdown = "# Head\n\n**b** and **c** words\n\n";

}  // namespace

TEST_CASE("time that grows with the square of the size is told from time in proportion") {
  const auto rounds = [](std::size_t count) {
    return [count] {
      volatile std::size_t sum = 0;
      for (std::size_t i = 0; i < count; ++i) sum = sum + i;
    };
  };
  CHECK(growth([&](std::size_t size) { return rounds(size * 20); }) < linear);
  CHECK(growth([&](std::size_t size) { return rounds(size * size / 5000); }) > linear);
}

TEST_CASE("elements nested to any depth, closed or not, take time in proportion") {
  check_all({{html, "<div>", ""}, {html, "<div>x", "</div>"}, {html, "<span>x", "</span>"}, {html, "<b><i>x", "</i></b>"}, {html, "<b><i>x", "</b></i>"}, {html, "<p><font>x", ""},
             {html, "<ul><li>x", "</ul>"}, {html, "<li>x", ""}, {html, "<table><tr><td>x", ""}, {html, "<table><tr><td>x", "</td></tr></table>"}, {html, "<table>x", ""}, {html, "<td>x", ""},
             {html, "<tr>x", ""}, {html, "<div style='display:none'>x", ""}, {html, "<sup>1", ""}, {html, "x<sup>1</sup>", ""}, {html, "<ix:nonNumeric name=\"dei:A\">x", "</ix:nonNumeric>"},
             {html, "<ix:nonNumeric name=\"dei:A\">x", ""}, {html, "<h1>x", ""}, {html, "<a href=x>x", ""}, {html, "<div>", "</span>"}, {html, "<span>", "</div>"}, {html, "</p>", ""},
             {html, "<pre>x\n", ""}, {html, "<center><p>x", ""}});
}

TEST_CASE("tags, quotes, comments and references that do not end take time in proportion") {
  check_all({{html, "<", ""}, {html, "<p ", ""}, {html, "<p x=\"", ""}, {html, "<p x='\">", ""}, {html, "<p x='", ""}, {html, "<p a=\"b' ", ""}, {html, "<!-- ", ""}, {html, "<!", ""},
             {html, "<!x ", ""}, {html, "<?x", ""}, {html, "<![CDATA[", ""}, {html, "<style>", ""}, {html, "<script><style>", ""}, {html, "<title>x", ""}, {html, "<ix:header>", ""},
             {html, "<ix:header></ix:header>", ""}, {html, "<ix:header><ix:hidden>\"dei:A", ""}, {html, "&#", ""}, {html, "&#x", ""}, {html, "&", ""}, {html, "&amp", ""}, {html, "&a", ""},
             {html, "</", ""}, {html, "</p", ""}, {html, "<a href=\"'>", ""}, {html, "<p style=\"", ""}, {html, "<p style=';;;;'>", ""}, {html, "<p a a a a a a>", ""}, {html, "<a:", ""},
             {html, "<table><!--", "-->"}});
}

TEST_CASE("tables of many rows, columns and spans take time in proportion") {
  check_all({{"<html><table>", "<tr><td>a</td><td rowspan=3>1</td><td>2</td></tr>", ""}, {"<html><table>", "<tr><td rowspan=1000 colspan=1000>a", ""}, {"<html><table>", "<td colspan=1000>a</td>", ""},
             {"<html><table><tr>", "<td>1</td>", ""}, {"<html><table>", "<tr><td>&#8226;</td><td>item</td></tr>", ""}, {"<html><table>", "<tr><td>$</td><td>1</td><td>)</td></tr>", ""},
             {"<html>", "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>", ""}, {"<html><table><tr><td>", "<p>x</p>", ""}, {"<html><table>", "<th>a<th>", ""},
             {"<html>", "<table><tr><td>x</td></tr></table><hr>", ""}});
}

TEST_CASE("page breaks, line breaks and signs without number take time in proportion") {
  check_all({{html, "<hr>", ""}, {html, "<p>1</p><hr>", ""}, {html, "<p>Report of Zeta</p><p>7</p><hr style='page-break-after:always'>", ""}, {html, "<br>", ""}, {html, "x<br>", ""},
             {html, "<p>the compound is studied in a long trial whose results are expected by</p>", ""}, {html, "<p style='page-break-before:always'>a", ""},
             {html, "<font face=Wingdings>o</font>", ""}, {html, "&nbsp;", ""}, {html, "&#8203;", ""}, {html, "\x81", ""}, {html, "\xE2\x80", ""}, {html, "x <i>", ""}, {html, "<b>x</b>y", ""}});
}

TEST_CASE("old texts of every shape take time in proportion") {
  check_all({{ascii, "\r", ""}, {ascii, "\n", ""}, {ascii, "\r\n", ""}, {ascii, "\f", ""}, {ascii, "\t", ""}, {ascii, " ", ""}, {ascii, "x\r", ""}, {ascii, "x", ""}, {ascii, "x ", ""}, {ascii, ". ", ""},
             {ascii, "-", ""}, {ascii, "-\n", ""}, {ascii, "ab-\n", ""}, {ascii, "....  ", ""}, {ascii, "a  ", ""}, {ascii, "a   1\n", ""}, {ascii, "a   b   c\n", ""}, {ascii, "<PAGE>", ""},
             {ascii, "<PAGE>\n", ""}, {ascii, "1\n<PAGE>\n", ""}, {ascii, "Head\n<PAGE>\nx\n\n", ""}, {ascii, "<TABLE>\n", ""}, {ascii, "<TABLE><S><C>", ""}, {ascii, "<TABLE>\na  b\n</TABLE>\n", ""},
             {ascii, "<TABLE>\n", "</TABLE>\n"}, {ascii, "<S>x", ""}, {ascii, "<S> <C>\n", ""}, {ascii, "<", ""}, {ascii, "<b", ""}, {ascii, "x < y\n", ""}, {ascii, "Item 1. X\n\n", ""},
             {ascii, "the words of a line that goes on and on and so it does without a\n\n", ""}, {ascii, "a. B", ""}, {ascii, "* ", ""}, {ascii, "----- ", ""}, {ascii, "x\n---\n", ""},
             {ascii, "&amp;", ""}, {ascii, "a                                        b\n", ""}, {"<TABLE>\n<S> <C>\n", "a  b\n     c\n", ""}, {"<TABLE>\n", "a  b  c  d  e  f  g  h\n", ""},
             {"<TABLE>\na   b\n", "a   ", "\n    b"}, {"<TABLE>\na   b\n", "(a   ", "\n(b"}, {"<TABLE>\n<S> <C>\nlabel of a row   1\n", "label of a row that is long\n and goes on\n", ""}});
}

TEST_CASE("Markdown of every shape takes time in proportion") {
  check_all({{markdown, "[", ""}, {markdown, "[x](", ""}, {markdown, "![", ""}, {markdown, "*", ""}, {markdown, "**", ""}, {markdown, "_a", ""}, {markdown, "| ", ""}, {markdown, "|\n", ""},
             {markdown, "|a|b|\n", ""}, {markdown, "# x\n", ""}, {markdown, "\\", ""}, {markdown, "<", ""}, {markdown, "<sup>1", ""}, {markdown, "{1}---\n", ""}, {markdown, "- x\n", ""}, {markdown, "](", ""}, {markdown, "[a][", ""}});
}
