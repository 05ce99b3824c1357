#include "ingest/read/sections.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "ingest/names/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_heading = 250;
constexpr std::size_t longest_name = 60;

std::string lowered(std::string_view text) {
  std::string out(text.substr(0, text.size()));
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool contains(std::string_view text, std::string_view words) { return find_folded(text, words) != std::string_view::npos; }

std::string_view without_marks(std::string_view text) {
  while (!text.empty() && std::string_view(" .:-*\u2013\u2014").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == ':' || text.back() == '.' || text.back() == '-')) text.remove_suffix(1);
  return text;
}

/// A heading that tells what kind of text follows it, whatever its level.
struct KnownHeading {
  std::string_view words;  ///< Lower case.
  bool whole;              ///< The heading is nothing but these words.
  std::string_view name;
  Section::Kind kind;
};

constexpr KnownHeading known_headings[] = {
    {"risk factors", true, "risk factors", Section::Kind::risk_factors},
    {"risks related to", false, "risk factors", Section::Kind::risk_factors},
    {"risks relating to", false, "risk factors", Section::Kind::risk_factors},
    {"summary of risk factors", false, "risk factors", Section::Kind::risk_factors},
    {"risk factor summary", false, "risk factors", Section::Kind::risk_factors},
    {"summary risk factors", false, "risk factors", Section::Kind::risk_factors},
    {"summary of principal risk", false, "risk factors", Section::Kind::risk_factors},
    {"forward-looking", false, "forward-looking statements", Section::Kind::forward_looking},
    {"forward looking", false, "forward-looking statements", Section::Kind::forward_looking},
    {"safe harbor", false, "forward-looking statements", Section::Kind::forward_looking},
    {"signature", true, "signatures", Section::Kind::signature},
    {"signatures", true, "signatures", Section::Kind::signature},
    {"table of contents", true, "contents", Section::Kind::contents},
    {"contents", true, "contents", Section::Kind::contents},
    {"exhibit index", true, "exhibit index", Section::Kind::contents},
    {"index to exhibits", true, "exhibit index", Section::Kind::contents},
    {"contact", true, "contacts", Section::Kind::boilerplate},
    {"contacts", true, "contacts", Section::Kind::boilerplate},
    {"media contact", false, "contacts", Section::Kind::boilerplate},
    {"investor contact", false, "contacts", Section::Kind::boilerplate},
    {"for further information", false, "contacts", Section::Kind::boilerplate},
    {"investors and media", false, "contacts", Section::Kind::boilerplate},
};

const KnownHeading* known_heading(std::string_view title) {
  const std::string words = lowered(without_marks(title));
  for (const KnownHeading& each : known_headings) {
    if (each.whole ? words == each.words : words.find(each.words) != std::string::npos) return &each;
  }
  return nullptr;
}

/// A paragraph that says by its first words that it is of the forward-looking kind.
bool opens_forward_looking(std::string_view text) {
  const std::size_t at = text.substr(0, 300).find("orward-looking statements");
  if (at == std::string_view::npos || at == 0) return false;
  std::string_view before = text.substr(0, at - 1);
  while (!before.empty() && (is_blank(before.back()) || before.back() == '"')) before.remove_suffix(1);
  return before.empty() || before.ends_with("contain") || before.ends_with("contains") || before.ends_with("include") || before.ends_with("includes") ||
         before.ends_with("are") || before.ends_with("certain") || before.ends_with("constitute") || text[at - 2] == '"';
}

struct Start {
  std::uint32_t block = 0;
  Section section;
  bool item = false;
};

std::string short_name(std::string_view title) {
  std::string name = lowered(without_marks(title));
  if (name.size() > longest_name) {
    std::size_t cut = longest_name;
    while (cut > 0 && (static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) --cut;
    name.resize(cut);
  }
  return name;
}

class SectionFinder {
 public:
  SectionFinder(const DocumentText& document, const Filing& filing) : document_(document) {
    const std::string_view type = document.document.type.empty() ? std::string_view(filing.form) : std::string_view(document.document.type);
    exhibit_ = starts_with_folded(type, "ex-");
    quarterly_ = starts_with_folded(type, "10-q");
    if (exhibit_) first_ = lowered(type);
    has_items_ = starts_with_folded(type, "8-k") || starts_with_folded(type, "10-k") || quarterly_ || starts_with_folded(type, "20-f") || starts_with_folded(type, "10-");
  }

  std::vector<Section> run() {
    if (document_.blocks.empty()) return {};
    collect();
    drop_contents();
    return close();
  }

 private:
  void collect() {
    const auto count = static_cast<std::uint32_t>(document_.blocks.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const Block& block = document_.blocks[i];
      if (block.table >= 0) continue;
      const std::string_view text = document_.words(block.text);
      if (take_part(text) || take_item(i, block, text)) continue;
      if (block.kind == Block::Kind::heading) {
        take_heading(i, block, text);
      } else if (block.lead > 0 && block.lead < 120) {
        take_lead(i, text.substr(0, block.lead));
      } else if (block.kind == Block::Kind::paragraph && opens_forward_looking(text) && !in_items_) {
        add(i, {"forward-looking statements", {}, 0, 0, Section::Kind::forward_looking}, false);
      }
    }
  }

  /// "PART II" of a quarterly report, where item numbers begin anew.
  bool take_part(std::string_view text) {
    if (!quarterly_ || text.size() > 80 || !starts_with_folded(text, "part i")) return false;
    const char after = text.size() > 6 ? lower(text[6]) : ' ';
    part_ = after == 'i' ? "II-" : "I-";
    return text.size() < 10;
  }

  bool take_item(std::uint32_t index, const Block& block, std::string_view text) {
    std::string_view rest;
    const std::string_view number = item_heading(text.substr(0, longest_heading), rest);
    if (number.empty()) return false;
    const bool heading = block.kind == Block::Kind::heading || block.lead > 0 || text.size() < 120;
    if (!heading) return false;
    Section section;
    for (const char c : number) {
      if (!is_blank(c)) section.name.push_back(is_lower(c) ? static_cast<char>(c - 32) : c);
    }
    if (quarterly_) section.name = part_ + section.name;
    section.title = std::string(block.kind == Block::Kind::heading ? text : text.substr(0, std::max<std::size_t>(block.lead, std::min<std::size_t>(text.size(), 120))));
    const std::string_view title = without_marks(rest);
    if (contains(title, "risk factors") && !contains(title, "market")) section.kind = Section::Kind::risk_factors;
    in_items_ = true;
    add(index, std::move(section), true);
    return true;
  }

  void take_heading(std::uint32_t index, const Block& block, std::string_view text) {
    if (const KnownHeading* const known = known_heading(text)) {
      add(index, {std::string(known->name), std::string(text), 0, 0, known->kind}, false);
      return;
    }
    if (starts_with_folded(text, "about ") && (exhibit_ || !in_items_)) {
      add(index, {"about", std::string(text), 0, 0, Section::Kind::body}, false);
      return;
    }
    if (!starts_.empty() && interrupts(starts_.back().section.kind)) {
      resume(index, text);
    } else if (!has_items_ && block.level <= 2) {
      add(index, {short_name(text), std::string(text), 0, 0, Section::Kind::body}, false);
    }
  }

  void take_lead(std::uint32_t index, std::string_view lead) {
    const KnownHeading* const known = known_heading(lead);
    if (known) {
      add(index, {std::string(known->name), std::string(lead), 0, 0, known->kind}, false);
    } else if (starts_with_folded(lead, "about ") && exhibit_) {
      add(index, {"about", std::string(lead), 0, 0, Section::Kind::body}, false);
    }
  }

  /// Kinds that end with the next heading.
  static bool interrupts(Section::Kind kind) { return kind == Section::Kind::forward_looking || kind == Section::Kind::contents || kind == Section::Kind::boilerplate; }

  /// Goes on with the item that a section of a special kind has interrupted.
  void resume(std::uint32_t index, std::string_view text) {
    const auto item = std::find_if(starts_.rbegin(), starts_.rend(), [](const Start& start) { return start.item; });
    if (item == starts_.rend() || !has_items_) {
      add(index, {short_name(text), std::string(text), 0, 0, Section::Kind::body}, false);
    } else {
      add(index, item->section, true);
    }
  }

  void add(std::uint32_t index, Section section, bool item) {
    if (!starts_.empty() && starts_.back().block == index) return;
    if (!starts_.empty() && section.kind == Section::Kind::forward_looking && starts_.back().section.kind == section.kind) return;
    // Headings of risks within the risk factors do not begin them anew.
    if (!starts_.empty() && section.kind == Section::Kind::risk_factors && starts_.back().section.kind == Section::Kind::risk_factors && !item) return;
    starts_.push_back({index, std::move(section), item});
  }

  bool comes_again(const std::string& name, std::size_t from) const {
    for (std::size_t i = from; i < starts_.size(); ++i) {
      if (starts_[i].item && starts_[i].section.name == name) return true;
    }
    return false;
  }

  /// Items that follow each other closely and come again later are lines of a table of contents.
  void drop_contents() {
    std::vector<Start> kept;
    for (std::size_t i = 0; i < starts_.size();) {
      std::size_t end = i;
      while (end + 1 < starts_.size() && starts_[end].item && starts_[end + 1].item && starts_[end + 1].block - starts_[end].block <= 2 &&
             starts_[end + 1].section.name != starts_[i].section.name) {
        ++end;
      }
      if (end - i >= 4 && comes_again(starts_[i].section.name, end + 1)) {
        kept.push_back({starts_[i].block, {"contents", {}, 0, 0, Section::Kind::contents}, false});
      } else {
        std::move(starts_.begin() + static_cast<std::ptrdiff_t>(i), starts_.begin() + static_cast<std::ptrdiff_t>(end) + 1, std::back_inserter(kept));
      }
      i = end + 1;
    }
    starts_ = std::move(kept);
  }

  std::vector<Section> close() {
    std::vector<Section> sections;
    if (starts_.empty() || starts_.front().block > 0) {
      const std::string name = exhibit_ ? first_ : in_items_ && has_items_ ? "cover" : "";
      if (!name.empty()) sections.push_back({name, {}, 0, 0, Section::Kind::body});
    }
    for (Start& start : starts_) {
      if (!sections.empty()) sections.back().last_block = start.block;
      start.section.first_block = start.block;
      sections.push_back(std::move(start.section));
    }
    if (!sections.empty()) sections.back().last_block = static_cast<std::uint32_t>(document_.blocks.size());
    std::erase_if(sections, [](const Section& section) { return section.first_block >= section.last_block; });
    return sections;
  }

  const DocumentText& document_;
  bool exhibit_ = false;
  bool quarterly_ = false;
  bool has_items_ = false;
  bool in_items_ = false;
  std::string first_;
  std::string part_ = "I-";
  std::vector<Start> starts_;
};

}  // namespace

std::string_view item_heading(std::string_view text, std::string_view& rest) {
  std::size_t i = 0;
  while (i < text.size() && (text[i] == '-' || is_blank(text[i]))) ++i;
  if (!starts_with_folded(text.substr(i), "item")) return {};
  i += 4;
  if (i < text.size() && lower(text[i]) == 's') ++i;
  if (i >= text.size() || !is_blank(text[i])) return {};
  while (i < text.size() && is_blank(text[i])) ++i;
  const std::size_t begin = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == begin || i - begin > 2) return {};
  if (i + 1 < text.size() && text[i] == '.') {
    std::size_t k = i + 1;
    if (is_blank(text[k]) && k + 2 < text.size() && text[k + 1] == '0' && is_digit(text[k + 2])) ++k;
    if (is_digit(text[k])) {
      i = k;
      while (i < text.size() && is_digit(text[i])) ++i;
    }
  }
  if (i < text.size() && is_letter(text[i]) && (i + 1 == text.size() || !is_letter(text[i + 1]))) ++i;
  if (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) return {};
  rest = text.substr(i);
  std::string_view after = rest;
  while (!after.empty() && (is_blank(after.front()) || after.front() == '.' || after.front() == ':' || after.front() == '-')) after.remove_prefix(1);
  if (!after.empty() && (is_lower(after.front()) || after.front() == ',' || after.front() == ')')) return {};
  return text.substr(begin, i - begin);
}

std::vector<Section> find_sections(const DocumentText& document, const Filing& filing) { return SectionFinder(document, filing).run(); }

}  // namespace rxgraph::ingest
