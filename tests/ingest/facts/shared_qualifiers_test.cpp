#include <doctest/doctest.h>

#include "tests/ingest/layers.hpp"

using rxgraph::Value;
using rxgraph::ingest::Candidate;
using rxgraph::ingest::testing::Layers;

namespace {

/// The status of the fact "treats" that follows from a qualifier of another; empty without one, "-" without such a fact.
std::string implied_status(const std::string& text) {
  for (const Candidate& candidate : Layers(text).candidates()) {
    if (candidate.relation == nullptr || candidate.relation->name != "treats" || !candidate.rule.ends_with(".implied")) continue;
    const auto status = candidate.qualifiers.find("status");
    return status == candidate.qualifiers.end() ? "" : std::get<std::string>(status->second.front());
  }
  return "-";
}

}  // namespace

TEST_CASE("what has a stage for a disease is meant to treat it") {
  CHECK(implied_status("AB-1234 is in Phase 2 for gout.") == "investigational");
  CHECK(implied_status("The FDA approved AB-1234 for gout.") == "approved");
  CHECK(implied_status("The FDA granted AB-1234 orphan drug designation for gout.").empty());
}

TEST_CASE("a disease that the stage does not name follows from nothing") {
  CHECK(implied_status("AB-1234 is in Phase 2. Gout is common.") == "-");
  CHECK(implied_status("The FDA approved AB-1234.") == "-");
}

TEST_CASE("an approval that is sought does not make the drug an approved one") {
  CHECK(implied_status("Pfizer expects the FDA to approve AB-1234 for gout.") != "approved");
}

TEST_CASE("under a heading that names a disease a trial is one in that disease, unless its sentence names another") {
  const auto indications = [](const std::string& text) {
    std::vector<std::string> found;
    for (const Candidate& candidate : Layers(text).candidates()) {
      const auto indication = candidate.qualifiers.find("indication");
      if (candidate.relation != nullptr && candidate.relation->name == "in_phase" && indication != candidate.qualifiers.end()) found.push_back(std::get<std::string>(indication->second.front()));
    }
    return found;
  };
  const std::vector<std::string> under_heading = indications("# Gout\n\nPfizer completed a Phase 2 trial of trastuzumab.\n");
  CHECK_FALSE(under_heading.empty());
  for (const std::string& name : under_heading) CHECK(name == "gout");
  CHECK(indications("# Results\n\nPfizer completed a Phase 2 trial of trastuzumab.\n").empty());
  const std::vector<std::string> named = indications("# Gout\n\nPfizer completed a Phase 2 trial of trastuzumab in asthma.\n");
  CHECK_FALSE(named.empty());
  for (const std::string& name : named) CHECK(name == "asthma");
}
