#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "graph/lookup.hpp"
#include "graph/resolve.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {
namespace {

/// What a thing of the node is known by: a normal form, or an id. Different things that share one are joined by it.
struct Handle {
  std::string key;   ///< The normal form after "name ", or registry and id after "id ".
  std::string text;  ///< As the filing writes it.
  std::string how;
};

/// A thing of the node as one filing speaks of it.
struct Source {
  std::string filing;  ///< For people.
  std::vector<Handle> handles;
};

std::string filing_title(const Query& row, int first) {
  const std::string form(row.text(first));
  const std::string date(row.text(first + 1));
  if (!form.empty() && !date.empty()) return form + " " + date;
  for (const int column : {first + 2, first + 3, first + 4}) {
    if (!row.text(column).empty()) return std::string(row.text(column));
  }
  return form + date;
}

class Sources {
 public:
  Sources(const Database& database, std::int64_t node) : database_(database) {
    Query forms(database, "SELECT name, form FROM node_names WHERE node = ?");
    forms.bind(1, node);
    while (forms.step()) forms_.emplace(forms.text(0), forms.text(1));
    Query members(database,
                  "SELECT x.filing, x.source, x.number, f.form, f.date, f.accession, f.path, f.key FROM node_entities x"
                  " JOIN filings f ON f.id = x.filing WHERE x.node = ? ORDER BY f.key, x.source, x.number");
    members.bind(1, node);
    while (members.step()) {
      Source& source = all_.emplace_back();
      source.filing = filing_title(members, 3);
      if (members.text(1) == "entities") {
        read_entity(members.integer(0), members.integer(2), source);
      } else {
        read_end(members.integer(0), members.integer(2), source);
      }
    }
  }

  /// What a person has decided joins names as a filing does.
  void add(const Decision& decision) {
    Source& source = all_.emplace_back();
    source.filing = decision.where();
    for (const std::string& name : decision.names) {
      const std::set<std::string> forms = forms_of(name);
      const auto known = std::find_if(forms_.begin(), forms_.end(), [&](const auto& entry) { return forms.contains(entry.second); });
      if (known != forms_.end()) source.handles.push_back({"name " + known->second, name, "decided"});
    }
  }

  const std::vector<Source>& all() const noexcept { return all_; }

 private:
  void add_name(const std::string& text, const std::string& how, Source& source) const {
    const auto form = forms_.find(text);
    if (form != forms_.end()) source.handles.push_back({"name " + form->second, text, how});
  }

  void add_ids(std::string_view ids, Source& source) const {
    for (const auto& [registry, id] : ids_of(ids, database_.path())) {
      source.handles.push_back({"id " + registry + " " + id_key(registry, id), registry + " " + id, registry});
    }
  }

  void read_entity(std::int64_t filing, std::int64_t number, Source& source) const {
    Query names(database_, "SELECT name, how FROM entity_names WHERE filing = ? AND entity = ? ORDER BY number");
    names.bind(1, filing).bind(2, number);
    while (names.step()) add_name(std::string(names.text(0)), std::string(names.text(1)), source);
    Query row(database_, "SELECT name, ids FROM entities WHERE filing = ? AND number = ?");
    if (!row.bind(1, filing).bind(2, number).step()) return;
    add_name(std::string(row.text(0)), "text", source);
    add_ids(row.text(1), source);
  }

  void read_end(std::int64_t filing, std::int64_t number, Source& source) const {
    Query row(database_, "SELECT name, aliases, ids FROM ends WHERE filing = ? AND number = ?");
    if (!row.bind(1, filing).bind(2, number).step()) return;
    add_name(std::string(row.text(0)), "statement", source);
    for (const std::string& alias : list_of(row.text(1), database_.path())) add_name(alias, "statement", source);
    add_ids(row.text(2), source);
  }

  const Database& database_;
  std::map<std::string, std::string> forms_;  ///< Name to normal form.
  std::vector<Source> all_;
};

/// How a handle was reached: through a source, from another one.
struct Reached {
  std::size_t source = 0;
  const Handle* from = nullptr;  ///< Null at the start.
  const Handle* to = nullptr;
};

std::string line_of(const Source& source, const Reached& step) {
  const bool plain = step.to->how == "text" || step.to->how == "header" || step.to->how == "statement";
  const std::string& how = plain ? step.from->how : step.to->how;
  return step.from->text + " = " + step.to->text + ": " + how + " in " + source.filing;
}

/// The shortest walk from one handle to another, as lines.
std::vector<std::string> walk(const std::vector<Source>& sources, const std::string& from, const std::string& to) {
  std::map<std::string, std::vector<std::pair<std::size_t, const Handle*>>> holders;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (const Handle& handle : sources[i].handles) holders[handle.key].emplace_back(i, &handle);
  }
  std::map<std::string, Reached> reached = {{from, {}}};
  std::deque<std::string> queue = {from};
  while (!queue.empty() && !reached.contains(to)) {
    const std::string at = queue.front();
    queue.pop_front();
    for (const auto& [source, handle] : holders[at]) {
      for (const Handle& next : sources[source].handles) {
        if (reached.emplace(next.key, Reached{source, handle, &next}).second) queue.push_back(next.key);
      }
    }
  }
  std::vector<std::string> lines;
  for (std::string at = to; at != from && reached.contains(at);) {
    const Reached& step = reached[at];
    lines.insert(lines.begin(), line_of(sources[step.source], step));
    at = step.from->key;
  }
  return lines;
}

}  // namespace

std::vector<std::string> why_same_node(const Database& database, std::string_view first, std::string_view second) {
  Query node_of(database, "SELECT id FROM nodes WHERE uid = ?");
  Query form_of_name(database, "SELECT form FROM node_names WHERE node = ? AND name = ?");
  for (const Store::NameHit& a : find_name(database, first)) {
    for (const Store::NameHit& b : find_name(database, second)) {
      if (a.uid != b.uid || !node_of.bind(1, a.uid).step()) continue;
      const std::int64_t node = node_of.integer(0);
      node_of.reset();
      const auto handle_of = [&](const std::string& name) {
        form_of_name.bind(1, node).bind(2, name).step();
        std::string handle = "name " + std::string(form_of_name.text(0));
        form_of_name.reset();
        return handle;
      };
      const std::string from = handle_of(a.matched);
      const std::string to = handle_of(b.matched);
      if (from == to) return {a.matched + " = " + b.matched + ": the same name but for case, marks and legal form"};
      Sources sources(database, node);
      for (const Decision& decision : read_decisions(database)) {
        if (decision.same && decision.type == a.type) sources.add(decision);
      }
      return walk(sources.all(), from, to);
    }
  }
  return {};
}

}  // namespace rxgraph::graph
