#pragma once
/// Parts of nodes and edges from JSON: members, values, evidence as `append_evidence_json` writes it, and the filings that it names.

#include <rapidjson/document.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "export/filings.hpp"
#include "graph/whole_graph.hpp"

namespace rxgraph::exporting {

/// What a text lacks to be a node or an edge: "<problem>; <remedy>".
class GraphFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Filings that passages name, with what they say of them.
class NamedFilings {
 public:
  /// Notes what a passage says of its filing. The first one that says something counts.
  void add(const std::string& key, const FilingFacts& facts);

  /// All of them, in order of key.
  std::vector<Filing> take();

 private:
  std::map<std::string, Filing> filings_;
};

/// The members of JSON objects, checked. `what` names the object in messages. All throw GraphFault.
const rapidjson::Value& member_of(const rapidjson::Value& object, const char* name, const char* what);
std::string text_in(const rapidjson::Value& object, const char* name, const char* what);                ///< "" where it is missing.
std::uint64_t whole_in(const rapidjson::Value& object, const char* name, const char* what);             ///< 0 where it is missing.
std::vector<std::string> texts_in(const rapidjson::Value& object, const char* name, const char* what);  ///< Empty where it is missing.

double number_in(const rapidjson::Value& object, const char* name, const char* what);                   ///< Told where it is missing.
bool flag_in(const rapidjson::Value& object, const char* name);                                         ///< True where it is there and true.

/// The member "modality" of an edge.
Modality modality_in(const rapidjson::Value& edge);

/// The value of a qualifier, or its values where it is an array. Null stands for infinity: JSON has no other form for a number that is none.
std::vector<Value> values_in(const rapidjson::Value& value);

/// Reads the members "evidence" and "passages" of an edge into `edge`: told unless all its passages are there. Its uid is for messages.
void read_edge_evidence(const rapidjson::Value& object, graph::Edge& edge, NamedFilings& filings);

/// The passages in a JSON array; their filings are noted in `filings`.
std::vector<Evidence> evidence_in(const rapidjson::Value& array, NamedFilings& filings);

/// A JSON text. Nesting is bounded by the iterative parser; numbers keep full precision.
void parse_json(rapidjson::Document& document, std::string_view json);

}  // namespace rxgraph::exporting
