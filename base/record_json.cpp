#include "base/record_json.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <ostream>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace rxgraph {
namespace {

/// 2^53: below it every whole number is a double.
constexpr double exact_whole = 9007199254740992.0;

template <typename Number>
void append_number(std::string& out, Number number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

/// The shortest text that reads back as `number`. JSON knows no infinity: null.
void append_double(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
  } else if (std::fabs(number) < exact_whole && std::trunc(number) == number) {
    append_number(out, static_cast<std::int64_t>(number));
  } else {
    append_number(out, number);
  }
}

void append_escape(std::string& out, unsigned char byte) {
  static constexpr char digits[] = "0123456789abcdef";
  switch (byte) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default:
      out += "\\u00";
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 15]);
  }
}

/// Members of one JSON object, in order of the calls. An empty value adds no member.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_.push_back('{'); }
  void close() { out_.push_back('}'); }

  /// Begins the member `key`; its value is appended to the text by the caller.
  std::string& member(std::string_view key) {
    if (!first_) out_.push_back(',');
    first_ = false;
    append_json_string(out_, key);
    out_.push_back(':');
    return out_;
  }

  void text(std::string_view key, std::string_view value) { append_json_string(member(key), value); }
  void text_unless_empty(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void number(std::string_view key, std::uint64_t value) { append_number(member(key), value); }

  template <typename List, typename Append>
  void list_unless_empty(std::string_view key, const List& list, Append append) {
    if (list.empty()) return;
    member(key).push_back('[');
    bool first = true;
    for (const auto& element : list) {
      if (!first) out_.push_back(',');
      first = false;
      append(out_, element);
    }
    out_.push_back(']');
  }

  void texts_unless_empty(std::string_view key, const std::vector<std::string>& list) {
    list_unless_empty(key, list, [](std::string& out, const std::string& text) { append_json_string(out, text); });
  }

  void ids_unless_empty(const std::map<std::string, std::string>& ids) {
    if (ids.empty()) return;
    ObjectWriter object(member("ids"));
    for (const auto& [registry, id] : ids) object.text(registry, id);
    object.close();
  }

 private:
  std::string& out_;
  bool first_ = true;
};

void append_range(std::string& out, const ByteRange& range) {
  out.push_back('[');
  append_number(out, range.begin);
  out.push_back(',');
  append_number(out, range.end);
  out.push_back(']');
}

void append_filer(std::string& out, const Filer& filer) {
  ObjectWriter object(out);
  object.text("name", filer.name);
  object.text_unless_empty("cik", filer.cik);
  object.text_unless_empty("role", filer.role);
  object.texts_unless_empty("tickers", filer.tickers);
  object.list_unless_empty("former_names", filer.former_names, [](std::string& text, const FormerName& former) {
    ObjectWriter member(text);
    member.text("name", former.name);
    member.text_unless_empty("until", former.until);
    member.close();
  });
  object.close();
}

void append_document(std::string& out, const Document& document) {
  ObjectWriter object(out);
  object.number("number", document.number);
  object.text_unless_empty("type", document.type);
  object.text_unless_empty("filename", document.filename);
  object.text_unless_empty("description", document.description);
  append_range(object.member("body"), document.body);
  object.close();
}

void append_name(std::string& out, const NameUse& name) {
  ObjectWriter object(out);
  object.text("text", name.text);
  if (name.document != 0) object.number("document", name.document);
  if (name.where != ByteRange{}) append_range(object.member("where"), name.where);
  object.text_unless_empty("how", name.how);
  object.close();
}

void append_ref(std::string& out, const EntityRef& ref) {
  ObjectWriter object(out);
  object.text_unless_empty("id", ref.id);
  object.text_unless_empty("type", ref.type);
  object.text("name", ref.name);
  object.texts_unless_empty("aliases", ref.aliases);
  object.ids_unless_empty(ref.ids);
  object.close();
}

void append_evidence(std::string& out, const Evidence& evidence) {
  ObjectWriter object(out);
  object.text_unless_empty("filing", evidence.filing);
  object.text_unless_empty("accession", evidence.accession);
  object.number("document", evidence.document);
  object.text_unless_empty("section", evidence.section);
  object.list_unless_empty("ranges", evidence.ranges, append_range);
  object.list_unless_empty("context", evidence.context, append_range);
  object.text_unless_empty("text", evidence.text);
  object.close();
}

void append_filing(std::string& out, const Filing& filing) {
  ObjectWriter object(out);
  object.text("filing", filing.key);
  object.text_unless_empty("path", filing.path);
  object.text_unless_empty("accession", filing.accession);
  object.text_unless_empty("form", filing.form);
  object.text_unless_empty("filed", filing.filed);
  object.text_unless_empty("period", filing.period);
  object.text_unless_empty("dated", filing.dated);
  object.text_unless_empty("dated_by", filing.dated_by);
  object.list_unless_empty("filers", filing.filers, append_filer);
  object.texts_unless_empty("items", filing.items);
  object.number("bytes", filing.bytes);
  object.list_unless_empty("documents", filing.documents, append_document);
  object.text_unless_empty("reader", filing.reader);
  object.text_unless_empty("ontology", filing.ontology);
  object.close();
}

void append_entity(std::string& out, const Entity& entity) {
  ObjectWriter object(out);
  object.text("entity", entity.id);
  object.text("type", entity.type);
  object.text("name", entity.name);
  object.list_unless_empty("names", entity.names, append_name);
  object.ids_unless_empty(entity.ids);
  object.close();
}

void append_statement(std::string& out, const Statement& statement) {
  ObjectWriter object(out);
  append_ref(object.member("subject"), statement.subject);
  object.text(name_of(statement.kind), statement.relation);
  append_ref(object.member("object"), statement.object);
  if (!statement.qualifiers.empty()) append_json_qualifiers(object.member("qualifiers"), statement.qualifiers);
  object.text("modality", name_of(statement.modality));
  append_double(object.member("confidence"), statement.confidence);
  object.text_unless_empty("rule", statement.rule);
  object.list_unless_empty("evidence", statement.evidence, append_evidence);
  for (const auto& [name, json] : statement.extra) object.member(name) += json;
  object.close();
}

void append_end(std::string& out, const FilingKey& key, std::size_t statements) {
  ObjectWriter object(out);
  object.text("end", key);
  object.number("statements", statements);
  object.close();
}

}  // namespace

namespace {

/// The bytes of ASCII that stand for themselves in a string of JSON.
constexpr auto quiet_bytes = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0x20; byte < 0x80; ++byte) table[byte] = byte != '"' && byte != '\\';
  return table;
}();

/// Where the bytes from `at` on end that are all quiet: eight at a time.
std::size_t quiet_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = ones * 0x80;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const auto below = [&](std::uint64_t word, unsigned limit) { return (word - ones * limit) & ~word & highs; };
    if ((bytes & highs) | below(bytes, 0x20) | below(bytes ^ ones * '"', 1) | below(bytes ^ ones * '\\', 1)) break;
  }
  while (at < text.size() && quiet_bytes[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t kept = 0;  // everything before it is in `out`
  std::size_t at = 0;
  const auto flush = [&] { out.append(text.data() + kept, at - kept); };
  while (at < text.size()) {
    at = quiet_end(text, at);
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      flush();
      append_escape(out, byte);
      kept = ++at;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    if (!point.valid) {
      flush();
      append_utf8(out, 0xFFFD);
      kept = at + point.size;
    }
    at += point.size;
  }
  flush();
  out.push_back('"');
}

void append_json_value(std::string& out, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    append_json_string(out, *text);
  } else if (const auto* number = std::get_if<double>(&value)) {
    append_double(out, *number);
  } else {
    out += std::get<bool>(value) ? "true" : "false";
  }
}

void append_json_qualifiers(std::string& out, const Qualifiers& qualifiers) {
  ObjectWriter object(out);
  for (const auto& [name, values] : qualifiers) {
    if (values.size() == 1) {
      append_json_value(object.member(name), values.front());
    } else {
      object.list_unless_empty(name, values, append_json_value);
    }
  }
  object.close();
}

std::string filing_line(const Filing& filing) {
  std::string line;
  append_filing(line, filing);
  line.push_back('\n');
  return line;
}

std::string entity_line(const Entity& entity) {
  std::string line;
  append_entity(line, entity);
  line.push_back('\n');
  return line;
}

std::string statement_line(const Statement& statement) {
  std::string line;
  append_statement(line, statement);
  line.push_back('\n');
  return line;
}

std::string end_line(const FilingKey& key, std::size_t statements) {
  std::string line;
  append_end(line, key, statements);
  line.push_back('\n');
  return line;
}

std::string record_lines(const FilingRecords& records) {
  std::string lines = filing_line(records.filing);
  for (const Entity& entity : records.entities) {
    append_entity(lines, entity);
    lines.push_back('\n');
  }
  for (const Statement& statement : records.statements) {
    append_statement(lines, statement);
    lines.push_back('\n');
  }
  return lines += end_line(records.filing.key, records.statements.size());
}

void JsonLinesSink::accept(FilingRecords records) {
  const std::string lines = record_lines(records);
  out_.write(lines.data(), static_cast<std::streamsize>(lines.size()));
  if (!out_) throw OutputError("records", "cannot be written; free space, or see whether their reader has gone");
}

}  // namespace rxgraph
