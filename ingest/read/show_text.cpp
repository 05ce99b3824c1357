#include "ingest/read/show_text.hpp"

#include <algorithm>
#include <array>

#include "base/record_json.hpp"
#include "base/utf8.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::array<std::string_view, 5> view_names = {"documents", "sections", "blocks", "tables", "sentences"};
constexpr std::size_t widest_cell = 40;

std::string_view name_of_kind(Block::Kind kind) noexcept {
  switch (kind) {
    case Block::Kind::heading: return "heading";
    case Block::Kind::paragraph: return "paragraph";
    case Block::Kind::list_item: return "item";
    case Block::Kind::cell: return "cell";
  }
  return "paragraph";
}

std::string_view name_of_kind(Section::Kind kind) noexcept {
  switch (kind) {
    case Section::Kind::body: return "body";
    case Section::Kind::risk_factors: return "risk factors";
    case Section::Kind::forward_looking: return "forward-looking";
    case Section::Kind::boilerplate: return "boilerplate";
    case Section::Kind::signature: return "signature";
    case Section::Kind::contents: return "contents";
  }
  return "body";
}

/// "120-180" or "120-150,160-180".
std::string show_ranges(const std::vector<ByteRange>& ranges) {
  std::string shown;
  for (const ByteRange& range : ranges) {
    if (!shown.empty()) shown += ',';
    shown += std::to_string(range.begin) + '-' + std::to_string(range.end);
  }
  return shown;
}

std::string document_head(const DocumentText& document) {
  std::string head = "document " + std::to_string(document.document.number);
  for (const std::string& part : {document.document.type, document.document.filename, document.document.description}) {
    if (!part.empty()) head += "  " + part;
  }
  return head;
}

void pad(std::string& line, std::size_t width) {
  while (line.size() < width) line += ' ';
}

/// `text` cut to `width` columns, with an ellipsis where it was longer, and padded.
std::string fitted(std::string_view text, std::size_t width) {
  std::string out(text);
  if (display_width(out) > width) {
    while (!out.empty() && display_width(out) + 1 > width) {
      do out.pop_back();
      while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80);
      while (!out.empty() && static_cast<unsigned char>(out.back()) >= 0x80 && !is_utf8(out)) out.pop_back();
    }
    out += "\u2026";
  }
  for (std::size_t columns = display_width(out); columns < width; ++columns) out += ' ';
  return out;
}

/// A cell of a table as drawn: the words of its blocks.
struct DrawnCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::string words;
};

/// The cells of a table in order, the words of several blocks of one cell joined.
std::vector<DrawnCell> cells_of(const DocumentText& document, const Table& table) {
  std::vector<DrawnCell> cells;
  for (std::uint32_t i = table.first_block; i < table.last_block; ++i) {
    const Block& block = document.blocks[i];
    if (cells.empty() || cells.back().row != block.row || cells.back().column != block.column) {
      cells.push_back({block.row, block.column, {}});
    } else {
      cells.back().words += ' ';
    }
    cells.back().words += document.words(block.text);
  }
  return cells;
}

/// The columns that fit `width`, each at most as wide as its widest cell. Without any where they are too many to be aligned.
std::vector<std::size_t> widths_of(const std::vector<DrawnCell>& cells, const Table& table, std::size_t width) {
  constexpr std::size_t most_columns = 64;
  constexpr std::size_t narrowest = 6;
  if (table.columns > most_columns) return {};
  std::vector<std::size_t> widths(table.columns);
  for (const DrawnCell& cell : cells) widths[cell.column] = std::max(widths[cell.column], std::min(display_width(cell.words), widest_cell));
  std::size_t total = 0;
  for (const std::size_t each : widths) total += each + 2;
  for (; total > std::max<std::size_t>(width, 20); --total) {
    const auto most = std::max_element(widths.begin(), widths.end());
    if (*most <= narrowest) break;
    --*most;
  }
  return widths;
}

void draw_table(std::string& out, const DocumentText& document, const Table& table, std::size_t width) {
  const std::vector<DrawnCell> cells = cells_of(document, table);
  const std::vector<std::size_t> widths = widths_of(cells, table, width);
  std::size_t total = 0;
  for (const std::size_t each : widths) total += each + 2;
  const std::string rule = "  " + std::string(std::min(widths.empty() ? width : total, width), '-') + '\n';
  for (std::size_t i = 0; i < cells.size();) {
    const std::size_t row = cells[i].row;
    if (i > 0 && row >= table.header_rows && cells[i - 1].row < table.header_rows) out += rule;
    std::string line = "  ";
    for (std::size_t column = 0; i < cells.size() && cells[i].row == row && cells[i].column >= column; ++i) {
      for (; column < cells[i].column && !widths.empty(); ++column) line.append(widths[column] + 2, ' ');
      column = cells[i].column + 1;
      line += fitted(cells[i].words, widths.empty() ? std::min(display_width(cells[i].words), widest_cell) : widths[cells[i].column]) + "  ";
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += line + '\n';
  }
}

void show_document(std::string& out, const DocumentText& document) {
  out += "  bytes " + show_ranges({document.document.body}) + ", " + std::to_string(document.text.size()) + " bytes of text, " + std::to_string(document.account.hidden) + " hidden, " +
         std::to_string(document.blocks.size()) + " blocks, " + std::to_string(document.tables.size()) + " tables, " + std::to_string(document.sections.size()) + " sections, " +
         std::to_string(document.sentences.size()) + " sentences\n";
}

void show_sections(std::string& out, const DocumentText& document) {
  for (const Section& section : document.sections) {
    const TextRange range{document.blocks[section.first_block].text.begin, document.blocks[section.last_block - 1].text.end};
    const auto bytes = document.map.bytes(range);
    std::string line = "  " + (section.name.empty() ? "-" : section.name);
    pad(line, 28);
    line += ' ' + std::string(name_of_kind(section.kind));
    pad(line, 46);
    line += ' ' + std::to_string(bytes.empty() ? 0 : bytes.front().begin) + '-' + std::to_string(bytes.empty() ? 0 : bytes.back().end);
    pad(line, 64);
    out += line + ' ' + section.title + '\n';
  }
}

std::string block_label(const Block& block) {
  std::string label(name_of_kind(block.kind));
  if (block.level > 0) label += ' ' + std::to_string(block.level);
  if (block.kind == Block::Kind::cell) {
    label += ' ' + std::to_string(block.table) + ':' + std::to_string(block.row) + ',' + std::to_string(block.column);
    if (block.header) label += " head";
  }
  return label;
}

void show_blocks(std::string& out, const DocumentText& document) {
  for (const Block& block : document.blocks) {
    std::string line = "  " + block_label(block);
    pad(line, 20);
    line += ' ' + show_ranges(document.map.bytes(block.text));
    pad(line, 40);
    out += line + ' ';
    if (block.lead > 0) {
      out += '[' + std::string(document.words({block.text.begin, block.text.begin + block.lead})) + ']';
      out += document.words({block.text.begin + block.lead, block.text.end});
    } else {
      out += document.words(block.text);
    }
    out += '\n';
  }
}

void show_tables(std::string& out, const DocumentText& document, std::size_t width) {
  for (std::size_t i = 0; i < document.tables.size(); ++i) {
    const Table& table = document.tables[i];
    if (table.first_block >= table.last_block) continue;
    const TextRange range{document.blocks[table.first_block].text.begin, document.blocks[table.last_block - 1].text.end};
    const auto bytes = document.map.bytes(range);
    out += "  table " + std::to_string(i) + ", " + std::to_string(table.rows) + " rows, " + std::to_string(table.columns) + " columns, bytes " +
           std::to_string(bytes.front().begin) + '-' + std::to_string(bytes.back().end) + '\n';
    draw_table(out, document, table, width);
  }
}

void show_sentences(std::string& out, const DocumentText& document) {
  for (const Sentence& sentence : document.sentences) {
    std::string line = "  " + show_ranges(document.map.bytes(sentence.text));
    pad(line, 20);
    out += line + ' ' + std::string(document.words(sentence.text)) + '\n';
  }
}

/// Writes the members of one JSON object.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObject() { out_ += "}\n"; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  void text(std::string_view key, std::string_view value) {
    begin(key);
    append_json_string(out_, value);
  }

  void number(std::string_view key, std::uint64_t value) {
    begin(key);
    out_ += std::to_string(value);
  }

  void truth(std::string_view key, bool value) {
    begin(key);
    out_ += value ? "true" : "false";
  }

  void ranges(const std::vector<ByteRange>& ranges) {
    begin("ranges");
    out_ += '[';
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      if (i > 0) out_ += ',';
      out_ += '[' + std::to_string(ranges[i].begin) + ',' + std::to_string(ranges[i].end) + ']';
    }
    out_ += ']';
  }

 private:
  void begin(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_string(out_, key);
    out_ += ':';
  }

  std::string& out_;
  bool first_ = true;
};

void json_sections(std::string& out, const DocumentText& document) {
  for (const Section& section : document.sections) {
    JsonObject object(out);
    object.number("document", document.document.number);
    object.text("name", section.name);
    object.text("kind", name_of_kind(section.kind));
    object.text("title", section.title);
    object.ranges(document.map.bytes({document.blocks[section.first_block].text.begin, document.blocks[section.last_block - 1].text.end}));
  }
}

void json_block(std::string& out, const DocumentText& document, const Block& block) {
  JsonObject object(out);
  object.number("document", document.document.number);
  object.text("kind", name_of_kind(block.kind));
  if (block.level > 0) object.number("level", block.level);
  if (block.kind == Block::Kind::cell) {
    object.number("table", static_cast<std::uint64_t>(block.table));
    object.number("row", block.row);
    object.number("column", block.column);
    object.number("row_span", block.row_span);
    object.number("column_span", block.column_span);
    object.truth("header", block.header);
  }
  if (block.lead > 0) object.text("lead", document.words({block.text.begin, block.text.begin + block.lead}));
  object.text("text", document.words(block.text));
  object.ranges(document.map.bytes(block.text));
}

void json_sentences(std::string& out, const DocumentText& document) {
  for (const Sentence& sentence : document.sentences) {
    JsonObject object(out);
    object.number("document", document.document.number);
    object.number("block", sentence.block);
    object.text("text", document.words(sentence.text));
    object.ranges(document.map.bytes(sentence.text));
  }
}

void json_document(std::string& out, const DocumentText& document) {
  JsonObject object(out);
  object.number("document", document.document.number);
  object.text("type", document.document.type);
  object.text("filename", document.document.filename);
  object.text("description", document.document.description);
  object.number("blocks", document.blocks.size());
  object.number("tables", document.tables.size());
  object.number("sections", document.sections.size());
  object.number("sentences", document.sentences.size());
  object.number("text_bytes", document.text.size());
  object.ranges({document.document.body});
}

}  // namespace

std::optional<TextView> text_view_named(std::string_view name) noexcept {
  const auto found = std::find(view_names.begin(), view_names.end(), name);
  if (found == view_names.end()) return std::nullopt;
  return static_cast<TextView>(found - view_names.begin());
}

std::string show_text(const DocumentText& document, TextView view, std::size_t width) {
  std::string out = document_head(document) + '\n';
  switch (view) {
    case TextView::documents: show_document(out, document); break;
    case TextView::sections: show_sections(out, document); break;
    case TextView::blocks: show_blocks(out, document); break;
    case TextView::tables: show_tables(out, document, width); break;
    case TextView::sentences: show_sentences(out, document); break;
  }
  return out;
}

std::string show_text_json(const DocumentText& document, TextView view) {
  std::string out;
  switch (view) {
    case TextView::documents: json_document(out, document); break;
    case TextView::sections: json_sections(out, document); break;
    case TextView::blocks:
      for (const Block& block : document.blocks) json_block(out, document, block);
      break;
    case TextView::tables:
      for (const Block& block : document.blocks) {
        if (block.table >= 0) json_block(out, document, block);
      }
      break;
    case TextView::sentences: json_sentences(out, document); break;
  }
  return out;
}

std::string show_text(const FilingText& text, TextView view, std::size_t width) {
  std::string out;
  for (const DocumentText& document : text.documents) out += show_text(document, view, width);
  return out;
}

std::string show_text_json(const FilingText& text, TextView view) {
  std::string out;
  for (const DocumentText& document : text.documents) out += show_text_json(document, view);
  return out;
}

}  // namespace rxgraph::ingest
