#include "ingest/read/section_marks.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/read/lexis.hpp"
#include "ingest/read/word_dates.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t opening = 300;  ///< Bytes of a paragraph that may say what it is.

constexpr KnownHeading forward_looking = {"", false, "forward-looking statements", Section::Kind::forward_looking};
constexpr KnownHeading contacts = {"", false, "contacts", Section::Kind::boilerplate};
constexpr KnownHeading signatures = {"", false, "signatures", Section::Kind::signature};

constexpr KnownHeading known_headings[] = {
    {"risk factors", true, "risk factors", Section::Kind::risk_factors},
    {"risks related to", false, "risk factors", Section::Kind::risk_factors},
    {"risks relating to", false, "risk factors", Section::Kind::risk_factors},
    {"summary of risk factors", false, "risk factors", Section::Kind::risk_factors},
    {"risk factor summary", false, "risk factors", Section::Kind::risk_factors},
    {"risk factors summary", false, "risk factors", Section::Kind::risk_factors},
    {"summary risk factors", false, "risk factors", Section::Kind::risk_factors},
    {"summary of principal risk", false, "risk factors", Section::Kind::risk_factors},
    {"forward-looking", false, "forward-looking statements", Section::Kind::forward_looking},
    {"forward looking", false, "forward-looking statements", Section::Kind::forward_looking},
    {"safe harbor", false, "forward-looking statements", Section::Kind::forward_looking},
    {"signature", true, "signatures", Section::Kind::signature},
    {"signatures", true, "signatures", Section::Kind::signature},
    {"signature page", true, "signatures", Section::Kind::signature},
    {"table of contents", true, "contents", Section::Kind::contents},
    {"contents", true, "contents", Section::Kind::contents},
    {"exhibit index", true, "exhibit index", Section::Kind::contents},
    {"index to exhibit", true, "exhibit index", Section::Kind::contents},
    {"index to exhibits", true, "exhibit index", Section::Kind::contents},
    {"index of exhibits", true, "exhibit index", Section::Kind::contents},
    {"contact", true, "contacts", Section::Kind::boilerplate},
    {"contacts", true, "contacts", Section::Kind::boilerplate},
    {"contact information", true, "contacts", Section::Kind::boilerplate},
    {"media contact", false, "contacts", Section::Kind::boilerplate},
    {"investor contact", false, "contacts", Section::Kind::boilerplate},
    {"company contact", false, "contacts", Section::Kind::boilerplate},
    {"for further information", false, "contacts", Section::Kind::boilerplate},
    {"for more information", false, "contacts", Section::Kind::boilerplate},
    {"investors and media", false, "contacts", Section::Kind::boilerplate},
    {"prospectus summary", true, "summary", Section::Kind::body},
    {"prospectus supplement summary", true, "summary", Section::Kind::body},
};

bool is_number(std::string_view word) noexcept {
  return !word.empty() && word.size() <= 6 &&
         (std::all_of(word.begin(), word.end(), is_digit) ||
          std::all_of(word.begin(), word.end(), [](char c) { return std::string_view("IVXLivxl").find(c) != std::string_view::npos; }));
}

/// The value of a roman or arabic number.
unsigned value_of(std::string_view number) noexcept {
  unsigned value = 0;
  unsigned last = 0;
  for (std::size_t i = number.size(); i-- > 0;) {
    if (is_digit(number[0])) break;
    const char c = lower(number[i]);
    const unsigned digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 50;
    value = digit < last ? value - digit : value + digit;
    last = std::max(last, digit);
  }
  if (is_digit(number[0])) {
    for (const char c : number) value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

/// True if "statements" follow "forward-looking" at `at`, whatever hyphens, quotes and blanks stand between.
bool says_forward_looking(std::string_view text, std::size_t at) noexcept {
  std::string letters;
  for (const char c : text.substr(at, 40)) {
    if (is_letter(c)) letters.push_back(lower(c));
  }
  return letters.starts_with("forwardlookingstatement");
}

/// A paragraph that says that it holds such statements, or that some are such.
bool opens_forward_looking(std::string_view text) {
  const std::size_t reach = starts_with_folded(text, "statements in this") || starts_with_folded(text, "certain statements") || starts_with_folded(text, "the statements") ? 2 * opening : opening;
  const std::string_view front = text.substr(0, reach);
  for (std::size_t at = find_folded(front, "forward"); at != std::string_view::npos; at = find_folded(front, "forward", at + 1)) {
    if (!says_forward_looking(text, at)) continue;
    std::string_view before = text.substr(0, at);
    const bool quoted = !before.empty() && before.back() == '"';
    while (!before.empty() && (is_blank(before.back()) || before.back() == '"')) before.remove_suffix(1);
    if (before.empty() || quoted) return true;
    for (const std::string_view word : {"contain", "contains", "include", "includes", "are", "certain", "constitute", "constitutes", "considered", "deemed", "makes", "making"}) {
      if (before.ends_with(word)) return true;
    }
  }
  return false;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

}  // namespace

std::string_view without_marks(std::string_view title) noexcept {
  while (!title.empty() && std::string_view(" .:-*/\u2013\u2014").find(title.front()) != std::string_view::npos) title.remove_prefix(1);
  while (!title.empty() && (is_blank(title.back()) || title.back() == ':' || title.back() == '.' || title.back() == '-')) title.remove_suffix(1);
  return title;
}

std::string section_name(std::string_view title) {
  std::string name = lowered(without_marks(title));
  if (name.size() > longest_name) {
    std::size_t cut = longest_name;
    while (cut > 0 && (static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) --cut;
    name.resize(cut);
  }
  return name;
}

const KnownHeading* known_heading(std::string_view title) {
  const std::string words = lowered(without_marks(title));
  const auto* const found = std::find_if(std::begin(known_headings), std::end(known_headings),
                                         [&words](const KnownHeading& each) { return each.whole ? words == each.words : words.find(each.words) != std::string::npos; });
  return found == std::end(known_headings) ? nullptr : found;
}

const KnownHeading* known_opening(std::string_view paragraph) {
  const std::string_view whole = paragraph.substr(0, 2 * opening + 100);
  const std::string_view text = whole.substr(std::min(whole.find_first_not_of(" .:-*/"), whole.size()));
  if (starts_with_folded(text, "in witness whereof")) return &signatures;
  if (starts_with_folded(text, "pursuant to the requirements of ") && (find_folded(text, "duly caused") != std::string_view::npos || find_folded(text, "to be signed") != std::string_view::npos)) return &signatures;
  for (const std::string_view word : {"contact:", "contacts:", "media contact", "investor contact", "company contact", "for more information:", "for further information:"}) {
    if (starts_with_folded(text, word)) return &contacts;
  }
  for (const std::string_view word : {"safe harbor", "forward-looking statement", "forward looking statement", "cautionary statement", "cautionary note", "note regarding forward", "note on forward"}) {
    if (starts_with_folded(text, word)) return &forward_looking;
  }
  return opens_forward_looking(text) ? &forward_looking : nullptr;
}

std::string article_name(std::string_view title, std::string_view next) {
  constexpr std::string_view word = "article ";
  title = without_marks(title);
  if (!starts_with_folded(title, word)) return {};
  const std::string_view rest = title.substr(word.size());
  const std::string_view number = rest.substr(0, rest.find_first_of(" .:-;,"));
  if (!is_number(number)) return {};
  std::string_view own = without_marks(rest.substr(number.size()));
  if (!own.empty() && is_lower(own.front())) return {};
  if (own.empty()) own = without_marks(next);
  const std::string words = lowered(own.substr(0, longest_name));
  if (words.find("definition") != std::string::npos || words.find("defined terms") != std::string::npos) return "definitions";
  return "article " + std::to_string(value_of(number));
}

bool is_chapter(std::string_view title) {
  static constexpr std::string_view chapters[] = {
      "about this prospectus", "available information", "business", "capitalization", "certain relationships", "certain u.s.", "certain united states", "certain material", "common stock", "description of", "determination of", "dilution", "dividend", "enforcement", "executive",
      "experts", "general description", "incorporation", "index to", "industry", "information about", "information on", "legal matters", "management", "market for", "market price", "market information", "material u.s.", "material united", "material federal", "material tax", "our business", "plan of distribution", "price range",
      "principal", "related party", "selected", "selling", "shares eligible", "special note", "summary", "table of contents", "taxation", "the offering", "the merger", "transactions", "underwriting",
      "use of proceeds", "where you can find", "prospectus"};
  const std::string words = lowered(without_marks(title));
  return std::any_of(std::begin(chapters), std::end(chapters), [&words](std::string_view each) { return words.starts_with(each); });
}

bool is_dateline(std::string_view paragraph) {
  const std::string_view text = paragraph.substr(0, 160);
  if (text.size() < 60 || !(is_upper(text.front()) || text.front() == '(')) return false;
  for (const std::string_view wire : {"/prnewswire", "business wire", "globe newswire", "globenewswire", "/pr newswire", "marketwire", "primezone", "accesswire", "newsfile"}) {
    if (find_folded(text, wire) != std::string_view::npos) return true;
  }
  static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  for (const std::string_view month : months) {
    const std::size_t at = text.substr(0, 90).find(month);
    if (at == std::string_view::npos || at == 0) continue;
    const std::size_t day = text.find_first_of("0123456789", at);
    if (day == std::string_view::npos || day > at + 11) continue;
    const std::string_view behind = text.substr(day, 30);
    if (behind.find(" -") != std::string_view::npos || behind.find("--") != std::string_view::npos || behind.find("\u2013") != std::string_view::npos || behind.find("\u2014") != std::string_view::npos) return true;
  }
  return false;
}

std::size_t dateline_end(std::string_view paragraph) {
  constexpr std::size_t longest = 160, latest_date = 110;  // Bytes: place, date and wire, and what stands before the date.
  if (paragraph.empty() || !is_upper(paragraph.front())) return 0;
  const std::string_view text = paragraph.substr(0, longest);
  const std::optional<WordDate> date = date_in_words(text, false);
  if (!date || date->begin == 0 || date->begin > latest_date) return 0;
  std::string_view place = text.substr(0, date->begin);
  while (!place.empty() && place.back() == ' ') place.remove_suffix(1);
  const bool closed = place.ends_with(',') || place.ends_with('-') || place.ends_with(')') || place.ends_with('/') || place.ends_with("\u2013") || place.ends_with("\u2014");
  for (std::size_t blank = place.find(' '); blank != std::string_view::npos; blank = place.find(' ', blank + 1)) {  // Names alone, no sentence.
    if (blank + 1 < place.size() && is_lower(place[blank + 1]) && !place.substr(blank).starts_with(" and ")) return 0;
  }
  if (!closed) return 0;
  std::size_t at = date->end;
  const auto skip = [&](std::string_view marks) {
    while (at < text.size() && marks.find(text[at]) != std::string_view::npos) ++at;
  };
  skip(" ");
  if (at < text.size() && (text[at] == '(' || text[at] == '/')) {  // The wire.
    const std::size_t close = text.find(text[at] == '(' ? ')' : '/', at + 1);
    if (close == std::string_view::npos) return 0;
    at = close + 1;
    skip(" ");
  }
  const std::size_t dash = at;
  if (text.substr(at).starts_with("\u2013") || text.substr(at).starts_with("\u2014")) at += 3;
  skip("-");
  if (at == dash) return 0;
  skip(" ");
  return at < text.size() ? at : 0;
}

bool follows_signatures(std::string_view title) {
  const std::string words = lowered(without_marks(title));
  for (const std::string_view word : {"exhibit", "schedule", "annex", "appendix", "attachment", "addendum", "article", "index", "power of attorney", "certification", "report of"}) {
    if (words.starts_with(word)) return true;
  }
  return false;
}

bool opens_annex(std::string_view line) {
  constexpr std::size_t longest = 80;
  if (line.size() > longest) return false;
  for (const std::string_view word : {"exhibit ", "schedule ", "annex ", "appendix ", "attachment "}) {
    if (!starts_with_folded(line, word) || line.size() == word.size()) continue;
    const std::string_view number = line.substr(word.size(), line.find(' ', word.size()) - word.size());
    const bool lettered = is_upper(number[0]) && (number.size() == 1 || number[1] == '-' || number[1] == ':' || number[1] == '.');
    return (lettered || is_digit(number[0])) && line.back() != '.' && line.back() != ';';
  }
  return false;
}

}  // namespace rxgraph::ingest
