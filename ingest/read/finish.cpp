/// From a draft to the document as the later stages see it.

#include <algorithm>
#include <cstring>

#include "ingest/read/draft.hpp"
#include "ingest/read/furniture.hpp"
#include "ingest/read/items.hpp"
#include "ingest/read/numerals.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_heading = 120;  ///< In bytes.

/// True if `text` stops where a sentence would not.
bool breaks_off(std::string_view text) noexcept {
  while (!text.empty() && (text.back() == '"' || text.back() == ')' || text.back() == '\'')) text.remove_suffix(1);
  if (text.empty()) return false;
  return std::string_view(".!?:;").find(text.back()) == std::string_view::npos;
}

/// True if the end of `text` stands in brackets that it does not close: "(www.".
bool leaves_open(std::string_view text) noexcept {
  constexpr std::size_t near = 60;
  const std::string_view last = text.substr(text.size() - std::min(text.size(), near));
  const std::size_t open = last.rfind('(');
  return open != std::string_view::npos && last.find(')', open) == std::string_view::npos;
}

/// True if `text` holds a letter or a digit; signs of U+2000 to U+2FFF are none.
bool has_word(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_letter(c) || is_digit(c) || (byte >= 0xC3 && byte != 0xE2);
  });
}

std::size_t count_words(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string_view last_word(std::string_view text) noexcept {
  const std::size_t blank = text.find_last_of(' ');
  return text.substr(blank == std::string_view::npos ? 0 : blank + 1);
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) noexcept {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::string_view articles[] = {"the", "of", "a", "an", "our", "its"};  ///< A noun must follow.
constexpr std::string_view prepositions[] = {"between", "by", "for", "from", "in", "to", "under", "with"};
constexpr std::string_view conjunctions[] = {"and", "are", "as", "is", "on", "or", "that"};

/// True if the words of `before` plainly go on with those of `after`, which look alike and stand on the same page.
bool must_go_on(std::string_view before, std::string_view after) noexcept {
  constexpr std::size_t line = 80;
  if (count_words(before) < 3 || !(is_letter(after.front()) || after.front() == '"')) return false;
  const std::string_view word = last_word(before);
  if (is_one_of(word, articles)) return true;
  return before.size() >= line && is_one_of(word, prepositions) && after.substr(0, after.find(' ')).back() != ',';  // "Additionally, ..."
}

/// True if `next` goes on with the sentence of `last`: on the same page only where both sides leave no doubt.
/// `before` and `after` are their words.
bool continues(const DraftBlock& last, std::string_view before, const DraftBlock& next, std::string_view after, bool page, bool joined) {
  if (last.block.table >= 0 || next.block.table >= 0 || last.heading || next.heading) return false;
  if (next.block.kind != Block::Kind::paragraph || last.block.kind == Block::Kind::cell) return false;
  if (item_mark(after, true)) return false;
  if (is_lower(after.front()) && leaves_open(before)) return true;
  if (last.face == next.face && last.centered == next.centered && must_go_on(before, after)) return true;
  if (before.size() < 40) return false;
  if (!breaks_off(before)) return false;
  if (!page) {
    const bool whole = joined || !is_lower(before.front()) || before.size() > 150;  // a short one in small letters is an item of a list
    return whole && before.size() > 55 && (is_letter(before.back()) || before.back() == ',') && is_lower(after.front());
  }
  if (is_lower(after.front()) || before.back() == ',') return true;
  const std::string_view word = last_word(before);
  if (is_one_of(word, articles) || is_one_of(word, prepositions) || is_one_of(word, conjunctions)) return true;
  const bool address = word.find("www.") != std::string_view::npos || word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos;
  return !address && before.size() > 200 && next.face == plain_face && last.face == plain_face && after.size() > 60;
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

/// "Item 1A. ...", "PART II", "ARTICLE IV": the level-one headings of filings and agreements.
bool names_part(std::string_view text) noexcept {
  if (text.size() > 200) return false;
  if (!item_heading(text).number.empty()) return true;
  for (const std::string_view word : {"part ", "article "}) {
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
  if (block.heading && (text.size() <= 120 || text.back() != '.')) return block.heading;
  const bool stopped = text.back() == '.' || text.back() == ';' || text.back() == ',';
  if (stopped && (count_words(text) > 12 || text.back() != '.')) return 0;
  if (text.front() == '(' && text.back() == ')') return 0;
  const bool capitals = all_capitals(text);
  if (block.face & bold_face) return block.centered || capitals ? 2 : block.face & italic_face ? 4 : 3;
  if (capitals && !stopped && text.size() <= longest_heading) return block.centered ? 2 : 3;
  if (stopped || text.size() > longest_heading || count_words(text) > 16) return 0;
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

/// A text that grows within the buffer of another one, if what is taken from that comes in order: a large document is held once. It never
/// grows beyond what was taken.
class KeptText {
 public:
  KeptText(std::string& from, bool in_order) : from_(from) {
    if (!in_order) own_.resize(from.size());
    to_ = in_order ? from.data() : own_.data();
  }

  void put(char c) noexcept { to_[size_++] = c; }

  /// Adds bytes of the other text.
  void take(TextRange range) noexcept {
    std::memmove(to_ + size_, from_.data() + range.begin, range.size());
    size_ += range.size();
  }

  std::string_view view() const noexcept { return {to_, size_}; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(size_); }

  /// All of it; the other text is gone.
  std::string finish() {
    std::string& held = to_ == from_.data() ? from_ : own_;
    held.resize(size_);
    return std::move(held);
  }

 private:
  std::string& from_;
  std::string own_;
  char* to_ = nullptr;
  std::size_t size_ = 0;
};

bool in_order(const std::vector<DraftBlock>& blocks) {
  return std::is_sorted(blocks.begin(), blocks.end(), [](const DraftBlock& a, const DraftBlock& b) { return a.block.text.begin < b.block.text.begin; });
}

/// Puts the kept blocks of a draft one after the other.
class Compactor {
 public:
  Compactor(Draft& draft, DocumentText& out) : draft_(draft), out_(out), text_(draft.text, in_order(draft.blocks)) {}

  void run() {
    out_.blocks.reserve(draft_.blocks.size());
    bool page = false;
    for (const DraftBlock& block : draft_.blocks) {
      page = page || block.page_start;
      if (block.furniture) {
        furniture_.append_copy(draft_.map, block.block.text);
        out_.map.split();
        continue;
      }
      if (block.block.kind != Block::Kind::cell && !has_word(draft_.words(block))) {
        out_.map.split();
        continue;
      }
      const bool joins = last_ && continues(*last_, words(last_words_), block, draft_.words(block), page, joined_);
      joined_ = joins;
      add(block, joins);
      page = false;
      last_ = &block;
    }
    close();
    out_.text = text_.finish();
    account();
  }

 private:
  /// What the reader left out and the furniture of pages, by place.
  void gather_left_out() {
    out_.left_out = std::move(draft_.left_out);
    for (const ByteRange& where : furniture_.file_ranges()) out_.left_out.push_back({LeftOut::Kind::furniture, where});
    std::sort(out_.left_out.begin(), out_.left_out.end(), [](const LeftOut& a, const LeftOut& b) { return a.where.begin < b.where.begin; });
  }

  void account() {
    gather_left_out();
    take_account(out_);
  }

  std::string_view words(TextRange range) const { return text_.view().substr(range.begin, range.size()); }

  void add(const DraftBlock& block, bool joins) {
    const TextRange from = block.block.text;
    if (!joins) close();
    if (text_.size() > 0 && !(joins && ends_in_hyphen(text_.view()))) {
      text_.put(joins ? ' ' : '\n');
      out_.map.append_invented(1, 0);
    }
    if (joins) {
      out_.map.split();
    } else {
      current_ = block;
      current_.block.text.begin = text_.size();
      open_ = true;
    }
    last_words_ = {text_.size(), text_.size() + from.size()};
    text_.take(from);
    out_.map.append_copy(draft_.map, from);
    current_.block.text.end = text_.size();
    if (joins) current_.face &= block.face;
  }

  void close() {
    if (!open_) return;
    classify(current_, words(current_.block.text));
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
  KeptText text_;
  TextRange last_words_;  ///< Of `last_`, in the text.
  ByteMap furniture_;
  DraftBlock current_;
  const DraftBlock* last_ = nullptr;
  bool joined_ = false;  ///< `last_` was joined with the one before.
  bool open_ = false;
};

/// What stands before a spaced dash of a line: "AB-123" of "AB-123 – oral kinase inhibitor"; the whole line where there is none.
std::string_view before_dash(std::string_view text) noexcept {
  for (const std::string_view dash : {" \u2013 ", " \u2014 ", " - "}) {
    const std::size_t at = text.find(dash);
    if (at != std::string_view::npos && at > 0) return text.substr(0, at);
  }
  return text;
}

/// True for a short line in the capitals of a title: "About the Platform", "Clinical Results".
bool reads_as_title(std::string_view text) noexcept {
  if (text.size() > 90 || text.empty() || !is_upper(text.front()) || !(is_letter(text.back()) || text.back() == ')')) return false;
  if (const std::string_view title = before_dash(text); title.size() < text.size()) return title.size() <= 40 && title.find(',') == std::string_view::npos && (is_digit(title.back()) || reads_as_title(title));
  unsigned capital = 0;
  unsigned small = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && text[i - 1] != ' ') continue;
    const std::size_t size = std::min(text.find(' ', i), text.size()) - i;
    capital += is_upper(text[i]) || is_digit(text[i]);
    small += is_lower(text[i]) && size > 4;
  }
  return capital + small <= 12 && small == 0 && capital > 0;
}

/// Headings that nothing sets off but that they are titles between paragraphs: of texts without faces.
void find_plain_headings(DocumentText& document) {
  constexpr std::size_t long_paragraph = 150;
  for (std::size_t i = 0; i + 1 < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    const Block& next = document.blocks[i + 1];
    if (block.kind != Block::Kind::paragraph || block.lead > 0 || next.kind != Block::Kind::paragraph || next.text.size() < long_paragraph) continue;
    if (i > 0 && document.blocks[i - 1].kind == Block::Kind::paragraph && breaks_off(document.words(document.blocks[i - 1].text))) continue;
    if (!reads_as_title(document.words(block.text))) continue;
    block.kind = Block::Kind::heading;
    block.level = 4;
  }
}

}  // namespace

DocumentText finish(Draft&& draft, Document document) {
  draft.end_block();
  mark_furniture(draft);
  DocumentText out;
  out.document = std::move(document);
  for (Table& table : draft.tables) table.first_block = table.last_block = 0;
  Compactor(draft, out).run();
  find_plain_headings(out);
  out.tables = std::move(draft.tables);
  return out;
}

bool ends_in_hyphen(std::string_view text) noexcept {
  return text.size() > 1 && text.back() == '-' && (is_letter(text[text.size() - 2]) || is_digit(text[text.size() - 2]));
}

bool begins_with_label(std::string_view text) noexcept {
  constexpr std::size_t longest = 24;
  const std::string_view front = text.substr(0, longest);
  const std::size_t end = front.find(':');
  if (end == std::string_view::npos || end < 2 || !is_upper(front[0]) || (end + 1 < text.size() && text[end + 1] != ' ' && text[end + 1] != '\t')) return false;
  return std::all_of(front.begin(), front.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return is_letter(c) || c == ' '; }) &&
         std::count(front.begin(), front.begin() + static_cast<std::ptrdiff_t>(end), ' ') < 3;
}

bool shows_signature(std::string_view text) noexcept {
  for (std::size_t at = text.find('/'); at != std::string_view::npos && at + 2 < text.size(); at = text.find('/', at + 1)) {
    if (lower(text[at + 1]) == 's' && text[at + 2] == '/') return true;
  }
  return false;
}

std::size_t item_mark(std::string_view text, bool enumerators) {
  static constexpr std::string_view bullets[] = {"\u2022", "\u00B7", "\u25AA", "\u25E6", "\u25CF", "\u25CB", "\u25A0", "\u25A1", "\u25BA",
                                                 "\u27A2", "\u2023", "\u2043", "\uF0B7", "\uF0A7", "\u00A7", "\u00D8", "*",      "-",
                                                 "--",     "o",      "\u2013", "\u2014", "\u2714", "\u2713", "\u25B6", "\u2610", "\u2611", "\u2612", ">",      "\u203A", "\u2192"};
  if (text.empty()) return 0;
  const std::string_view word = text.substr(0, std::min(text.substr(0, 10).find(' '), std::size_t{10}));
  const bool bare = !is_letter(text[0]) && !is_digit(text[0]) && text[0] != '(' && text[0] != '"';
  for (const std::string_view bullet : bullets) {
    if (!bare && text[0] != 'o') break;
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
