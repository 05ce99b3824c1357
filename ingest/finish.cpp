/// From a draft to the document as the later stages see it.

#include <algorithm>
#include <unordered_map>

#include "base/hash.hpp"
#include "ingest/draft.hpp"

namespace rxgraph::ingest {
namespace {

bool is_roman(std::string_view word) noexcept {
  return !word.empty() && word.size() <= 7 &&
         std::all_of(word.begin(), word.end(), [](char c) { return std::string_view("ivxlcIVXLC").find(c) != std::string_view::npos; });
}

bool all_digits(std::string_view word) noexcept { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

/// True for what prints a page's number: "12", "- 12 -", "F-3", "Page 3 of 9", "iv", "12 | Page".
bool is_page_number(std::string_view text) noexcept {
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

constexpr std::size_t head_limit = 120;  ///< Longest running head in bytes.
constexpr unsigned head_repeats = 4;     ///< Pages that must bear a running head before it is one.

/// Blocks that stand at the edge of a page: the last two before a break and the first two after it.
template <typename Each>
void for_each_at_edge(std::vector<DraftBlock>& blocks, const Each& each) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    if (!blocks[i].page_start) continue;
    for (std::size_t k = i >= 2 ? i - 2 : 0; k < std::min(i + 2, blocks.size()); ++k) {
      if (blocks[k].block.table < 0) each(blocks[k], k < i);
    }
  }
}

void mark_furniture(Draft& draft) {
  std::unordered_map<std::uint64_t, unsigned> heads;
  const auto may_be_head = [&](const DraftBlock& block) { return block.block.text.size() <= head_limit; };
  for_each_at_edge(draft.blocks, [&](DraftBlock& block, bool) {
    if (may_be_head(block)) ++heads[head_key(draft.words(block))];
  });
  for_each_at_edge(draft.blocks, [&](DraftBlock& block, bool) {
    if (!may_be_head(block)) return;
    const std::string_view words = draft.words(block);
    if (is_page_number(words) || is_contents_link(words) || heads[head_key(words)] >= head_repeats) block.furniture = true;
  });
  if (!draft.blocks.empty() && draft.blocks.size() > 1 && is_page_number(draft.words(draft.blocks.back())) &&
      draft.blocks.back().block.table < 0) {
    draft.blocks.back().furniture = true;
  }
}

/// True if `text` stops where a sentence would not.
bool breaks_off(std::string_view text) noexcept {
  while (!text.empty() && (text.back() == '"' || text.back() == ')' || text.back() == '\'')) text.remove_suffix(1);
  if (text.empty()) return false;
  return std::string_view(".!?:;").find(text.back()) == std::string_view::npos;
}

/// True if `next`, at the top of a page, goes on with the sentence of `last`.
bool continues_over_page(const Draft& draft, const DraftBlock& last, const DraftBlock& next) {
  if (last.block.table >= 0 || next.block.table >= 0 || last.heading || next.heading) return false;
  if (next.block.kind != Block::Kind::paragraph || last.block.kind == Block::Kind::cell) return false;
  const std::string_view before = draft.words(last);
  const std::string_view after = draft.words(next);
  if (before.size() < 40 || !breaks_off(before) || item_mark(after, true)) return false;
  if (is_lower(after.front()) || before.back() == ',') return true;
  const std::size_t word = before.find_last_of(' ');
  const std::string_view last_word = before.substr(word == std::string_view::npos ? 0 : word + 1);
  for (const std::string_view open : {"the", "of", "and", "or", "a", "an", "in", "to", "for", "with", "by", "our", "its", "from", "that", "is", "are", "as", "on"}) {
    if (last_word == open) return true;
  }
  return before.size() > 200 && next.face == plain_face && last.face == plain_face && after.size() > 60;
}

/// Share of capitals among the letters of ASCII.
bool all_capitals(std::string_view text) noexcept {
  std::size_t capitals = 0;
  for (const char c : text) {
    if (is_lower(c)) return false;
    capitals += is_upper(c);
  }
  return capitals >= 3;
}

std::size_t count_words(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// "Item 1A. ...", "PART II", "ARTICLE IV": the level-one headings of filings and agreements.
bool names_part(std::string_view text) noexcept {
  if (text.size() > 200) return false;
  for (const std::string_view word : {"item ", "part ", "article "}) {
    if (!starts_with_folded(text, word)) continue;
    const std::string_view rest = text.substr(word.size());
    const std::string_view number = rest.substr(0, rest.find_first_of(" .:-"));
    const bool numbered = !number.empty() && number.size() <= 6 && (is_digit(number[0]) || is_roman(number));
    if (!numbered) continue;
    const std::string_view after = trimmed(rest.substr(number.size()));
    return after.empty() || !is_lower(after.front());
  }
  return false;
}

/// Level of the heading that a block is, or 0.
std::uint8_t heading_level(const DraftBlock& block, std::string_view text) noexcept {
  constexpr std::size_t longest = 200;
  if (block.block.kind != Block::Kind::paragraph || text.size() > longest || item_mark(text, false)) return 0;
  if (std::none_of(text.begin(), text.end(), is_letter)) return 0;
  if (names_part(text)) return 1;
  if (block.heading) return block.heading;
  const bool stopped = text.back() == '.' || text.back() == ';' || text.back() == ',';
  if (stopped && (count_words(text) > 12 || text.back() != '.')) return 0;
  if (text.front() == '(' && text.back() == ')') return 0;
  const bool capitals = all_capitals(text);
  if (block.face & bold_face) return block.centered || capitals ? 2 : block.face & italic_face ? 4 : 3;
  if (capitals && !stopped && text.size() <= head_limit) return block.centered ? 2 : 3;
  if (stopped || text.size() > head_limit || count_words(text) > 16) return 0;
  if (block.face & underlined_face) return 4;
  if (block.face & italic_face) return 5;
  return 0;
}

/// Length of the lead-in, trimmed; 0 where the emphasis is no lead-in.
std::uint32_t lead_length(const DraftBlock& block, std::string_view text) noexcept {
  std::uint32_t lead = block.block.lead;
  if (lead == 0 || lead > 250 || block.lead_face == plain_face) return 0;
  while (lead > 0 && text[lead - 1] == ' ') --lead;
  if (lead < 2) return 0;
  if (block.lead_face & (bold_face | underlined_face)) return lead;
  const char last = text[lead - 1];
  return last == '.' || last == ':' || text.substr(0, lead).ends_with("\u2014") || text.substr(0, lead).ends_with("\u2013") ? lead : 0;
}

void classify(DraftBlock& draft_block, std::string_view text) {
  Block& block = draft_block.block;
  if (block.kind == Block::Kind::cell) {
    block.lead = 0;
    return;
  }
  if (const std::uint8_t level = heading_level(draft_block, text)) {
    block.kind = Block::Kind::heading;
    block.level = level;
    block.lead = 0;
    return;
  }
  block.lead = lead_length(draft_block, text);
  if (block.kind == Block::Kind::paragraph && item_mark(text, false) && item_mark(text, false) + 1 < text.size()) {
    block.kind = Block::Kind::list_item;
  }
  if (block.kind == Block::Kind::list_item && block.level == 0) block.level = 1;
}

/// Copies the kept blocks of a draft one after the other.
class Compactor {
 public:
  Compactor(Draft& draft, DocumentText& out) : draft_(draft), out_(out) {}

  void run() {
    out_.text.reserve(draft_.text.size());
    out_.blocks.reserve(draft_.blocks.size());
    bool page = false;
    for (const DraftBlock& block : draft_.blocks) {
      page = page || block.page_start;
      if (block.furniture) {
        draft_.account.furniture += block.block.text.size();
        draft_.account.text -= std::min<std::uint64_t>(draft_.account.text, block.block.text.size());
        out_.map.split();
        continue;
      }
      const bool joins = page && last_ && continues_over_page(draft_, *last_, block);
      add(block, joins);
      page = false;
      last_ = &block;
    }
    close();
  }

 private:
  void add(const DraftBlock& block, bool joins) {
    const TextRange from = block.block.text;
    if (!joins) close();
    if (!out_.text.empty()) {
      out_.text.push_back(joins ? ' ' : '\n');
      out_.map.append_invented(1, 0);
    }
    if (joins) {
      out_.map.split();
    } else {
      current_ = block;
      current_.block.text.begin = static_cast<std::uint32_t>(out_.text.size());
      open_ = true;
    }
    out_.text.append(draft_.text, from.begin, from.size());
    out_.map.append_copy(draft_.map, from);
    current_.block.text.end = static_cast<std::uint32_t>(out_.text.size());
    if (joins) current_.face &= block.face;
  }

  void close() {
    if (!open_) return;
    classify(current_, out_.words(current_.block.text));
    if (current_.block.table >= 0) {
      Table& table = draft_.tables[static_cast<std::size_t>(current_.block.table)];
      const auto index = static_cast<std::uint32_t>(out_.blocks.size());
      if (table.last_block == 0) table.first_block = index;
      table.last_block = index + 1;
    }
    out_.blocks.push_back(current_.block);
    open_ = false;
  }

  Draft& draft_;
  DocumentText& out_;
  DraftBlock current_;
  const DraftBlock* last_ = nullptr;
  bool open_ = false;
};

}  // namespace

DocumentText finish(Draft&& draft, Document document) {
  draft.end_block();
  mark_furniture(draft);
  DocumentText out;
  out.document = std::move(document);
  for (Table& table : draft.tables) table.first_block = table.last_block = 0;
  Compactor(draft, out).run();
  out.tables = std::move(draft.tables);
  return out;
}

std::size_t item_mark(std::string_view text, bool enumerators) {
  static constexpr std::string_view bullets[] = {"\u2022", "\u00B7", "\u25AA", "\u25E6", "\u25CF", "\u25CB", "\u25A0", "\u25A1", "\u25BA",
                                                 "\u27A2", "\u2023", "\u2043", "\uF0B7", "\uF0A7", "\u00A7", "\u00D8", "*",      "-",
                                                 "--",     "o",      "\u2013", "\u2014", "\u2714", "\u2713", "\u25B6", "\u2610", "\u2611", "\u2612"};
  const std::size_t blank = text.find(' ');
  const std::string_view word = text.substr(0, std::min(blank, std::size_t{10}));
  for (const std::string_view bullet : bullets) {
    if (word == bullet) return bullet.size();
    if (static_cast<unsigned char>(bullet[0]) >= 0xE2 && bullet != "\u2013" && bullet != "\u2014" && word.starts_with(bullet)) return bullet.size();
  }
  if (!enumerators || word.size() < 2) return 0;
  const bool bracketed = word.front() == '(' && word.back() == ')';
  const bool stopped = word.back() == '.' || word.back() == ')';
  if (!bracketed && !stopped) return 0;
  const std::string_view inside = word.substr(bracketed, word.size() - 1 - bracketed);
  const bool number = all_digits(inside) && inside.size() <= 2;
  const bool letter = inside.size() == 1 && is_letter(inside[0]) && (bracketed || is_lower(inside[0]) || word.back() == ')');
  return number || letter || (is_roman(inside) && inside.size() <= 5 && (bracketed || is_lower(inside[0]))) ? word.size() : 0;
}

}  // namespace rxgraph::ingest
