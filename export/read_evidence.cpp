#include "export/read_evidence.hpp"

#include <rapidjson/error/en.h>

#include <limits>

namespace rxgraph::exporting {
namespace {

std::vector<ByteRange> ranges_in(const rapidjson::Value& object, const char* name) {
  std::vector<ByteRange> ranges;
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) return ranges;
  if (!found->value.IsArray()) throw GraphFault(std::string("'") + name + "' is no array; export the graph anew");
  for (const rapidjson::Value& range : found->value.GetArray()) {
    if (!range.IsArray() || range.Size() != 2 || !range[0].IsUint64() || !range[1].IsUint64()) {
      throw GraphFault(std::string("'") + name + "' holds what is no [begin,end]; export the graph anew");
    }
    ranges.push_back({range[0].GetUint64(), range[1].GetUint64()});
  }
  return ranges;
}

Value value_of(const rapidjson::Value& value) {
  if (value.IsString()) return std::string(value.GetString(), value.GetStringLength());
  if (value.IsNumber()) return value.GetDouble();
  if (value.IsBool()) return value.GetBool();
  if (value.IsNull()) return std::numeric_limits<double>::infinity();
  throw GraphFault("a qualifier is neither text, number, true nor false; export the graph anew");
}

}  // namespace

void NamedFilings::add(const std::string& key, const FilingFacts& facts) {
  Filing& filing = filings_[key];
  filing.key = key;
  if (filing.accession.empty()) filing.accession = facts.accession;
  if (filing.form.empty()) filing.form = facts.form;
  if (filing.filed.empty()) filing.filed = facts.filed;
  if (filing.dated.empty()) filing.dated = facts.dated;
  if (filing.dated_by.empty()) filing.dated_by = facts.dated_by;
}

std::vector<Filing> NamedFilings::take() {
  std::vector<Filing> all;
  for (auto& [key, filing] : filings_) all.push_back(std::move(filing));
  filings_.clear();
  return all;
}

const rapidjson::Value& member_of(const rapidjson::Value& object, const char* name, const char* what) {
  if (object.IsObject()) {
    const auto found = object.FindMember(name);
    if (found != object.MemberEnd()) return found->value;
  }
  throw GraphFault(std::string(what) + " has no '" + name + "'; export the graph anew");
}

std::string text_in(const rapidjson::Value& object, const char* name, const char* what) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) return {};
  if (!found->value.IsString()) throw GraphFault(std::string("'") + name + "' of " + what + " is no text; export the graph anew");
  return {found->value.GetString(), found->value.GetStringLength()};
}

std::uint64_t whole_in(const rapidjson::Value& object, const char* name, const char* what) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) return 0;
  if (!found->value.IsUint64()) throw GraphFault(std::string("'") + name + "' of " + what + " is no whole number; export the graph anew");
  return found->value.GetUint64();
}

std::vector<std::string> texts_in(const rapidjson::Value& object, const char* name, const char* what) {
  std::vector<std::string> texts;
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd()) return texts;
  if (!found->value.IsArray()) throw GraphFault(std::string("'") + name + "' of " + what + " is no array; export the graph anew");
  for (const rapidjson::Value& text : found->value.GetArray()) {
    if (!text.IsString()) throw GraphFault(std::string("'") + name + "' of " + what + " holds what is no text; export the graph anew");
    texts.emplace_back(text.GetString(), text.GetStringLength());
  }
  return texts;
}

double number_in(const rapidjson::Value& object, const char* name, const char* what) {
  const rapidjson::Value& number = member_of(object, name, what);
  if (!number.IsNumber()) throw GraphFault(std::string("'") + name + "' of " + what + " is no number; export the graph anew");
  return number.GetDouble();
}

bool flag_in(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found != object.MemberEnd() && found->value.IsTrue();
}

Modality modality_in(const rapidjson::Value& edge) {
  const std::string name = text_in(edge, "modality", "an edge");
  const auto modality = modality_named(name);
  if (!modality) throw GraphFault("unknown modality '" + name + "'; export the graph anew");
  return *modality;
}

std::vector<Value> values_in(const rapidjson::Value& value) {
  std::vector<Value> values;
  if (!value.IsArray()) {
    values.push_back(value_of(value));
  } else {
    for (const rapidjson::Value& one : value.GetArray()) values.push_back(value_of(one));
  }
  return values;
}

void read_edge_evidence(const rapidjson::Value& object, graph::Edge& edge, NamedFilings& filings) {
  const auto evidence = object.FindMember("evidence");
  if (evidence != object.MemberEnd()) edge.evidence = evidence_in(evidence->value, filings);
  if (edge.evidence.empty() || edge.evidence.size() != whole_in(object, "passages", "an edge")) {
    throw GraphFault("the edge " + edge.uid + " comes without all its evidence; export the graph with --evidence all");
  }
}

std::vector<Evidence> evidence_in(const rapidjson::Value& array, NamedFilings& filings) {
  if (!array.IsArray()) throw GraphFault("evidence is no array; export the graph anew");
  std::vector<Evidence> passages;
  for (const rapidjson::Value& item : array.GetArray()) {
    if (!item.IsObject()) throw GraphFault("evidence holds what is no object; export the graph anew");
    Evidence& passage = passages.emplace_back();
    passage.filing = text_in(item, "filing", "a passage");
    passage.accession = text_in(item, "accession", "a passage");
    passage.document = static_cast<std::uint32_t>(whole_in(item, "document", "a passage"));
    passage.section = text_in(item, "section", "a passage");
    passage.ranges = ranges_in(item, "ranges");
    passage.context = ranges_in(item, "context");
    passage.text = text_in(item, "text", "a passage");
    filings.add(passage.filing, {passage.accession, text_in(item, "form", "a passage"), text_in(item, "filed", "a passage"), text_in(item, "dated", "a passage"),
                                 text_in(item, "dated_by", "a passage")});
  }
  return passages;
}

void parse_json(rapidjson::Document& document, std::string_view json) {
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
  if (document.HasParseError()) {
    throw GraphFault("no JSON at byte " + std::to_string(document.GetErrorOffset() + 1) + " of the line (" + rapidjson::GetParseError_En(document.GetParseError()) +
                     "); export the graph anew");
  }
}

}  // namespace rxgraph::exporting
