#include "ingest/read/read.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "ingest/read/container.hpp"
#include "ingest/read/header.hpp"
#include "ingest/read/html.hpp"
#include "ingest/names/lexis.hpp"
#include "ingest/read/plain.hpp"
#include "ingest/read/sections.hpp"
#include "ingest/read/sentences.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t sample_size = 4096;            ///< Bytes looked at to tell text from other data.
constexpr std::uint64_t longest_document = 0xE0000000;  ///< Text positions have 32 bits.

Filing facts_of(const RawFiling& raw, std::string_view file, const Container& container) {
  Filing filing;
  filing.key = hash_hex(file);
  filing.path = raw.path;
  filing.bytes = file.size();
  filing.documents = container.documents;
  const ByteRange header = container.header.where;
  if (header.end > header.begin) {
    const std::string_view text = file.substr(header.begin, header.end - header.begin);
    if (container.header.tagged) {
      read_tagged_header(text, filing);
    } else {
      read_text_header(text, filing);
    }
  }
  if (filing.form.empty() && !container.documents.empty()) filing.form = container.documents.front().type;
  return filing;
}

Draft read_body(Writing writing, std::string_view body, std::uint64_t file, std::vector<CoverFact>& facts) {
  switch (writing) {
    case Writing::html: return read_html(body, file, facts);
    case Writing::markdown: return read_markdown(body, file);
    case Writing::ascii:
    case Writing::none: break;
  }
  return read_ascii(body, file);
}

/// The numbers of the items that are sections of the main document.
std::vector<std::string> items_of(const std::vector<Section>& sections) {
  std::vector<std::string> items;
  for (const Section& section : sections) {
    const bool item = !section.name.empty() && is_digit(section.name[0]) && starts_with_folded(trimmed(section.title), "item");
    if (item && std::find(items.begin(), items.end(), section.name) == items.end()) items.push_back(section.name);
  }
  return items;
}

/// True for an element whose tags stand between words.
bool parts_words(Element element) noexcept {
  switch (element) {
    case Element::block: case Element::p: case Element::div: case Element::heading: case Element::br: case Element::hr: case Element::li: case Element::list:
    case Element::center: case Element::table: case Element::row: case Element::cell: case Element::header_cell: case Element::caption: case Element::page:
      return true;
    default: return false;
  }
}

/// Compares letters and digits one after the other.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  /// The next letter or digit; 0 at the end.
  char32_t next() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (static_cast<unsigned char>(c) < 0x80) {
        ++at_;
        if (is_letter(c) || is_digit(c)) return static_cast<char32_t>(static_cast<unsigned char>(c));
        continue;
      }
      const CodePoint point = decode_utf8(text_, at_);
      at_ += point.size;
      if (u_isalnum(static_cast<UChar32>(point.code))) return point.code;
    }
    return 0;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string_view reader_version() noexcept { return "1"; }

std::string why_no_filing(std::string_view bytes) {
  if (bytes.empty()) return "empty";
  const std::string_view sample = bytes.substr(0, sample_size);
  std::size_t printable = 0;
  std::size_t controls = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    printable += byte > ' ' && byte != 0x7F;
    controls += byte < ' ' && !is_blank(c);
  }
  if (printable == 0) return "0 printable bytes in the first " + std::string(sample.size() == sample_size ? "4,096" : std::to_string(sample.size()));
  if (sample.starts_with("\x1F\x8B") || sample.starts_with("PK\x03\x04") || sample.starts_with("BZh") || sample.starts_with("\xFD" "7zXZ") || sample.starts_with("\x28\xB5\x2F\xFD")) {
    return "compressed, not a filing";
  }
  if (sample.starts_with("%PDF-")) return "PDF, not a filing";
  if (controls * 10 > sample.size()) return std::to_string(controls) + " control bytes in the first " + std::to_string(sample.size());
  const std::string_view text = trimmed(bytes.substr(0, 64 << 10));
  if (text.empty()) return "white space only";
  if (text[0] == '{' || text[0] == '[') {
    const std::string_view inside = trimmed(text.substr(1));
    const bool object = text[0] == '{' && !inside.empty() && (inside[0] == '"' || inside[0] == '}');
    const bool array = text[0] == '[' && !inside.empty() && (inside[0] == '{' || inside[0] == '"' || (inside[0] == '[' && inside.size() > 1 && inside[1] != ' '));
    if (object || array) return "JSON, not a filing";
  }
  return {};
}

Filing read_filing(const RawFiling& raw, DiagnosticSink& diagnostics, const std::function<void(DocumentText&&, const Filing&)>& each) {
  const std::string_view file = raw.bytes.view();
  const Container container = open_container(file);
  Filing filing = facts_of(raw, file, container);
  bool first = true;
  for (const Document& document : container.documents) {
    const ByteRange where = document.body;
    const std::string_view body = file.substr(where.begin, where.end - where.begin);
    const Writing writing = writing_of(body, document.type);
    if (writing == Writing::none) continue;
    if (body.size() > longest_document) {
      diagnostics.report({Diagnostic::Severity::error, raw.path, document.number, where.begin, "document of more than 3.7 GB; split the filing"});
      continue;
    }
    std::vector<CoverFact> facts;
    DocumentText text = finish(read_body(writing, body, where.begin, facts), document);
    if (text.blocks.empty()) continue;
    if (!facts.empty()) add_cover_facts(facts, filing);
    if (first) add_cover_page(text, filing);
    first = false;
    text.sections = find_sections(text, filing);
    if (filing.items.empty() && starts_with_folded(filing.form, "8-K")) filing.items = items_of(text.sections);
    text.sentences = split_sentences(text);
    each(std::move(text), filing);
  }
  return filing;
}

FilingText read_filing(const RawFiling& raw, DiagnosticSink& diagnostics) {
  FilingText text;
  text.filing = read_filing(raw, diagnostics, [&](DocumentText&& document, const Filing&) { text.documents.push_back(std::move(document)); });
  return text;
}

std::string read_passage(std::string_view bytes) {
  Draft draft;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t sign = std::min(bytes.find('<', at), bytes.size());
    draft.put_run(bytes.substr(at, sign - at), at, plain_face);
    if (sign == bytes.size()) break;
    const Tag tag = tag_at(bytes, sign);
    if (tag.element == Element::none) {
      draft.put_run(bytes.substr(sign, 1), sign, plain_face);
      at = sign + 1;
    } else {
      if (parts_words(tag.element)) draft.put_blank(sign);
      at = sign + tag.size;
    }
  }
  return std::move(draft.text);
}

bool same_words(std::string_view shown, std::string_view text) {
  WordReader a(shown);
  WordReader b(text);
  for (;;) {
    const char32_t left = a.next();
    if (left != b.next()) return false;
    if (left == 0) return true;
  }
}

}  // namespace rxgraph::ingest
