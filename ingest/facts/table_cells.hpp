#pragma once
/// What the cells of tables name.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest::facts {

/// A thing that a cell names.
struct CellThing {
  std::uint32_t entity = no_entity;
  float confidence = 1;
};

/// The cells of a document's tables, with the names that were found in them. All arguments must outlive it.
class TableCells {
 public:
  TableCells(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, FilingMemory& memory);

  /// The block that covers the cell, spans included; the number of blocks where there is none. Linear in the table.
  std::uint32_t at(const Table& table, std::uint16_t row, std::uint16_t column) const;

  /// The words of a block; empty for a block that `at` did not find.
  std::string_view words(std::uint32_t block) const;

  /// The things of `types` that the block names. `guess`: a name that nobody knows may be one, and of types that no vocabulary names
  /// any short cell is one; it is added to the memory.
  std::vector<CellThing> things(std::uint32_t block, const TypeSet& types, bool guess = true);

  /// The one thing of `types` that governs a row without saying it: that of the last row above whose only cell names it ("Phase 3" over the products of
  /// that phase), else that of the heading right above the table. `text` becomes where it stands. Quick for rows
  /// in order: each is looked at once.
  std::vector<CellThing> governing(const Table& table, std::uint16_t row, const TypeSet& types, TextRange& text);

  bool has_date(std::uint32_t block) const;

  /// The analysed sentences of a block, which stand together.
  std::span<const AnalysedSentence> sentences(std::uint32_t block) const {
    return std::span(analysis_.sentences).subspan(first_sentence_[block], first_sentence_[block + 1] - first_sentence_[block]);
  }

 private:
  void add_whole(std::uint32_t block, std::int16_t type, std::vector<CellThing>& things);
  std::uint32_t only_cell(const Table& table, std::uint16_t row);
  void read_only_cells(const Table& table);
  void take_heading(std::uint32_t block);  ///< Where the block names one thing, it governs from here on.

  /// What was answered last, from which the rows below go on.
  struct Governing {
    std::uint32_t first_block = 0xffffffff;  ///< Of the table.
    TypeSet types;
    std::uint16_t row = 0;
    std::vector<CellThing> things;
    TextRange text;
  };

  Governing governing_;
  std::uint32_t only_of_ = ~std::uint32_t{0};  ///< The first block of the table that `only_cells_` is of.
  std::vector<std::uint32_t> only_cells_;      ///< Of each row: the one cell with words; the number of blocks where there is none, or several.
  const DocumentText& document_;
  const DocumentAnalysis& analysis_;
  FilingMemory& memory_;
  std::vector<std::uint32_t> first_sentence_;  ///< Of each block, an analysed one; one more for the end.
  TypeSet known_types_;                        ///< Types that some vocabulary names.
};

}  // namespace rxgraph::ingest::facts
