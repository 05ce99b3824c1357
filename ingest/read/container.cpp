#include "ingest/read/container.hpp"

#include <algorithm>
#include <charconv>

#include "ingest/read/lexis.hpp"
#include "ingest/read/plain.hpp"

namespace rxgraph::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

/// True if nothing but a few blanks stands between `at` and the start of its line.
bool starts_line(std::string_view file, std::size_t at) {
  for (std::size_t back = 0; at > 0 && back < 16; --at, ++back) {
    const char before = file[at - 1];
    if (before == '\n' || before == '\r') return true;
    if (before != ' ' && before != '\t') return false;
  }
  return at == 0;
}

/// First `tag` at or after `from` that stands at the start of a line; npos if none.
std::size_t find_line_tag(std::string_view file, std::string_view tag, std::size_t from) {
  std::size_t at = find_bytes(file, tag, from);
  while (at != npos && !starts_line(file, at)) at = find_bytes(file, tag, at + 1);
  return at;
}

std::size_t skip_blanks(std::string_view file, std::size_t at) {
  while (at < file.size() && is_blank(file[at])) ++at;
  return at;
}

/// Skips the lines of a privacy-enhanced message before its body.
std::size_t skip_privacy_lines(std::string_view file, std::size_t at) {
  if (!file.substr(at).starts_with("-----BEGIN PRIVACY-ENHANCED MESSAGE-----")) return at;
  while (at < file.size()) {
    if (trimmed(next_line(file, at)).empty()) break;
  }
  return skip_blanks(file, at);
}

std::uint32_t number_in(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Reads the tag lines of a document at `at` up to and with <TEXT>. Returns where the payload begins.
std::size_t read_document_head(std::string_view file, std::size_t at, Document& document) {
  while (at < file.size()) {
    const std::size_t begin = at;
    const std::string_view line = trimmed(next_line(file, at));
    if (line.empty()) continue;
    const auto value_of = [&](std::string_view tag) { return std::string(trimmed(line.substr(tag.size()))); };
    if (line.starts_with("<TYPE>")) {
      if (document.type.empty()) document.type = value_of("<TYPE>");
    } else if (line.starts_with("<SEQUENCE>")) {
      if (document.number == 0) document.number = number_in(value_of("<SEQUENCE>"));
    } else if (line.starts_with("<FILENAME>")) {
      document.filename = value_of("<FILENAME>");
    } else if (line.starts_with("<DESCRIPTION>")) {
      document.description = value_of("<DESCRIPTION>");
    } else if (line.starts_with("<TEXT>")) {
      return file.find("<TEXT>", begin) + 6;
    } else if (line[0] != '<' || line.starts_with("</DOCUMENT>")) {
      return begin;
    }
  }
  return file.size();
}

/// Leaves out a wrapper of the payload: <XBRL>, <XML> or <PDF>.
ByteRange unwrap(std::string_view file, ByteRange body) {
  for (;;) {
    const std::size_t begin = skip_blanks(file.substr(0, body.end), body.begin);
    const std::string_view rest = file.substr(begin, body.end - begin);
    bool wrapped = false;
    for (const std::string_view tag : {"<XBRL>", "<XML>", "<PDF>"}) {
      if (!rest.starts_with(tag)) continue;
      body.begin = begin + tag.size();
      const std::string close = "</" + std::string(tag.substr(1));
      const std::size_t from = std::max<std::size_t>(body.begin, body.end > 64 ? body.end - 64 : 0);
      const std::size_t end = file.substr(from, body.end - from).rfind(close);
      if (end != npos) body.end = from + end;
      wrapped = true;
    }
    if (!wrapped) return body;
  }
}

/// Next <DOCUMENT> or </DOCUMENT> at the start of a line.
struct Boundary {
  std::size_t at = npos;  ///< Of "<"; npos if there is none.
  bool closing = false;
};

Boundary next_boundary(std::string_view file, std::size_t from) {
  constexpr std::string_view word = "DOCUMENT>";
  for (std::size_t at = find_bytes(file, word, from); at != npos; at = find_bytes(file, word, at + 1)) {
    const bool closing = at > from && file[at - 1] == '/';
    const std::size_t sign = at - 1 - closing;
    if (at < from + 1 + closing || file[sign] != '<' || !starts_line(file, sign)) continue;
    return {sign, closing};
  }
  return {};
}

/// Where the payload [begin, end) of a document ends: before the last </TEXT> near its end, else before the first.
std::size_t payload_end(std::string_view file, std::size_t begin, std::size_t end) {
  constexpr std::size_t near = 4096;
  const std::string_view tail = file.substr(0, end);
  const std::size_t from = std::max(begin, end > near ? end - near : 0);
  const std::size_t last = tail.substr(from).rfind("</TEXT>");
  if (last != npos && starts_line(file, from + last)) return from + last;
  return std::min(find_line_tag(tail, "</TEXT>", begin), end);
}

/// `documents` is where the first document begins; npos if there is none.
HeaderPart find_header(std::string_view file, std::size_t at, std::size_t documents) {
  constexpr std::size_t reach = 64 << 10;  ///< A header begins within so many bytes.
  const std::string_view all = file.substr(0, std::min(documents, file.size()));
  const std::string_view front = all.substr(0, at + reach);
  HeaderPart header;
  for (const std::string_view name : {"<SEC-HEADER>", "<IMS-HEADER>"}) {
    const std::size_t begin = find_bytes(front, name, at);
    if (begin == npos) continue;
    const std::string close = "</" + std::string(name.substr(1));
    header.where = {begin, std::min(find_bytes(all, close, begin), all.size())};
    header.tagged = find_bytes(front, "<ACCESSION-NUMBER>", begin) != npos || find_bytes(front, "<CIK>", begin) != npos;
    return header;
  }
  if (front.substr(at).starts_with("<SUBMISSION>") || find_bytes(front, "<ACCESSION-NUMBER>", at) != npos) {
    header.where = {at, all.size()};
    header.tagged = true;
  } else if (const std::size_t key = find_bytes(front.substr(0, at + 4096), "ACCESSION NUMBER:", at); key != npos && documents != npos) {
    header.where = {key, all.size()};
  }
  return header;
}

/// How many tags of a page `text` holds, up to `enough`.
unsigned count_page_tags(std::string_view text, unsigned enough) {
  unsigned count = 0;
  for (std::size_t at = text.find('<'); at != npos && count < enough; at = text.find('<', at + 1)) {
    const Tag tag = tag_at(text, at);
    switch (tag.element) {
      case Element::p: case Element::div: case Element::heading: case Element::li: case Element::row: case Element::cell: case Element::font:
      case Element::center: case Element::pre:
        ++count;
        break;
      case Element::block:
        if (equal_folded(tag.name, "html") || equal_folded(tag.name, "body")) count = enough;
        break;
      default: break;
    }
  }
  return count;
}

/// True if `text` shows signs of Markdown that plain text has not.
bool looks_like_markdown(std::string_view text) {
  unsigned signs = 0;
  bool first = true;
  for (std::size_t at = 0; at < text.size() && signs < 3;) {
    const std::string_view line = trimmed(next_line(text, at));
    if (line.empty()) continue;
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#') ++level;
    if (level >= 1 && level <= 6 && level < line.size() && line[level] == ' ') signs += first ? 3 : 2;
    first = false;
    if (line.starts_with("|") && line.find("---") != npos && line.ends_with("|")) signs += 3;
    if (line[0] == '{' && line.find("}-----") != npos) signs += 3;
    const std::size_t bold = line.find("**");
    if (bold != npos && bold + 2 < line.size() && (is_letter(line[bold + 2]) || is_digit(line[bold + 2])) && line.find("**", bold + 3) != npos) signs += 2;
    if (line.find("\\$") != npos || line.find("](") != npos) signs += 2;
    const std::size_t star = line.find('*');
    if (star != npos && star + 2 < line.size() && is_letter(line[star + 1]) && line.find('*', star + 2) != npos && is_letter(line[line.find('*', star + 2) - 1])) signs += 1;
  }
  return signs >= 3;
}

/// Types of documents that hold no prose.
bool is_data_type(std::string_view type) {
  for (const std::string_view name : {"GRAPHIC", "ZIP", "EXCEL", "JSON", "PDF", "XML"}) {
    if (equal_folded(type, name)) return true;
  }
  return starts_with_folded(type, "EX-101.") || starts_with_folded(type, "EX-27");
}

bool is_uuencoded(std::string_view text) {
  std::size_t at = 0;
  const std::string_view line = next_line(text, at);
  return line.starts_with("begin ") && line.size() > 10 && is_digit(line[6]) && is_digit(line[7]) && is_digit(line[8]);
}

/// True for the start of a bare page, in which no envelope is looked for.
bool is_page(std::string_view start) {
  return starts_with_folded(start, "<html") || starts_with_folded(start, "<!doctype") || starts_with_folded(start, "<?xml") || starts_with_folded(start, "<p") ||
         starts_with_folded(start, "<div");
}

}  // namespace

ContainerReader::ContainerReader(std::string_view file) : file_(file) {
  std::size_t at = skip_blanks(file, file.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  const std::size_t front = at;
  at = skip_privacy_lines(file, at);
  const bool starts = file.substr(at).starts_with("<");
  const std::size_t documents = starts && !is_page(file.substr(at, 64)) ? find_line_tag(file, "<DOCUMENT>", at) : npos;
  if (starts || at != front) header_ = find_header(file, at, documents);
  const bool header = header_.where.end > header_.where.begin;
  envelope_ = header || (documents != npos && starts);
  at_ = !envelope_ ? at : documents;
}

std::optional<Document> ContainerReader::next() {
  if (at_ == npos) return std::nullopt;
  Document document;
  if (!envelope_) {
    document.body = unwrap(file_, {at_, file_.size()});
    at_ = npos;
    return document;
  }
  Boundary next = next_boundary(file_, at_);
  while (next.at != npos && next.closing) next = next_boundary(file_, next.at + 11);
  if (next.at == npos) {
    at_ = npos;
    return std::nullopt;
  }
  std::size_t begin = read_document_head(file_, next.at + 10, document);
  next = next_boundary(file_, begin);
  while (next.at != npos && !next.closing && trimmed(file_.substr(begin, next.at - begin)).empty()) {  // an envelope within the envelope
    begin = read_document_head(file_, next.at + 10, document);
    next = next_boundary(file_, begin);
  }
  document.body = unwrap(file_, {begin, payload_end(file_, begin, std::min(next.at, file_.size()))});
  if (document.number <= last_) document.number = last_ + 1;
  last_ = document.number;
  at_ = next.at;
  return document;
}

Container open_container(std::string_view file) {
  ContainerReader reader(file);
  Container container{reader.envelope(), reader.header(), {}};
  while (std::optional<Document> document = reader.next()) container.documents.push_back(std::move(*document));
  return container;
}

Writing writing_of(std::string_view payload, std::string_view document_type) {
  const std::string_view text = payload.substr(std::min(skip_blanks(payload, 0), payload.size())).substr(0, 256 << 10);
  if (text.empty() || is_data_type(document_type) || is_uuencoded(text) || text.starts_with("%PDF-") || text.starts_with("PK\x03\x04")) return Writing::none;
  constexpr unsigned enough = 6;
  const unsigned tags = count_page_tags(text, enough);
  if (tags >= enough || (tags > 0 && text[0] == '<')) return Writing::html;
  if (text.starts_with("<?xml") || starts_with_folded(text, "<xbrl") || starts_with_folded(text, "<ownershipdocument")) return Writing::none;
  if (looks_like_markdown(text.substr(0, 64 << 10))) return Writing::markdown;
  return tags > 0 && text.size() < 4096 ? Writing::html : Writing::ascii;
}

}  // namespace rxgraph::ingest
