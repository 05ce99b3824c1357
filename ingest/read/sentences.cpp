#include "ingest/read/sentences.hpp"

#include <algorithm>
#include <array>

#include "ingest/read/abbreviations.hpp"
#include "ingest/read/draft.hpp"
#include "ingest/names/lexis.hpp"

namespace rxgraph::ingest {
namespace {

/// Capitalised words that begin a sentence rather than go on with a name; after "Inc." or "U.S." they tell that a new one begins.
bool opens_sentence(std::string_view word) noexcept {
  static constexpr std::string_view openers[] = {
      "A", "About", "Additionally", "After", "All", "Also", "Although", "An", "Any", "As", "At", "Because", "Before", "Both", "But", "By", "Certain", "Currently",
      "During", "Each", "Following", "For", "From", "Furthermore", "Generally", "He", "Her", "His", "However", "I", "If", "In", "Indicate", "It", "Its", "Many",
      "Moreover", "Most", "Neither", "No", "None", "On", "Once", "Other", "Our", "Pursuant", "She", "Since", "Some", "Such", "That", "The", "Their", "There",
      "Therefore", "These", "They", "This", "Those", "Through", "To", "Under", "Unless", "Until", "Upon", "We", "What", "When", "Where", "Whether", "While", "With", "You",
      "Your"};
  return std::binary_search(std::begin(openers), std::end(openers), word);
}

bool is_closer(char c) noexcept { return c == '"' || c == '\'' || c == ')' || c == ']'; }

/// The word that ends at `end` (one past its stop), back to white space or an opening mark.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  std::size_t i = end;
  while (i > begin && !is_blank(text[i - 1]) && std::string_view("(\"'[/").find(text[i - 1]) == std::string_view::npos) --i;
  return text.substr(i, end - i);
}

std::string_view word_at(std::string_view text, std::size_t begin) noexcept {
  std::size_t end = begin;
  while (end < text.size() && (is_letter(text[end]) || text[end] == '\'')) ++end;
  return text.substr(begin, end - begin);
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<std::uint32_t> run() {
    for (std::size_t i = next_stop(0); i < text_.size(); i = next_stop(i + 1)) {
      std::size_t end = i + 1;
      while (end < text_.size() && (text_[end] == '.' || text_[end] == '!' || text_[end] == '?')) ++end;
      const std::size_t stop = end;
      end = skip_closers(end);
      if (end >= text_.size()) break;
      if (!is_blank(text_[end]) || !ends_at(i, stop, end)) {
        i = stop - 1;
        continue;
      }
      ends_.push_back(static_cast<std::uint32_t>(end));
      begin_ = end + 1;
      i = end;
    }
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    return std::move(ends_);
  }

 private:
  /// First stop, question or exclamation mark at or after `from`.
  std::size_t next_stop(std::size_t from) {
    for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
      if (marks_[mark] < from || from == 0) marks_[mark] = std::min(text_.find(".!?"[mark], from), text_.size());
    }
    return std::min({marks_[0], marks_[1], marks_[2]});
  }

  /// Quotes, brackets and signs that belong to the sentence whose stop stands before `end`.
  std::size_t skip_closers(std::size_t end) const {
    while (end < text_.size() && is_closer(text_[end])) ++end;
    return end;
  }

  /// True if the stop at `stop` - 1, with closing marks up to `end` and a blank there, ends a sentence.
  bool ends_at(std::size_t first_stop, std::size_t stop, std::size_t end) const {
    std::size_t next = end;
    while (next < text_.size() && is_blank(text_[next])) ++next;
    if (next == text_.size()) return true;
    const char follows = text_[next];
    if (text_[first_stop] != '.') return !is_lower(follows);
    if (stop - first_stop > 1) return is_upper(follows) || follows == '"';
    if (is_lower(follows) || std::string_view(",;:)]%&/=<>+").find(follows) != std::string_view::npos) return false;
    if (end > stop && follows == '(' && text_[stop] == ')') return true;
    const std::string_view word = word_before(text_, begin_, stop);
    switch (abbreviation(word)) {
      case Abbreviation::inner: return false;
      case Abbreviation::number: return !is_digit(follows) && end == stop ? !is_month(word) || is_upper(follows) : end > stop;
      case Abbreviation::closing: return end > stop ? true : follows != '(' && opens_sentence(word_at(text_, next));
      case Abbreviation::none: break;
    }
    if (word.size() == 2 && is_upper(word[0]) && is_initial(stop - 2, next)) return false;
    if (follows == '(' && end == stop && next + 1 < text_.size() && is_lower(text_[next + 1]) && word.size() <= 3) return false;
    return !is_enumerator(word, stop) && !is_item_number(word, stop);
  }

  static bool is_month(std::string_view word) noexcept { return word.size() > 3 && is_upper(word[0]) && word != "No." && word != "Nos."; }

  /// "J." of "Mark J. Smith": a capital after a blank and before a name, unless it ends a phrase such as "Part A."
  bool is_initial(std::size_t letter, std::size_t next) const {
    if (!is_upper(text_[next])) return false;
    if (next + 1 < text_.size() && text_[next + 1] == '.') return true;  // "E. I. Jones"
    if (opens_sentence(word_at(text_, next)) && letter > 1 && is_lower(text_[letter - 2])) return false;
    return true;
  }

  /// "1." or "(a)." at the very start of a sentence.
  bool is_enumerator(std::string_view word, std::size_t stop) const { return word.size() + begin_ == stop && item_mark(word, true) == word.size(); }

  /// "1A." of "see Item 1A. Risk Factors".
  bool is_item_number(std::string_view word, std::size_t stop) const {
    if (word.size() > 4 || !is_digit(word[0])) return false;
    const std::string_view before = trimmed(text_.substr(begin_, stop - word.size() - begin_));
    return before.ends_with("Item") || before.ends_with("ITEM");
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::array<std::size_t, 3> marks_{};  ///< Next place of each mark that ends sentences.
  std::vector<std::uint32_t> ends_;
};

}  // namespace

std::vector<std::uint32_t> sentence_ends(std::string_view text) { return Splitter(text).run(); }

std::vector<Sentence> split_sentences(const DocumentText& document) {
  std::vector<Sentence> sentences;
  sentences.reserve(document.text.size() / 100 + document.blocks.size());
  const std::string_view text = document.text;
  for (std::uint32_t index = 0; index < document.blocks.size(); ++index) {
    const Block& block = document.blocks[index];
    TextRange range = block.text;
    if (block.kind == Block::Kind::list_item) {
      const auto mark = static_cast<std::uint32_t>(item_mark(text.substr(range.begin, range.size()), true));
      if (mark < range.size()) range.begin += mark;
    }
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
      while (begin < end && is_blank(text[begin])) ++begin;
      while (end > begin && is_blank(text[end - 1])) --end;
      if (begin < end) sentences.push_back({{begin, end}, index});
    };
    if (block.kind == Block::Kind::heading) {
      add(range.begin, range.end);
      continue;
    }
    std::uint32_t begin = range.begin;
    for (const std::uint32_t end : sentence_ends(text.substr(range.begin, range.size()))) {
      add(begin, range.begin + end);
      begin = range.begin + end;
    }
  }
  return sentences;
}

}  // namespace rxgraph::ingest
