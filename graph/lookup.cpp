#include "graph/lookup.hpp"

#include <algorithm>
#include <set>

#include "base/names.hpp"

namespace rxgraph::graph {
namespace {

Store::NameHit hit_of(const Query& row) {
  return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
          static_cast<std::uint32_t>(row.integer(4))};
}

constexpr const char* hits =
    "SELECT n.uid, n.type, n.name, x.name, n.degree FROM node_names x JOIN nodes n ON n.id = x.node WHERE ";

/// One hit a node: the match that is its own name, else the first.
void add_hit(std::vector<Store::NameHit>& found, Store::NameHit hit) {
  const auto same = std::find_if(found.begin(), found.end(), [&](const Store::NameHit& other) { return other.uid == hit.uid; });
  if (same == found.end()) {
    found.push_back(std::move(hit));
  } else if (hit.matched == hit.name) {
    same->matched = hit.matched;
  }
}

}  // namespace

std::set<std::string> forms_of(std::string_view name) {
  std::set<std::string> forms;
  for (const bool party : {false, true}) {
    for (const bool plural : {false, true}) {
      for (const bool numbered : {false, true}) forms.insert(normal_form(name, party, plural, numbered));
    }
  }
  forms.erase("");
  return forms;
}

std::vector<Store::NameHit> find_name(const Database& database, std::string_view name) {
  std::vector<Store::NameHit> found;
  Query rows(database, std::string(hits) + "x.form = ? AND x.short = ? ORDER BY n.id, x.name");
  for (const std::int64_t short_ones : {0, 1}) {
    if (!found.empty()) break;  // What is only called so for short does not compete with what is called so.
    for (const std::string& form : forms_of(name)) {
      rows.bind(1, form).bind(2, short_ones);
      while (rows.step()) add_hit(found, hit_of(rows));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Store::NameHit& a, const Store::NameHit& b) {
    return a.degree != b.degree ? a.degree > b.degree : a.uid < b.uid;
  });
  return found;
}

std::vector<Store::NameHit> nearest_to(const Database& database, std::string_view name, std::size_t count) {
  // A plausible name differs by at most a third of its length or shares a beginning: the rest need not be compared.
  const auto length = static_cast<std::int64_t>(fold(name).size());
  std::vector<std::string> choices;
  Query names(database, "SELECT DISTINCT name FROM node_names WHERE NOT short AND"
                        " (length(name) BETWEEN ?1 AND ?2 OR substr(name, 1, 3) = ?3 COLLATE NOCASE)");
  names.bind(1, length * 2 / 3 - 2).bind(2, length * 3 / 2 + 2).bind(3, name.substr(0, 3));
  while (names.step()) choices.emplace_back(names.text(0));

  std::vector<Store::NameHit> found;
  Query rows(database, std::string(hits) + "x.name = ? AND x.form = ? ORDER BY n.degree DESC, n.id");
  for (const std::string& near : nearest_names(name, choices, count)) {
    for (const std::string& form : forms_of(near)) {
      rows.bind(1, near).bind(2, form);
      while (rows.step()) add_hit(found, hit_of(rows));
    }
  }
  if (found.size() > count) found.resize(count);
  return found;
}

}  // namespace rxgraph::graph
