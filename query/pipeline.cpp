#include "query/pipeline.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/names.hpp"
#include "query/terms.hpp"

namespace rxgraph::query {
namespace {

constexpr std::size_t shown_indications = 3;

/// A compound of the company, and how it holds it.
struct Holding {
  std::vector<std::string> relations;
  std::string via;
  graph::Edge edge;  ///< The first that says so.
};

using Holdings = std::map<std::string, Holding>;  ///< By uid of the compound.

void add_own(FactReader& reader, std::string_view company, Holdings& holdings) {
  for (const std::string_view relation : terms::holds) {
    for (graph::Edge& edge : reader.edges(company, true, relation)) {
      if (edge.target_type != terms::compound) continue;
      Holding& holding = holdings[edge.target];
      holding.relations.emplace_back(relation);
      if (holding.relations.size() == 1) holding.edge = std::move(edge);
    }
  }
}

/// Compounds that are made of what the company holds.
void add_by_parts(FactReader& reader, std::string_view company, Holdings& holdings) {
  for (const std::string_view relation : terms::holds) {
    for (const graph::Edge& held : reader.edges(company, true, relation)) {
      for (const std::string_view part : terms::parts) {
        for (graph::Edge& edge : reader.edges(held.target, false, part)) {
          if (holdings.contains(edge.source)) continue;
          Holding& holding = holdings[edge.source];
          holding.via = reader.thing(held.target).name;
          holding.edge = std::move(edge);
        }
      }
    }
  }
}

std::vector<std::string> partners_of(FactReader& reader, const std::string& compound, std::string_view company) {
  std::map<std::string, std::size_t> support;
  for (const std::string_view relation : terms::holds) {
    for (const graph::Edge& edge : reader.edges(compound, false, relation)) {
      if (edge.source != company) support[reader.thing(edge.source).name] += edge.evidence.size();
    }
  }
  std::vector<std::pair<std::string, std::size_t>> ranked(support.begin(), support.end());
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> partners;
  for (const auto& [name, count] : ranked) partners.push_back(name);
  return partners;
}

/// The best supported indications of a compound, as text.
std::string indications_of(FactReader& reader, const std::string& compound) {
  std::vector<graph::Edge> edges = reader.edges(compound, true, terms::treats);
  std::stable_sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) { return a.evidence.size() > b.evidence.size(); });
  std::string text;
  for (std::size_t i = 0; i < std::min(edges.size(), shown_indications); ++i) {
    text += (i == 0 ? "" : ", ") + reader.thing(edges[i].target).name;
  }
  return text;
}

bool is_planned(const graph::Edge& edge) { return edge.modality == Modality::planned || edge.modality == Modality::possible; }

/// A phase that is reached goes before one that is planned, then the furthest.
std::tuple<bool, double> reach_of(FactReader& reader, const graph::Edge& edge) {
  return {!is_planned(edge), phase_rank(reader.thing(edge.target).name)};
}

std::string earliest_date(const Qualifiers& qualifiers) {
  const auto found = qualifiers.find("date");  // Sorted: the first is the earliest.
  return found == qualifiers.end() ? std::string() : first_text(qualifiers, "date");
}

/// The edges that give the furthest phase, one an indication ("" where none is told).
std::map<std::string, graph::Edge> furthest_phases(FactReader& reader, const std::string& compound) {
  std::map<std::string, graph::Edge> furthest;
  for (graph::Edge& edge : reader.edges(compound, true, terms::phase)) {
    const std::string indication = qualifier_text(edge.qualifiers, terms::indication);
    const auto found = furthest.find(indication);
    if (found == furthest.end()) {
      furthest.emplace(indication, std::move(edge));
    } else if (reach_of(reader, found->second) < reach_of(reader, edge)) {
      found->second = std::move(edge);
    }
  }
  const auto general = furthest.find("");
  if (general == furthest.end() || furthest.size() == 1) return furthest;
  const bool nothing_new = std::any_of(furthest.begin(), furthest.end(), [&](const auto& entry) {
    return !entry.first.empty() && reach_of(reader, general->second) <= reach_of(reader, entry.second);
  });
  if (nothing_new) furthest.erase(general);
  return furthest;
}

std::vector<PipelineRow> rows_of(FactReader& reader, std::string_view company, const std::string& compound, Holding& holding) {
  PipelineRow common;
  common.compound = reader.thing(compound);
  common.partners = partners_of(reader, compound, company);
  common.discontinued = !reader.edges(compound, false, terms::discontinues).empty();
  common.relations = holding.relations;
  common.via = holding.via;

  std::vector<PipelineRow> rows;
  for (auto& [indication, edge] : furthest_phases(reader, compound)) {
    PipelineRow& row = rows.emplace_back(common);
    row.phase = reader.thing(edge.target).name;
    row.planned = is_planned(edge);
    row.indication = indication.empty() ? indications_of(reader, compound) : indication;
    row.since = earliest_date(edge.qualifiers);
    row.source = reader.fact(std::move(edge)).best;
  }
  if (rows.empty()) {
    PipelineRow& row = rows.emplace_back(common);
    row.indication = indications_of(reader, compound);
    row.source = reader.fact(std::move(holding.edge)).best;
  }
  return rows;
}

}  // namespace

double phase_rank(std::string_view phase) {
  const std::string form = normal_form(phase);
  if (form == "preclinical") return 0;
  if (form == "clinical") return 0.5;
  if (form == "approved") return 10;
  if (!form.starts_with("phase") || form.size() < 6 || form[5] < '0' || form[5] > '9') return -1;
  double rank = form[5] - '0';
  if (form.size() == 6) return rank;
  if (form[6] >= '0' && form[6] <= '9') return rank + 0.5;  // Phase 1/2
  return rank + 0.1 * (form[6] - 'a' + 1);                  // Phase 2b
}

std::vector<PipelineRow> pipeline(const graph::Store& store, std::string_view uid, const Scope& scope) {
  FactReader reader(store, scope);
  Holdings holdings;
  add_own(reader, uid, holdings);
  add_by_parts(reader, uid, holdings);
  std::vector<PipelineRow> rows;
  for (auto& [compound, holding] : holdings) {
    for (PipelineRow& row : rows_of(reader, uid, compound, holding)) rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const PipelineRow& a, const PipelineRow& b) {
    const auto key = [](const PipelineRow& row) { return std::tuple(!row.via.empty(), row.planned, -phase_rank(row.phase)); };
    return std::tuple(key(a), fold(a.compound.name)) < std::tuple(key(b), fold(b.compound.name));
  });
  return rows;
}

}  // namespace rxgraph::query
