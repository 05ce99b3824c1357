#include "ingest/read/json_filing.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "ingest/read/forms.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t sample_size = 64 << 10;
constexpr std::array item_prefixes = {std::string_view("item_"), std::string_view("section_"), std::string_view("part_")};

/// A member of the outer object whose value is a string or a number.
struct Member {
  std::string key;
  std::string value;    ///< Decoded; empty for an item, which may be long.
  ByteRange literal;    ///< Of a string: between its quotes.
  bool item = false;
};

bool is_item_key(std::string_view key) {
  return key == "SIGNATURE" || std::any_of(item_prefixes.begin(), item_prefixes.end(), [&](std::string_view prefix) { return key.starts_with(prefix); });
}

/// Collects the members of the outer object.
class MemberCollector : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, MemberCollector> {
 public:
  MemberCollector(std::string_view file, const rapidjson::MemoryStream& stream) : file_(file), stream_(stream) {}

  bool Default() { return true; }
  bool StartObject() { return ++depth_ > 0; }
  bool EndObject(rapidjson::SizeType) { return --depth_ >= 0; }
  bool StartArray() { return ++depth_ > 0; }
  bool EndArray(rapidjson::SizeType) { return --depth_ >= 0; }
  bool Int(int value) { return number(std::to_string(value)); }
  bool Uint(unsigned value) { return number(std::to_string(value)); }
  bool Int64(std::int64_t value) { return number(std::to_string(value)); }
  bool Uint64(std::uint64_t value) { return number(std::to_string(value)); }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key_.assign(text, size);
    key_end_ = stream_.Tell();
    return true;
  }

  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (depth_ != 1) return true;
    std::size_t begin = key_end_;
    while (begin < file_.size() && file_[begin] != '"') ++begin;
    Member member{key_, {}, {begin + 1, stream_.Tell() - 1}, is_item_key(key_)};
    if (!member.item) member.value.assign(text, size);
    members.push_back(std::move(member));
    return true;
  }

  std::vector<Member> members;

 private:
  bool number(std::string value) {
    if (depth_ == 1) members.push_back({key_, std::move(value), {}, false});
    return true;
  }

  std::string_view file_;
  const rapidjson::MemoryStream& stream_;
  std::string key_;
  std::size_t key_end_ = 0;
  int depth_ = 0;
};

std::vector<Member> members_of(std::string_view file, const std::string& path) {
  rapidjson::MemoryStream stream(file.data(), file.size());
  MemberCollector collector(file, stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseIterativeFlag>(stream, collector);
  if (result.IsError()) {
    throw InputError(path, "broken JSON at byte " + std::to_string(result.Offset()) + ": " + rapidjson::GetParseError_En(result.Code()) +
                               " Is the copy complete?");
  }
  return std::move(collector.members);
}

unsigned hex_value(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : lower(c) - 'a' + 10);
  return value;
}

/// The character that the escape at `at` of a literal stands for, as UTF-8, and its length. A literal cut within an escape ends with it.
std::string unescaped_at(std::string_view literal, std::size_t at, std::size_t& size) {
  size = std::min<std::size_t>(2, literal.size() - at);
  if (size < 2) return {};
  const char c = literal[at + 1];
  if (c == 'u') {
    size = std::min<std::size_t>(6, literal.size() - at);
    if (size < 6) return {};
    char32_t code = hex_value(literal.substr(at + 2, 4));
    const std::string_view next = literal.substr(at + 6, 6);
    if (code >= 0xD800 && code < 0xDC00 && next.size() == 6 && next.starts_with("\\u")) {
      code = 0x10000 + ((code - 0xD800) << 10) + (hex_value(next.substr(2)) - 0xDC00);
      size = 12;
    }
    std::string out;
    append_utf8(out, code);
    return out;
  }
  constexpr std::string_view letters = "bfnrt";
  constexpr std::string_view controls = "\b\f\n\r\t";
  const std::size_t which = letters.find(c);
  return std::string(1, which == std::string_view::npos ? c : controls[which]);
}

/// Appends the literal of an item to the text of `json`.
void decode(std::string_view file, ByteRange literal, JsonFiling& json) {
  const std::string_view all = file.substr(0, literal.end);
  for (std::size_t at = literal.begin; at < literal.end;) {
    const std::size_t escape = std::min(all.find('\\', at), all.size());
    json.text.append(all.substr(at, escape - at));
    json.map.append_verbatim(static_cast<std::uint32_t>(escape - at), at);
    at = escape;
    if (at == all.size()) break;
    std::size_t size = 0;
    const std::string shown = unescaped_at(all, at, size);
    json.text.append(shown);
    json.map.append_folded(static_cast<std::uint32_t>(shown.size()), {at, at + size});
    at += size;
  }
}

/// The section that an item's key names: "item_1A" is "1A", "part_2_item_1A" "II-1A", "part_1" "I".
std::string section_name(std::string_view key) {
  if (key == "SIGNATURE") return "signatures";
  std::string name;
  if (key.starts_with("part_")) {
    key.remove_prefix(5);
    name = key.starts_with("2") ? "II" : "I";
    const std::size_t item = key.find("_item_");
    if (item == std::string_view::npos) return name;
    name += "-";
    key.remove_prefix(item + 1);
  }
  return name + std::string(key.substr(key.find('_') + 1));
}

/// "2007-07-31" of itself or of "20070731"; empty for anything else.
std::string iso_of_member(std::string_view value) {
  value = value.substr(0, 10);
  if (value.size() == 8) return iso_of_compact(value);
  return value.size() == 10 && is_partial_date(value) ? std::string(value) : std::string();
}

/// The accession in an address of a filing, or in a name as "123456_10K_2020_0000123456-20-000001.htm".
std::string accession_in(std::string_view text) {
  for (std::size_t at = 0; at + 20 <= text.size(); ++at) {
    bool fits = at == 0 || !is_digit(text[at - 1]);
    for (std::size_t i = 0; fits && i < 20; ++i) fits = i == 10 || i == 13 ? text[at + i] == '-' : is_digit(text[at + i]);
    if (fits) return std::string(text.substr(at, 20));
  }
  return {};
}

void take_fact(const Member& member, Filing& filing) {
  Filer& filer = filing.filers.front();
  const std::string& value = member.value;
  if (member.key == "cik" && !value.empty() && value.size() <= 10 && std::all_of(value.begin(), value.end(), is_digit)) {
    filer.cik = std::string(10 - value.size(), '0') + value;
  } else if (member.key == "company") {
    filer.name = value;
  } else if (member.key == "filing_type") {
    filing.form = value;
  } else if (member.key == "filing_date") {
    filing.filed = iso_of_member(value);
  } else if (member.key == "period_of_report") {
    filing.period = iso_of_member(value);
  } else if (member.key == "year" && value.size() == 4 && is_partial_date(value)) {
    filing.dated = value;
    filing.dated_by = "year";
  } else if (member.key == "complete_text_filing_link" || member.key == "filing_html_index" || member.key == "filename") {
    if (filing.accession.empty()) filing.accession = accession_in(value);
  }
}

/// The members of lines of JSON.
class JsonLines : public Members {
 public:
  JsonLines(std::string file, Bytes bytes) : file_(std::move(file)), bytes_(std::move(bytes)) {}

  bool advance() override {
    const std::string_view all = bytes_.view();
    if (next_ >= all.size()) return false;
    begin_ = next_;
    end_ = std::min(find_bytes(all, "\n", begin_), all.size());
    next_ = end_ + 1;
    path_ = file_ + "!" + std::to_string(++number_);
    if (begin_ > released_ + (8 << 20)) {
      bytes_.release({released_, begin_});
      released_ = begin_;
    }
    return true;
  }

  const std::string& path() const override { return path_; }
  Bytes read() override { return bytes_.part(begin_, end_ - begin_); }
  std::uint64_t consumed() const override { return begin_; }

 private:
  const std::string file_;
  const Bytes bytes_;
  std::string path_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t next_ = 0;
  std::size_t released_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace

bool is_json_filing(std::string_view bytes) noexcept {
  const std::string_view text = trimmed(bytes.substr(0, sample_size));
  if (!text.starts_with('{') || find_bytes(text, "\"cik\"") == std::string_view::npos) return false;
  return find_bytes(text, "\"item_") != std::string_view::npos || find_bytes(text, "\"section_") != std::string_view::npos ||
         find_bytes(text, "\"part_1") != std::string_view::npos;
}

bool is_json_lines(std::string_view bytes) noexcept {
  if (!is_json_filing(bytes)) return false;
  const std::size_t end = find_bytes(bytes, "\n");
  if (end == std::string_view::npos || !trimmed(bytes.substr(0, end)).ends_with('}')) return false;
  return trimmed(bytes.substr(end, sample_size)).starts_with('{');
}

JsonFiling read_json_filing(std::string_view file, Filing& filing) {
  const std::vector<Member> members = members_of(file, filing.path);
  filing.filers.assign(1, Filer{{}, {}, "filer", {}, {}});
  const auto holds = [&](std::string_view prefix) {
    return std::any_of(members.begin(), members.end(), [&](const Member& m) { return m.item && m.key.starts_with(prefix) && m.literal.end > m.literal.begin; });
  };
  JsonFiling json;
  for (const Member& member : members) {
    if (!member.item) {
      take_fact(member, filing);
      continue;
    }
    const bool whole_part = member.key == "part_1" || member.key == "part_2";
    if (member.literal.begin >= member.literal.end || (whole_part && holds(member.key + "_item_"))) continue;
    if (member.literal.end - member.literal.begin + json.text.size() >= std::numeric_limits<std::uint32_t>::max() - 2) {
      throw InputError(filing.path, "items of more than 4 GB; split the filing");
    }
    if (!json.text.empty()) {
      json.text += "\n\n";
      json.map.append_invented(2, member.literal.begin);
      json.map.split();
    }
    const auto begin = static_cast<std::uint32_t>(json.text.size());
    decode(file, member.literal, json);
    json.items.push_back({section_name(member.key), {begin, static_cast<std::uint32_t>(json.text.size())}});
    if (json.body.end == 0) json.body.begin = member.literal.begin;
    json.body.end = member.literal.end;
  }
  if (!filing.filed.empty()) filing.dated = filing.dated_by = {};
  if (form_name(filing.form).base == "8-K") {
    for (const JsonItem& item : json.items) {
      if (is_digit(item.name[0])) filing.items.push_back(item.name);
    }
  }
  if (filing.filers.front().name.empty() && filing.filers.front().cik.empty()) filing.filers.clear();
  return json;
}

void place_in_json(const JsonFiling& json, DocumentText& document) {
  std::vector<Section> starts = document.sections;
  for (const JsonItem& item : json.items) {
    const auto at = [&](const Block& block) {
      const std::vector<ByteRange> where = document.map.bytes(block.text);
      return !where.empty() && where.front().begin >= item.text.begin;
    };
    const auto block = std::partition_point(document.blocks.begin(), document.blocks.end(), [&](const Block& each) { return !at(each); });
    if (block == document.blocks.end()) continue;
    const auto index = static_cast<std::uint32_t>(block - document.blocks.begin());
    const auto found = std::find_if(starts.begin(), starts.end(), [&](const Section& s) { return s.first_block == index; });
    const Section::Kind kind = item.name == "1A" || item.name == "II-1A" ? Section::Kind::risk_factors
                               : item.name == "signatures"               ? Section::Kind::signature
                                                                         : Section::Kind::body;
    if (found == starts.end()) {
      starts.push_back({item.name, {}, index, 0, kind});
    } else {
      found->name = item.name;
      found->kind = kind;
    }
  }
  std::stable_sort(starts.begin(), starts.end(), [](const Section& a, const Section& b) { return a.first_block < b.first_block; });
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const bool last = i + 1 == starts.size();
    starts[i].last_block = last ? static_cast<std::uint32_t>(document.blocks.size()) : starts[i + 1].first_block;
  }
  document.sections = std::move(starts);
  document.map = document.map.through(json.map);
  document.document.body = json.body;
  std::vector<LeftOut> left_out;
  for (const LeftOut& each : document.left_out) {
    const TextRange decoded{static_cast<std::uint32_t>(each.where.begin), static_cast<std::uint32_t>(each.where.end)};
    for (const ByteRange& where : json.map.bytes(decoded)) left_out.push_back({each.kind, where});
  }
  document.left_out = std::move(left_out);
  take_account(document);
}

std::string json_unescaped(std::string_view literal) {
  std::string out;
  for (std::size_t at = 0; at < literal.size();) {
    const std::size_t escape = std::min(literal.find('\\', at), literal.size());
    out.append(literal.substr(at, escape - at));
    at = escape;
    if (at == literal.size()) break;
    std::size_t size = 0;
    out += unescaped_at(literal, at, size);
    at += size;
  }
  return out;
}

std::unique_ptr<Members> open_json_lines(const std::string& path, const Bytes& bytes) { return std::make_unique<JsonLines>(path, bytes); }

}  // namespace rxgraph::ingest
