/// Extraction names no relation, type or qualifier: under an ontology with other names it finds the same.

#include "tests/renamed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "base/record_json.hpp"
#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/cli/program.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

namespace {

struct Ignored : DiagnosticSink {
  void report(Diagnostic) override {}
};

FilingRecords extracted(const ingest::Extractor& extractor, const std::string& path) {
  Ignored ignored;
  return extractor.extract({path, map_file(path)}, ignored);
}

/// `line` under the core's names. A deal is called by its type and roles, so that names change with them.
std::string plain(std::string line) {
  std::vector<std::pair<std::string, std::string>> changes = {{"x_", ""}};
  for (const EntityType& type : core().types) changes.emplace_back("X" + type.name, type.name);
  for (const auto& [from, to] : changes) {
    for (std::size_t at = line.find(from); at != std::string::npos; at = line.find(from, at)) line.replace(at, from.size(), to);
  }
  return line;
}

std::vector<std::string> lines_of(const FilingRecords& records) {
  std::vector<std::string> lines;
  for (const Entity& entity : records.entities) lines.push_back(entity.type + " " + entity.name);
  for (const Statement& statement : records.statements) {
    std::string line = statement.subject.type + " " + statement.subject.name + " " + statement.relation + " " + statement.object.type + " " + statement.object.name + " " +
                       std::string(name_of(statement.modality)) + " " + statement.rule + " ";
    append_json_qualifiers(line, statement.qualifiers);
    for (const Evidence& evidence : statement.evidence) line += " " + evidence.text;
    lines.push_back(line);
  }
  for (std::string& line : lines) line = plain(std::move(line));
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("what the samples state is the same where every type, relation, role and qualifier has another name") {
  const Ontology other = renamed(core());
  const ingest::Extractor plain(core());
  const ingest::Extractor renaming(other);
  std::size_t statements = 0;
  for (const auto& entry : std::filesystem::directory_iterator(cli::testing::samples())) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string();
    CAPTURE(path);
    const FilingRecords found = extracted(plain, path);
    statements += found.statements.size();
    CHECK(lines_of(extracted(renaming, path)) == lines_of(found));
  }
  CHECK(statements > 100);
}

TEST_CASE("so are the core's own examples, and what lists days") {
  const Ontology other = renamed(core());
  const ingest::Extractor plain(core());
  const ingest::Extractor renaming(other);
  std::string text = "FORM 10-K\n\nAlpha Biotech, Inc. (\"we\" or the \"Company\") makes medicines.\n\n"
                     "Trastuzumab was approved by the FDA in May 2018 for gout, by the European Commission in June 2019 for asthma and in July 2020 for psoriasis.\n\n";
  for (const Relation& relation : core().relations) {
    for (const Example& example : relation.examples) text += example.text + "\n\n";
  }
  Ignored ignored;
  const RawFiling filing{"examples.txt", Bytes(std::move(text))};
  const std::vector<std::string> found = lines_of(plain.extract(filing, ignored));
  CHECK(found.size() > 300);
  CHECK(lines_of(renaming.extract(filing, ignored)) == found);
}
