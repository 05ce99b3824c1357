#include "ingest/read/file_name.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/read/lexis.hpp"
#include "ingest/read/numerals.hpp"

namespace rxgraph::ingest {
namespace {

/// "0000123456-07-000001" of itself or of its eighteen digits; empty for anything else.
std::string accession_of(std::string_view text) {
  if (text.size() == 18 && all_digits(text)) {
    return std::string(text.substr(0, 10)) + "-" + std::string(text.substr(10, 2)) + "-" + std::string(text.substr(12));
  }
  const bool dashed = text.size() == 20 && text[10] == '-' && text[13] == '-' && all_digits(text.substr(0, 10)) && all_digits(text.substr(11, 2)) &&
                      all_digits(text.substr(14));
  return dashed ? std::string(text) : std::string();
}

/// "8-K" of "8K", "10-K405" of "10K405"; a name that is none is kept.
std::string form_of(std::string_view text) {
  const std::size_t letter = text.find_first_not_of("0123456789");
  if (letter == 0 || letter == std::string_view::npos || !is_upper(text[letter])) return std::string(text);
  return std::string(text.substr(0, letter)) + "-" + std::string(text.substr(letter));
}

/// What a name says; empty members where it says nothing.
struct NameFacts {
  std::string_view cik;
  std::string accession;
  std::string form;
  std::string_view year;
};

bool is_year(std::string_view text) { return text.size() == 4 && all_digits(text) && text >= "1993" && text <= "2099"; }

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

NameFacts facts_of(std::string_view path) {
  const std::vector<std::string_view> folders = parts_of(path, "/!");
  std::string_view name = folders.back();
  for (const std::string_view packed : {".gz", ".zst", ".bz2", ".xz"}) {
    if (name.ends_with(packed)) name.remove_suffix(packed.size());
  }
  const std::string_view stem = name.substr(0, name.rfind('.'));
  NameFacts facts;
  const std::vector<std::string_view> parts = parts_of(stem, "_");
  if (parts.size() == 4 && all_digits(parts[0]) && parts[0].size() <= 10 && is_year(parts[2])) {
    facts = {parts[0], accession_of(parts[3]), form_of(parts[1]), parts[2]};
    return facts.accession.empty() ? NameFacts() : facts;
  }
  if (parts.size() == 2 && all_digits(parts[0]) && parts[0].size() <= 10 && is_year(parts[1])) return {parts[0], {}, {}, parts[1]};
  facts.accession = accession_of(stem);
  std::size_t above = folders.size() - 1;  // One past the folder that may be the CIK.
  if (facts.accession.empty() && above > 0) facts.accession = accession_of(folders[--above]);
  if (!facts.accession.empty() && above > 1 && all_digits(folders[above - 1]) && folders[above - 1].size() <= 10 && folders[above - 2] == "data") facts.cik = folders[above - 1];
  return facts;
}

}  // namespace

void add_file_name(std::string_view path, Filing& filing) {
  const NameFacts facts = facts_of(path);
  if (facts.accession.empty() && facts.cik.empty()) return;
  std::string cik;
  if (!facts.cik.empty()) cik = std::string(10 - facts.cik.size(), '0') + std::string(facts.cik);
  const auto of_another = [&](const Filer& filer) { return !filer.cik.empty() && filer.cik != cik; };
  if (!cik.empty() && !filing.filers.empty() && std::all_of(filing.filers.begin(), filing.filers.end(), of_another)) return;
  if (filing.accession.empty()) filing.accession = facts.accession;
  if (filing.form.empty()) filing.form = facts.form;
  if (!cik.empty() && filing.filers.empty()) filing.filers.push_back({{}, cik, "filer", {}, {}});
  if (!cik.empty() && filing.filers.size() == 1 && filing.filers.front().cik.empty()) filing.filers.front().cik = cik;
  if (best_date(filing).empty() && !facts.year.empty()) {
    filing.dated = facts.year;
    filing.dated_by = "year";
  }
}

}  // namespace rxgraph::ingest
