/// rxgraph text: what was read of a filing.

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <ostream>
#include <sstream>
#include <utility>

#include "base/error.hpp"
#include "base/record_json.hpp"
#include "cli/graph_access.hpp"
#include "cli/reading.hpp"
#include "cli/verbs.hpp"
#include "export/format.hpp"
#include "ingest/read/account.hpp"
#include "ingest/read/read.hpp"
#include "ingest/read/show_page.hpp"
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

constexpr std::size_t many_rows = 5000;  ///< So many are shown at once, so that memory stays bounded.
constexpr std::size_t most_ranges = 4;  ///< Byte ranges of one row that people are shown.

/// Makes rows of a document: the document, its sections and tables where they begin, its blocks, their sentences.
class TextRows {
 public:
  /// `for_people`: of many byte ranges the first ones are enough. `full` is called where `table` has many rows and may take them.
  TextRows(const ingest::DocumentText& document, Table& table, bool for_people, const std::function<void()>& full)
      : document_(document), table_(table), for_people_(for_people), full_(full) {}

  void add() {
    const Document& facts = document_.document;
    const std::string title = facts.type + (facts.description.empty() || facts.description == facts.type ? "" : ", " + facts.description);
    row("document", {facts.body}, cell_of(title));
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) add_block(block);
  }

 private:
  void row(const std::string& kind, const std::vector<ByteRange>& where, Cell text) {
    std::vector<std::string> bytes;
    for (const ByteRange& range : where) {
      if (for_people_ && bytes.size() == most_ranges) {
        bytes.push_back("and " + std::to_string(where.size() - most_ranges) + " more");
        break;
      }
      bytes.push_back(std::to_string(range.begin) + "-" + std::to_string(range.end));
    }
    table_.rows.push_back({static_cast<double>(document_.document.number), kind, cell_of(std::move(bytes)), std::move(text)});
    if (table_.rows.size() >= many_rows) full_();
  }

  void add_block(std::uint32_t index) {
    const ingest::Block& block = document_.blocks[index];
    for (; section_ < document_.sections.size() && document_.sections[section_].first_block == index; ++section_) {
      const ingest::Section& section = document_.sections[section_];
      row("section " + section.name, document_.map.bytes(block.text), cell_of(section.title));
    }
    if (block.table >= 0) add_table(index, document_.tables[static_cast<std::size_t>(block.table)]);
    std::string kind = name_of(block.kind);
    if (block.kind == ingest::Block::Kind::cell) {
      kind += " " + std::to_string(block.row) + "," + std::to_string(block.column) + (block.header ? " header" : "");
    }
    if (block.level > 0) kind += " " + std::to_string(block.level);
    row(kind, document_.map.bytes(block.text), std::string(document_.words(block.text)));
    add_sentences(index);
  }

  void add_table(std::uint32_t index, const ingest::Table& table) {
    if (table.first_block != index) return;
    const ingest::TextRange all{document_.blocks[index].text.begin, document_.blocks[table.last_block - 1].text.end};
    row("table", document_.map.bytes(all),
        counted(table.rows, "row", "rows") + ", " + counted(table.columns, "column", "columns") + ", " + counted(table.header_rows, "header row", "header rows"));
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
  bool for_people_;
  const std::function<void()>& full_;
  std::size_t section_ = 0;  ///< The next one to begin.
};

/// A row for each document, one for what stands in none, one for the whole.
class AccountRows {
 public:
  explicit AccountRows(Table& table) : table_(table) {
    table_.columns = {{"document", 3, true}, {"type", 2, false}, {"filename", 0, false}, {"bytes", 1, true}};
    for (const ingest::Use use : ingest::all_uses) table_.columns.push_back({std::string(name_of(use)), 3, true});
  }

  void add(const ingest::FileAccount& account) {
    for (const ingest::DocumentAccount& each : account.documents) {
      row(static_cast<double>(each.document.number), cell_of(each.document.type), cell_of(each.document.filename), each.account);
    }
    if (bytes_of(account.envelope) > 0) row({}, "envelope", {}, account.envelope);
    row({}, "total", {}, account.total());
  }

 private:
  void row(Cell number, Cell type, Cell filename, const ingest::ByteAccount& account) {
    std::vector<Cell> cells = {std::move(number), std::move(type), std::move(filename), static_cast<double>(bytes_of(account))};
    for (const ingest::Use use : ingest::all_uses) cells.push_back(static_cast<double>(bytes_of(account, use)));
    table_.rows.push_back(std::move(cells));
  }

  Table& table_;
};

/// Shows what was read of the filings of a source, one after the other. Of several, each is named: in a line above what people see, in a first
/// column or member "filing" for programs.
class Showing {
 public:
  Showing(const Options& options, Report& report, Session& session) : options_(options), report_(report), session_(session), style_(style_of(options, session)) {}

  /// False where the source gives no filing.
  bool run(ingest::FileSource& source) {
    std::optional<RawFiling> raw = source.next();
    if (!raw) return false;
    while (raw) {
      std::optional<RawFiling> next = source.next();
      several_ = several_ || next;
      show(*raw);
      raw = std::move(next);
    }
    if (!all_.columns.empty()) print_table(all_, style_, session_.out);
    return true;
  }

 private:
  void show(const RawFiling& raw) {
    if (several_ && is_for_people()) session_.out << (shown_ ? "\n" : "") << raw.path << '\n';
    if (!options_.view.empty()) {
      show_layer(raw);
    } else if (options_.report) {
      show_table(raw, account_of(raw), true);
    } else {
      show_layers(raw);
    }
    shown_ = true;
  }

  bool is_for_people() const {
    if (!options_.view.empty()) return !is_json();
    return style_.layout == TableLayout::table || style_.layout == TableLayout::md;
  }

  bool is_json() const { return options_.format == "json" || options_.format == "jsonl"; }

  Table account_of(const RawFiling& raw) {
    ingest::FileAccount account;
    ingest::read_filing(raw, report_, [](ingest::DocumentText&&, const Filing&) {}, &account);
    Table table;
    AccountRows(table).add(account);
    return table;
  }

  /// Shows the rows in parts, unless they must be known before the first is shown.
  void show_layers(const RawFiling& raw) {
    const Table empty{{{"document", 0, true}, {"kind", 3, false}, {"bytes", 2, false}, {"text", 1, false}}, {}};
    const bool for_people = style_.layout == TableLayout::table;
    const bool in_parts = options_.sort.empty() && !options_.limit && style_.layout != TableLayout::json && style_.layout != TableLayout::md;
    Table table = empty;
    bool first = true;
    const std::function<void()> full = [&] {
      if (!in_parts) return;
      show_table(raw, std::exchange(table, empty), std::exchange(first, false));
    };
    ingest::read_filing(raw, report_, [&](ingest::DocumentText&& document, const Filing&) { TextRows(document, table, for_people, full).add(); });
    if (first || !table.rows.empty()) show_table(raw, std::move(table), first);
  }

  /// An order and a limit hold for each filing. An array of JSON is one for all of them. `first`: it is the first part of a filing.
  void show_table(const RawFiling& raw, Table table, bool first) {
    if (!options_.sort.empty()) sort_rows(table, options_.sort);
    if (options_.limit && table.rows.size() > *options_.limit) table.rows.resize(*options_.limit);
    if (several_ && !is_for_people()) {
      table.columns.insert(table.columns.begin(), Column{"filing"});
      for (std::vector<Cell>& row : table.rows) row.insert(row.begin(), raw.path);
    }
    if (several_ && style_.layout == TableLayout::json) {
      all_.columns = table.columns;
      std::move(table.rows.begin(), table.rows.end(), std::back_inserter(all_.rows));
      return;
    }
    TableStyle style = style_;
    style.header = style_.header && first;
    print_table(table, style, session_.out);
    if (!is_for_people()) style_.header = false;
  }

  void show_layer(const RawFiling& raw) {
    const ingest::TextView view = *ingest::text_view_named(options_.view);
    const std::size_t width = session_.terminal.output ? session_.terminal.width : 100;
    std::string name;
    append_json_string(name, raw.path);
    ingest::read_filing(raw, report_, [&](ingest::DocumentText&& document, const Filing&) {
      if (!is_json()) {
        session_.out << ingest::show_text(document, view, width);
        return;
      }
      std::istringstream lines(ingest::show_text_json(document, view));
      for (std::string line; std::getline(lines, line);) session_.out << (several_ ? "{\"filing\":" + name + "," + line.substr(1) : line) << '\n';
    });
  }

  const Options& options_;
  Report& report_;
  Session& session_;
  TableStyle style_;
  bool several_ = false;
  bool shown_ = false;
  Table all_;  ///< What waits for the last filing.
};

void write_page(const RawFiling& raw, const Options& options, Report& report) {
  exporting::OutputSet out(options.output.empty() ? "-" : options.output, false);
  std::ostream& file = out.file();
  ingest::show_page(raw, report, [&](std::string_view part) { file << part; });
  out.commit();
}

/// Only one of what shows a text can be asked for, and -o belongs to a page.
void check_choices(const Options& options) {
  if (options.report && options.html) throw UsageError("--report and --html exclude each other");
  if (!options.view.empty() && (options.report || options.html)) {
    throw UsageError(std::string("--view and ") + (options.report ? "--report" : "--html") + " exclude each other");
  }
  if (!options.output.empty() && !options.html) throw UsageError("--output is for --html; send other answers on with '>'");
}

}  // namespace

ExitCode run_text(const Options& options, Session& session) {
  check_choices(options);
  Report report(session, options);
  const std::string& path = options.what[0];
  std::error_code ignored;  // Reading tells it.
  if (std::filesystem::is_directory(path, ignored)) throw InputError(path, "is a folder; name a file");
  ingest::FileSource source({path}, report);
  if (options.html) {
    const std::optional<RawFiling> raw = only_filing(source, path);
    if (!raw) return ExitCode::failed;
    write_page(*raw, options, report);
  } else if (!Showing(options, report, session).run(source)) {
    return ExitCode::failed;
  }
  if (const std::string rest = left_out(source.counts()); !rest.empty()) report.note(path + rest);
  return report.errors() > 0 ? ExitCode::partly : ExitCode::done;
}

}  // namespace rxgraph::cli
