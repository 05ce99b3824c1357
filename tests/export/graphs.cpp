#include "tests/export/graphs.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace rxgraph::exporting {
namespace {

EntityType type(std::string name, std::string parent) {
  EntityType made;
  made.iri = "https://example.org/rx/" + name;
  made.neo4j = name;
  made.name = std::move(name);
  made.parent = std::move(parent);
  return made;
}

QualifierType qualifier(std::string name, ValueType type) {
  QualifierType made;
  made.name = std::move(name);
  made.type = type;
  return made;
}

Relation relation(std::string name, std::string neo4j, std::vector<QualifierType> qualifiers) {
  Relation made;
  made.iri = "https://example.org/rx/" + name;
  made.name = std::move(name);
  made.neo4j = std::move(neo4j);
  made.qualifiers = std::move(qualifiers);
  return made;
}

Ontology small_ontology() {
  Ontology ontology;
  ontology.name = "test";
  ontology.base_iri = "https://example.org/rx/";
  ontology.types = {type("Company", ""), type("Compound", ""), type("Conjugate", "Compound")};
  ontology.relations = {relation("develops", "DEVELOPS", {}),
                        relation("pays", "PAYS", {qualifier("amount", ValueType::number), qualifier("date", ValueType::date)})};
  return ontology;
}

const std::string filing_key = "0123456789abcdef0123456789abcdef";

Filing small_filing() {
  Filing filing;
  filing.key = filing_key;
  filing.accession = "0000000001-07-000001";
  filing.form = "8-K";
  filing.filed = "2007-07-31";
  filing.filers = {{"Acme Biotech, Inc.", "0000000001", "filer", {"ACME"}, {}}};
  filing.items = {"8.01"};
  filing.documents = {{1, "8-K", "a.txt", "", {0, 900}}};
  return filing;
}

}  // namespace

VectorView small_view() {
  VectorView view;
  view.terms = small_ontology();
  view.filings = {small_filing()};
  view.nodes = {{"company/acme", "Company", "Acme Biotech, Inc.", {"Acme", "Acme | Co"}, {{"cik", "0000000001"}}, 1},
                {"company/widget", "Company", "Widget <& Sons> AG", {}, {}, 1},
                {"compound/acm-1", "Conjugate", "ACM-1", {}, {{"unii", "ABC123"}}, 1}};
  const Evidence first{filing_key, "0000000001-07-000001", 1, "8.01", {{10, 40}}, {}, "Acme is developing ACM-1."};
  const Evidence second{filing_key, "0000000001-07-000001", 1, "8.01", {{50, 60}, {70, 90}}, {{45, 49}}, "It earned \"5\" million."};
  graph::Edge develops{"00000000000000000000000000000001", "company/acme", "Company", "develops", "compound/acm-1", "Conjugate", {}, Modality::asserted, 0.95, {"develops.verb.1"}, {first}, false};
  graph::Edge pays{"00000000000000000000000000000002", "company/widget", "Company", "pays", "company/acme", "Company",
                   {{"amount", {5000000.0}}, {"date", {std::string("2007-07")}}}, Modality::planned, 1, {"pays.noun.1", "pays.verb.2"}, {first, second}, true};
  view.edges = {develops, pays};
  view.sort();
  return view;
}

VectorView hostile_view() {
  VectorView view = small_view();
  const std::vector<std::string> texts = {
      std::string("nul \0 in it", 11), "control \x01\x08\x0B\x0C\x1B\x1F\x7F end", "quotes \" '' `` \\ \\\" \"\"", "lines\nof\r\nmany\rkinds\n", "<tag a=\"b\">&amp;]]></tag>",
      "nonchar \xEF\xBF\xBE \xEF\xBF\xBF \xED\x9F\xBF", "bad \xFF\xC0\xAF\xED\xA0\x80\xF5 utf8", "emoji \xF0\x9F\x92\x8A\xF0\x9F\x8F\xBD", "rtl \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAEx\xE2\x80\xAC",
      "delimiters , ; | \\| \x1F \t :", " blanks at both ends ", "C1 \xC2\x85 \xC2\x80 ls \xE2\x80\xA8 nbsp \xC2\xA0", "'; DROP TABLE x; --", "=1+1", "null", "${HOME} $(id) `id`"};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    view.nodes.push_back({"compound/h-" + std::to_string(100 + i), i % 2 == 0 ? "Compound" : "Odd:Type \"x\"", texts[i], texts, {{"cik", texts[i]}, {"odd id:{x}", texts[i]}, {"label", "l"}}, 7});
    graph::Edge edge{std::string(30, 'a') + std::to_string(10 + i), "compound/h-" + std::to_string(100 + i), "Compound", i % 3 == 0 ? "odd relation" : "pays", "company/acme", "Company",
                     {{"kind", {texts[i]}}, {"all", {}}, {"weight", {1.5}}, {"odd q:{x}", {true}}, {"date", {texts[i]}}}, Modality::possible, 0.5, {texts[i], "r"},
                     {{filing_key, "", 0, texts[i], {{1, std::numeric_limits<std::uint64_t>::max()}}, {{3, 4}, {5, 6}}, texts[i]}, {"unknown filing \n>", "acc", 4, "", {{1, 2}}, {}, ""}}, false};
    for (const std::string& text : texts) edge.qualifiers["all"].emplace_back(text);
    view.edges.push_back(edge);
  }
  const auto numbered = [&](std::string uid, std::vector<Value> amounts, std::vector<Value> mixed) {
    graph::Edge edge = view.edges.front();
    edge.uid = std::move(uid);
    edge.qualifiers = {{"amount", std::move(amounts)}, {"mixed", std::move(mixed)}};
    view.edges.push_back(edge);
  };
  numbered(std::string(32, 'b'), {9007199254740993.0}, {1.0});
  numbered(std::string(32, 'c'), {-0.0}, {std::string("x")});
  numbered(std::string(32, 'd'), {std::numeric_limits<double>::infinity()}, {true});
  numbered(std::string(32, 'e'), {1e22, 0.1, 1350000000.5}, {std::string(), std::string()});
  view.nodes.push_back({"compound/empty", "Compound", "", {""}, {{"cik", ""}}, 0});
  view.nodes.push_back({"compound/long", "Compound", std::string(70000, 'x') + "\xC3\xA9", {}, {}, 1});
  view.sort();
  return view;
}

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "rxgraph-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

void export_to(const std::string& path, const graph::GraphView& view, std::string_view format, const ExportOptions& options) {
  const Format& chosen = format_named(format);
  OutputSet out(path, chosen.extension.empty());
  chosen.write(view, options, out);
  out.commit();
}

std::string exported(const graph::GraphView& view, std::string_view format, const ExportOptions& options) {
  const ScratchFolder folder;
  export_to(folder / "out", view, format, options);
  return content_of(folder / "out");
}

std::string run(const std::string& command, int& status) {
  std::string output;
  FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("no shell");
  char piece[4096];
  while (const std::size_t size = std::fread(piece, 1, sizeof piece, pipe)) output.append(piece, size);
  const int result = ::pclose(pipe);
  status = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
  return output;
}

bool has_program(const std::string& program) {
  int status = 0;
  run("command -v " + program, status);
  return status == 0;
}

bool has_python(const std::string& module) {
  int status = 0;
  run("/usr/bin/python3 -c 'import " + module + "'", status);
  return status == 0;
}

std::string run_python(const std::string& script, const std::string& argument, int& status) {
  const ScratchFolder folder;
  std::ofstream(folder / "script.py") << script;
  return run("/usr/bin/python3 " + (folder / "script.py") + " '" + argument + "'", status);
}

}  // namespace rxgraph::exporting
