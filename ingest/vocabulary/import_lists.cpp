/// EDGAR's tickers, lists of nonproprietary names, and tables of a user's own.

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <set>

#include "base/error.hpp"
#include "base/names.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/vocabulary/importing.hpp"
#include "ontology/json_tree.hpp"

namespace rxgraph::ingest {
namespace {

using ontology::JsonMember;
using ontology::JsonNode;

/// "ACME INC /DE/" without its state.
std::string_view without_state(std::string_view title) {
  const std::size_t slash = title.find(" /");
  return slash == std::string_view::npos || slash == 0 ? title : trimmed(title.substr(0, slash));
}

/// A CIK as EDGAR's headers have it: ten digits.
std::string cik_of(const JsonNode& entry) {
  const JsonNode* const cik = entry.find("cik_str");
  std::string digits;
  if (cik != nullptr && cik->is(JsonNode::Kind::number) && cik->number >= 1 && cik->number < 1e10) digits = std::to_string(static_cast<std::uint64_t>(cik->number));
  if (cik != nullptr && cik->is(JsonNode::Kind::text) && cik->text.size() <= 10 && std::all_of(cik->text.begin(), cik->text.end(), is_digit)) digits = cik->text;
  return digits.empty() ? digits : std::string(10 - digits.size(), '0') + digits;
}

std::string text_of(const JsonNode& entry, std::string_view name) {
  const JsonNode* const node = entry.find(name);
  return node != nullptr && node->is(JsonNode::Kind::text) ? std::string(trimmed(node->text)) : std::string();
}

/// True where a third of the first names end as the ontology says that drugs do.
bool ends_like_drugs(std::string_view bytes, const Ontology& ontology) {
  std::vector<std::string> stems;
  for (const Vocabulary& vocabulary : ontology.vocabularies) {
    if (vocabulary.kind != "suffixes") continue;
    for (const Term& term : vocabulary.terms) stems.push_back(term.name.substr(term.name.find_first_not_of('-')));
  }
  std::size_t names = 0;
  std::size_t drugs = 0;
  for (const std::string_view line : pieces(bytes.substr(0, 8000), '\n')) {
    if (line.starts_with('#')) continue;
    const std::string name = fold(trimmed(line.substr(0, line.find('\t'))));
    const auto is_end = [&](const std::string& stem) { return stem.size() >= 3 && name.size() > stem.size() + 1 && name.ends_with(stem); };
    ++names;
    drugs += std::any_of(stems.begin(), stems.end(), is_end);
  }
  return names >= 3 && drugs * 3 >= names;
}

}  // namespace

bool is_tickers(std::string_view bytes, const Ontology&) {
  return trimmed(bytes.substr(0, 100)).starts_with('{') && bytes.substr(0, 4000).find("\"cik_str\"") != std::string_view::npos;
}

void read_tickers(ImportReading& reading) {
  ontology::Faults faults;
  const std::uint32_t file = faults.add_file(reading.path);
  JsonNode root;
  if (!ontology::parse_json(reading.bytes, file, faults, root) || !root.is(JsonNode::Kind::object)) {
    const std::vector<OntologyFault> told = faults.sorted();
    if (told.empty()) throw InputError(reading.path, "is no object of companies; take company_tickers.json as EDGAR publishes it");
    throw InputError(reading.path, told.front().line, told.front().column, told.front().message + "; take the file as EDGAR publishes it");
  }
  boost::unordered_flat_map<std::string, std::size_t> by_cik;
  std::vector<ListedTerm>& terms = reading.out.list.terms;
  for (const JsonMember& member : root.members) {
    const std::string cik = cik_of(member.value);
    const std::string title = text_of(member.value, "title");
    if (cik.empty() || title.empty()) {
      reading.fault(member.place.line, "the entry '" + member.name + "' has no " + (cik.empty() ? "cik_str" : "title") + "; it is left out");
      continue;
    }
    const auto [place, is_new] = by_cik.try_emplace(cik, terms.size());
    if (is_new) {
      terms.emplace_back().type = reading.type;
      terms.back().ids.emplace_back("cik", cik);
    }
    ListedTerm& term = terms[place->second];
    add_name(term, without_state(title), true, false, ListedName::Letters::every);
    if (const std::string ticker = text_of(member.value, "ticker"); !ticker.empty()) term.ids.emplace_back("ticker", ticker);
  }
}

bool is_inn(std::string_view bytes, const Ontology& ontology) { return bytes.find('\0') == std::string_view::npos && ends_like_drugs(bytes, ontology); }

void read_inn(ImportReading& reading) {
  ImportLines lines(reading);
  std::set<std::string> known;
  while (lines.next()) {
    if (trimmed(lines.text()).empty() || lines.text().starts_with('#')) continue;
    const std::vector<std::string_view> fields = tab_fields(lines.text());
    const std::string form = normal_form(fields[0]);
    if (form.empty() || fields[0].size() > longest_name) {
      reading.fault(lines.number(), "'" + std::string(fields[0].substr(0, 60)) + "' is no name; the line is left out, a name stands before its first tab");
      continue;
    }
    if (!known.insert(form).second) continue;
    ListedTerm term;
    term.type = reading.type;
    if (fields.size() > 1 && !fields[1].empty()) term.ids.emplace_back("inn", fields[1]);
    add_name(term, fields[0], true, true, ListedName::Letters::any);
    reading.out.list.terms.push_back(std::move(term));
  }
}

bool is_tsv(std::string_view bytes, const Ontology&) {
  const std::string head = fold(first_line(bytes));
  const std::vector<std::string_view> names = tab_fields(head.starts_with('#') ? std::string_view(head).substr(1) : std::string_view(head));
  return std::find(names.begin(), names.end(), "name") != names.end();
}

namespace {

class TsvReader {
 public:
  explicit TsvReader(ImportReading& reading) : reading_(reading), table_(reading) {}

  void run() {
    if (!table_.has("name")) throw InputError(reading_.path, 1, 1, "the head has no column 'name'; begin with a line like 'name<TAB>type<TAB>id<TAB>synonyms'");
    if (!table_.has("type") && reading_.type.empty()) throw InputError(reading_.path, 1, 1, "the head has no column 'type'; add one, or say of which type all are with --as");
    for (const EntityType& type : reading_.ontology.types) types_.push_back(type.name);
    while (table_.next()) row();
    link();
  }

 private:
  ImportReading& reading_;
  ImportTable table_;
  std::vector<std::string> types_;
  boost::unordered_flat_map<std::string, std::uint32_t> index_;  ///< By id as written and by preferred name.
  struct Link {
    std::uint32_t term = 0;
    std::string above;
    std::size_t line = 0;
  };
  std::vector<Link> links_;

  void left_out(const std::string& why) { reading_.fault(table_.line(), why + "; the row is left out"); }

  void row() {
    ListedTerm term;
    term.type = table_["type"].empty() ? reading_.type : std::string(table_["type"]);
    if (term.type.empty()) return left_out("the row has no type");
    if (reading_.ontology.type(term.type) == nullptr) return left_out("unknown type '" + term.type + "'" + did_you_mean(term.type, types_));
    for (const std::string_view id : pieces(table_["id"], '|')) {
      term.ids.push_back(registry_id(id));
      if (term.ids.back().first.empty() || term.ids.back().second.empty()) return left_out("the id '" + std::string(id) + "' names no registry; write it like 'mine:17'");
    }
    const std::string_view said = table_["said"];
    if (!said.empty() && said != "yes" && said != "no") return left_out("'said' is yes or no, not '" + std::string(said) + "'");
    add(term, table_["name"], said != "no");
    if (term.names.empty()) return left_out("the row has no name, or one of more than " + std::to_string(longest_name) + " bytes");
    for (const std::string_view synonym : pieces(table_["synonyms"], '|')) add(term, synonym, said != "no");
    keep(std::move(term));
  }

  static void add(ListedTerm& term, std::string_view name, bool said) { add_name(term, name, true, said, letters_of(name)); }

  void keep(ListedTerm term) {
    const auto at = static_cast<std::uint32_t>(reading_.out.list.terms.size());
    for (const std::string_view id : pieces(table_["id"], '|')) index_.try_emplace(std::string(id), at);
    index_.try_emplace(term.names.front().text, at);
    for (const std::string_view above : pieces(table_["broader"], '|')) links_.push_back({at, std::string(above), table_.line()});
    reading_.out.list.terms.push_back(std::move(term));
  }

  void link() {
    for (const Link& link : links_) {
      const auto found = index_.find(link.above);
      if (found == index_.end()) reading_.fault(link.line, "no row has the id or name '" + link.above + "'; the link to it is left out");
      else if (found->second != link.term) reading_.out.list.terms[link.term].broader.push_back(found->second);
    }
  }
};

}  // namespace

void read_tsv(ImportReading& reading) { TsvReader(reading).run(); }

}  // namespace rxgraph::ingest
