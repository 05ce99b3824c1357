#include "ingest/facts/table_cells.hpp"

#include <doctest/doctest.h>

#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// A text with one table, and its cells.
struct Cells {
  explicit Cells(const std::string& text) : filing(read(text)), finder(core()), frames(core()) {
    memory = finder.begin(filing.filing);
    analysis = finder.find(document(), filing.filing, memory);
    cells.emplace(document(), analysis, frames, memory);
  }

  const DocumentText& document() const { return filing.documents.at(0); }
  const Table& table() const { return document().tables.at(0); }

  TypeSet types(const std::string& name) const {
    TypeSet set;
    set.set(static_cast<std::size_t>(frames.type_index(name)));
    return set;
  }

  /// What governs a row, by its name; empty for nothing.
  std::string governing(std::uint16_t row, const std::string& type) {
    TextRange text;
    const std::vector<facts::CellThing> things = cells->governing(table(), row, types(type), text);
    return things.empty() ? "" : memory.entities[things.front().entity].name;
  }

  FilingText filing;
  MentionFinder finder;
  FrameTable frames;
  FilingMemory memory;
  DocumentAnalysis analysis;
  std::optional<facts::TableCells> cells;
};

const std::string grouped =
    "# Pipeline\n\n| Product | Indication |\n|---|---|\n| Phase 3 | |\n| trastuzumab | breast cancer |\n| Phase 1 | |\n| rituximab | lymphoma |\n";

}  // namespace

TEST_CASE("a row with one cell alone governs those below it, until the next") {
  Cells cells(grouped);
  CHECK(cells.governing(2, "Phase") == "Phase 3");
  CHECK(cells.governing(4, "Phase") == "Phase 1");
  CHECK(cells.governing(2, "Target").empty());
}

TEST_CASE("a heading right above the table governs its rows, and no other text does") {
  Cells headed("# Phase 2\n\n| Product | Indication |\n|---|---|\n| trastuzumab | breast cancer |\n| rituximab | lymphoma |\n");
  CHECK(headed.governing(1, "Phase") == "Phase 2");
  Cells told("# Report\n\nWe have run Phase 2 trials of many kinds.\n\n| Product | Indication |\n|---|---|\n| trastuzumab | breast cancer |\n| rituximab | lymphoma |\n");
  CHECK(told.governing(1, "Phase").empty());
}

TEST_CASE("a name that only its column types is as sure as its column") {
  Cells cells("# Pipeline\n\n| Product | Indication |\n|---|---|\n| Zorbexil | breast cancer |\n| Zorbadol | lymphoma |\n");
  const std::uint32_t cell = cells.cells->at(cells.table(), 1, 0);
  const std::vector<facts::CellThing> first = cells.cells->things(cell, cells.types("Compound"));
  REQUIRE(first.size() == 1);
  const std::vector<facts::CellThing> again = cells.cells->things(cell, cells.types("Compound"), false);
  REQUIRE(again.size() == 1);
  CHECK(again.front().entity == first.front().entity);
  CHECK(again.front().confidence == doctest::Approx(0.85));
}

TEST_CASE("a cell that is not there has no words") {
  Cells cells(grouped);
  CHECK(cells.cells->words(cells.cells->at(cells.table(), 9, 0)).empty());
}
