#include "graph/decisions.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "base/error.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace rxgraph::graph {
namespace {

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    std::string_view field = line.substr(begin, end - begin);
    while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
    while (!field.empty() && field.back() == ' ') field.remove_suffix(1);
    fields.emplace_back(field);
    begin = end + 1;
  }
  while (!fields.empty() && fields.back().empty()) fields.pop_back();
  return fields;
}

class DecisionReader {
 public:
  explicit DecisionReader(const Ontology& ontology) : ontology_(ontology) {
    for (const EntityType& type : ontology.types) types_.push_back(type.name);
  }

  void read(const DecisionFile& file) {
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < file.text.size();) {
      const std::size_t end = std::min(file.text.find('\n', begin), file.text.size());
      std::string_view line = std::string_view(file.text).substr(begin, end - begin);
      begin = end + 1;
      ++number;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty() && line[0] != '#') read_line(line, {true, {}, {}, file.path, number});
    }
  }

  /// The decisions, where nothing is wrong with them.
  std::vector<Decision> take() {
    find_contradictions();
    if (faults_.empty()) return std::move(decisions_);
    std::string rest;
    for (std::size_t i = 1; i < faults_.size(); ++i) rest += "\n" + faults_[i].first + ": " + faults_[i].second;
    throw InputError(faults_[0].first, faults_[0].second + rest);
  }

 private:
  using Name = std::pair<std::string, std::string>;  ///< Type and normal form.

  void fault(const Decision& decision, std::string message) { faults_.emplace_back(decision.where(), std::move(message)); }

  void read_line(std::string_view line, Decision decision) {
    if (!is_utf8(line)) return fault(decision, "bytes that are no UTF-8; save the file as UTF-8");
    std::vector<std::string> fields = fields_of(line);
    if (fields.empty()) return;
    if (fields[0] != "same" && fields[0] != "different") {
      return fault(decision, "'" + fields[0] + "' is no decision; a line is 'same' or 'different', a type and two names or more, with tabs between");
    }
    if (fields.size() < 4) return fault(decision, "a decision needs a type and two names or more, with tabs between; this line has " + std::to_string(fields.size() - 1) + " of them");
    decision.same = fields[0] == "same";
    decision.type = fields[1];
    decision.names.assign(fields.begin() + 2, fields.end());
    const EntityType* const type = ontology_.type(decision.type);
    if (type == nullptr) return fault(decision, "unknown type '" + decision.type + "'" + did_you_mean(decision.type, types_));
    if (!type->named) return fault(decision, "a " + decision.type + " has no name by which it could be known");
    for (const std::string& name : decision.names) {
      if (normal_form(name).empty()) return fault(decision, "'" + name + "' is no name: it has neither letter nor digit");
    }
    decisions_.push_back(std::move(decision));
  }

  static Name name_of(const Decision& decision, std::size_t i) { return {decision.type, normal_form(decision.names[i])}; }

  /// The lines that together say that two names are one; nothing where none do.
  std::vector<const Decision*> lines_between(const Name& from, const Name& to) const {
    std::map<Name, std::pair<Name, const Decision*>> reached = {{from, {from, nullptr}}};
    std::deque<Name> queue = {from};
    while (!queue.empty() && !reached.contains(to)) {
      const Name at = queue.front();
      queue.pop_front();
      for (const Decision& decision : decisions_) {
        std::vector<Name> names;
        for (std::size_t i = 0; decision.same && i < decision.names.size(); ++i) names.push_back(name_of(decision, i));
        if (std::find(names.begin(), names.end(), at) == names.end()) continue;
        for (const Name& next : names) {
          if (reached.emplace(next, std::pair(at, &decision)).second) queue.push_back(next);
        }
      }
    }
    std::vector<const Decision*> lines;
    for (Name at = to; reached.contains(at) && at != from; at = reached[at].first) lines.insert(lines.begin(), reached[at].second);
    return lines;
  }

  void find_contradictions() {
    for (const Decision& decision : decisions_) {
      for (std::size_t i = 0; !decision.same && i < decision.names.size(); ++i) {
        for (std::size_t j = i + 1; j < decision.names.size(); ++j) check_apart(decision, i, j);
      }
    }
  }

  void check_apart(const Decision& decision, std::size_t i, std::size_t j) {
    const std::string both = "'" + decision.names[i] + "' and '" + decision.names[j] + "'";
    if (name_of(decision, i) == name_of(decision, j)) return fault(decision, both + " are the same name but for case and marks, and cannot be told apart by it");
    const std::vector<const Decision*> lines = lines_between(name_of(decision, i), name_of(decision, j));
    std::string places;
    for (const Decision* line : lines) places += (places.empty() ? "" : " and ") + line->where();
    if (!lines.empty()) fault(decision, both + " are told apart here, but are the same by " + places + "; drop one of the lines");
  }

  const Ontology& ontology_;
  std::vector<std::string> types_;
  std::vector<Decision> decisions_;
  std::vector<std::pair<std::string, std::string>> faults_;  ///< Place and message.
};

}  // namespace

std::vector<Decision> read_decisions(const std::vector<DecisionFile>& files, const Ontology& ontology) {
  DecisionReader reader(ontology);
  for (const DecisionFile& file : files) reader.read(file);
  return reader.take();
}

}  // namespace rxgraph::graph
