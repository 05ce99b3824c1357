#include "ingest/explain.hpp"

#include <doctest/doctest.h>

#include "ontology/load.hpp"

using namespace rxgraph;

namespace {

class Silence : public DiagnosticSink {
 public:
  void report(Diagnostic) override {}
};

std::string explained(const std::string& text, std::optional<std::uint64_t> at = std::nullopt) {
  Silence silence;
  return ingest::explain({"a.txt", Bytes(text)}, core(), at, silence);
}

bool holds(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an explanation has every layer of a sentence, and the statement in the end") {
  const std::string text = explained("Roche Holding AG acquired Spark Therapeutics, Inc. in December 2019.\n");
  CHECK(text.starts_with("\"Roche Holding AG acquired Spark Therapeutics, Inc. in December 2019.\"\n  bytes 0-68\n"));
  CHECK(holds(text, "\nmentions\n"));
  CHECK(holds(text, "Roche Holding AG"));
  CHECK(holds(text, "\ngroups\n  [Roche Holding AG] {acquired} [Spark Therapeutics, Inc.] in [December 2019]"));
  CHECK(holds(text, "\nclauses\n"));
  CHECK(holds(text, "agent Roche Holding AG; theme Spark Therapeutics, Inc."));
  CHECK(holds(text, "\nframes\n"));
  CHECK(holds(text, "'Roche Holding AG' acquires 'Spark Therapeutics, Inc.'"));
}

TEST_CASE("a frame that came near says why it did not fire") {
  const std::string text = explained("Roche Holding AG did not acquire Spark Therapeutics, Inc.\n");
  CHECK(holds(text, "\nnear misses\n"));
  CHECK(holds(text, "denied"));
  CHECK(holds(text, "statements\n  none\n"));
}

TEST_CASE("only the sentence that holds the byte is explained, and where none stands there is nothing") {
  const std::string two = "Roche Holding AG is a company. Spark Therapeutics, Inc. is another one.\n\n\n";
  CHECK(explained(two, 0).starts_with("\"Roche Holding AG is a company.\"\n"));
  CHECK(explained(two, 40).starts_with("\"Spark Therapeutics, Inc. is another one.\"\n  bytes 31-71\n"));
  CHECK(explained(two, two.size() - 1).empty());
}
