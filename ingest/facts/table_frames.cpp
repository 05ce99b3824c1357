#include "ingest/facts/table_frames.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/facts/own_rows.hpp"
#include "ingest/facts/table_cells.hpp"
#include "ingest/facts/table_heads.hpp"

namespace rxgraph::ingest {
namespace {

using facts::CellThing;
using facts::holds_any;
using facts::TableHead;

class TableMatcher {
 public:
  TableMatcher(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, FilingMemory& memory)
      : document_(document), table_(table), memory_(memory), cells_(document, analysis, table, memory), speaker_(analysis.speaker), own_rows_(document, cells_, memory, speaker_) {}

  std::vector<RowCandidate> run() {
    for (const Table& table : document_.tables) {
      heads_ = facts::heads_of(document_, table);
      for (const ColumnFrame& frame : table_.columns()) {
        if (!frame.frame->words.empty()) continue;  // Of an exhibit's lines.
        if (frame.by_filer) {
          own_rows_.match(table, frame, found_);
        } else if (table.header_rows > 0 && table.rows > table.header_rows) {
          match(table, frame);
        }
      }
    }
    return std::move(found_);
  }

 private:
  struct Column {
    const SlotRole* role = nullptr;
    std::uint16_t column = 0;
    TextRange header;
    bool named = true;   ///< Its head says what it holds; else it is the first column, which has no head.
    bool ticked = false; ///< The row states its fact only where a mark or a date stands here.
  };

  std::optional<Column> find_column(const ColumnFrame::Column& wanted) const {
    const auto head = std::find_if(heads_.begin(), heads_.end(), [&](const TableHead& one) { return holds_any(one, wanted); });
    return head == heads_.end() ? std::nullopt : std::optional(Column{&wanted.role, head->cell->column, head->cell->text});
  }

  /// Every column whose head holds one of the phrases.
  std::vector<Column> find_columns(const ColumnFrame::Column& wanted) const {
    std::vector<Column> columns;
    for (const TableHead& head : heads_) {
      if (holds_any(head, wanted)) columns.push_back({&wanted.role, head.cell->column, head.cell->text, true, true});
    }
    return columns;
  }

  /// The first column, where nothing stands in its head: it says what the rows are about.
  std::optional<Column> headless_column(const Table& table, const ColumnFrame::Column& wanted) const {
    for (std::uint16_t row = 0; row < table.header_rows; ++row) {
      const std::uint32_t block = cells_.at(table, row, 0);
      if (block < document_.blocks.size() && !document_.words(document_.blocks[block].text).empty()) return std::nullopt;
    }
    return Column{&wanted.role, 0, {}, false};
  }

  /// True for a cell that ticks a box: a mark or two without a word ("X" is a mark as well).
  static bool is_mark(std::string_view words) {
    constexpr std::size_t longest = 12;  // Bytes: a few bullets or arrows.
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    if (words == "X" || words == "x") return true;
    return !words.empty() && words.size() <= longest && std::none_of(words.begin(), words.end(), is_word) && words != "-" && words != "\u2013" && words != "\u2014";
  }

  /// A column whose head names one thing: what a mark in it says.
  struct HeadThing {
    std::uint16_t column = 0;
    TextRange header;
    CellThing thing;
  };

  std::vector<HeadThing> head_things(const Table& table, const TypeSet& types) {
    std::vector<HeadThing> heads;
    for (std::uint32_t b = table.first_block; b < table.last_block && document_.blocks[b].row < table.header_rows; ++b) {
      const std::vector<CellThing> things = cells_.things(b, types, false);
      if (things.size() == 1 && document_.blocks[b].column_span == 1) heads.push_back({document_.blocks[b].column, document_.blocks[b].text, things.front()});
    }
    return heads;
  }

  /// Bars and ticks: the last column with a mark says how far the row's subject has come.
  void match_marks(const Table& table, const ColumnFrame& frame, const std::vector<Column>& columns, const SlotRole& marked) {
    constexpr std::size_t fewest = 2;  // One such head is a column of its own kind.
    const std::vector<HeadThing> heads = head_things(table, marked.types);
    if (heads.size() < fewest) return;
    for (std::uint16_t row = table.header_rows; row < table.rows; ++row) {
      const HeadThing* last = nullptr;
      TextRange mark;
      for (const HeadThing& head : heads) {
        const std::uint32_t block = cells_.at(table, row, head.column);
        if (block >= document_.blocks.size() || document_.blocks[block].row < table.header_rows || !is_mark(document_.words(document_.blocks[block].text))) continue;
        last = &head;
        mark = document_.blocks[block].text;
      }
      if (last == nullptr) continue;
      const std::size_t before = found_.size();
      match_row(table, frame, columns, row, &last->thing);
      for (std::size_t i = before; i < found_.size(); ++i) {
        found_[i].cells.push_back(mark);
        found_[i].candidate.context.push_back(last->header);
        std::sort(found_[i].cells.begin(), found_[i].cells.end());
        std::sort(found_[i].candidate.context.begin(), found_[i].candidate.context.end());
      }
    }
  }

  static bool is_to_filer(const ColumnFrame& frame) {
    const auto object = frame.frame->set.find("object");
    return object != frame.frame->set.end() && std::get<std::string>(object->second.front()) == "we";
  }

  /// A table of partners among whom the filer is one is somebody else's.
  bool lists_filer(const Table& table, const ColumnFrame& frame, const std::vector<Column>& columns) {
    if (!is_to_filer(frame) || speaker_ == no_entity) return false;
    const std::uint32_t filer = memory_.resolve(speaker_);
    for (const Column& column : columns) {
      for (std::uint16_t row = table.header_rows; row < table.rows && column.role->kind == SlotRole::Kind::subject; ++row) {
        const std::uint32_t block = cells_.at(table, row, column.column);
        if (block >= document_.blocks.size()) continue;
        const std::vector<CellThing> things = cells_.things(block, column.role->types, false);
        if (std::any_of(things.begin(), things.end(), [&](const CellThing& thing) { return thing.entity == filer; })) return true;
      }
    }
    return false;
  }

  static bool is_amount(const SlotRole& role) { return role.kind == SlotRole::Kind::qualifier && role.qualifier != nullptr && role.qualifier->type == ValueType::number; }

  void match(const Table& table, const ColumnFrame& frame) {
    std::vector<Column> columns;
    const SlotRole* marked = nullptr;
    const SlotRole* governed = nullptr;
    for (const ColumnFrame::Column& wanted : frame.columns) {
      if (wanted.headers.size() == 1 && wanted.headers.front() == "*") {
        marked = &wanted.role;
        continue;
      }
      const bool amount = is_amount(wanted.role);
      const bool value = wanted.role.kind == SlotRole::Kind::qualifier && wanted.role.types.none() && !amount;
      if (value && frame.frame->set.contains("object")) {  // "Approved in the EU": the head gives the object, a tick the fact.
        const std::vector<Column> ticked = find_columns(wanted);
        if (ticked.empty()) return;
        columns.insert(columns.end(), ticked.begin(), ticked.end());
        continue;
      }
      std::optional<Column> column = find_column(wanted);
      if (!column && wanted.role.kind == SlotRole::Kind::subject && frame.columns.size() > 1) column = headless_column(table, wanted);
      if (column) columns.push_back(*column);
      // "Phase 3" over the table, or over some of its rows, says of each product what a column would.
      if (!column && wanted.role.kind == SlotRole::Kind::object && marked == nullptr && !frame.frame->set.contains("object")) {
        governed = &wanted.role;
        continue;
      }
      if (!column && (wanted.role.kind != SlotRole::Kind::qualifier || amount)) return;
    }
    above_ = {};
    if (lists_filer(table, frame, columns)) return;
    if (marked != nullptr) return match_marks(table, frame, columns, *marked);
    for (std::uint16_t row = table.header_rows; row < table.rows; ++row) {
      if (governed != nullptr) match_governed(table, frame, columns, row, *governed);
      else match_row(table, frame, columns, row, nullptr);
    }
  }

  void match_governed(const Table& table, const ColumnFrame& frame, const std::vector<Column>& columns, std::uint16_t row, const SlotRole& governed) {
    TextRange heading;
    const std::vector<CellThing> said = cells_.governing(table, row, governed.types, heading);
    if (said.empty()) return;
    const std::size_t before = found_.size();
    match_row(table, frame, columns, row, &said.front());
    for (std::size_t i = before; i < found_.size(); ++i) {
      std::vector<TextRange>& context = found_[i].candidate.context;
      context.insert(std::upper_bound(context.begin(), context.end(), heading), heading);
    }
  }

  /// What the columns of a row give.
  struct Row {
    RowCandidate base;  ///< Without its ends.
    std::vector<CellThing> subjects, objects;
    bool ticked = false;  ///< A mark or a date stands where the frame wants one.
  };

  void match_row(const Table& table, const ColumnFrame& frame, const std::vector<Column>& columns, std::uint16_t row, const CellThing* marked) {
    const Row read = read_row(table, frame, columns, row, marked);
    const auto constant = frame.frame->set.find("object");
    const bool to_filer = is_to_filer(frame);
    if (constant != frame.frame->set.end() && !to_filer && !read.ticked) return;
    const auto lacking = [&](const Column& column) { return is_amount(*column.role) && !read.base.candidate.qualifiers.contains(column.role->name); };
    if (to_filer && (speaker_ == no_entity || std::any_of(columns.begin(), columns.end(), lacking))) return;
    if (constant != frame.frame->set.end()) {
      CandidateEnd object{no_entity, std::get<std::string>(constant->second.front()), table_.type_index(frame.relation->object_types.front())};
      if (to_filer) object = {memory_.resolve(speaker_), {}, no_type};
      for (const CellThing& subject : read.subjects) state(read, frame, subject, object, 1);
      return;
    }
    for (const CellThing& subject : read.subjects) {
      for (const CellThing& object : read.objects) {
        if (subject.entity != object.entity) state(read, frame, subject, {object.entity, {}, no_type}, object.confidence);
      }
    }
  }

  void state(const Row& row, const ColumnFrame& frame, const CellThing& subject, const CandidateEnd& object, float object_confidence) {
    Candidate& stated = found_.emplace_back(row.base).candidate;
    stated.subject.entity = subject.entity;
    stated.object = object;
    stated.confidence = static_cast<float>(frame.frame->confidence) * subject.confidence * object_confidence;
  }

  Row read_row(const Table& table, const ColumnFrame& frame, const std::vector<Column>& columns, std::uint16_t row, const CellThing* marked) {
    Row read;
    if (marked != nullptr) read.objects.push_back(*marked);
    Candidate& base = read.base.candidate;
    base.relation = frame.relation;
    base.qualifiers = frame.frame->set;
    base.qualifiers.erase("object");
    base.rule = frame.frame->id;
    if (frame.frame->modality) base.modality = *frame.frame->modality;
    for (const Column& column : columns) {
      const std::uint32_t block = cells_.at(table, row, column.column);
      const bool there = block < document_.blocks.size() && document_.blocks[block].row >= table.header_rows;
      TextRange text = there ? document_.blocks[block].text : TextRange{};
      const bool blank = !there || document_.words(text).empty();
      // "ABC-1 | asthma", and below it "| gout": an empty first cell goes on with the one above.
      if (blank && column.role->kind == SlotRole::Kind::subject && column.column == 0 && !above_.things.empty()) {
        read.subjects = above_.things;
        text = above_.text;
      } else if (!there) {
        continue;
      } else if (column.role->kind == SlotRole::Kind::subject) {
        read.subjects = cells_.things(block, column.role->types, column.named);
        above_ = {read.subjects, text};
      }
      if (column.ticked) {
        if (!is_mark(document_.words(text)) && !cells_.has_date(block)) continue;
        read.ticked = true;
      }
      if (column.role->kind == SlotRole::Kind::object) read.objects = cells_.things(block, column.role->types);
      if (column.role->kind == SlotRole::Kind::qualifier) add_qualifier(*frame.relation, *column.role, block, base.qualifiers);
      read.base.cells.push_back(text);
      if (column.named) base.context.push_back(column.header);
    }
    for (std::vector<TextRange>* ranges : {&read.base.cells, &base.context}) {
      std::sort(ranges->begin(), ranges->end());
      ranges->erase(std::unique(ranges->begin(), ranges->end()), ranges->end());
    }
    return read;
  }

  void add_qualifier(const Relation& relation, const SlotRole& role, std::uint32_t block, Qualifiers& qualifiers) {
    std::vector<Value> values;
    if (role.types.any()) {
      for (const CellThing& thing : cells_.things(block, role.types)) values.emplace_back(memory_.entities[thing.entity].name);
    }
    for (const AnalysedSentence& sentence : cells_.sentences(block)) {
      for (const Mention& mention : sentence.mentions) {
        if (role.qualifier == nullptr) continue;
        if (role.qualifier->type == ValueType::number && mention.kind == Mention::Kind::money) {
          values.emplace_back(mention.amount);
          if (const QualifierType* const currency = relation.currency()) qualifiers[currency->name] = {Value(mention.value)};
        }
        if (role.qualifier->type == ValueType::date && mention.kind == Mention::Kind::date) values.emplace_back(mention.value);
      }
    }
    if (!values.empty()) qualifiers[role.name] = std::move(values);
  }

  /// What the last row with a first cell is about.
  struct Above {
    std::vector<CellThing> things;
    TextRange text;
  };

  const DocumentText& document_;
  const FrameTable& table_;
  FilingMemory& memory_;
  facts::TableCells cells_;
  std::uint32_t speaker_;
  Above above_;
  std::vector<TableHead> heads_;  ///< Of the table at hand.
  facts::OwnRows own_rows_;
  std::vector<RowCandidate> found_;
};

}  // namespace

std::vector<RowCandidate> match_tables(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, FilingMemory& memory) {
  if (document.tables.empty() || table.columns().empty()) return {};
  return TableMatcher(document, analysis, table, memory).run();
}

}  // namespace rxgraph::ingest
