/// The cover page of a filing without a header.

#include <algorithm>

#include "ingest/read/header.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/word_dates.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t cover_blocks = 120;  ///< Blocks from the start of a document that may be its cover.
constexpr std::size_t longest_line = 256 << 10;  ///< Converters put a whole cover page, or a whole filing, into one paragraph.

std::string_view before(std::string_view text, std::size_t at) {
  text = trimmed(text.substr(0, at));
  while (!text.empty() && std::string_view(" ,*_-").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

/// The form that `text` names: "FORM 10-K" gives "10-K"; empty for none.
std::string form_in(std::string_view text) {
  for (std::size_t at = find_folded(text, "form "); at != std::string_view::npos; at = find_folded(text, "form ", at + 1)) {
    std::string_view rest = trimmed(text.substr(at + 5));
    std::size_t size = 0;
    while (size < rest.size() && (is_digit(rest[size]) || is_upper(rest[size]) || rest[size] == '-' || rest[size] == '/')) ++size;
    const std::string_view form = rest.substr(0, size);
    for (const std::string_view known : {"10-K405", "10-KSB", "10-K/A", "10-K", "10-Q/A", "10-Q", "8-K/A", "8-K", "20-F", "40-F", "6-K", "S-1", "S-3", "S-4", "F-1", "F-3", "10-12G"}) {
      if (form == known) return std::string(known);
    }
  }
  return {};
}

/// The last words of a run-on line before "(Exact name of registrant": capitals and names behind the last number or small word.
std::string_view last_name(std::string_view text) {
  constexpr std::size_t longest_name = 100;
  if (text.size() <= longest_name) {
    const std::size_t digit = text.find_last_of("0123456789");
    return digit == std::string_view::npos ? text : trimmed(text.substr(digit + 1));
  }
  const std::size_t digit = text.find_last_of("0123456789");
  if (digit == std::string_view::npos || text.size() - digit > longest_name) return {};
  return trimmed(text.substr(digit + 1));
}

/// Where `text` says that the registrant's name stands before; npos for none.
std::size_t name_caption(std::string_view text) {
  for (const std::string_view words : {"exact name of", "(registrant name)", "(name of registrant", "(translation of registrant"}) {
    const std::size_t at = find_folded(text, words);
    if (at == std::string_view::npos) continue;
    const std::size_t bracket = text.rfind('(', at);
    return bracket != std::string_view::npos && at - bracket < 4 ? bracket : at;
  }
  return std::string_view::npos;
}

/// Symbols below a cell "Trading Symbol(s)": capitals, some with a mark.
void add_tickers(const DocumentText& document, std::size_t head, std::vector<std::string>& tickers) {
  const Block& title = document.blocks[head];
  for (std::size_t i = head + 1; i < document.blocks.size() && document.blocks[i].table == title.table; ++i) {
    const Block& cell = document.blocks[i];
    const std::string_view text = document.words(cell.text);
    if (cell.column != title.column || cell.row == title.row || text.size() > 8 || equal_folded(text, "none")) continue;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return is_upper(c) || is_digit(c) || c == '.' || c == '-'; }) || !is_upper(text[0])) continue;
    if (std::find(tickers.begin(), tickers.end(), text) == tickers.end()) tickers.emplace_back(text);
  }
}

}  // namespace

void add_cover_page(const DocumentText& document, Filing& filing) {
  std::string_view last;
  std::string name;
  std::vector<std::string> tickers;
  const std::size_t count = std::min(document.blocks.size(), cover_blocks);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = document.words(document.blocks[i].text).substr(0, longest_line);
    if (filing.form.empty()) filing.form = form_in(text);
    if (document.blocks[i].table >= 0 && starts_with_folded(text, "trading symbol")) add_tickers(document, i, tickers);
    if (name.empty()) {
      if (const std::size_t caption = name_caption(text); caption != std::string_view::npos) {
        const std::string_view here = before(text, caption);
        name = std::string(last_name(here.empty() ? last : here));
      } else if (const std::size_t report = text.find(" Annual Report"); report != std::string_view::npos && report > 2 && report < 60 && text.size() < 120) {
        name = std::string(text.substr(0, report));
      }
    }
    for (const std::string_view words : {"date of earliest event", "fiscal year ended", "quarterly period ended", "date of report"}) {
      const std::size_t at = filing.period.empty() ? find_folded(text, words) : std::string_view::npos;
      if (at == std::string_view::npos) continue;
      filing.period = iso_of_words(text.substr(at, 160));
      if (filing.period.empty() && i + 1 < count) filing.period = iso_of_words(document.words(document.blocks[i + 1].text).substr(0, 60));
      if (filing.period.empty()) filing.period = iso_of_words(last.substr(0, 60));
    }
    last = text;
  }
  if (filing.filers.empty() && name.size() > 2) filing.filers.push_back({name, {}, "filer", {}, {}});
  if (filing.filers.empty() || !filing.filers.front().tickers.empty()) return;
  std::sort(tickers.begin(), tickers.end());
  filing.filers.front().tickers = std::move(tickers);
}

}  // namespace rxgraph::ingest
