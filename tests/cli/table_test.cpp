#include "cli/table.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/options.hpp"

using namespace rxgraph::cli;

namespace {

std::string printed(const Table& table, TableStyle style) {
  std::ostringstream out;
  print_table(table, style, out);
  return out.str();
}

std::string printed(const Table& table, TableLayout layout, std::size_t width = 0) {
  TableStyle style;
  style.layout = layout;
  style.width = width;
  return printed(table, style);
}

const Table small{{{"name", 2, false}, {"note", 1, false}, {"count", 3, true}},
                  {{std::string("alpha"), std::string("a, \"b\"\tc"), 1234567.0}, {std::string("β-mab"), Cell(), Money{5e6, "USD"}}}};

}  // namespace

TEST_CASE("a table for people is aligned, numbers to the right and grouped, unknown is a dash") {
  CHECK(printed(small, TableLayout::table) ==
        "NAME   NOTE              COUNT\n"
        "alpha  a, \"b\" c      1,234,567\n"
        "β-mab  –         USD 5,000,000\n");
}

TEST_CASE("a table for programs keeps types and loses nothing") {
  CHECK(printed(small, TableLayout::json) ==
        "[\n{\"name\":\"alpha\",\"note\":\"a, \\\"b\\\"\\tc\",\"count\":1234567},\n"
        "{\"name\":\"β-mab\",\"note\":null,\"count\":{\"amount\":5000000,\"currency\":\"USD\"}}\n]\n");
  CHECK(printed(small, TableLayout::jsonl) ==
        "{\"name\":\"alpha\",\"note\":\"a, \\\"b\\\"\\tc\",\"count\":1234567}\n"
        "{\"name\":\"β-mab\",\"note\":null,\"count\":{\"amount\":5000000,\"currency\":\"USD\"}}\n");
  CHECK(printed(small, TableLayout::csv) == "name,note,count\nalpha,\"a, \"\"b\"\"\tc\",1234567\nβ-mab,,5000000 USD\n");
  CHECK(printed(small, TableLayout::tsv) == "name\tnote\tcount\nalpha\ta, \"b\" c\t1234567\nβ-mab\t\t5000000 USD\n");
  CHECK(printed(Table{small.columns, {}}, TableLayout::json) == "[]\n");
}

TEST_CASE("shares have two digits for people and all of them for programs") {
  const Table table{{{"sure", 0, true, Audience::all, true}}, {{0.8}, {0.737}}};
  CHECK(printed(table, TableLayout::table) == "SURE\n0.80\n0.74\n");
  CHECK(printed(table, TableLayout::csv) == "sure\n0.8\n0.737\n");
}

TEST_CASE("Markdown escapes its own marks") {
  const Table table{{{"a", 0, false}, {"n", 0, true}}, {{std::string("x|y"), 2.5}}};
  CHECK(printed(table, TableLayout::md) == "| a | n |\n|---|--:|\n| x\\|y | 2.5 |\n");
}

TEST_CASE("on a terminal the least important column is cut first; in a pipe nothing is") {
  const std::string words = "the quick brown fox jumps over";
  const Table table{{{"dear", 2, false}, {"cheap", 1, false}}, {{words, words}}};
  CHECK(printed(table, TableLayout::table, 45) == "DEAR                            CHEAP\nthe quick brown fox jumps over  the quick br…\n");
  CHECK(printed(table, TableLayout::table, 30) == "DEAR                  CHEAP\nthe quick brown fox…  the qui…\n");
  CHECK(printed(table, TableLayout::table).find("…") == std::string::npos);
}

TEST_CASE("a number is never cut") {
  const Table table{{{"number", 0, true}, {"words", 1, false}}, {{1234567890.0, std::string("the quick brown fox")}}};
  CHECK(printed(table, TableLayout::table, 24) == "       NUMBER  WORDS\n1,234,567,890  the quic…\n");
}

TEST_CASE("columns that only programs need, or that no row fills, are not shown to people") {
  const Table table{{{"a", 0, false}, {"empty", 0, false, Audience::where_known}, {"uid", 0, false, Audience::programs}}, {{std::string("x"), Cell(), std::string("u")}}};
  CHECK(printed(table, TableLayout::table) == "A\nx\n");
  CHECK(printed(table, TableLayout::jsonl) == "{\"a\":\"x\",\"empty\":null,\"uid\":\"u\"}\n");
}

TEST_CASE("rows are sorted by a column, numbers as numbers, unknown last, either way") {
  Table table{{{"k", 0, true}}, {{Cell()}, {10.0}, {9.0}}};
  sort_rows(table, "k");
  CHECK(printed(table, TableLayout::csv) == "k\n9\n10\n\n");
  sort_rows(table, "-k");
  CHECK(printed(table, TableLayout::csv) == "k\n10\n9\n\n");
  CHECK_THROWS_WITH_AS(sort_rows(table, "j"), "--sort: there is no column 'j'; there are k", UsageError);
}

TEST_CASE("numbers, sizes and counts read well") {
  CHECK(grouped(std::uint64_t{999}) == "999");
  CHECK(grouped(std::uint64_t{1000}) == "1,000");
  CHECK(grouped(std::uint64_t{1234567}) == "1,234,567");
  CHECK(grouped(0.5) == "0.5");
  CHECK(grouped(-1234.256) == "-1,234.26");
  CHECK(grouped(2.0) == "2");
  CHECK(size_text(0) == "0 bytes");
  CHECK(size_text(1) == "1 byte");
  CHECK(size_text(999) == "999 bytes");
  CHECK(size_text(1500) == "1.5 kB");
  CHECK(size_text(14'200'000) == "14 MB");
  CHECK(size_text(3'100'000'000) == "3.1 GB");
  CHECK(counted(1, "filing", "filings") == "1 filing");
  CHECK(counted(1204, "filing", "filings") == "1,204 filings");
}

TEST_CASE("what is cut is cut between letters and ends in an ellipsis") {
  CHECK(cut_to("abc", 3) == "abc");
  CHECK(cut_to("abcd", 3) == "ab…");
  CHECK(cut_to("äöüß", 3) == "äö…");
  CHECK(cut_to("漢字漢字", 5) == "漢字…");
  CHECK(cut_to("abc", 0).empty());
}
