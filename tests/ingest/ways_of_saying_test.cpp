#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "base/names.hpp"
#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/layers.hpp"

using namespace rxgraph;

namespace {

constexpr const char* opening =
    "ACME BIOTECH, INC.\nFORM 10-Q\n\nAcme Biotech, Inc. (\"Acme\", \"we\" or the \"Company\") is a pharmaceutical company.\n\n";

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : separator) + part;
  return text;
}

std::vector<std::string> names_of(const EntityRef& thing) {
  std::vector<std::string> names{normal_form(thing.name, true, true, true)};
  for (const std::string& alias : thing.aliases) names.push_back(normal_form(alias, true, true, true));
  return names;
}

/// Every "subject relation object" that the statements give, by any name of their ends, and the other way round where that is the same.
std::vector<std::string> facts_of(const std::vector<Statement>& statements) {
  std::vector<std::string> facts;
  for (const Statement& statement : statements) {
    const Relation* const relation = core().relation(statement.relation);
    for (const std::string& subject : names_of(statement.subject))
      for (const std::string& object : names_of(statement.object)) {
        facts.push_back(subject + " " + statement.relation + " " + object);
        if (relation != nullptr && relation->symmetric) facts.push_back(object + " " + statement.relation + " " + subject);
      }
  }
  return facts;
}

/// "Acme Inc. licenses AB-123" with the names in their normal form.
std::string normal(const std::string& fact) {
  for (const Relation& relation : core().relations) {
    const std::string word = " " + relation.name + " ";
    const std::size_t at = fact.find(word);
    if (at != std::string::npos) return normal_form(fact.substr(0, at), true, true, true) + word + normal_form(fact.substr(at + word.size()), true, true, true);
  }
  FAIL("no relation in: " << fact);
  return {};
}

}  // namespace

TEST_CASE("three of four facts are found, however they are said") {
  const ingest::Extractor extractor(core());
  ingest::testing::NoDiagnostics silence;
  std::ifstream in(std::string(RXGRAPH_SOURCE_DIR) + "/tests/ingest/ways_of_saying.tsv");
  REQUIRE(in.good());
  std::size_t wanted = 0, found = 0;
  std::string missed;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string text = opening + joined(split(line.substr(0, tab), "\\n"), "\n\n") + "\n";
    const FilingRecords records = extractor.extract({"said.txt", Bytes(text)}, silence);
    const std::vector<std::string> facts = facts_of(records.statements);
    for (const std::string& fact : split(line.substr(tab + 1), "; ")) {
      const bool there = std::find(facts.begin(), facts.end(), normal(fact)) != facts.end();
      ++wanted;
      found += there ? 1 : 0;
      if (!there) missed += "\n  " + fact + " | " + line.substr(0, tab);
    }
  }
  MESSAGE(found << " of " << wanted << " facts found");
  CHECK(wanted > 500);
  INFO("missed:" << missed);
  CHECK(found * 4 >= wanted * 3);
}
