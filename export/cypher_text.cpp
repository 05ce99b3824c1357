#include "export/cypher_text.hpp"

#include <algorithm>

#include "export/append.hpp"
#include "export/escape.hpp"

namespace rxgraph::exporting {
namespace {

constexpr PlainBytes plain_cypher = plain_without("'\\");

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

void append_unicode_escape(std::string& out, char32_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += "\\u00";
  out.push_back(digits[code >> 4U]);
  out.push_back(digits[code & 15U]);
}

/// A number that reads back as a float: with a fraction or an exponent, and without the '+' that Cypher has no room for.
void append_float(std::string& out, double number) {
  std::string text;
  append_number(text, number);
  text.erase(std::remove(text.begin(), text.end(), '+'), text.end());
  out += text;
  if (text.find_first_of(".e") == std::string::npos) out += ".0";
}

template <typename Items, typename Append>
void append_list(std::string& out, const Items& items, Append append) {
  out.push_back('[');
  bool first = true;
  for (const auto& item : items) {
    if (!first) out.push_back(',');
    first = false;
    append(item);
  }
  out.push_back(']');
}

}  // namespace

void append_cypher_string(std::string& out, std::string_view text) {
  out.push_back('\'');
  append_escaped(out, text, plain_cypher, [](std::string& to, const CodePoint& point, std::size_t) -> std::size_t {
    if (!point.valid) {
      to += "\xEF\xBF\xBD";
    } else if (point.code == '\'' || point.code == '\\') {
      to.push_back('\\');
      to.push_back(static_cast<char>(point.code));
    } else if (point.code == '\n') {
      to += "\\n";
    } else if (point.code == '\r') {
      to += "\\r";
    } else if (point.code == '\t') {
      to += "\\t";
    } else if (point.code < 0x20 || point.code == 0x7F) {
      append_unicode_escape(to, point.code);
    } else {
      return 0;
    }
    return point.size;
  });
  out.push_back('\'');
}

std::vector<std::string> schema_statements(const PropertyPlan& plan) {
  std::vector<std::string> statements;
  for (const std::string& label : plan.labels()) {
    statements.push_back("CREATE CONSTRAINT node_" + lower(label) + "_uid IF NOT EXISTS FOR (n:`" + label + "`) REQUIRE n.uid IS UNIQUE");
  }
  for (const std::string& label : plan.labels()) {
    statements.push_back("CREATE INDEX node_" + lower(label) + "_name IF NOT EXISTS FOR (n:`" + label + "`) ON (n.name)");
  }
  for (const auto& [relation, kind] : plan.edges) {
    statements.push_back("CREATE CONSTRAINT edge_" + lower(kind.type) + "_uid IF NOT EXISTS FOR ()-[r:`" + kind.type + "`]-() REQUIRE r.uid IS UNIQUE");
  }
  return statements;
}

std::string merge_edge_clause(const std::string& source_label, const std::string& target_label, const std::string& type) {
  return "MATCH (a:`" + source_label + "` {uid: row.s}) MATCH (b:`" + target_label + "` {uid: row.t}) MERGE (a)-[r:`" + type + "` {uid: row.uid}]->(b)";
}

std::string merge_node_clause(const PropertyPlan::NodeKind& kind) { return "MERGE (n:`" + kind.labels.back() + "` {uid: row.uid})"; }

std::string set_labels_clause(const PropertyPlan::NodeKind& kind) {
  std::string clause = "SET n";
  for (const std::string& label : kind.labels) clause += ":`" + label + "`";
  return clause;
}

void CypherProperties::key(std::string_view name) {
  out_.push_back(before_);
  before_ = ',';
  append_all(out_, "`", name, "`:");
}

void CypherProperties::text(std::string_view name, std::string_view text) {
  key(name);
  append_cypher_string(out_, text);
}

void CypherProperties::day(std::string_view name, std::string_view day) {
  key(name);
  append_all(out_, "date('", day, "')");
}

void CypherProperties::whole(std::string_view name, std::int64_t number) {
  key(name);
  append_number(out_, number);
}

void CypherProperties::number(std::string_view name, double number) {
  key(name);
  append_float(out_, number);
}

void CypherProperties::flag(std::string_view name, bool flag) {
  key(name);
  out_ += flag ? "true" : "false";
}

void CypherProperties::list(std::string_view name, const std::vector<std::string>& texts) {
  key(name);
  append_list(out_, texts, [this](const std::string& text) { append_cypher_string(out_, text); });
}

void CypherProperties::wholes(std::string_view name, const std::vector<std::int64_t>& numbers) {
  key(name);
  append_list(out_, numbers, [this](std::int64_t number) { append_number(out_, number); });
}

void CypherProperties::numbers(std::string_view name, const std::vector<double>& numbers) {
  key(name);
  append_list(out_, numbers, [this](double number) { append_float(out_, number); });
}

void CypherProperties::flags(std::string_view name, const std::vector<bool>& flags) {
  key(name);
  append_list(out_, flags, [this](bool flag) { out_ += flag ? "true" : "false"; });
}

void CypherProperties::close() { out_ += before_ == '{' ? "{}" : "}"; }

}  // namespace rxgraph::exporting
