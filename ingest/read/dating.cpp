#include "ingest/read/dating.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/date.hpp"
#include "ingest/read/forms.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/word_dates.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t cover_blocks = 120;       ///< Blocks from the start of a document that may be its cover.
constexpr std::size_t top_blocks = 25;          ///< Of a letter or a press release.
constexpr std::size_t longest_line = 16 << 10;  ///< Bytes of a block that are looked at: converters put a whole cover into one.
constexpr std::size_t signature_blocks = 60;    ///< Blocks behind a heading "Signatures".

/// Words of a cover behind which its date stands.
struct Caption {
  std::string_view words;  ///< Lower case.
  std::string_view kind;
  bool months = false;     ///< A month alone is a date.
};

constexpr std::array before_signatures = {
    Caption{"as filed with the securities and exchange commission on", "as filed"},
    Caption{"the date of this prospectus", "prospectus"},
};

constexpr std::array behind_signatures = {
    Caption{"date of report", "report"},
    Caption{"date of earliest event", "report"},
    Caption{"for the month of", "month", true},
};

constexpr std::array last_captions = {
    Caption{"dated as of", "agreement"},
    Caption{"entered into as of", "agreement"},
    Caption{"made as of", "agreement"},
    Caption{"effective as of", "agreement"},
};

class Dating {
 public:
  Dating(const DocumentText& document, Filing& filing) : document_(document), filing_(filing) {}

  void run() {
    if (captions(before_signatures, cover_blocks) || signature() || captions(behind_signatures, cover_blocks)) return;
    if (letter() || dateline() || captions(last_captions, top_blocks)) return;
    if (!filing_.period.empty()) {
      set(filing_.period, is_current_report() ? "report" : "period");
    } else {
      year_of_report();
    }
  }

 private:
  bool is_current_report() const { return form_name(filing_.form).base == "8-K"; }

  std::string_view block(std::size_t index) const { return document_.words(document_.blocks[index].text).substr(0, longest_line); }

  std::size_t first_blocks(std::size_t count) const { return std::min(document_.blocks.size(), count); }

  bool set(std::string iso, std::string_view kind) {
    filing_.dated = std::move(iso);
    filing_.dated_by = kind;
    return true;
  }

  template <std::size_t size>
  bool captions(const std::array<Caption, size>& all, std::size_t blocks) {
    for (const Caption& caption : all) {
      for (std::size_t i = 0; i < first_blocks(blocks); ++i) {
        if (caption_at(caption, i)) return true;
      }
    }
    return false;
  }

  /// A date behind the caption's words in block `i`, or in the next blocks where nothing but marks stands behind them.
  bool caption_at(const Caption& caption, std::size_t i) {
    const std::string_view text = block(i);
    const std::size_t at = find_folded(text, caption.words);
    if (at == std::string_view::npos) return false;
    if (caption.kind == "as filed" && text[at] != 'A') return false;  // Speaks of another filing.
    std::string behind(text.substr(at + caption.words.size(), 120));
    for (std::size_t k = i + 1; k < document_.blocks.size() && k <= i + 2 && behind.size() < 120; ++k) behind.append(" ").append(block(k).substr(0, 60));
    if (const std::optional<WordDate> date = date_in_words(behind, caption.months)) return set(date->iso, caption.kind);
    // The caption may stand below its date, as on many covers of 8-Ks.
    if (caption.kind != "report" || i == 0 || block(i - 1).size() > 60) return false;
    const std::optional<WordDate> above = date_in_words(block(i - 1), false);
    return above && set(above->iso, caption.kind);
  }

  /// True if a signature of that day fits the period of report.
  bool fits_period(std::string_view iso) const {
    if (filing_.period.empty()) return true;
    const std::string_view period = filing_.period;
    return iso >= period && month_number(iso) - month_number(last_day(period)) <= 13;
  }

  /// Months since the year 0 of a full ISO date.
  static int month_number(std::string_view iso) { return std::stoi(std::string(iso.substr(0, 4))) * 12 + std::stoi(std::string(iso.substr(5, 2))); }

  bool signature() {
    constexpr int most_headings = 4;
    int headings = 0;
    for (std::size_t i = document_.blocks.size(); i-- > 0 && headings < most_headings;) {
      const std::string_view text = block(i);
      if (text.size() > 40 || !starts_with_folded(text, "signature")) continue;
      ++headings;
      for (std::size_t k = i; k < document_.blocks.size() && k < i + signature_blocks; ++k) {
        if (const std::string day = signed_on(block(k)); !day.empty() && fits_period(day)) return set(day, "signature");
      }
    }
    return false;
  }

  /// The date of a line of signatures; empty where it has none, or where the date belongs to something else that is spoken of.
  static std::string signed_on(std::string_view text) {
    const std::optional<WordDate> date = date_in_words(text, false);
    if (!date) return {};
    const bool alone = trimmed(text).size() <= date->end - date->begin + 4;
    const std::string_view before = text.substr(0, date->begin);
    const bool named = find_folded(before.substr(before.size() - std::min<std::size_t>(before.size(), 24)), "date") != std::string_view::npos;
    const bool day_of = find_folded(text.substr(date->begin, date->end - date->begin), "day of") != std::string_view::npos ||
                        find_folded(before.substr(before.size() - std::min<std::size_t>(before.size(), 12)), "on this") != std::string_view::npos;
    const bool duly = text.size() < 1200 && find_folded(text, "duly caused") != std::string_view::npos;
    return alone || named || day_of || duly ? date->iso : std::string();
  }

  bool letter() {
    for (std::size_t i = 0; i < first_blocks(top_blocks); ++i) {
      const std::string_view text = block(i);
      if (text.size() > 40) continue;
      const std::optional<WordDate> date = date_in_words(text, false);
      if (date && date->begin == 0 && date->end == text.size()) return set(date->iso, "letter");
    }
    return false;
  }

  bool dateline() {
    for (std::size_t i = 0; i < first_blocks(top_blocks); ++i) {
      const std::string_view text = block(i).substr(0, 240);
      const std::optional<WordDate> date = date_in_words(text, false);
      if (!date || date->begin > 120 || date->end == text.size()) continue;
      const std::string_view behind = trimmed(text.substr(date->end));
      const std::string_view before = trimmed(text.substr(0, date->begin));
      const bool place = !before.empty() && (before.back() == ',' || before.back() == '-' || before.back() == ')') && is_letter(before.front());
      const bool dash = behind.starts_with("-") || behind.starts_with("\xE2\x80\x93") || behind.starts_with("\xE2\x80\x94") || behind.starts_with("(") || behind.starts_with("/");
      if (place && dash) return set(date->iso, "dateline");
    }
    return false;
  }

  /// "Annual Report 2022" among the first lines.
  bool year_of_report() {
    for (std::size_t i = 0; i < first_blocks(top_blocks); ++i) {
      const std::string_view text = block(i);
      if (text.size() > 120 || find_folded(text, "annual report") == std::string_view::npos || text.size() < 5) continue;
      const std::string_view year = text.substr(text.size() - 4);
      if (is_partial_date(year) && year >= "1990" && year < "2100" && is_blank(text[text.size() - 5])) return set(std::string(year), "period");
    }
    return false;
  }

  const DocumentText& document_;
  Filing& filing_;
};

}  // namespace

void add_own_date(const DocumentText& document, Filing& filing) {
  if (filing.filed.empty() && filing.dated.empty()) Dating(document, filing).run();
}

}  // namespace rxgraph::ingest
