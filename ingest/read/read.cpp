#include "ingest/read/read.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "ingest/read/container.hpp"
#include "ingest/read/dating.hpp"
#include "ingest/read/file_name.hpp"
#include "ingest/read/forms.hpp"
#include "ingest/read/header.hpp"
#include "ingest/read/html.hpp"
#include "ingest/read/json_filing.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/members.hpp"
#include "ingest/read/plain.hpp"
#include "ingest/read/sections.hpp"
#include "ingest/read/sentences.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t sample_size = 4096;            ///< Bytes looked at to tell text from other data.
constexpr std::uint64_t longest_document = 0xE0000000;  ///< Text positions have 32 bits.

Filing start_of(const RawFiling& raw, const FilingKey& key) {
  Filing filing;
  filing.key = key.empty() ? hash_hex(raw.bytes) : key;
  filing.path = raw.path;
  filing.bytes = raw.bytes.view().size();
  return filing;
}

/// Returns false where the header may lack items.
bool read_header(std::string_view file, const HeaderPart& header, Filing& filing) {
  const std::string_view text = file.substr(header.where.begin, header.where.end - header.where.begin);
  return header.tagged ? read_tagged_header(text, filing) : read_text_header(text, filing);
}

/// Bytes of `sample` that no text holds.
std::size_t count_controls(std::string_view sample) {
  return static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' && !is_blank(c); }));
}

/// True for more controls than a text of `size` bytes may have by accident; of random bytes one in ten is one.
bool is_binary(std::size_t controls, std::size_t size) { return controls * 20 > size; }

/// What is wrong with a document that should be text; empty if nothing is.
std::string why_no_text(std::string_view body) {
  const std::string_view sample = body.substr(0, sample_size);
  const std::size_t controls = count_controls(sample);
  if (!is_binary(controls, sample.size())) return {};
  return "no text: " + std::to_string(controls) + " control bytes in the first " + std::to_string(sample.size()) + "; the document is left out";
}

Draft read_body(Writing writing, std::string_view body, std::uint64_t file, std::vector<CoverFact>& facts, const ReadTo& read_to = {}) {
  switch (writing) {
    case Writing::html: return read_html(body, file, facts, read_to);
    case Writing::markdown: return read_markdown(body, file);
    case Writing::ascii:
    case Writing::none: break;
  }
  return read_ascii(body, file, read_to);
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

/// Reads the documents of one filing, one after the other.
class FilingReader {
 public:
  FilingReader(const RawFiling& raw, DiagnosticSink& diagnostics, const std::function<void(DocumentText&&, const Filing&)>& each, FileAccount* account, const FilingKey& key)
      : raw_(raw), file_(raw.bytes.view()), diagnostics_(diagnostics), each_(each), account_(account), filing_(start_of(raw, key)) {}

  Filing read() {
    if (is_json_filing(file_)) {
      read_json();
    } else {
      read_documents();
    }
    if (first_) add_file_name(raw_.path, filing_);  // Nothing has text.
    if (account_ != nullptr) account_->envelope.markup = file_.size() - bytes_of(account_->total());
    return std::move(filing_);
  }

 private:
  void read_documents() {
    ContainerReader container(file_);
    items_known_ = read_header(file_, container.header(), filing_) && !filing_.items.empty();
    while (std::optional<Document> document = container.next()) {
      if (filing_.form.empty()) filing_.form = document->type;
      filing_.documents.push_back(*document);
      const ByteRange where = document->body;
      read_document(std::move(*document), file_.substr(where.begin, where.end - where.begin));
      release(std::min<std::uint64_t>(container.done(), where.end));
    }
  }

  void read_document(Document document, std::string_view body) {
    const Writing writing = writing_of(body, document.type);
    ByteAccount bytes;
    if (writing == Writing::none) {
      (trimmed(body).empty() ? bytes.markup : bytes.payload) = body.size();
      return take(document, bytes);
    }
    const std::uint32_t number = document.number;
    const std::uint64_t begin = document.body.begin;
    bytes.unreadable = body.size();
    if (body.size() > longest_document) {
      take(document, bytes);
      return report(number, begin, "document of more than 3.7 GB; split the filing");
    }
    if (std::string fault = why_no_text(body); !fault.empty()) {
      take(document, bytes);
      return report(number, begin, std::move(fault));
    }
    guarded(document, [&] {
      std::vector<CoverFact> facts;
      if (body.size() > release_step) raw_.bytes.release(document.body);  // its end was looked for
      Draft draft = read_body(writing, body, begin, facts, [this](std::uint64_t byte) { release(byte); });
      release(begin + body.size());
      DocumentText text = finish(std::move(draft), document);
      take(document, text.account);
      if (text.blocks.empty()) return;
      add_facts(text, facts);
      text.sections = find_sections(text, filing_);
      hand_on(std::move(text));
    });
  }

  void read_json() {
    Document whole;
    whole.body = {0, file_.size()};
    guarded(whole, [&] {
      const JsonFiling json = read_json_filing(file_, filing_);
      items_known_ = true;
      Document document;
      document.body = json.body;
      filing_.documents.push_back(document);
      document.body = {0, json.text.size()};
      std::vector<CoverFact> facts;
      const Writing writing = writing_of(json.text, {});
      DocumentText text = finish(read_body(writing, json.text, 0, facts), document);
      if (text.blocks.empty()) {
        ByteAccount bytes;
        bytes.markup = json.body.end - json.body.begin;
        return take(filing_.documents.back(), bytes);
      }
      add_facts(text, facts);
      text.sections = find_sections(text, filing_);
      place_in_json(json, text);
      take(text.document, text.account);
      hand_on(std::move(text));
    });
  }

  /// Says what became of the body of `document`.
  void take(const Document& document, const ByteAccount& bytes) {
    taken_ = true;
    if (account_ != nullptr) account_->documents.push_back({document, bytes});
  }

  /// What the main document says of the filing.
  void add_facts(const DocumentText& text, std::span<const CoverFact> facts) {
    if (!facts.empty()) add_cover_facts(facts, filing_);
    if (!first_) return;
    first_ = false;
    add_cover_page(text, filing_);
    add_own_date(text, filing_);
    add_file_name(raw_.path, filing_);
  }

  void hand_on(DocumentText&& text) {
    if (!items_known_ && form_name(filing_.form).base == "8-K") add_items(items_of(text.sections));
    text.sentences = split_sentences(text);
    each_(std::move(text), filing_);
  }

  /// Adds the items that a document has as headings to those of the header, in order of their numbers.
  void add_items(const std::vector<std::string>& found) {
    std::vector<std::string>& items = filing_.items;
    for (const std::string& item : found) {
      if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
    }
    const auto number = [](const std::string& item) { return std::strtod(item.c_str(), nullptr); };
    std::stable_sort(items.begin(), items.end(), [&](const std::string& a, const std::string& b) { return number(a) < number(b); });
    items_known_ = !found.empty();
  }

  /// Runs `work` on one document: what goes wrong there is told, and the next document is read.
  template <typename Work>
  void guarded(const Document& document, const Work& work) {
    taken_ = false;
    std::string fault;
    try {
      work();
    } catch (const InputError& error) {
      const std::string what = error.what();
      fault = what.starts_with(raw_.path + ": ") ? what.substr(raw_.path.size() + 2) : what;
    } catch (const std::length_error&) {
      fault = "document too large to be read; split the filing";
    } catch (const std::bad_alloc&) {
      fault = "not enough memory for the document; the document is left out";
    }
    if (fault.empty()) return;
    report(document.number, document.body.begin, std::move(fault));
    if (taken_) return;
    ByteAccount bytes;
    bytes.unreadable = document.body.end - document.body.begin;
    take(document, bytes);
  }

  void report(std::uint32_t document, std::uint64_t byte, std::string message) {
    diagnostics_.report({Diagnostic::Severity::error, raw_.path, document, byte, std::move(message)});
  }

  /// Gives back the pages before `byte`.
  void release(std::uint64_t byte) {
    if (byte < released_ + release_step) return;
    raw_.bytes.release({released_, byte});
    released_ = byte;
  }

  static constexpr std::uint64_t release_step = 8 << 20;

  const RawFiling& raw_;
  const std::string_view file_;
  DiagnosticSink& diagnostics_;
  const std::function<void(DocumentText&&, const Filing&)>& each_;
  FileAccount* const account_;
  Filing filing_;
  bool first_ = true;
  bool items_known_ = false;  ///< What comes later adds none.
  std::uint64_t released_ = 0;
  bool taken_ = false;  ///< It was said what became of the document at hand.
};

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

std::string_view reader_version() noexcept { return "3"; }

std::string why_no_filing(std::string_view bytes) {
  if (bytes.empty()) return "empty";
  const std::string_view sample = bytes.substr(0, sample_size);
  const std::size_t controls = count_controls(sample);
  if (std::none_of(sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) != 0x7F; })) return "0 printable bytes in the first " + std::string(sample.size() == sample_size ? "4,096" : std::to_string(sample.size()));
  if (is_packed(sample)) return "compressed, not a filing";
  if (sample.starts_with("%PDF-")) return "PDF, not a filing";
  if (is_binary(controls, sample.size())) return std::to_string(controls) + " control bytes in the first " + std::to_string(sample.size());
  const std::string_view text = trimmed(bytes.substr(0, 64 << 10));
  if (text.empty()) return "white space only";
  if (text[0] == '{' || text[0] == '[') {
    const std::string_view inside = trimmed(text.substr(1));
    const bool object = text[0] == '{' && !inside.empty() && (inside[0] == '"' || inside[0] == '}');
    const bool array = text[0] == '[' && !inside.empty() && (inside[0] == '{' || inside[0] == '"' || (inside[0] == '[' && inside.size() > 1 && inside[1] != ' '));
    if ((object || array) && !is_json_filing(bytes)) return "JSON, not a filing";
  }
  if (text.starts_with("<?xml") || text.starts_with("<xbrl")) {
    if (writing_of(bytes.substr(0, 256 << 10), {}) == Writing::none) return "XML without a page, not a filing";
  }
  return {};
}

Filing read_filing(const RawFiling& raw, DiagnosticSink& diagnostics, const std::function<void(DocumentText&&, const Filing&)>& each,
                   FileAccount* account, const FilingKey& key) {
  return FilingReader(raw, diagnostics, each, account, key).read();
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

std::string read_passage(std::string_view file, ByteRange range) {
  const std::string_view bytes = file.substr(range.begin, range.end - range.begin);
  return is_json_filing(file) ? read_passage(json_unescaped(bytes)) : read_passage(bytes);
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
