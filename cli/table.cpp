#include "cli/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

#include "base/names.hpp"
#include "base/record_json.hpp"
#include "base/utf8.hpp"
#include "cli/options.hpp"

namespace rxgraph::cli {
namespace {

constexpr std::string_view unknown = "–";
constexpr std::size_t least_width = 8;  ///< To which a column may be cut.
constexpr std::string_view gap = "  ";

constexpr std::array<std::pair<std::string_view, TableLayout>, 6> layouts = {{{"table", TableLayout::table},
                                                                             {"json", TableLayout::json},
                                                                             {"jsonl", TableLayout::jsonl},
                                                                             {"csv", TableLayout::csv},
                                                                             {"tsv", TableLayout::tsv},
                                                                             {"md", TableLayout::md}}};

std::string joined(const std::vector<std::string>& list, std::string_view by) {
  std::string all;
  for (const std::string& item : list) all.append(all.empty() ? "" : by).append(item);
  return all;
}

/// A number for programs: shortest text that reads back equal.
std::string plain(double number) {
  std::string text;
  append_json_value(text, number);
  return text;
}

/// For people.
std::string shown(const Cell& cell, const Column& column) {
  if (const double* share = std::get_if<double>(&cell); share != nullptr && column.share) return fmt::format("{:.2f}", *share);
  struct Show {
    std::string operator()(std::monostate) const { return std::string(unknown); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return grouped(number); }
    std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
    std::string operator()(const Money& money) const { return (money.currency.empty() ? "" : money.currency + " ") + grouped(money.amount); }
    std::string operator()(const std::vector<std::string>& list) const { return joined(list, ", "); }
  };
  return std::visit(Show{}, cell);
}

/// For programs that read text; unknown is empty.
std::string written(const Cell& cell) {
  struct Write {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return plain(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const Money& money) const { return plain(money.amount) + (money.currency.empty() ? "" : " " + money.currency); }
    std::string operator()(const std::vector<std::string>& list) const { return joined(list, "; "); }
  };
  return std::visit(Write{}, cell);
}

void append_json(std::string& out, const Cell& cell) {
  struct Json {
    std::string& out;
    void operator()(std::monostate) const { out += "null"; }
    void operator()(const std::string& text) const { append_json_string(out, text); }
    void operator()(double number) const { append_json_value(out, number); }
    void operator()(bool flag) const { append_json_value(out, flag); }
    void operator()(const Money& money) const {
      out += "{\"amount\":";
      append_json_value(out, money.amount);
      if (!money.currency.empty()) {
        out += ",\"currency\":";
        append_json_string(out, money.currency);
      }
      out += '}';
    }
    void operator()(const std::vector<std::string>& list) const {
      out += '[';
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ',';
        append_json_string(out, list[i]);
      }
      out += ']';
    }
  };
  std::visit(Json{out}, cell);
}

std::string json_of(const Table& table, const std::vector<Cell>& row) {
  std::string out = "{";
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, table.columns[i].key);
    out += ':';
    append_json(out, row[i]);
  }
  return out + "}";
}

void print_json(const Table& table, std::ostream& out) {
  out << '[';
  for (std::size_t i = 0; i < table.rows.size(); ++i) out << (i == 0 ? "\n" : ",\n") << json_of(table, table.rows[i]);
  out << (table.rows.empty() ? "]\n" : "\n]\n");
}

/// RFC 4180: quotes where the text holds a comma, a quote or a line break.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? "\"\"" : std::string(1, c));
  return out + '"';
}

/// Tabs and line breaks as blanks, for TSV has no quotes.
std::string tsv_field(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

void print_separated(const Table& table, bool header, char separator, std::ostream& out) {
  const auto field = [&](const std::string& text) { return separator == ',' ? csv_field(text) : tsv_field(text); };
  if (header) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) out << (i > 0 ? std::string(1, separator) : "") << table.columns[i].key;
    out << '\n';
  }
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? std::string(1, separator) : "") << field(written(row[i]));
    out << '\n';
  }
}

void print_markdown(const Table& table, std::ostream& out) {
  for (const Column& column : table.columns) out << "| " << column.key << ' ';
  out << "|\n";
  for (const Column& column : table.columns) out << (column.number ? "|--:" : "|---");
  out << "|\n";
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string text = tsv_field(shown(row[i], table.columns[i]));
      for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, 1, '\\');
      out << "| " << text << ' ';
    }
    out << "|\n";
  }
}

std::string upper(std::string text) {
  for (char& c : text) c = c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

/// Widths that fit into `limit`, the least important columns cut first.
void fit(std::vector<std::size_t>& widths, const std::vector<Column>& columns, std::size_t limit) {
  std::size_t total = gap.size() * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  std::vector<std::size_t> order(widths.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return columns[a].importance < columns[b].importance; });
  for (const std::size_t i : order) {
    if (total <= limit) return;
    if (columns[i].number) continue;  // A number that is cut is another number.
    const std::size_t spare = widths[i] > least_width ? widths[i] - least_width : 0;
    const std::size_t cut = std::min(spare, total - limit);
    widths[i] -= cut;
    total -= cut;
  }
}

void print_aligned(const Table& table, const TableStyle& style, std::ostream& out) {
  const std::size_t count = table.columns.size();
  std::vector<std::vector<std::string>> lines;
  if (style.header) {
    lines.emplace_back();
    for (const Column& column : table.columns) lines.back().push_back(upper(column.key));
  }
  for (const std::vector<Cell>& row : table.rows) {
    lines.emplace_back();
    for (std::size_t i = 0; i < count; ++i) lines.back().push_back(tsv_field(shown(row[i], table.columns[i])));
  }
  std::vector<std::size_t> widths(count, 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < count; ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  }
  if (style.width > 0 && count > 0) fit(widths, table.columns, style.width);
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const bool bold = n == 0 && style.header && style.bold_header;
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string cell = cut_to(lines[n][i], widths[i]);
      if (i > 0) text += gap;
      if (i + 1 == count && !table.columns[i].number) {  // nothing stands behind it, and one long cell would make every line as long
        text += cell;
        break;
      }
      const std::string pad(widths[i] - std::min(widths[i], display_width(cell)), ' ');
      text += table.columns[i].number ? pad + cell : cell + pad;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out << (bold ? "\x1b[1m" : "") << text << (bold ? "\x1b[0m" : "") << '\n';
  }
}

bool is_unknown(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

/// The columns that people see.
Table for_people(const Table& table) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Audience audience = table.columns[i].audience;
    const auto known = [i](const std::vector<Cell>& row) { return !is_unknown(row[i]); };
    if (audience == Audience::programs) continue;
    if (audience == Audience::all || std::any_of(table.rows.begin(), table.rows.end(), known)) kept.push_back(i);
  }
  Table shown;
  for (const std::size_t i : kept) shown.columns.push_back(table.columns[i]);
  for (const std::vector<Cell>& row : table.rows) {
    std::vector<Cell>& cells = shown.rows.emplace_back();
    for (const std::size_t i : kept) cells.push_back(row[i]);
  }
  return shown;
}

/// Orders cells: numbers by value, texts by bytes, unknown last.
bool comes_before(const Cell& a, const Cell& b) {
  const auto number = [](const Cell& cell) -> std::optional<double> {
    if (const auto* value = std::get_if<double>(&cell)) return *value;
    if (const auto* money = std::get_if<Money>(&cell)) return money->amount;
    return std::nullopt;
  };
  const std::optional<double> x = number(a), y = number(b);
  if (x && y) return *x < *y;
  return written(a) < written(b);
}

}  // namespace

Cell cell_of(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }
Cell cell_of(std::vector<std::string> list) { return list.empty() ? Cell() : Cell(std::move(list)); }

TableLayout table_layout_named(std::string_view name) {
  for (const auto& [known, layout] : layouts) {
    if (known == name) return layout;
  }
  throw UsageError("'" + std::string(name) + "' is none of table, json, jsonl, csv, tsv or md" + did_you_mean(name, table_layout_names()));
}

std::vector<std::string> table_layout_names() {
  std::vector<std::string> names;
  for (const auto& [name, layout] : layouts) names.emplace_back(name);
  return names;
}

void sort_rows(Table& table, std::string_view key) {
  const bool descending = key.starts_with('-');
  if (descending) key.remove_prefix(1);
  std::vector<std::string> keys;
  for (const Column& column : table.columns) keys.push_back(column.key);
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) {
    throw UsageError("--sort: there is no column '" + std::string(key) + "'; there are " + joined(keys, ", "));
  }
  const auto i = static_cast<std::size_t>(found - keys.begin());
  std::stable_sort(table.rows.begin(), table.rows.end(), [&](const auto& a, const auto& b) {
    if (is_unknown(a[i]) || is_unknown(b[i])) return !is_unknown(a[i]) && is_unknown(b[i]);
    return descending ? comes_before(b[i], a[i]) : comes_before(a[i], b[i]);
  });
}

void print_table(const Table& table, const TableStyle& style, std::ostream& out) {
  switch (style.layout) {
    case TableLayout::table: return print_aligned(for_people(table), style, out);
    case TableLayout::json: return print_json(table, out);
    case TableLayout::jsonl:
      for (const std::vector<Cell>& row : table.rows) out << json_of(table, row) << '\n';
      return;
    case TableLayout::csv: return print_separated(table, style.header, ',', out);
    case TableLayout::tsv: return print_separated(table, style.header, '\t', out);
    case TableLayout::md: return print_markdown(for_people(table), out);
  }
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string grouped(double number) {
  if (!(std::abs(number) < 1e15)) return plain(number);
  std::string text = fmt::format("{:.2f}", std::abs(number));
  const std::size_t dot = text.find('.');
  std::string fraction = text.substr(dot);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (fraction == ".") fraction.clear();
  const std::string whole = grouped(static_cast<std::uint64_t>(std::stoull(text.substr(0, dot))));
  return (number < 0 ? "-" : "") + whole + fraction;
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::array units = {"bytes", "kB", "MB", "GB", "TB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (size >= 999.5 && unit + 1 < units.size()) {
    size /= 1000;
    ++unit;
  }
  return unit == 0 ? counted(bytes, "byte", "bytes") : fmt::format("{:.{}f} {}", size, size < 9.95 ? 1 : 0, units[unit]);
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return grouped(number) + " " + std::string(number == 1 ? one : many);
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const std::size_t wide = display_width(text.substr(at, point.size));
    if (used + wide + 1 > width) break;
    out.append(text.substr(at, point.size));
    used += wide;
    at += point.size;
  }
  return width == 0 ? std::string() : out + "…";
}

}  // namespace rxgraph::cli
