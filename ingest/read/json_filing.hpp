#pragma once
/// Filings as the JSON of edgar-crawler and of EDGAR-CORPUS: an object with the facts of a filing and, item by item, its text.
///
/// **As filed** means for them: the bytes of the JSON file. A range of evidence lies within the string that holds an item, escapes and all,
/// and shows its words once the escapes are decoded. In lines of JSON, each line is a filing of its own and ranges count from its start.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"
#include "ingest/read/members.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// An item of a JSON filing.
struct JsonItem {
  std::string name;     ///< Of its section: "1A", "II-1A", "8.01", "signatures".
  TextRange text;       ///< In the decoded text.

  friend auto operator<=>(const JsonItem&, const JsonItem&) = default;
};

/// A JSON filing, decoded.
struct JsonFiling {
  std::string text;             ///< The items one after the other, blank lines between them, UTF-8.
  ByteMap map;                  ///< Where `text` stands in the file.
  std::vector<JsonItem> items;  ///< Those that hold text, in order of the file.
  ByteRange body;               ///< From the first item's text to the last one's, in the file.
};

/// True for the start of a JSON filing: an object with "cik" and an item ("item_...", "section_...", "part_...") within 64 KiB.
bool is_json_filing(std::string_view bytes) noexcept;

/// True for lines that are a JSON filing each, more than one.
bool is_json_lines(std::string_view bytes) noexcept;

/// Decodes the JSON filing `file`; its facts go to `filing`: filer, form, dates, accession where they are given. EDGAR-CORPUS gives a year alone (`dated`).
/// "part_1" and "part_2" are left out where their items stand beside them. Throws InputError with `filing.path`, the byte and the fault where the JSON is
/// broken. Time is linear.
JsonFiling read_json_filing(std::string_view file, Filing& filing);

/// Makes `document`, read from `json.text`, one of the file: its map and account are those of the file's bytes, and its sections begin where items do.
void place_in_json(const JsonFiling& json, DocumentText& document);

/// `literal`, a part of a JSON string between its quotes, with its escapes decoded.
std::string json_unescaped(std::string_view literal);

/// The filings of lines of JSON: "corpus.jsonl!1" is the first line. Empty lines count.
std::unique_ptr<Members> open_json_lines(const std::string& path, const Bytes& bytes);

}  // namespace rxgraph::ingest
