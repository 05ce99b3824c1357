/// The cover page of a filing without a header.

#include <algorithm>

#include "ingest/header.hpp"
#include "ingest/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t cover_blocks = 120;  ///< Blocks from the start of a document that may be its cover.
constexpr std::size_t longest_line = 4000;  ///< Converters put a whole cover page into one paragraph.

std::string_view before(std::string_view text, std::size_t at) {
  text = trimmed(text.substr(0, at));
  while (!text.empty() && std::string_view(" .,*_-").find(text.back()) != std::string_view::npos && !text.ends_with("Inc.")) text.remove_suffix(1);
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

}  // namespace

void add_cover_page(const DocumentText& document, Filing& filing) {
  std::string_view last;
  std::string name;
  const std::size_t count = std::min(document.blocks.size(), cover_blocks);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = document.words(document.blocks[i].text).substr(0, longest_line);
    if (filing.form.empty()) filing.form = form_in(text);
    const std::size_t exact = find_folded(text, "exact name of");
    if (exact != std::string_view::npos && name.empty()) {
      const std::string_view here = before(text, text.rfind('(', exact) == std::string_view::npos ? exact : text.rfind('(', exact));
      name = std::string(last_name(here.empty() ? last : here));
    }
    for (const std::string_view words : {"date of earliest event reported", "fiscal year ended", "quarterly period ended"}) {
      const std::size_t at = find_folded(text, words);
      if (at != std::string_view::npos && filing.period.empty()) filing.period = iso_of_words(text.substr(at, 120));
    }
    last = text;
  }
  if (filing.filers.empty() && name.size() > 2) filing.filers.push_back({name, {}, "filer", {}, {}});
}

}  // namespace rxgraph::ingest
