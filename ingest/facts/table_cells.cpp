#include "ingest/facts/table_cells.hpp"

#include <algorithm>
#include <numeric>

#include "base/names.hpp"

namespace rxgraph::ingest::facts {
namespace {

constexpr std::size_t longest_name = 80;     ///< Bytes of a cell that may be a name as a whole.
constexpr std::size_t longest_heading = 60;  ///< Bytes of what governs a table or its rows.
constexpr float by_column = 0.85F;           ///< A name of which only its column tells what it is.
constexpr float by_heading = 0.9F;

}  // namespace

TableCells::TableCells(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, FilingMemory& memory)
    : document_(document), analysis_(analysis), memory_(memory) {
  first_sentence_.resize(document.blocks.size() + 1);
  for (const AnalysedSentence& sentence : analysis.sentences) ++first_sentence_[document.sentences[sentence.sentence].block + 1];
  std::partial_sum(first_sentence_.begin(), first_sentence_.end(), first_sentence_.begin());
  for (const Vocabulary& vocabulary : table.ontology().vocabularies) {
    const std::int16_t type = table.type_index(vocabulary.type);
    if (type != no_type) known_types_.set(static_cast<std::size_t>(type));
  }
}

std::uint32_t TableCells::at(const Table& table, std::uint16_t row, std::uint16_t column) const {
  for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
    const Block& block = document_.blocks[b];
    if (block.row > row) break;
    if (row < block.row + block.row_span && column >= block.column && column < block.column + block.column_span) return b;
  }
  return static_cast<std::uint32_t>(document_.blocks.size());
}

std::string_view TableCells::words(std::uint32_t block) const {
  return block < document_.blocks.size() ? document_.words(document_.blocks[block].text) : std::string_view();
}

std::vector<CellThing> TableCells::things(std::uint32_t block, const TypeSet& types, bool guess) {
  std::vector<CellThing> things;
  const auto add = [&](std::uint32_t entity, float confidence) {
    entity = memory_.resolve(entity);
    const auto same = [&](const CellThing& thing) { return thing.entity == entity; };
    const auto known = std::find_if(things.begin(), things.end(), same);
    if (known == things.end()) things.push_back({entity, confidence});
    else known->confidence = std::max(known->confidence, confidence);
  };
  std::uint32_t unknown = no_entity;
  for (const AnalysedSentence& sentence : sentences(block)) {
    for (const Mention& mention : sentence.mentions) {
      if (mention.kind == Mention::Kind::unknown) unknown = mention.entity;
      if (mention.kind != Mention::Kind::entity && mention.kind != Mention::Kind::unknown) continue;
      const std::int16_t type = memory_.entities[memory_.resolve(mention.entity)].type;
      const float confidence = mention.kind == Mention::Kind::unknown ? std::max(mention.confidence, by_column) : mention.confidence;
      if (type != no_type && types.test(static_cast<std::size_t>(type))) add(mention.entity, confidence);
    }
  }
  if (!things.empty() || types.none() || !guess) return things;
  const auto only = static_cast<std::int16_t>(types._Find_first());
  if ((types & known_types_).none()) {
    add_whole(block, only, things);
  } else if (unknown != no_entity && memory_.entities[memory_.resolve(unknown)].type == no_type) {
    add(memory_.set_type(unknown, only), by_column);
  }
  return things;
}

void TableCells::add_whole(std::uint32_t block, std::int16_t type, std::vector<CellThing>& things) {
  const Block& cell = document_.blocks[block];
  const std::string_view words = document_.words(cell.text);
  if (words.size() > longest_name || normal_form(words).empty()) return;
  const std::vector<ByteRange> bytes = document_.map.bytes(cell.text);
  const std::uint32_t entity = memory_.add(type, {std::string(words), document_.document.number, bytes.empty() ? ByteRange{} : bytes.front(), "column"});
  things.push_back({memory_.resolve(entity), by_column});
}

void TableCells::read_only_cells(const Table& table) {
  const auto none = static_cast<std::uint32_t>(document_.blocks.size());
  only_of_ = table.first_block;
  only_cells_.assign(table.rows, none);
  std::vector<bool> filled(table.rows);
  for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
    const Block& block = document_.blocks[b];
    if (words(b).empty()) continue;
    for (std::size_t row = block.row; row < static_cast<std::size_t>(block.row) + block.row_span && row < filled.size(); ++row) {
      only_cells_[row] = filled[row] ? none : b;
      filled[row] = true;
    }
  }
}

std::uint32_t TableCells::only_cell(const Table& table, std::uint16_t row) {
  if (only_of_ != table.first_block) read_only_cells(table);
  return row < only_cells_.size() ? only_cells_[row] : static_cast<std::uint32_t>(document_.blocks.size());
}

void TableCells::take_heading(std::uint32_t block) {
  std::vector<CellThing> said = words(block).size() <= longest_heading ? things(block, governing_.types, false) : std::vector<CellThing>();
  if (said.size() != 1) return;
  said.front().confidence *= by_heading;
  governing_.things = std::move(said);
  governing_.text = document_.blocks[block].text;
}

std::vector<CellThing> TableCells::governing(const Table& table, std::uint16_t row, const TypeSet& types, TextRange& text) {
  if (governing_.first_block != table.first_block || governing_.types != types || row < governing_.row) {
    governing_ = {table.first_block, types, table.header_rows, {}, {}};
    if (table.first_block > 0 && document_.blocks[table.first_block - 1].kind == Block::Kind::heading) take_heading(table.first_block - 1);
  }
  for (; governing_.row < row; ++governing_.row) {
    const std::uint32_t block = only_cell(table, governing_.row);
    if (block < document_.blocks.size()) take_heading(block);
  }
  if (!governing_.things.empty()) text = governing_.text;
  return governing_.things;
}

bool TableCells::has_date(std::uint32_t block) const {
  const std::span<const AnalysedSentence> here = sentences(block);
  return std::any_of(here.begin(), here.end(), [](const AnalysedSentence& sentence) {
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [](const Mention& mention) { return mention.kind == Mention::Kind::date; });
  });
}

}  // namespace rxgraph::ingest::facts
