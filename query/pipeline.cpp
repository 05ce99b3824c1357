#include "query/pipeline.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/names.hpp"
#include "query/ranks.hpp"

namespace rxgraph::query {
namespace {

constexpr std::size_t shown_purposes = 3;

/// A thing of the company, and how it holds it.
struct Holding {
  std::vector<std::string> relations;
  std::string via;
  graph::Edge edge;  ///< The first that says so.
};

using Holdings = std::map<std::string, Holding>;  ///< By uid of the thing.

bool is_planned(const graph::Edge& edge) { return edge.modality == Modality::planned || edge.modality == Modality::possible; }

/// Answers the question for one party.
class Pipeline {
 public:
  Pipeline(const graph::Store& store, const Ontology& ontology, const PipelineQuestion& question, std::string_view party, const Scope& scope)
      : ontology_(ontology),
        question_(question),
        party_(party),
        stage_(ontology.relation(question.stage)),
        ranks_(ontology, stage_ == nullptr ? std::vector<std::string>() : stage_->object_types),
        reader_(store, scope) {}

  std::vector<PipelineRow> rows() {
    add_own();
    add_by_parts();
    std::vector<PipelineRow> rows;
    for (auto& [thing, holding] : holdings_) {
      for (PipelineRow& row : rows_of(thing, holding)) rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const PipelineRow& a, const PipelineRow& b) {
      const auto key = [&](const PipelineRow& row) { return std::tuple(!row.via.empty(), row.planned, -ranks_.of(row.stage)); };
      return std::tuple(key(a), fold(a.thing.name)) < std::tuple(key(b), fold(b.thing.name));
    });
    return rows;
  }

 private:
  void add_own() {
    for (const std::string& relation : question_.holds) {
      for (graph::Edge& edge : reader_.edges(party_, true, relation)) {
        if (!ontology_.is_a(edge.target_type, question_.thing)) continue;
        Holding& holding = holdings_[edge.target];
        holding.relations.push_back(relation);
        if (holding.relations.size() == 1) holding.edge = std::move(edge);
      }
    }
  }

  /// Things that are made of what the company holds.
  void add_by_parts() {
    for (const std::string& relation : question_.holds) {
      for (const graph::Edge& held : reader_.edges(party_, true, relation)) {
        for (const std::string& part : question_.parts) add_made_of(held.target, part);
      }
    }
  }

  void add_made_of(const std::string& held, const std::string& part) {
    for (graph::Edge& edge : reader_.edges(held, false, part)) {
      if (holdings_.contains(edge.source)) continue;
      Holding& holding = holdings_[edge.source];
      holding.via = reader_.thing(held).name;
      holding.edge = std::move(edge);
    }
  }

  /// The edges of a relation that the question may leave out.
  std::vector<graph::Edge> edges(const std::string& thing, bool outgoing, const std::string& relation) const {
    return relation.empty() ? std::vector<graph::Edge>() : reader_.edges(thing, outgoing, relation);
  }

  std::vector<std::string> partners_of(const std::string& thing) {
    std::map<std::string, std::size_t> support;
    for (const std::string& relation : question_.holds) {
      for (const graph::Edge& edge : reader_.edges(thing, false, relation)) {
        if (edge.source != party_) support[reader_.thing(edge.source).name] += edge.evidence.size();
      }
    }
    std::vector<std::pair<std::string, std::size_t>> ranked(support.begin(), support.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> partners;
    for (const auto& [name, count] : ranked) partners.push_back(name);
    return partners;
  }

  /// By the name of each purpose of a thing, the names of all that it is a kind of.
  using Broader = std::map<std::string, std::set<std::string>>;

  Broader broader_purposes(const std::string& thing) {
    Broader broader;
    for (const graph::Edge& edge : edges(thing, true, question_.purpose)) {
      std::set<std::string>& names = broader[reader_.thing(edge.target).name];
      std::vector<std::string> found = {edge.target};
      for (std::size_t next = 0; next < found.size(); ++next) {
        const std::string narrower = found[next];
        for (const graph::Edge& kind : reader_.edges(narrower, true)) {
          const Relation* const declared = ontology_.relation(kind.relation);
          if (declared == nullptr || !declared->hierarchy || std::find(found.begin(), found.end(), kind.target) != found.end()) continue;
          found.push_back(kind.target);
          names.insert(reader_.thing(kind.target).name);
        }
      }
    }
    return broader;
  }

  static bool is_kind_of(const Broader& broader, const std::string& name, const std::string& general) {
    const auto found = broader.find(name);
    return found != broader.end() && found->second.contains(general);
  }

  /// The best supported purposes of a thing, as text; one that is told more narrowly goes without saying.
  std::string purposes_of(const std::string& thing, const Broader& broader) {
    std::vector<graph::Edge> all = edges(thing, true, question_.purpose);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.evidence.size() > b.evidence.size(); });
    for (std::size_t i = all.size(); i-- > 0;) {
      const std::string general = reader_.thing(all[i].target).name;
      const auto narrower = [&](const graph::Edge& one) { return is_kind_of(broader, reader_.thing(one.target).name, general); };
      if (std::any_of(all.begin(), all.end(), narrower)) all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(all.size(), shown_purposes); ++i) {
      text += (i == 0 ? "" : ", ") + reader_.thing(all[i].target).name;
    }
    return text;
  }

  /// "bispecific antibody" is an antibody too, which goes without saying.
  std::vector<std::string> sorts_of(const std::string& thing) {
    std::vector<graph::Edge> all = edges(thing, true, question_.sort);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.evidence.size() > b.evidence.size(); });
    std::vector<std::string> names;
    for (const graph::Edge& edge : all) names.push_back(reader_.thing(edge.target).name);
    std::vector<std::string> sorts;
    for (const std::string& name : names) {
      const auto narrower = [&](const std::string& other) { return other.size() > name.size() && other.ends_with(' ' + name); };
      if (std::none_of(names.begin(), names.end(), narrower)) sorts.push_back(name);
    }
    return sorts;
  }

  /// A stage that is reached goes before one that is planned, then the furthest.
  std::tuple<bool, double> reach_of(const graph::Edge& edge) { return {!is_planned(edge), ranks_.of(reader_.thing(edge.target).name)}; }

  /// The edges that give the furthest stage, one a value of `each` ("" where none is told). A stage for a narrower purpose
  /// is one for the broader purpose too.
  std::map<std::string, graph::Edge> furthest_stages(const std::string& thing, const Broader& broader) {
    std::map<std::string, graph::Edge> furthest;
    for (graph::Edge& edge : edges(thing, true, question_.stage)) {
      const std::string each = qualifier_text(edge.qualifiers, question_.each);
      const auto found = furthest.find(each);
      if (found == furthest.end()) {
        furthest.emplace(each, std::move(edge));
      } else if (reach_of(found->second) < reach_of(edge)) {
        found->second = std::move(edge);
      }
    }
    for (auto general = furthest.begin(); general != furthest.end();) {
      const bool nothing_new = std::any_of(furthest.begin(), furthest.end(), [&](const auto& entry) {
        const bool covers = general->first.empty() ? !entry.first.empty() : is_kind_of(broader, entry.first, general->first);
        return covers && reach_of(general->second) <= reach_of(entry.second);
      });
      general = nothing_new ? furthest.erase(general) : std::next(general);
    }
    return furthest;
  }

  std::vector<PipelineRow> rows_of(const std::string& thing, Holding& holding) {
    PipelineRow common;
    common.thing = reader_.thing(thing);
    common.partners = partners_of(thing);
    common.sorts = sorts_of(thing);
    common.ended = !edges(thing, false, question_.ended).empty();
    common.relations = holding.relations;
    common.via = holding.via;

    const Broader broader = broader_purposes(thing);
    std::vector<PipelineRow> rows;
    for (auto& [each, edge] : furthest_stages(thing, broader)) {
      PipelineRow& row = rows.emplace_back(common);
      row.stage = reader_.thing(edge.target).name;
      row.planned = is_planned(edge);
      row.purpose = each.empty() ? purposes_of(thing, broader) : each;
      row.since = first_date(edge.qualifiers, stage_);
      row.source = reader_.fact(std::move(edge)).best;
    }
    if (rows.empty()) {
      PipelineRow& row = rows.emplace_back(common);
      row.purpose = purposes_of(thing, broader);
      row.source = reader_.fact(std::move(holding.edge)).best;
    }
    return rows;
  }

  const Ontology& ontology_;
  const PipelineQuestion& question_;
  std::string_view party_;
  const Relation* stage_;  ///< Null where the question names none.
  Ranks ranks_;
  FactReader reader_;
  Holdings holdings_;
};

}  // namespace

std::vector<PipelineRow> pipeline(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope) {
  const std::optional<PipelineQuestion>& question = ontology.questions.pipeline;
  return question ? Pipeline(store, ontology, *question, uid, scope).rows() : std::vector<PipelineRow>();
}

}  // namespace rxgraph::query
