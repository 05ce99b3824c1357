#include "ingest/read/ascii_line.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "base/hash.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t shortest_prose = 45;    ///< Lines that end before this column say nothing of where lines are wrapped.
constexpr std::size_t measured_lines = 1500;  ///< Of prose,
constexpr std::size_t front_lines = 20000;    ///< and of all.
constexpr std::size_t longest_word = 64;

/// Sixteen bytes at once; GCC and Clang make of it what the machine has.
using Block = unsigned char __attribute__((vector_size(16)));

Block load(const char* bytes) noexcept {
  Block block;
  std::memcpy(&block, bytes, sizeof block);
  return block;
}

bool any(Block block) noexcept {
  std::uint64_t halves[2];
  std::memcpy(halves, &block, sizeof block);
  return (halves[0] | halves[1]) != 0;
}

/// What was found so far, in the lanes of blocks.
struct Found {
  Block special{}, blanks{}, gap{}, marks{};

  /// Looks at the 16 bytes at `at` and, for what takes several, at three more behind them.
  void look(const char* at) noexcept {
    const Block a = load(at);
    const Block b = load(at + 1);
    const Block c = load(at + 2);
    const Block d = load(at + 3);
    const auto odd = [](Block x) { return static_cast<Block>((x < ' ') | (x > '~') | (x == '&') | (x == '<')); };
    special |= odd(a) | odd(d);
    const auto ab = static_cast<Block>(a == b);
    const auto bc = static_cast<Block>(b == c);
    const auto cd = static_cast<Block>(c == d);
    blanks |= (ab & static_cast<Block>(a == ' ')) | (cd & static_cast<Block>(c == ' '));
    const auto gapped = [](Block x) { return static_cast<Block>((x == ' ') | (x == '.')); };
    gap |= bc & ((ab & gapped(a)) | (cd & gapped(d)));
    marks |= ab & bc & cd & static_cast<Block>((a == '-') | (a == '.') | (a == '=') | (a == '_'));
  }
};

LineLook look_at_short(std::string_view words) noexcept {
  LineLook look;
  std::size_t run = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    look.special = look.special || c < ' ' || c > '~' || c == '&' || c == '<';
    run = i > 0 && words[i - 1] == c ? run + 1 : 1;
    look.blanks = look.blanks || (c == ' ' && run >= 2);
    look.gap = look.gap || (run >= 3 && (c == ' ' || c == '.'));
    look.marks = look.marks || (run >= 4 && (c == '-' || c == '.' || c == '=' || c == '_'));
  }
  return look;
}

}  // namespace

LineLook look_at(std::string_view words) noexcept {
  constexpr std::size_t window = sizeof(Block) + 3;
  LineLook look;
  if (words.size() < window) {
    look = look_at_short(words);
  } else {
    Found found;
    for (std::size_t i = 0; i + window < words.size(); i += sizeof(Block)) found.look(words.data() + i);
    found.look(words.data() + words.size() - window);
    look = {any(found.special), any(found.blanks), any(found.gap), any(found.marks)};
  }
  if (look.special && !look.gap) look.gap = words.find('\t') != std::string_view::npos;
  return look;
}

void Line::remove_front(std::size_t size) noexcept {
  text.remove_prefix(size);
  at += size;
  indent = 0;
  while (indent < text.size() && is_blank(text[indent])) ++indent;
}

Lines::Lines(std::string_view body, std::size_t at) : body_(body), at_(at) { measure(); }

bool Lines::read(Line& line) {
  if (at_ >= body_.size()) return false;
  if (fresh_ || lf_ < at_) lf_ = std::min(body_.find('\n', at_), body_.size());
  if (fresh_ || cr_ < at_) cr_ = std::min(body_.find('\r', at_), body_.size());
  fresh_ = false;
  const std::size_t end = std::min(lf_, cr_);
  line.at = at_;
  line.text = body_.substr(at_, end - at_);
  at_ = end + 1 + (cr_ < lf_ && lf_ == cr_ + 1 && lf_ < body_.size());
  while (!line.text.empty() && is_blank(line.text.back())) line.text.remove_suffix(1);
  line.indent = 0;
  while (line.indent < line.text.size() && is_blank(line.text[line.indent])) ++line.indent;
  line.look = look_at(line.words());
  return true;
}

bool Lines::next(Line& line) {
  if (given_ == front_.size()) return read(line);
  line = front_[given_++];
  return true;
}

void Lines::measure() {
  std::array<std::size_t, widest_wrap + 1> ends{};
  std::size_t lines = 0;
  for (Line line; lines < measured_lines && front_.size() < front_lines && read(line);) {
    front_.push_back(line);
    if (line.text.size() < shortest_prose || line.look.gap) continue;
    ++ends[std::min(line.text.size(), widest_wrap)];
    ++lines;
  }
  std::size_t seen = 0;
  for (std::size_t column = 0; column <= widest_wrap; ++column) {
    seen += ends[column];
    if (lines == 0 || seen * 10 < lines * 9) continue;
    wrap_ = column;
    return;
  }
}

void WordForms::read() {
  words_.reserve(std::min<std::size_t>(body_.size() / 64, 1 << 16));
  std::array<char, longest_word> word;
  for (std::size_t i = 0; i < body_.size();) {
    if (!is_letter(body_[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    for (; i < body_.size() && (is_letter(body_[i]) || body_[i] == '-'); ++i) {
      if (i - begin < longest_word) word[i - begin] = lower(body_[i]);
    }
    if (i - begin <= longest_word && body_[i - 1] != '-') words_.insert(hash64({word.data(), i - begin}));
  }
}

bool WordForms::cuts(std::string_view before, std::string_view after) {
  const std::string_view left_line = before.substr(0, before.size() - 1);
  std::size_t begin = left_line.size();
  while (begin > 0 && (is_letter(left_line[begin - 1]) || is_digit(left_line[begin - 1]) || left_line[begin - 1] == '-')) --begin;
  const std::string_view left = left_line.substr(begin);
  std::size_t end = 0;
  while (end < after.size() && is_lower(after[end])) ++end;
  if (left.size() < 2 || end < 2 || left.size() + end > longest_word || !is_letter(left[0])) return false;
  if (!std::all_of(left.begin() + 1, left.end(), is_lower) || (end < after.size() && (is_letter(after[end]) || is_digit(after[end]) || after[end] == '-'))) return false;
  if (!std::exchange(read_, true)) read();
  std::string word;
  for (const char c : left) word.push_back(lower(c));
  const std::size_t hyphen = word.size();
  word += after.substr(0, end);
  if (!words_.contains(hash64(word))) return false;
  return !words_.contains(hash64(word.insert(hyphen, 1, '-')));
}

}  // namespace rxgraph::ingest
