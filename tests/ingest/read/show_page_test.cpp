#include <doctest/doctest.h>

#include <set>

#include "ingest/read/page.hpp"
#include "ingest/read/show_page.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

std::string page_of(const std::string& file, const std::string& path = "a.txt") {
  Reports reports;
  std::string page;
  show_page({path, Bytes(file)}, reports, [&](std::string_view part) { page += part; });
  return page;
}

/// What stands between each `before` and the next `after`.
std::vector<std::string> between(std::string_view text, std::string_view before, std::string_view after) {
  std::vector<std::string> all;
  for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before, at)) {
    at += before.size();
    all.emplace_back(text.substr(at, text.find(after, at) - at));
  }
  return all;
}

/// The tags of a page that are none of those that the page itself is made of.
std::set<std::string> foreign_tags(const std::string& page) {
  static const std::set<std::string> own = {"!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "p",
                                            "div",      "pre",  "a",    "i",    "table", "tr",    "td",   "th",     "br"};
  std::set<std::string> foreign;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    std::string name = page.substr(at + 1, page.find_first_of(" >\n", at) - at - 1);
    if (name.starts_with("/")) name.erase(0, 1);
    if (!own.contains(name)) foreign.insert(name);
  }
  return foreign;
}

}  // namespace

TEST_CASE("every sentence of a page leads to its bytes and back") {
  const std::string file = page("<h2>Pipeline</h2><p>It <b>binds</b>. It works <span hidden>not</span> well.</p><table><tr><th>Drug</th><th>Phase</th></tr><tr><td>A-1</td><td>1</td></tr></table>");
  const std::string shown = page_of(file);
  std::size_t sentences = 0;
  for (const DocumentText& document : read(file).documents) sentences += document.sentences.size();
  for (std::size_t i = 0; i < sentences; ++i) {
    const std::string id = std::to_string(i);
    CAPTURE(id);
    CHECK(shown.find("<a href=\"#b" + id + "\" id=\"s" + id + "\"") != std::string::npos);
    CHECK(shown.find("<a href=\"#s" + id + "\" id=\"b" + id + "\"") != std::string::npos);
  }
  CHECK(shown.find("id=\"b2.1\"") != std::string::npos);  // what stands behind the hidden word
  CHECK(shown.find("id=\"s" + std::to_string(sentences) + "\"") == std::string::npos);
  const auto ids = between(shown, " id=\"", "\"");
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}

TEST_CASE("the left side of a page is the file as filed") {
  const std::string file = page("<p>It &amp; <b>that</b>.</p><p style=\"display:none\">no</p>\n<p>More.</p>");
  std::string left;
  for (const std::string& part : between(page_of(file), "<pre>\n", "</pre>")) left += part;
  std::string plain;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == '<') {
      i = left.find('>', i);
    } else {
      plain += left[i];
    }
  }
  CHECK(plain == escaped(file));
}

TEST_CASE("what a hostile filing holds is mere text on its page") {
  const std::string evil = "</pre></td><script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a>\"' onclick=\"x ";
  const std::string file = "<SEC-HEADER>\nACCESSION NUMBER:\t<script>x</script>\nCONFORMED SUBMISSION TYPE:\t\"><script>\nFILER:\nCOMPANY CONFORMED NAME:\t</p><script>y</script>\n</SEC-HEADER>\n"
                           "<DOCUMENT>\n<TYPE>\"><script>z</script>\n<SEQUENCE>1\n<FILENAME></h2><script>\n<DESCRIPTION>" + evil + "\n<TEXT>\n" + page("<p>" + evil + "&lt;script&gt;alert(2)&lt;/script&gt; words.</p><title></title><script>unseen</script>") +
                           "</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\n" + evil + "\n</TEXT>\n</DOCUMENT>\n";
  const std::string shown = page_of(file, "\"><script>alert(3)</script>.txt");
  CHECK(foreign_tags(shown).empty());
  CHECK(shown.find("&lt;script&gt;") != std::string::npos);
  for (const std::string& tag : between(shown, "<", ">")) CHECK(tag.find("onerror") == std::string::npos);
  for (const std::string& target : between(shown, "href=\"", "\"")) CHECK(target.starts_with("#"));
  CHECK(shown.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("long runs of what is no text are shortened, and their bytes told") {
  const std::string shown = page_of(page("<p>Seen.</p><script>" + std::string(5000, 'x') + "</script><p>Seen too.</p>"));
  CHECK(shown.find(" \u2026 4840 bytes of hidden \u2026 ") != std::string::npos);
  CHECK(shown.size() < 8000);
}

TEST_CASE("bytes that are no UTF-8 are shown as windows-1252, controls as replacement characters") {
  CHECK(escaped("a\x92s \xC3\xA9 \x01"
                "b<&>\"'") == "a's \u00E9 \uFFFDb&lt;&amp;&gt;&quot;&#39;");
  CHECK(escaped("a\r\nb\rc\n") == "a\nb\nc\n");
}
