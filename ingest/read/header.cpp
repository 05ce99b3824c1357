#include "ingest/read/header.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/plain.hpp"
#include "ingest/read/word_dates.hpp"

namespace rxgraph::ingest {
namespace {

/// What a key of a header means, in either dialect.
enum class Key : std::uint8_t {
  party, former_company, other_block, accession, form, period, item, filed, name, cik, former_name, changed, ignored
};

struct KeyName {
  std::string_view text;    ///< In the text dialect, without colon.
  std::string_view tagged;  ///< In the tagged dialect, without brackets; empty where it is the same with hyphens.
  Key key;
};

constexpr KeyName key_names[] = {
    {"FILER", "FILER", Key::party},
    {"SUBJECT COMPANY", "SUBJECT-COMPANY", Key::party},
    {"FILED BY", "FILED-BY", Key::party},
    {"ISSUER", "ISSUER", Key::party},
    {"REPORTING-OWNER", "REPORTING-OWNER", Key::party},
    {"SERIAL COMPANY", "SERIAL-COMPANY", Key::party},
    {"DEPOSITOR", "DEPOSITOR", Key::party},
    {"COMPANY DATA", "COMPANY-DATA", Key::other_block},
    {"OWNER DATA", "OWNER-DATA", Key::other_block},
    {"FILING VALUES", "FILING-VALUES", Key::other_block},
    {"BUSINESS ADDRESS", "BUSINESS-ADDRESS", Key::other_block},
    {"MAIL ADDRESS", "MAIL-ADDRESS", Key::other_block},
    {"FORMER COMPANY", "FORMER-COMPANY", Key::former_company},
    {"ACCESSION NUMBER", "ACCESSION-NUMBER", Key::accession},
    {"CONFORMED SUBMISSION TYPE", "TYPE", Key::form},
    {"CONFORMED PERIOD OF REPORT", "PERIOD", Key::period},
    {"ITEM INFORMATION", "ITEMS", Key::item},
    {"FILED AS OF DATE", "FILING-DATE", Key::filed},
    {"COMPANY CONFORMED NAME", "CONFORMED-NAME", Key::name},
    {"CENTRAL INDEX KEY", "CIK", Key::cik},
    {"FORMER CONFORMED NAME", "FORMER-CONFORMED-NAME", Key::former_name},
    {"DATE OF NAME CHANGE", "DATE-CHANGED", Key::changed},
    {"STANDARD INDUSTRIAL CLASSIFICATION", "ASSIGNED-SIC", Key::ignored},
    {"ORGANIZATION NAME", "ORGANIZATION-NAME", Key::ignored},
    {"IRS NUMBER", "IRS-NUMBER", Key::ignored},
    {"STATE OF INCORPORATION", "STATE-OF-INCORPORATION", Key::ignored},
    {"FISCAL YEAR END", "FISCAL-YEAR-END", Key::ignored},
    {"FORM TYPE", "FORM-TYPE", Key::ignored},
    {"SEC ACT", "ACT", Key::ignored},
    {"SEC FILE NUMBER", "FILE-NUMBER", Key::ignored},
    {"FILM NUMBER", "FILM-NUMBER", Key::ignored},
    {"STREET 1", "STREET1", Key::ignored},
    {"STREET 2", "STREET2", Key::ignored},
    {"CITY", "CITY", Key::ignored},
    {"STATE", "STATE", Key::ignored},
    {"ZIP", "ZIP", Key::ignored},
    {"BUSINESS PHONE", "PHONE", Key::ignored},
    {"PUBLIC DOCUMENT COUNT", "PUBLIC-DOCUMENT-COUNT", Key::ignored},
    {"DATE AS OF CHANGE", "DATE-OF-FILING-DATE-CHANGE", Key::ignored},
    {"EFFECTIVENESS DATE", "EFFECTIVENESS-DATE", Key::ignored},
    {"SROS", "SROS", Key::ignored},
    {"GROUP MEMBERS", "GROUP-MEMBERS", Key::ignored},
    {"EIN", "EIN", Key::ignored},
};

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

/// Ten digits, zero padded; empty for none, also for zeros alone.
std::string padded_cik(std::string_view digits) {
  digits = trimmed(digits);
  if (digits.empty() || digits.size() > 10 || !std::all_of(digits.begin(), digits.end(), is_digit)) return {};
  if (digits.find_first_not_of('0') == std::string_view::npos) return {};
  return std::string(10 - digits.size(), '0') + std::string(digits);
}

/// Puts keys and values, as they come, where they belong.
class HeaderState {
 public:
  explicit HeaderState(Filing& filing) : filing_(filing) {}

  void take(Key key, std::string_view name, std::string_view value) {
    switch (key) {
      case Key::party:
        filing_.filers.emplace_back();
        filing_.filers.back().role = lowered(name);
        in_party_ = true;
        in_former_ = false;
        return;
      case Key::former_company: in_former_ = true; return;
      case Key::other_block: in_former_ = false; return;
      case Key::accession: return set(filing_.accession, value);
      case Key::form:
        if (!in_party_) set(filing_.form, value);
        return;
      case Key::period: return set(filing_.period, iso_of_compact(value));
      case Key::filed: return set(filing_.filed, iso_of_compact(value));
      case Key::item:
        if (value.empty()) {
          complete_ = false;
        } else {
          filing_.items.emplace_back(value);
        }
        return;
      case Key::name: return set(party().name, value);
      case Key::cik: return set(party().cik, padded_cik(value));
      case Key::former_name: party().former_names.push_back({std::string(value), {}}); return;
      case Key::changed:
        if (!party().former_names.empty()) party().former_names.back().until = iso_of_compact(value);
        return;
      case Key::ignored: return;
    }
  }

  /// Numbers the items once the date is known, and forgets parties that nothing is known of. False where an item has no title.
  bool end() {
    for (std::string& item : filing_.items) item = item_number(item, filing_.filed);
    std::erase_if(filing_.filers, [](const Filer& filer) { return filer.name.empty() && filer.cik.empty(); });
    for (Filer& filer : filing_.filers) {
      std::vector<FormerName> kept;
      for (FormerName& former : filer.former_names) {
        if (std::find(kept.begin(), kept.end(), former) == kept.end()) kept.push_back(std::move(former));
      }
      filer.former_names = std::move(kept);
    }
    return complete_;
  }

 private:
  static void set(std::string& to, std::string_view value) {
    if (to.empty()) to = value;
  }

  Filer& party() {
    if (filing_.filers.empty()) {
      filing_.filers.emplace_back();
      filing_.filers.back().role = "filer";
    }
    return filing_.filers.back();
  }

  Filing& filing_;
  bool in_party_ = false;
  bool in_former_ = false;
  bool complete_ = true;
};

/// The key that `line` begins with, in the text dialect; nullptr for none.
const KeyName* key_at(std::string_view line) {
  for (const KeyName& each : key_names) {
    if (line.size() > each.text.size() && line[each.text.size()] == ':' && line.starts_with(each.text)) return &each;
  }
  return nullptr;
}

/// Where in `value` a further key begins, after white space: the lines of the year 2000 run into each other.
std::size_t second_key(std::string_view value) {
  for (std::size_t i = 1; i < value.size(); ++i) {
    if (is_upper(value[i]) && is_blank(value[i - 1]) && key_at(value.substr(i))) return i;
  }
  return value.size();
}

/// Reads one line of the text dialect, which may hold several keys.
void take_text_line(std::string_view line, HeaderState& state) {
  while (!line.empty()) {
    if (const std::size_t tag = line.find('<'); tag == 0) {
      const std::size_t end = line.find('>');
      if (end == std::string_view::npos) return;
      const std::string_view name = line.substr(1, end - 1);
      if (name == "REPORTING-OWNER") state.take(Key::party, name, {});
      line = trimmed(line.substr(end + 1));
      continue;
    }
    const KeyName* const key = key_at(line);
    if (!key) return;
    std::string_view value = line.substr(key->text.size() + 1);
    const std::size_t next = std::min({second_key(value), value.find("</"), value.size()});
    line = trimmed(value.substr(next));
    state.take(key->key, key->text, trimmed(value.substr(0, next)));
  }
}

/// Titles of 8-K items; the first words of each are enough.
struct ItemTitle {
  std::string_view title;  ///< Lower case, without marks.
  std::string_view now;    ///< Number since 2004-08-23.
  std::string_view then;   ///< Number before; empty where there was none.
};

constexpr ItemTitle item_titles[] = {
    {"entry into a material", "1.01", ""},
    {"termination of a material", "1.02", ""},
    {"bankruptcy or receivership", "1.03", "3"},
    {"mine safety", "1.04", ""},
    {"material cybersecurity", "1.05", ""},
    {"completion of acquisition", "2.01", "2"},
    {"acquisition or disposition", "2.01", "2"},
    {"results of operations and financial", "2.02", "12"},
    {"creation of a direct financial", "2.03", ""},
    {"triggering events", "2.04", ""},
    {"cost associated with exit", "2.05", ""},
    {"costs associated with exit", "2.05", ""},
    {"material impairment", "2.06", ""},
    {"notice of delisting", "3.01", ""},
    {"unregistered sale", "3.02", ""},
    {"material modification", "3.03", ""},
    {"changes in registrants certifying", "4.01", "4"},
    {"changes in certifying", "4.01", "4"},
    {"non reliance on previously", "4.02", ""},
    {"changes in control", "5.01", "1"},
    {"departure of", "5.02", "6"},
    {"resignation", "5.02", "6"},
    {"amendments to articles", "5.03", "8"},
    {"amendment to articles", "5.03", "8"},
    {"change in fiscal year", "5.03", "8"},
    {"temporary suspension", "5.04", "11"},
    {"amendments to the registrants code", "5.05", "10"},
    {"amendment to registrants code", "5.05", "10"},
    {"change in shell", "5.06", ""},
    {"submission of matters", "5.07", ""},
    {"shareholder director nominations", "5.08", ""},
    {"abs informational", "6.01", ""},
    {"change of servicer", "6.02", ""},
    {"change in credit enhancement", "6.03", ""},
    {"failure to make", "6.04", ""},
    {"securities act updating", "6.05", ""},
    {"regulation fd", "7.01", "9"},
    {"other events", "8.01", "5"},
    {"financial statements and exhibits", "9.01", "7"},
    {"financial statements pro forma", "9.01", "7"},
};

/// Lower-case words without marks; a hyphen is a blank.
std::string plain_words(std::string_view text) {
  std::string words;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) {
      words.push_back(lower(c));
    } else if ((is_blank(c) || c == '-') && !words.empty() && words.back() != ' ') {
      words.push_back(' ');
    }
  }
  return words;
}

}  // namespace

bool read_text_header(std::string_view header, Filing& filing) {
  HeaderState state(filing);
  std::string joined;
  const auto flush = [&] {
    take_text_line(trimmed(joined), state);
    joined.clear();
  };
  for (std::size_t at = 0; at < header.size();) {
    const std::string_view line = trimmed(next_line(header, at));
    if (line.empty()) continue;
    if (line[0] != ']') flush();
    joined.append(line);
  }
  flush();
  return state.end();
}

bool read_tagged_header(std::string_view header, Filing& filing) {
  HeaderState state(filing);
  for (std::size_t at = 0; at < header.size();) {
    const std::string_view line = trimmed(next_line(header, at));
    const std::size_t end = line.find('>');
    if (line.size() < 3 || line[0] != '<' || line[1] == '/' || end == std::string_view::npos) continue;
    const std::string_view name = line.substr(1, end - 1);
    for (const KeyName& each : key_names) {
      if (each.tagged != name) continue;
      state.take(each.key, each.text, trimmed(line.substr(end + 1)));
      break;
    }
  }
  return state.end();
}

std::string item_number(std::string_view title, std::string_view filed) {
  title = trimmed(title);
  const bool number = !title.empty() && std::all_of(title.begin(), title.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (number) return std::string(title);
  const std::string words = plain_words(title);
  const bool old = !filed.empty() && filed < "2004-08-23";
  for (const ItemTitle& each : item_titles) {
    if (!words.starts_with(each.title)) continue;
    if (old && !each.then.empty()) return std::string(each.then);
    if (!old) return std::string(each.now);
  }
  return std::string(title);
}

void add_cover_facts(std::span<const CoverFact> facts, Filing& filing) {
  const bool known = !filing.filers.empty();
  std::vector<std::string> names;
  std::vector<std::string> ciks;
  std::vector<std::string> tickers;
  const auto add = [](std::vector<std::string>& to, std::string value) {
    if (!value.empty() && std::find(to.begin(), to.end(), value) == to.end()) to.push_back(std::move(value));
  };
  for (const CoverFact& fact : facts) {
    if (fact.name == "EntityRegistrantName") add(names, fact.value);
    if (fact.name == "EntityCentralIndexKey") add(ciks, padded_cik(fact.value));
    if (fact.name == "TradingSymbol") add(tickers, fact.value);
    if (fact.name == "DocumentType" && filing.form.empty()) filing.form = fact.value;
    if (fact.name == "DocumentPeriodEndDate" && filing.period.empty()) filing.period = iso_of_words(fact.value);
  }
  std::sort(tickers.begin(), tickers.end());
  std::erase_if(tickers, [](const std::string& each) { return each.size() > 12 || equal_folded(each, "none") || equal_folded(each, "n/a"); });
  if (!known) {
    for (std::size_t i = 0; i < std::max(names.size(), ciks.size()); ++i) {
      Filer filer;
      filer.role = "filer";
      if (i < names.size()) filer.name = names[i];
      if (i < ciks.size()) filer.cik = ciks[i];
      filing.filers.push_back(std::move(filer));
    }
  }
  if (filing.filers.empty() || tickers.empty()) return;
  Filer& first = filing.filers.front();
  if (ciks.empty() || first.cik.empty() || first.cik == ciks.front()) first.tickers = tickers;
}

}  // namespace rxgraph::ingest
