#include "ingest/read/furniture.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/hash.hpp"
#include "ingest/read/numerals.hpp"

namespace rxgraph::ingest {
namespace {

/// True for what prints a page's number: "12", "- 12 -", "F-3", "Page 3 of 9", "iv", "12 | Page".
bool is_page_number(std::string_view text) noexcept {
  if (const std::size_t bar = text.find(" | "); bar != std::string_view::npos && text.size() <= 60) {
    if (all_digits(text.substr(0, bar)) || all_digits(text.substr(bar + 3))) return true;
  }
  if (text.empty() || text.size() > 24) return false;
  if (starts_with_folded(text, "page ")) text.remove_prefix(5);
  const auto is_frame = [](char c) { return c == ' ' || c == '-' || c == '|' || c == '(' || c == ')' || c == '.'; };
  while (!text.empty() && is_frame(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_frame(text.back())) text.remove_suffix(1);
  if (text.empty()) return false;
  if (const std::size_t of = text.find(" of "); of != std::string_view::npos) {
    return all_digits(text.substr(0, of)) && all_digits(text.substr(of + 4));
  }
  if (text.size() > 2 && is_upper(text[0])) {
    const std::size_t dash = text.find('-');
    if (dash != std::string_view::npos && dash <= 2) {
      const std::string_view rest = trimmed(text.substr(dash + 1));
      return (all_digits(rest) && rest.size() <= 4) || is_roman(rest);
    }
  }
  return (all_digits(text) && text.size() <= 4) || is_roman(text);
}

bool is_contents_link(std::string_view text) noexcept {
  return equal_folded(text, "table of contents") || equal_folded(text, "back to table of contents") ||
         equal_folded(text, "return to table of contents") || equal_folded(text, "index");
}

/// The words of a running head without its digits, as a key.
std::uint64_t head_key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (!is_digit(c)) key.push_back(lower(c));
  }
  return hash64(key);
}

constexpr std::size_t head_limit = 120;   ///< Longest running head in bytes.
constexpr std::size_t head_repeats = 4;   ///< Pages that must bear a running head before it is one,
constexpr std::size_t head_share = 10;    ///< and it must be on one page in so many.
constexpr std::size_t head_lines = 3;     ///< Lines of furniture at most at the edge of a page.

/// Page numbers and running heads: what stands at the edges of pages again and again.
class FurnitureFinder {
 public:
  explicit FurnitureFinder(Draft& draft) : draft_(draft), blocks_(draft.blocks) {}

  void run() {
    contents_ = std::count_if(blocks_.begin(), blocks_.end(), [&](const DraftBlock& block) { return block.block.text.size() < head_limit && is_contents_link(draft_.words(block)); });
    for (std::size_t round = 0; round < head_lines; ++round) {
      heads_.clear();
      for_each_edge([&](DraftBlock& block) {
        if (block.furniture) return true;
        if (block.block.text.size() <= head_limit) ++heads_[head_key(draft_.words(block))];
        return false;
      });
      for_each_edge([&](DraftBlock& block) { return block.furniture = block.furniture || is_furniture(block); });
    }
    if (blocks_.size() > 1 && blocks_.back().block.table < 0 && is_page_number(draft_.words(blocks_.back()))) blocks_.back().furniture = true;
  }

 private:
  bool is_furniture(const DraftBlock& block) {
    if (block.block.text.size() > head_limit) return false;
    const std::string_view words = draft_.words(block);
    if (is_page_number(words)) return true;
    if (is_contents_link(words)) return block.linked || contents_ > 1;  // else it heads the table of contents
    const auto found = heads_.find(head_key(words));
    return found != heads_.end() && found->second >= std::max(head_repeats, pages_ / head_share);
  }

  /// Calls `each` for the first blocks before and after each page break, from the edge inwards, as long as it says true and the page lasts.
  template <typename Each>
  void for_each_edge(const Each& each) {
    pages_ = 1;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!blocks_[i].page_start) continue;
      ++pages_;
      for (std::size_t k = i; k > 0 && i - k < head_lines && (k == i || !blocks_[k].page_start) && blocks_[k - 1].block.table < 0 && each(blocks_[k - 1]); --k) {}
      for (std::size_t k = i; k < blocks_.size() && k - i < head_lines && (k == i || !blocks_[k].page_start) && blocks_[k].block.table < 0 && each(blocks_[k]); ++k) {}
    }
  }

  Draft& draft_;
  std::vector<DraftBlock>& blocks_;
  std::size_t pages_ = 1;
  std::ptrdiff_t contents_ = 0;  ///< Blocks "Table of Contents".
  std::unordered_map<std::uint64_t, std::size_t> heads_;
};

}  // namespace

void mark_furniture(Draft& draft) { FurnitureFinder(draft).run(); }

}  // namespace rxgraph::ingest
