#include "ingest/facts/explained_types.hpp"

#include <doctest/doctest.h>

#include "ingest/names/mentions.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

TEST_CASE("a cue explains alone, the last word of a nominal of two words only behind the first") {
  const Ontology ontology = rxgraph::testing::alone(R"({"ontology": "small", "version": "1", "iri": "https://small.example/",
    "types": [{"name": "Ship", "nominals": ["vessel", "pilot boat"]}, {"name": "Port"}],
    "relations": [{"name": "calls_at", "subject": "Ship", "object": "Port", "frames": [{"verb": ["call"], "agent": "subject", "at": "object"}]}],
    "vocabularies": [{"name": "ship_cues", "kind": "cues", "type": "Ship", "terms": ["steamer", {"name": "boat", "features": {"side": "before"}}, {"name": "cutter", "features": {"side": "after"}}]}]})");
  const facts::ExplainedTypes explained(ontology);
  const std::uint64_t nothing = word_key("big");
  CHECK(explained.find(word_key("steamer"), nothing) == 0);
  CHECK(explained.find(word_key("boat"), nothing) == no_type);
  CHECK(explained.find(word_key("boat"), word_key("pilot")) == 0);
  CHECK(explained.find(word_key("cutter"), nothing) == no_type);
  CHECK(explained.find(word_key("vessel"), nothing) == no_type);
}
