#include "ingest/facts/own_rows.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/names.hpp"
#include "ingest/facts/filer_alone.hpp"

namespace rxgraph::ingest::facts {

bool OwnRows::says_of_rows(const Table& table, const ColumnFrame::Column& wanted) {
  read_first_cells(table);
  for (const TableHead& first : first_cells_) {
    if (holds_any(first, wanted) && !of_others(static_cast<std::uint32_t>(first.cell - document_.blocks.data()))) return true;
  }
  if (table.first_block == 0 || of_others(table.first_block - 1) || cells_.sentences(table.first_block - 1).empty()) return false;
  const TextRange before = document_.sentences[cells_.sentences(table.first_block - 1).back().sentence].text;
  return holds_any({nullptr, fold(document_.words(before))}, wanted);
}

void OwnRows::read_first_cells(const Table& table) {
  if (std::exchange(first_cells_of_, &table) == &table) return;
  first_cells_.clear();
  for (std::uint32_t b = table.first_block; b < table.last_block; ++b) {
    const Block& block = document_.blocks[b];
    if (block.row < table.header_rows || block.column == 0) first_cells_.push_back({&block, fold(document_.words(block.text))});
  }
}

bool OwnRows::has_figure(const Table& table, std::uint16_t row) const {
  for (std::uint16_t column = 1; column < table.columns; ++column) {
    const std::uint32_t block = cells_.at(table, row, column);
    if (block >= document_.blocks.size() || document_.blocks[block].column == 0) continue;
    const std::string_view words = document_.words(document_.blocks[block].text);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::any_of(words.begin(), words.end(), is_digit) && std::none_of(words.begin(), words.end(), is_letter)) return true;
  }
  return false;
}

bool OwnRows::of_others(std::uint32_t block) const {
  const std::span<const AnalysedSentence> sentences = cells_.sentences(block);
  return std::any_of(sentences.begin(), sentences.end(), [](const AnalysedSentence& sentence) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) { return tells_of_others(token.key); });
  });
}

bool OwnRows::is_account(std::uint32_t block) const {
  static const std::array<std::uint64_t, 6> prepositions = {word_key("of"), word_key("on"), word_key("in"), word_key("to"), word_key("from"), word_key("for")};
  std::size_t count = 0;
  for (const AnalysedSentence& sentence : cells_.sentences(block)) {
    for (const Token& token : sentence.tokens) count += std::find(prepositions.begin(), prepositions.end(), token.key) != prepositions.end();
  }
  return count > 1;
}

void OwnRows::match(const Table& table, const ColumnFrame& frame, std::vector<RowCandidate>& found) {
  constexpr std::size_t most_things = 2;  // "Acmol/Acmol Plus"; with more the cell is prose.
  if (speaker_ == no_entity || frame.columns.size() != 1 || table.columns < 2 || !says_of_rows(table, frame.columns.front())) return;
  const TextRange context = document_.blocks[table.first_block > 0 ? table.first_block - 1 : table.first_block].text;
  for (std::uint16_t row = table.header_rows; row < table.rows; ++row) {
    const std::uint32_t block = cells_.at(table, row, 0);
    if (block >= document_.blocks.size() || document_.blocks[block].row != row || !has_figure(table, row)) continue;
    if (of_others(block) || is_account(block)) continue;
    const std::vector<CellThing> things = cells_.things(block, frame.columns.front().role.types, false);
    if (things.empty() || things.size() > most_things) continue;
    for (const CellThing& thing : things) {
      RowCandidate row_fact;
      row_fact.candidate.relation = frame.relation;
      row_fact.candidate.rule = frame.frame->id;
      row_fact.candidate.subject.entity = memory_.resolve(speaker_);
      row_fact.candidate.object.entity = thing.entity;
      row_fact.candidate.confidence = static_cast<float>(frame.frame->confidence) * thing.confidence;
      row_fact.candidate.context = {context};
      row_fact.cells = {document_.blocks[block].text};
      found.push_back(std::move(row_fact));
    }
  }
}

}  // namespace rxgraph::ingest::facts
