#include "query/facts.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/record_json.hpp"

namespace rxgraph::query {
namespace {

std::string address_of(const Filing& filing) {
  std::string number;
  for (const char c : filing.accession) {
    if (c >= '0' && c <= '9') number.push_back(c);
  }
  const auto filer = std::find_if(filing.filers.begin(), filing.filers.end(), [](const Filer& one) { return !one.cik.empty(); });
  if (number.size() != 18 || filer == filing.filers.end()) return {};
  const std::size_t digits = std::min(filer->cik.find_first_not_of('0'), filer->cik.size());
  return "https://www.sec.gov/Archives/edgar/data/" + filer->cik.substr(digits) + "/" + number + "/";
}

std::string text_of(const Value& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  std::string out;
  append_json_value(out, value);
  return out;
}

}  // namespace

graph::Selection selection_of(const Scope& scope) {
  graph::Selection selection;
  selection.since = scope.since;
  selection.as_of = scope.as_of;
  selection.min_confidence = scope.min_confidence;
  return selection;
}

FactReader::FactReader(const graph::Store& store, const Scope& scope) : store_(store), selection_(selection_of(scope)) {}

const Thing& FactReader::thing(const std::string& uid) {
  const auto known = things_.find(uid);
  if (known != things_.end()) return known->second;
  const std::optional<graph::Node> node = store_.node(uid);
  return things_.emplace(uid, node ? Thing{uid, node->type, node->name} : Thing{uid, {}, uid}).first->second;
}

const Filing& FactReader::filing(const FilingKey& key) {
  const auto known = filings_.find(key);
  if (known != filings_.end()) return known->second;
  return filings_.emplace(key, store_.filing(key).value_or(Filing())).first->second;
}

Citation FactReader::cite(const Evidence& evidence) {
  const Filing& said_in = filing(evidence.filing);
  Citation citation;
  citation.filing = evidence.filing;
  citation.form = said_in.form;
  citation.filed = said_in.filed;
  citation.dated = said_in.dated;
  citation.dated_by = said_in.dated_by;
  citation.accession = evidence.accession;
  citation.path = said_in.path;
  citation.address = address_of(said_in);
  citation.document = evidence.document;
  for (const Document& document : said_in.documents) {
    if (document.number == evidence.document) citation.document_type = document.type;
  }
  citation.section = evidence.section;
  citation.ranges = evidence.ranges;
  citation.context = evidence.context;
  citation.text = evidence.text;
  return citation;
}

Fact FactReader::fact(graph::Edge edge) {
  Fact fact;
  fact.subject = thing(edge.source);
  fact.object = thing(edge.target);
  std::set<FilingKey> filings;
  for (const Evidence& evidence : edge.evidence) filings.insert(evidence.filing);
  fact.sentences = static_cast<std::uint32_t>(edge.evidence.size());
  fact.filings = static_cast<std::uint32_t>(filings.size());
  double surest = -1;
  for (const graph::Store::Support& support : store_.support(edge.uid, selection_)) {
    if (support.confidence < surest || support.evidence.empty()) continue;
    surest = support.confidence;
    fact.best = cite(support.evidence.front());
  }
  fact.edge = std::move(edge);
  return fact;
}

std::vector<graph::Edge> FactReader::edges(std::string_view uid, bool outgoing, std::string_view relation) const {
  return store_.edges(uid, outgoing, relation, selection_);
}

std::vector<graph::Store::Support> FactReader::support(std::string_view uid) const { return store_.support(uid, selection_); }

std::vector<Fact> FactReader::facts(std::string_view uid, bool outgoing, std::string_view relation) {
  std::vector<Fact> all;
  for (graph::Edge& edge : edges(uid, outgoing, relation)) all.push_back(fact(std::move(edge)));
  return all;
}

std::string qualifier_text(const Qualifiers& qualifiers, std::string_view name) {
  std::string text;
  const auto found = qualifiers.find(std::string(name));
  if (found == qualifiers.end()) return text;
  for (const Value& value : found->second) text += (text.empty() ? "" : ", ") + text_of(value);
  return text;
}

std::string first_text(const Qualifiers& qualifiers, std::string_view name) {
  const auto found = qualifiers.find(std::string(name));
  if (found == qualifiers.end()) return {};
  const auto* const text = std::get_if<std::string>(&found->second.front());
  return text == nullptr ? std::string() : *text;
}

std::string first_date(const Qualifiers& qualifiers, const Relation* relation) {
  const QualifierType* const date = relation == nullptr ? nullptr : relation->date();
  const auto found = date == nullptr ? qualifiers.end() : qualifiers.find(date->name);
  if (found == qualifiers.end()) return {};
  std::string first;
  for (const Value& value : found->second) {
    const auto* const text = std::get_if<std::string>(&value);
    if (text != nullptr && (first.empty() || *text < first)) first = *text;
  }
  return first;
}

}  // namespace rxgraph::query
