#include "query/timeline.hpp"

#include <algorithm>
#include <map>

namespace rxgraph::query {
namespace {

/// The dates that a statement of `relation` gives to the fact.
std::vector<std::string> dates_of(const Qualifiers& qualifiers, const Relation& relation) {
  std::vector<std::string> dates;
  const QualifierType* const date = relation.date();
  const auto found = date == nullptr ? qualifiers.end() : qualifiers.find(date->name);
  if (found == qualifiers.end()) return dates;
  for (const Value& value : found->second) {
    if (const auto* const text = std::get_if<std::string>(&value)) dates.push_back(*text);
  }
  return dates;
}

Event event_of(FactReader& reader, const graph::Edge& edge, const graph::Store::Support& support) {
  Event event;
  event.subject = reader.thing(edge.source);
  event.relation = edge.relation;
  event.object = reader.thing(edge.target);
  event.qualifiers = support.qualifiers;
  event.modality = support.modality;
  event.confidence = support.confidence;
  event.source = reader.cite(support.evidence.front());
  return event;
}

void keep_surest(std::map<std::string, Event>& events, const std::string& date, Event event) {
  event.date = date;
  const auto [found, is_new] = events.emplace(date, event);
  if (!is_new && found->second.confidence < event.confidence) found->second = std::move(event);
}

/// The events of one edge: one a date, or the first report where no statement has a date.
void append_events(FactReader& reader, const graph::Edge& edge, const Relation& relation, std::vector<Event>& out) {
  std::map<std::string, Event> dated;
  std::vector<Event> reports;
  for (const graph::Store::Support& support : reader.support(edge.uid)) {
    if (support.evidence.empty()) continue;
    const Event event = event_of(reader, edge, support);
    const std::vector<std::string> dates = dates_of(support.qualifiers, relation);
    for (const std::string& date : dates) keep_surest(dated, date, event);
    if (dates.empty()) reports.push_back(event);
  }
  for (auto& [date, event] : dated) out.push_back(std::move(event));
  if (!dated.empty() || reports.empty()) return;
  // Statements come by date of their filings, those without one first.
  const auto first = std::find_if(reports.begin(), reports.end(), [](const Event& event) { return !best_date(event.source).empty(); });
  Event& report = first == reports.end() ? reports.front() : *first;
  report.reported = true;
  report.date = best_date(report.source);
  out.push_back(std::move(report));
}

}  // namespace

std::vector<Event> timeline(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope) {
  FactReader reader(store, scope);
  std::vector<Event> events;
  for (const bool outgoing : {true, false}) {
    for (const graph::Edge& edge : reader.edges(uid, outgoing)) {
      const Relation* const relation = ontology.relation(edge.relation);
      if (relation == nullptr || relation->role || relation->time == Relation::Time::timeless) continue;
      append_events(reader, edge, *relation, events);
    }
  }
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::pair(a.date.empty(), a.date) < std::pair(b.date.empty(), b.date);
  });
  return events;
}

}  // namespace rxgraph::query
