#include "export/push.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/hash.hpp"
#include "base/record_json.hpp"
#include "export/append.hpp"
#include "export/cypher_text.hpp"
#include "export/node_kinds.hpp"
#include "export/property_json.hpp"
#include "export/query_api.hpp"
#include "export/row_batches.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20;  ///< Of one request, about.
constexpr std::size_t page = 10000;                       ///< Rows that are asked for at once.

std::string quoted_name(const std::string& name) {
  std::string quoted = "`";
  for (const char c : name) quoted += c == '`' ? "``" : std::string(1, c);
  return quoted + "`";
}

/// Days apart from the other properties: JSON has no dates, so the statement makes them.
class RowProperties : public JsonProperties {
 public:
  RowProperties(std::string& properties, std::string& days) : JsonProperties(properties), days_(days) {}
  void day(std::string_view name, std::string_view day) { days_.text(name, day); }
  void close() {
    JsonProperties::close();
    days_.close();
  }

 private:
  JsonProperties days_;
};

/// What the server has of one node or edge.
struct Known {
  std::string hash;
  const std::string* label = nullptr;  ///< Or relationship type.
  bool seen = false;
};

/// Everything of one kind that was put there under the same name.
class KnownThings {
 public:
  /// Reads what `pattern` finds for each of `labels`: "(x:LABEL)" or "()-[x:LABEL]->()".
  void read(QueryApi& api, const std::string& name, const std::vector<std::string>& labels, std::string_view before, std::string_view after) {
    for (const std::string& label : labels) {
      const std::string* const kept = &*labels_.insert(label).first;
      std::string statement;
      append_all(statement, "MATCH ", before, quoted_name(label), after, " WHERE x.rxgraph = $name AND x.uid > $after RETURN x.uid, x.rxgraph_hash ORDER BY x.uid LIMIT ", std::to_string(page));
      std::string last;
      for (std::size_t rows = page; rows == page;) {
        std::string parameters = "{\"name\":";
        append_json_string(parameters, name);
        parameters += ",\"after\":";
        append_json_string(parameters, last);
        parameters += "}";
        const auto found = api.run(statement, parameters);
        rows = found.size();
        for (const QueryApi::Row& row : found) {
          if (row.size() == 2) things_.try_emplace(row[0], Known{row[1], kept, false});
        }
        if (rows > 0) last = found.back().at(0);
      }
    }
  }

  /// Notes that `uid` is still said. Returns true if it is there as it is.
  bool same(const std::string& uid, const std::string& hash) {
    const auto found = things_.find(uid);
    if (found == things_.end()) return false;
    found->second.seen = true;
    return found->second.hash == hash;
  }

  /// Calls `each(label, uid)` for what was not noted.
  template <typename Each>
  void for_each_unseen(Each each) const {
    for (const auto& [uid, known] : things_) {
      if (!known.seen) each(*known.label, uid);
    }
  }

 private:
  std::set<std::string> labels_;
  std::unordered_map<std::string, Known> things_;
};

/// "SET x = {uid: row.uid, rxgraph: $name}" where it is ours, then all that is said.
std::string set_clause(const std::string& x, const std::vector<std::string>& days) {
  std::string clause = " ON CREATE SET " + x + ".rxgraph = $name FOREACH (_ IN CASE WHEN " + x + ".rxgraph = $name THEN [1] ELSE [] END | SET " + x +
                       " = {uid: row.uid, rxgraph: $name}) SET " + x + " += row.p, " + x + ".rxgraph_hash = CASE WHEN " + x + ".rxgraph = $name THEN row.h END";
  for (const std::string& day : days) clause += ", " + x + ".`" + day + "` = date(row.d.`" + day + "`)";
  return clause;
}

std::vector<std::string> days_of(const PropertyPlan::EdgeKind& kind, EvidenceChoice choice) {
  std::vector<std::string> days;
  for (const PropertyColumn& column : kind.qualifiers) {
    if (!column.first_day.empty()) days.insert(days.end(), {column.first_day, column.last_day});
  }
  if (choice != EvidenceChoice::none) days.emplace_back("filed");
  return days;
}

using EdgeKey = std::tuple<std::string, std::string, std::string>;

class Pusher {
 public:
  Pusher(const graph::GraphView& view, const PushOptions& options, const HttpPost& post, const std::string& url,
         const std::function<void(std::uint64_t)>& progress)
      : view_(view), options_(options), url_(url), progress_(progress), filings_(view), plan_(plan_properties(view.ontology(), shape_of(view))),
        kinds_(plan_), api_(post, url, options) {}

  PushResult run() {
    for (const std::string& statement : schema_statements(plan_)) api_.run(statement);
    read_known();
    push_nodes();
    push_edges();
    delete_edges();
    delete_nodes();
    result_.requests = api_.requests();
    result_.retries = api_.retries();
    return result_;
  }

 private:
  /// What has a constraint on its uid may be ours: also labels and types that are no longer said.
  void read_known() {
    std::vector<std::string> labels;
    std::vector<std::string> types;
    for (const auto& row : api_.run("SHOW CONSTRAINTS YIELD entityType, labelsOrTypes, properties WHERE properties = ['uid'] RETURN DISTINCT entityType, labelsOrTypes[0] AS name ORDER BY name")) {
      if (row.size() == 2) (row[0] == "NODE" ? labels : types).push_back(row[1]);
    }
    known_nodes_.read(api_, options_.name, labels, "(x:", ")");
    known_edges_.read(api_, options_.name, types, "()-[x:", "]->()");
  }

  std::string parameters(const std::string& member, const std::string& values) const {
    std::string json = "{\"name\":";
    append_json_string(json, options_.name);
    append_all(json, ",\"", member, "\":[", values, "]}");
    return json;
  }

  void told(std::uint64_t looked_at) const {
    if (progress_) progress_(looked_at);
  }

  std::string node_statement(const std::string& type) const {
    const PropertyPlan::NodeKind& kind = plan_.nodes.at(type);
    std::string statement = "UNWIND $rows AS row " + merge_node_clause(kind) + set_clause("n", {}) + " " + set_labels_clause(kind);
    std::string stale;
    for (const auto& [other, other_kind] : plan_.nodes) {
      if (other_kind.labels.back() != kind.labels.back()) continue;
      for (const std::string& label : other_kind.labels) {
        const bool ours = std::find(kind.labels.begin(), kind.labels.end(), label) != kind.labels.end();
        if (!ours && stale.find("`" + label + "`") == std::string::npos) stale += ":`" + label + "`";
      }
    }
    if (!stale.empty()) statement += " REMOVE n" + stale;
    return statement;
  }

  void push_nodes() {
    const auto send = [this](const std::string& type, const std::string& rows, std::size_t count) {
      api_.run(node_statement(type), parameters("rows", rows));
      result_.nodes += count;
      told(looked_at_);
    };
    RowBatches<std::string, decltype(send)> batches(options_.batch, most_bytes, send);
    std::string properties_text;
    std::string days;
    view_.for_each_node([&](const graph::Node& node) {
      const PropertyPlan::NodeKind& kind = kinds_.add(node);
      properties_text.clear();
      days.clear();
      RowProperties properties(properties_text, days);
      visit_node(node, kind, properties);
      properties.close();
      ++looked_at_;
      const std::string hash = hash_hex(node.type + properties_text);
      if (known_nodes_.same(node.uid, hash)) {
        ++result_.same;
        return;
      }
      std::string& row = batches.row(node.type);
      row += "{\"uid\":";
      append_json_string(row, node.uid);
      append_all(row, ",\"h\":\"", hash, "\",\"p\":", properties_text, "}");
      batches.added();
    });
    batches.flush();
    told(looked_at_);
  }

  void send_edges(const EdgeKey& key, const std::string& rows, std::size_t count) {
    const auto& [relation, source, target] = key;
    const PropertyPlan::EdgeKind& kind = plan_.edges.at(relation);
    const std::string statement = "UNWIND $rows AS row " + merge_edge_clause(source, target, kind.type) + set_clause("r", days_of(kind, options_.evidence)) + " RETURN count(r)";
    const auto answer = api_.run(statement, parameters("rows", rows));
    if (answer.empty() || answer[0].empty() || answer[0][0] != std::to_string(count)) {
      throw PushError(url_ + ": of " + std::to_string(count) + " relationships some found no ends; did another program delete nodes meanwhile? The same command goes on from here");
    }
    result_.edges += count;
    told(looked_at_);
  }

  void push_edges() {
    const auto send = [this](const EdgeKey& key, const std::string& rows, std::size_t count) { send_edges(key, rows, count); };
    RowBatches<EdgeKey, decltype(send)> batches(options_.batch, most_bytes, send);
    std::string properties_text;
    std::string days;
    view_.for_each_edge([&](const graph::Edge& edge) {
      properties_text.clear();
      days.clear();
      RowProperties properties(properties_text, days);
      visit_edge(edge, plan_.edges.find(edge.relation)->second, options_.evidence, filings_, properties);
      properties.close();
      ++looked_at_;
      const std::string hash = hash_hex(properties_text + days);
      if (known_edges_.same(edge.uid, hash)) {
        ++result_.same;
        return;
      }
      std::string& row = batches.row({edge.relation, kinds_.of(edge.source).labels.back(), kinds_.of(edge.target).labels.back()});
      row += "{\"uid\":";
      append_json_string(row, edge.uid);
      row += ",\"s\":";
      append_json_string(row, edge.source);
      row += ",\"t\":";
      append_json_string(row, edge.target);
      append_all(row, ",\"h\":\"", hash, "\",\"p\":", properties_text, ",\"d\":", days, "}");
      batches.added();
    });
    batches.flush();
    told(looked_at_);
  }

  /// Runs the statement that `statement_for(label)` gives over all that is no longer said. Returns how many were deleted and
  /// how many were asked for.
  template <typename StatementFor>
  std::pair<std::uint64_t, std::uint64_t> delete_unseen(const KnownThings& known, StatementFor statement_for) {
    std::pair<std::uint64_t, std::uint64_t> counts;
    const auto send = [&](const std::string& label, const std::string& uids, std::size_t count) {
      const auto answer = api_.run(statement_for(quoted_name(label)), parameters("uids", uids));
      if (!answer.empty() && !answer[0].empty()) counts.first += std::stoull("0" + answer[0][0]);
      counts.second += count;
    };
    RowBatches<std::string, decltype(send)> batches(options_.batch, most_bytes, send);
    known.for_each_unseen([&](const std::string& label, const std::string& uid) {
      append_json_string(batches.row(label), uid);
      batches.added();
    });
    batches.flush();
    return counts;
  }

  void delete_edges() {
    result_.deleted_edges = delete_unseen(known_edges_, [](const std::string& type) {
                              return "UNWIND $uids AS uid MATCH ()-[r:" + type + " {uid: uid}]->() WHERE r.rxgraph = $name DELETE r RETURN count(*)";
                            }).first;
  }

  void delete_nodes() {
    const auto [deleted, asked] = delete_unseen(known_nodes_, [](const std::string& label) {
      return "UNWIND $uids AS uid MATCH (n:" + label + " {uid: uid}) WHERE n.rxgraph = $name AND NOT (n)--() DELETE n RETURN count(*)";
    });
    result_.deleted_nodes = deleted;
    result_.kept_nodes = asked - deleted;
  }

  const graph::GraphView& view_;
  const PushOptions& options_;
  const std::string& url_;
  const std::function<void(std::uint64_t)>& progress_;
  FilingIndex filings_;
  PropertyPlan plan_;
  NodeKinds kinds_;
  QueryApi api_;
  KnownThings known_nodes_;
  KnownThings known_edges_;
  PushResult result_;
  std::uint64_t looked_at_ = 0;
};

}  // namespace

PushResult push(const graph::GraphView& view, const PushOptions& options, const HttpPost& post, const std::string& url,
                const std::function<void(std::uint64_t)>& progress) {
  return Pusher(view, options, post, url, progress).run();
}

}  // namespace rxgraph::exporting
