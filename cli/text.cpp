/// rxgraph text: what was read of a filing.

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/error.hpp"
#include "cli/graph_access.hpp"
#include "cli/verbs.hpp"
#include "ingest/read/read.hpp"
#include "ingest/read/show_text.hpp"
#include "ingest/read/source.hpp"

namespace rxgraph::cli {
namespace {

const char* name_of(ingest::Block::Kind kind) {
  switch (kind) {
    case ingest::Block::Kind::heading: return "heading";
    case ingest::Block::Kind::paragraph: return "paragraph";
    case ingest::Block::Kind::list_item: return "list item";
    case ingest::Block::Kind::cell: return "cell";
  }
  return "";
}

/// Makes rows of a document: the document, its sections and tables where they begin, its blocks, their sentences.
class TextRows {
 public:
  TextRows(const ingest::DocumentText& document, Table& table) : document_(document), table_(table) {}

  void add() {
    const Document& facts = document_.document;
    const std::string title = facts.type + (facts.description.empty() || facts.description == facts.type ? "" : ", " + facts.description);
    row("document", {facts.body}, cell_of(title));
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) add_block(block);
  }

 private:
  void row(const std::string& kind, const std::vector<ByteRange>& where, Cell text) {
    std::vector<std::string> bytes;
    for (const ByteRange& range : where) bytes.push_back(std::to_string(range.begin) + "-" + std::to_string(range.end));
    table_.rows.push_back({static_cast<double>(document_.document.number), kind, cell_of(std::move(bytes)), std::move(text)});
  }

  void add_block(std::uint32_t index) {
    const ingest::Block& block = document_.blocks[index];
    for (const ingest::Section& section : document_.sections) {
      if (section.first_block == index) row("section " + section.name, document_.map.bytes(block.text), cell_of(section.title));
    }
    for (const ingest::Table& table : document_.tables) {
      if (table.first_block == index && table.first_block < table.last_block) {
        const ingest::TextRange all{block.text.begin, document_.blocks[table.last_block - 1].text.end};
        const std::string size = counted(table.rows, "row", "rows") + ", " + counted(table.columns, "column", "columns") + ", " +
                                 counted(table.header_rows, "header row", "header rows");
        row("table", document_.map.bytes(all), size);
      }
    }
    std::string kind = name_of(block.kind);
    if (block.kind == ingest::Block::Kind::cell) {
      kind += " " + std::to_string(block.row) + "," + std::to_string(block.column) + (block.header ? " header" : "");
    }
    if (block.level > 0) kind += " " + std::to_string(block.level);
    row(kind, document_.map.bytes(block.text), std::string(document_.words(block.text)));
    add_sentences(index);
  }

  /// The sentences that begin in the block; a block that is one sentence shows it already.
  void add_sentences(std::uint32_t block) {
    const auto& all = document_.sentences;
    const auto first = std::lower_bound(all.begin(), all.end(), block, [](const ingest::Sentence& s, std::uint32_t b) { return s.block < b; });
    for (auto sentence = first; sentence != all.end() && sentence->block == block; ++sentence) {
      if (sentence->text == document_.blocks[block].text) continue;
      row("sentence", document_.map.bytes(sentence->text), std::string(document_.words(sentence->text)));
    }
  }

  const ingest::DocumentText& document_;
  Table& table_;
};

}  // namespace

ExitCode run_text(const Options& options, Session& session) {
  Report report(session, options);
  const std::string& path = options.what[0];
  if (std::filesystem::is_directory(path)) throw InputError(path, "is a folder; name a file");
  ingest::FileSource source({path}, report);
  const std::optional<RawFiling> raw = source.next();
  if (!raw) return ExitCode::failed;

  if (!options.view.empty()) {
    const ingest::FilingText text = ingest::read_filing(*raw, report);
    const ingest::TextView view = *ingest::text_view_named(options.view);
    session.out << (options.format == "json" || options.format == "jsonl" ? ingest::show_text_json(text, view) : ingest::show_text(text, view));
    return report.errors() > 0 ? ExitCode::partly : ExitCode::done;
  }
  Table table{{{"document", 0, true}, {"kind", 3, false}, {"bytes", 2, false}, {"text", 1, false}}, {}};
  ingest::read_filing(*raw, report, [&](ingest::DocumentText&& document, const Filing&) { TextRows(document, table).add(); });
  if (!options.sort.empty()) sort_rows(table, options.sort);
  if (options.limit && table.rows.size() > *options.limit) table.rows.resize(*options.limit);
  print_table(table, style_of(options, session), session.out);
  return report.errors() > 0 ? ExitCode::partly : ExitCode::done;
}

}  // namespace rxgraph::cli
