#include <doctest/doctest.h>

#include <unicode/uchar.h>

#include "base/utf8.hpp"
#include "ingest/read/account.hpp"
#include "ingest/read/container.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/source.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// One past the tag, comment, declaration or instruction that begins at `at`, told by brackets and quotes alone; `at` if none does.
std::size_t behind_tag(std::string_view file, std::size_t at) {
  if (file.substr(at).starts_with("<!--")) return std::min(file.find("-->", at), file.size() - 3) + 3;
  const char first = at + 1 < file.size() ? file[at + 1] : ' ';
  if (!is_letter(first) && first != '/' && first != '!' && first != '?') return at;
  char quote = 0;
  for (std::size_t i = at + 1; i < file.size(); ++i) {
    const char c = file[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && file[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    } else if (c == '<') {
      return i;
    }
  }
  return file.size();
}

/// One past the address of a link or picture, or the mark of a page, that Markdown has at `at`; `at` for none.
std::size_t behind_markdown(std::string_view file, std::size_t at) {
  const std::string_view rest = file.substr(at, 4096);
  if (rest.starts_with("](")) return at + std::min(rest.find(')'), rest.size() - 1) + 1;
  if (rest.starts_with("![")) return at + std::min(rest.find("]("), rest.size());
  if (rest.starts_with("{") && rest.find("}---") < 12) return at + rest.find('}') + 1;
  return at;
}

/// True if `glyph` is a letter or digit of any script.
bool is_of_word(const Glyph& glyph) {
  return glyph.kind == Glyph::Kind::text && u_isalnum(static_cast<UChar32>(decode_utf8(glyph.view(), 0).code));
}

/// First byte of the letters and digits of `document` that are neither text nor accounted for as something else than markup, and that stand
/// neither in a tag nor in the name of a blank; npos if there are none. What becomes of a word is not asked of the reader but of the bytes.
std::size_t word_in_markup(const DocumentText& document, std::string_view file) {
  const ByteRange body = document.document.body;
  const bool markdown = writing_of(file.substr(body.begin, body.end - body.begin), document.document.type) == Writing::markdown;
  std::size_t tag_end = body.begin;
  for (const UsedRange& used : uses_of(document)) {
    if (used.use != Use::markup) continue;
    for (std::size_t i = std::max<std::size_t>(used.where.begin, tag_end); i < used.where.end;) {
      if (markdown && (tag_end = behind_markdown(file, i)) > i) {
        i = tag_end;
      } else if (file[i] == '<' && (tag_end = behind_tag(file, i)) > i) {
        i = tag_end;
      } else {
        const Glyph glyph = glyph_at(file, i);
        if (is_of_word(glyph)) return i;
        i += glyph.size;
      }
    }
  }
  return std::string_view::npos;
}

/// Checks all documents of the filings at `paths`; those whose file names begin with one of `shut` are left out. Gives how many there were.
std::size_t check_all(const std::vector<std::string>& paths, const std::vector<std::string>& shut) {
  Reports reports;
  FileSource source(paths, reports);
  std::size_t documents = 0;
  while (const auto raw = source.next()) {
    const std::string name = std::filesystem::path(raw->path).filename().string();
    if (std::any_of(shut.begin(), shut.end(), [&](const std::string& each) { return name.starts_with(each); })) continue;
    for (const DocumentText& document : read_filing(*raw, reports).documents) {
      const std::size_t at = word_in_markup(document, raw->bytes.view());
      const bool found = at != std::string_view::npos;
      CHECK_MESSAGE(!found, name << ": byte " << at << " is read as markup");
      ++documents;
    }
  }
  return documents;
}

}  // namespace

TEST_CASE("a word that became no text is noticed") {
  const std::string file = page("<p>Two <b>words</b>&nbsp;&amp; more</p><p>here</p>");
  FilingText text = read(file);
  DocumentText& document = text.documents.front();
  CHECK(word_in_markup(document, file) == std::string_view::npos);
  ByteMap without;
  without.append_copy(document.map, {0, 4});
  document.map = without;
  CHECK(word_in_markup(document, file) == file.find("words"));
}

TEST_CASE("markup holds no word of the samples") {
  CHECK(check_all({std::string(RXGRAPH_SOURCE_DIR) + "/samples"}, {}) >= 8);
}

TEST_CASE("markup holds no word of the shared filings") {
  const std::string folder = std::string(RXGRAPH_SOURCE_DIR) + "/../shared/corpus";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: " << folder << " is absent");
    return;
  }
  const std::vector<std::string> shut = {"acurx-s1", "curis-424b5", "jnj-10k-2025", "kiniksa-", "merck-10q-2023", "cuad-xencor"};
  CHECK(check_all({folder + "/dev", folder + "/filings", folder + "/8k-1994-2023.zip"}, shut) > 450);
}
