#include <doctest/doctest.h>

#include "ingest/read/container.hpp"
#include "ingest/read/source.hpp"
#include "tests/ingest/reading.hpp"

#ifdef RXGRAPH_HAS_GUMBO
#include "tests/ingest/gumbo_text.hpp"
#endif

using namespace rxgraph;
using namespace rxgraph::ingest;

#ifdef RXGRAPH_HAS_GUMBO

namespace {

/// The words of `text` that hold a letter or digit.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", i), text.size());
    const std::string_view word = text.substr(i, end - i);
    const bool letters = std::any_of(word.begin(), word.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return is_letter(c) || is_digit(c) || (byte >= 0xC3 && byte != 0xE2 && byte != 0xEF);
    });
    if (letters) words.push_back(word);
    i = end + 1;
  }
  return words;
}

/// True if one of `ranges`, which are in order, has a byte in [begin, end).
bool touches(const std::vector<ByteRange>& ranges, std::uint64_t begin, std::uint64_t end) {
  const auto found = std::upper_bound(ranges.begin(), ranges.end(), begin, [](std::uint64_t at, const ByteRange& each) { return at < each.end; });
  return found != ranges.end() && found->begin < end;
}

/// Says where the words of `document` and those of gumbo part, with some words around; empty if they are the same.
std::string difference(const DocumentText& document, std::string_view file) {
  const ByteRange where = document.document.body;
  const std::string_view body = file.substr(where.begin, where.end - where.begin);
  std::vector<ByteRange> furniture;
  for (const LeftOut& each : document.left_out) {
    if (each.kind == LeftOut::Kind::furniture) furniture.push_back(each.where);
  }
  const std::vector<ByteRange> kept = document.map.file_ranges();
  const std::string theirs = GumboPage(body).text([&](std::size_t begin, std::size_t end, bool symbols) {
    if (touches(furniture, where.begin + begin, where.begin + end)) return true;
    return symbols && !touches(kept, where.begin + begin, where.begin + end);
  });
  const auto a = words_of(document.text);
  const auto b = words_of(theirs);
  std::size_t i = 0;
  std::size_t k = 0;
  for (; i < a.size() && k < b.size(); ++i, ++k) {
    if (a[i] == b[k]) continue;
    if (!b[k].ends_with('-') || k + 1 == b.size() || a[i] != std::string(b[k]) + std::string(b[k + 1])) break;
    ++k;  // a sentence cut at a hyphen by the end of a page is joined without a blank
  }
  if (i == a.size() && k == b.size()) return {};
  const auto around = [](const std::vector<std::string_view>& words, std::size_t at) {
    std::string shown;
    for (std::size_t n = at > 3 ? at - 3 : 0; n < words.size() && n < at + 6; ++n) shown += std::string(words[n]) + " ";
    return shown;
  };
  return "word " + std::to_string(i) + ": " + around(a, i) + "| gumbo: " + around(b, k);
}

/// Counts the pages below `paths` and those whose words differ.
struct Comparison {
  std::size_t pages = 0;
  std::size_t words = 0;
  std::vector<std::string> different;
};

Comparison compare(const std::vector<std::string>& paths) {
  Comparison result;
  Reports reports;
  FileSource source(paths, reports);
  while (const auto raw = source.next()) {
    const std::string_view file = raw->bytes.view();
    for (const DocumentText& document : read_filing(*raw, reports).documents) {
      const ByteRange body = document.document.body;
      if (writing_of(file.substr(body.begin, body.end - body.begin), document.document.type) != Writing::html) continue;
      ++result.pages;
      result.words += words_of(document.text).size();
      if (const std::string what = difference(document, file); !what.empty()) {
        result.different.push_back(std::filesystem::path(raw->path).filename().string() + " " + std::to_string(document.document.number) + ": " + what);
      }
    }
  }
  return result;
}

/// Says what is different, line by line.
std::string shown(const Comparison& result) {
  std::string all;
  for (const std::string& each : result.different) all += each + "\n";
  return all;
}

}  // namespace

TEST_CASE("gumbo shows the same words in the same order for pages of every shape") {
  for (const char* body :
       {"<p>one<p>two<div>three</p>four</div>", "<p>a<b>b<i>c</b>d</i>e</p>", "<table><tr><td>a<td>b<tr><td>c</table>", "<ul><li>a<li>b<ul><li>c</ul></ul>d",
        "<p>AT&amp;T &lt;b&gt; &copy;2003 &nbsp;&#146;x&#8217; &eacute;t&eacute; &notit; &amp;nbsp;</p>", "<p>a<!-- <p>no</p> -->b<span>c</span> d</p>",
        "<p>a<span style='display:none'>no<b>no</b></span>b</p><div hidden>no</div>", "<center>a<font size=2>b</font></center>c<hr>d<br>e",
        "<div style='display:inline'>a</div><div style='display:inline'>b</div><span style='display:block'>c</span>d", "<p>x&#8203;y&shy;z</p><p>a&#xa0;b&ensp;c</p>"}) {
    CAPTURE(body);
    const std::string file = page(body);
    const FilingText text = read(file);
    REQUIRE(text.documents.size() == 1);
    CHECK(difference(text.documents.front(), file) == "");
  }
}

TEST_CASE("gumbo shows the same words in the same order for the samples") {
  const Comparison result = compare({std::string(RXGRAPH_SOURCE_DIR) + "/samples"});
  CHECK(result.pages > 0);
  CHECK(shown(result) == "");
}

TEST_CASE("gumbo shows the same words in the same order for the shared filings") {
  const std::string folder = std::string(RXGRAPH_SOURCE_DIR) + "/../shared/corpus";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: " << folder << " is absent");
    return;
  }
  const Comparison result = compare({folder + "/dev", folder + "/filings", folder + "/8k-1994-2023.zip"});
  CHECK(result.pages > 10);
  std::string different;  // no words of filings in what is reported
  for (const std::string& each : result.different) different += each.substr(0, each.find(':')) + "\n";
  CHECK(different == "");
}

#else

TEST_CASE("gumbo shows the same words in the same order") { MESSAGE("skipped: libgumbo-dev was absent when this was built"); }

#endif
