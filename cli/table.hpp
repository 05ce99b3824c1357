#pragma once
/// Answers as tables, for people and for programs.

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/values.hpp"

namespace rxgraph::cli {

/// An amount with its currency.
struct Money {
  double amount = 0;
  std::string currency;  ///< ISO 4217; empty where unknown.
};

/// What stands in a cell; `std::monostate` is unknown, shown as "–".
using Cell = std::variant<std::monostate, std::string, double, bool, Money, std::vector<std::string>>;

/// `text`, or unknown where it is empty.
Cell cell_of(std::string text);

/// A list, or unknown where it is empty.
Cell cell_of(std::vector<std::string> list);

/// For whom a column is.
enum class Audience : std::uint8_t {
  all,
  where_known,  ///< People see it where some row knows it; programs always.
  programs,     ///< People never see it.
};

struct Column {
  std::string key;      ///< As programs and --sort call it: "since".
  int importance = 0;   ///< The least important is cut first where a terminal is too narrow.
  bool number = false;  ///< Aligned to the right.
  Audience audience = Audience::all;
  bool share = false;   ///< A number between 0 and 1, for people with two digits.
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< As many cells as columns.
};

enum class TableLayout : std::uint8_t { table, json, jsonl, csv, tsv, md };

/// The layout of that name. Throws UsageError with the choices.
TableLayout table_layout_named(std::string_view name);

/// The names of all layouts.
std::vector<std::string> table_layout_names();

/// How a table is shown.
struct TableStyle {
  TableLayout layout = TableLayout::table;
  bool header = true;
  bool bold_header = false;    ///< Set off by terminal codes.
  std::size_t width = 0;       ///< Columns of the terminal; 0 in a pipe, where nothing is cut.
};

/// Sorts the rows by the column `key`, "-" in front turning the order round; numbers as numbers, unknown last. Rows that
/// are equal keep their order. Throws UsageError with the nearest columns.
void sort_rows(Table& table, std::string_view key);

/// Writes `table`. Equal tables and styles give equal bytes. JSON keeps types: unknown is null, a list an array, money
/// an object; in CSV and TSV a list is joined by "; ", money is "5000000 USD".
void print_table(const Table& table, const TableStyle& style, std::ostream& out);

/// 1234567 as "1,234,567"; a fraction keeps at most two digits.
std::string grouped(double number);
std::string grouped(std::uint64_t number);

/// "14 MB"; units of 1000.
std::string size_text(std::uint64_t bytes);

/// "1 filing", "1,204 filings".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

/// `text` cut to `width` columns, the last of them "…".
std::string cut_to(std::string_view text, std::size_t width);

}  // namespace rxgraph::cli
