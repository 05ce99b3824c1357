#include "ingest/read/sections.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "ingest/read/items.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/section_marks.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::string_view headline = "headline";
constexpr std::size_t longest_heading = 250;
constexpr std::size_t longest_plain_heading = 40;  ///< Of a paragraph that is a heading by its words alone.
constexpr std::size_t longest_article = 16;    ///< "ARTICLE XVIII." alone.
constexpr std::uint32_t contents_gap = 2;      ///< Lines of a table of contents are at most so many blocks apart.

struct Start {
  std::uint32_t block = 0;
  Section section;
  bool item = false;
  bool resumed = false;  ///< An item that goes on behind a section of another kind.
};

class SectionFinder {
 public:
  SectionFinder(const DocumentText& document, const Filing& filing) : document_(document), filed_(filing.filed) {
    const std::string_view type = document.document.type.empty() ? std::string_view(filing.form) : std::string_view(document.document.type);
    exhibit_ = starts_with_folded(type, "ex-");
    form_ = item_form(type);
    has_items_ = form_ != ItemForm::none;
    prospectus_ = starts_with_folded(type, "424b") || starts_with_folded(type, "s-") || starts_with_folded(type, "f-") || starts_with_folded(type, "10-12");
    if (exhibit_) first_ = section_name(type);
    if (prospectus_ && form_ == ItemForm::annual) prospectus_ = false;
  }

  std::vector<Section> run() {
    if (document_.blocks.empty()) return {};
    collect();
    drop_contents();
    merge();
    return close();
  }

 private:
  void collect() {
    const auto count = static_cast<std::uint32_t>(document_.blocks.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const Block& block = document_.blocks[i];
      const std::string_view text = document_.words(block.text);
      if (block.table >= 0) {
        take_cell(i, block, text);
        continue;
      }
      if (take_part(text) || take_exhibit(i, text) || take_item(i, block, text)) continue;
      if (block.kind == Block::Kind::heading) {
        take_heading(i, block, text);
      } else {
        take_paragraph(i, block, text);
      }
    }
  }

  /// "PART II" of a quarterly report, where item numbers begin anew.
  bool take_part(std::string_view text) {
    if (form_ != ItemForm::quarterly || text.size() > 80 || !starts_with_folded(text, "part i")) return false;
    const char after = text.size() > 6 ? lower(text[6]) : ' ';
    part_ = after == 'i' ? "II-" : "I-";
    return text.size() < 10;
  }

  /// "Exhibit 99.1" behind the signatures of a filing whose documents were made one.
  bool take_exhibit(std::uint32_t index, std::string_view text) {
    constexpr std::string_view word = "exhibit ";
    if (exhibit_ || text.size() > 16 || !in_items_ || !starts_with_folded(text, word) || !is_digit(text[word.size()])) return false;
    if (!signed_ || starts_.back().section.name == "exhibit index") return false;
    exhibit_ = true;
    released_ = in_items_ = false;
    form_ = ItemForm::none;
    first_ = "ex-" + section_name(text.substr(word.size()));
    add(index, {first_, std::string(text), 0, 0, Section::Kind::body}, false);
    return true;
  }

  /// A row "Item 8.01 | Other Events" of a table that is no table of contents.
  void take_cell(std::uint32_t index, const Block& block, std::string_view text) {
    if (block.column > 0 || form_ == ItemForm::none || text.size() > longest_heading) return;
    const ItemHeading heading = item_heading(text);
    if (heading.number.empty() || !has_item(form_, item_name(heading.number), filed_)) return;
    const Table& table = document_.tables[static_cast<std::size_t>(block.table)];
    if (table.rows > 3) return;
    std::uint32_t last = index;
    while (last + 1 < table.last_block && document_.blocks[last + 1].row == block.row) ++last;
    const std::string_view end = document_.words(document_.blocks[last].text);
    if (last > index && !end.empty() && std::all_of(end.begin(), end.end(), is_digit)) return;  // the number of a page
    add_item(index, heading, text);
  }

  bool take_item(std::uint32_t index, const Block& block, std::string_view text) {
    const ItemHeading heading = item_heading(text);
    if (heading.number.empty()) return take_title(index, block, text);
    const std::string name = item_name(heading.number);
    if (!has_item(form_, name, filed_) || (form_ == ItemForm::none && block.kind != Block::Kind::heading)) return false;
    const bool short_enough = block.kind == Block::Kind::heading || block.lead > 0 || text.size() < 120;
    if (!short_enough && (form_ != ItemForm::current || item_of_title(heading.title, filed_) != name)) return false;
    add_item(index, heading, text.substr(0, block.kind == Block::Kind::heading ? text.size() : std::max<std::size_t>(block.lead, std::min<std::size_t>(text.size(), 120))));
    return true;
  }

  /// A heading of an 8-K that has the title of an item and no number.
  bool take_title(std::uint32_t index, const Block& block, std::string_view text) {
    if (form_ != ItemForm::current || block.kind != Block::Kind::heading) return false;
    const std::string_view number = item_of_title(text, filed_);
    if (number.empty()) return false;
    if (in_items_ && !starts_.empty() && (starts_.back().block + 1 == index || seen_.contains(std::string(number)))) return false;
    in_items_ = true;
    add(index, {std::string(number), std::string(text), 0, 0, Section::Kind::body}, true);
    return true;
  }

  void add_item(std::uint32_t index, const ItemHeading& heading, std::string_view shown) {
    Section section;
    if (form_ == ItemForm::quarterly) {
      if (!heading.part.empty()) part_ = heading.part.size() == 1 ? "I-" : "II-";
      section.name = part_;
    }
    section.name += item_name(heading.number);
    section.title = std::string(shown);
    std::string_view title = heading.title;
    if (title.empty() && index + 1 < document_.blocks.size()) {  // the title stands in the next paragraph or cell
      const std::string_view next = document_.words(document_.blocks[index + 1].text);
      if (next.size() <= longest_heading && item_heading(next).number.empty()) {
        title = next;
        section.title += ' ';
        section.title += next;
      }
    }
    if (find_folded(title, "risk factors") != std::string_view::npos && find_folded(title, "market") == std::string_view::npos) section.kind = Section::Kind::risk_factors;
    in_items_ = true;
    add(index, std::move(section), true);
  }

  void take_heading(std::uint32_t index, const Block& block, std::string_view text) {
    const bool paper = exhibit_ || (form_ == ItemForm::none && !prospectus_);  // a press release or an agreement
    if (const KnownHeading* const known = known_heading(text)) {
      add(index, {std::string(known->name), std::string(text), 0, 0, known->kind}, false);
      return;
    }
    if (const KnownHeading* const known = exhibit_ ? known_opening(text) : nullptr; known != nullptr && known->kind == Section::Kind::boilerplate) {  // "CONTACT: A. Smith"
      add(index, {std::string(known->name), std::string(text), 0, 0, known->kind}, false);
      return;
    }
    if (paper) {
      const std::string_view next = index + 1 < document_.blocks.size() ? document_.words(document_.blocks[index + 1].text).substr(0, 80) : std::string_view();
      if (const std::string article = article_name(text, next); !article.empty()) {
        add(index, {article, std::string(text), 0, 0, Section::Kind::body}, false);
        if (text.size() <= longest_article) title_ = index + 1;
        return;
      }
      if (index == title_) return;
    }
    if (starts_with_folded(text, "about ") && paper) {
      add(index, {"about", std::string(text), 0, 0, Section::Kind::body}, false);
      return;
    }
    if (!starts_.empty() && ends_with_heading(starts_.back().section)) {
      resume(index, text);
    } else if (form_ == ItemForm::none && block.level <= 2 && !within(text)) {
      add(index, {section_name(text), std::string(text), 0, 0, Section::Kind::body}, false);
    }
  }

  /// True if a heading stands within the section before it: names below signatures, risks among the risk factors of a prospectus.
  bool within(std::string_view text) const {
    if (starts_.empty()) return false;
    const Section& last = starts_.back().section;
    if (last.kind == Section::Kind::signature) return !follows_signatures(text);
    return prospectus_ && last.kind == Section::Kind::risk_factors && !is_chapter(text);
  }

  void take_paragraph(std::uint32_t index, const Block& block, std::string_view text) {
    if (exhibit_ && !released_ && index < dateline_blocks && block.kind == Block::Kind::paragraph && is_dateline(text)) {
      released_ = true;
      for (std::size_t i = starts_.size(); i > 0 && !starts_[i - 1].item && starts_[i - 1].section.kind == Section::Kind::body; --i) starts_[i - 1].section.name = headline;
      add(index, {first_, {}, 0, 0, Section::Kind::body}, false);
      return;
    }
    if (block.lead > 0 && block.lead < 120) {
      const std::string_view lead = text.substr(0, block.lead);
      if (const KnownHeading* const known = known_heading(lead)) {
        add(index, {std::string(known->name), std::string(lead), 0, 0, known->kind}, false);
        return;
      }
      if (starts_with_folded(lead, "about ") && exhibit_) {
        add(index, {"about", std::string(lead), 0, 0, Section::Kind::body}, false);
        return;
      }
    }
    if (block.kind != Block::Kind::paragraph) return;
    if (form_ == ItemForm::none && !starts_.empty() && starts_.back().section.kind == Section::Kind::signature && opens_annex(text)) {
      add(index, {section_name(text), std::string(text), 0, 0, Section::Kind::body}, false);
      return;
    }
    if (const KnownHeading* const known = text.size() <= longest_plain_heading ? known_heading(text) : nullptr; known != nullptr && known->whole) {
      add(index, {std::string(known->name), std::string(text), 0, 0, known->kind}, false);
      return;
    }
    if (exhibit_ && text.size() <= 2 * longest_plain_heading && starts_with_folded(text, "about ") && is_upper(text[6])) {
      add(index, {"about", std::string(text), 0, 0, Section::Kind::body}, false);
      return;
    }
    const KnownHeading* const known = known_opening(text);
    if (known == nullptr) return;
    const bool report = form_ == ItemForm::annual || form_ == ItemForm::quarterly || form_ == ItemForm::foreign || prospectus_;
    const bool signed_off = known->kind == Section::Kind::signature;
    if (signed_off ? !starts_.empty() && starts_.back().section.kind == known->kind : report || (in_items_ && !names_itself(text))) return;
    add(index, {std::string(known->name), {}, 0, 0, known->kind}, false);
  }

  /// True for a paragraph that begins with a heading of its own: "Safe Harbor Statement: ...".
  static bool names_itself(std::string_view text) {
    const std::size_t colon = text.substr(0, 60).find(':');
    return colon != std::string_view::npos && (starts_with_folded(text, "safe harbor") || starts_with_folded(text, "forward") || find_folded(text.substr(0, colon), "contact") != std::string_view::npos);
  }

  /// Sections that end with the next heading.
  static bool ends_with_heading(const Section& section) {
    return section.kind == Section::Kind::forward_looking || section.kind == Section::Kind::contents || section.kind == Section::Kind::boilerplate || section.name == "about";
  }

  /// Goes on with the item that a section of a special kind has interrupted. None goes on behind the index of exhibits that follows signatures.
  void resume(std::uint32_t index, std::string_view text) {
    if (signed_ && form_ != ItemForm::none && starts_.back().section.name == "exhibit index") return;
    if (seen_.empty() || form_ == ItemForm::none) {
      add(index, {section_name(text), std::string(text), 0, 0, Section::Kind::body}, false);
    } else {
      add(index, Section(starts_[last_item_].section), true);
      starts_.back().resumed = true;
    }
  }

  void add(std::uint32_t index, Section section, bool item) {
    if (!starts_.empty() && starts_.back().block == index) return;
    if (!starts_.empty() && section.kind == Section::Kind::forward_looking && starts_.back().section.kind == section.kind) return;
    // Headings of risks within the risk factors do not begin them anew.
    if (!starts_.empty() && section.kind == Section::Kind::risk_factors && starts_.back().section.kind == Section::Kind::risk_factors && !item) return;
    if (item) {
      last_item_ = starts_.size();
      seen_.insert(section.name);
    }
    signed_ = signed_ || section.kind == Section::Kind::signature;
    starts_.push_back({index, std::move(section), item, false});
  }

  /// True for "Item 5 - Other Events 3": a line of a table of contents.
  static bool ends_with_page(std::string_view title) {
    const std::size_t blank = title.find_last_of(' ');
    if (blank == std::string_view::npos || title.size() - blank > 4 || title.find_first_of(' ') == blank) return false;
    const std::string_view last = title.substr(blank + 1);
    return !last.empty() && std::all_of(last.begin(), last.end(), is_digit) && is_letter(title[blank - 1]);
  }

  /// Starts that follow each other closely, most of which come again later, are lines of a table of contents; and so is one with a page.
  void drop_contents() {
    std::unordered_map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < starts_.size(); ++i) last[starts_[i].section.name] = i;
    std::vector<Start> kept;
    for (std::size_t i = 0; i < starts_.size();) {
      std::unordered_set<std::string> names;
      std::size_t items = 0;
      std::size_t end = i;
      for (; end < starts_.size() && (end == i || starts_[end].block - starts_[end - 1].block <= contents_gap) && (starts_[end].resumed || names.insert(starts_[end].section.name).second); ++end) items += starts_[end].item;
      std::size_t again = 0;
      for (std::size_t k = i; k < end; ++k) again += last[starts_[k].section.name] >= end;
      const bool lines = end - i >= 2 || ends_with_page(starts_[i].section.title);
      if (items > 0 && lines && again * 3 >= (end - i) * 2) {
        kept.push_back({starts_[i].block, {"contents", {}, 0, 0, Section::Kind::contents}, false, false});
      } else {
        std::move(starts_.begin() + static_cast<std::ptrdiff_t>(i), starts_.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(kept));
      }
      i = end;
    }
    starts_ = std::move(kept);
  }

  /// An item whose heading comes again on the next page goes on.
  void merge() {
    const auto same = [](const Start& a, const Start& b) { return a.section.name == b.section.name && a.section.kind == b.section.kind && (a.item || a.section.kind != Section::Kind::body || a.section.name == headline); };
    starts_.erase(std::unique(starts_.begin(), starts_.end(), same), starts_.end());
  }

  std::vector<Section> close() {
    std::vector<Section> sections;
    if (!starts_.empty() && starts_.front().section.name == headline) starts_.front().block = 0;
    if (starts_.empty() || starts_.front().block > 0) {
      const bool items = std::any_of(starts_.begin(), starts_.end(), [](const Start& start) { return start.item; });
      const std::string name = has_items_ && items ? "cover" : exhibit_ ? (released_ ? std::string(headline) : first_) : "";
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
  std::string_view filed_;
  bool exhibit_ = false;
  bool prospectus_ = false;
  ItemForm form_ = ItemForm::none;
  bool has_items_ = false;  ///< The form has items.
  bool in_items_ = false;
  std::uint32_t title_ = UINT32_MAX;  ///< The block that may be the title of the article before it.
  bool released_ = false;             ///< The dateline of a press release was met.
  std::string first_;
  std::string part_ = "I-";
  std::vector<Start> starts_;
  std::size_t last_item_ = 0;              ///< The last item of `starts_`, if there is one.
  std::unordered_set<std::string> seen_;  ///< Names of the items of `starts_`.
  bool signed_ = false;                    ///< Signatures are among `starts_`.
};

}  // namespace

std::vector<Section> find_sections(const DocumentText& document, const Filing& filing) { return SectionFinder(document, filing).run(); }

}  // namespace rxgraph::ingest
