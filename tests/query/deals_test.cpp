#include "query/deals.hpp"

#include <doctest/doctest.h>

#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

const char* const nordic = "company/nordic-conjugates-inc";

std::vector<std::string> told(const std::vector<DealRow>& rows) {
  std::vector<std::string> lines;
  for (const DealRow& row : rows) {
    std::string line = row.date + " " + row.kind;
    for (const DealRole& role : row.roles) {
      line += ", " + role.role;
      for (const Thing& thing : role.things) line += " " + thing.name;
    }
    lines.push_back(line);
  }
  return lines;
}

const std::string alliance = "2006-05 collaborates_with, collaborates_with Alder Pharma AG, collaborates_with Nordic Conjugates, Inc.";
const std::string licence_row = "2006-05-01 license, licensor Nordic Conjugates, Inc., licensee Cedar Oncology, Inc., asset NM4";

}  // namespace

TEST_CASE_FIXTURE(Programme, "the deals of a company: those told with roles, and dated facts that no deal tells") {
  const auto rows = deals(store, core(), nordic, {});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].date == "2006-05");
  CHECK(rows[0].kind == "collaborates_with");
  CHECK(rows[0].filings == 2);
  CHECK(told(rows)[1] == licence_row);
  CHECK(first_text(rows[1].terms, "territory") == "worldwide");
  CHECK(rows[1].source.filed == "2006-05-03");
  const auto payments = deals(store, core(), "company/birch-therapeutics-inc", {});
  REQUIRE(payments.size() == 1);
  CHECK(payments[0].kind == "milestone");
  CHECK(qualifier_text(payments[0].terms, "amount") == "5000000");
  SUBCASE("the other party has the same deal, and not once more by the fact that follows from it") {
    CHECK(told(deals(store, core(), "company/cedar-oncology-inc", {})) == std::vector<std::string>{licence_row});
  }
  SUBCASE("of the thing itself") { CHECK(told(deals(store, core(), "payload/nm4", {})) == std::vector<std::string>{licence_row}); }
  SUBCASE("as of a date, and from one") {
    CHECK(told(deals(store, core(), nordic, {"", "2006", 0})) == std::vector<std::string>{licence_row});
    CHECK(deals(store, core(), nordic, {"2007", "", 0}).size() == 1);
    CHECK(deals(store, core(), nordic, {"", "2005", 0}).empty());
  }
  SUBCASE("what is sure enough") { CHECK(deals(store, core(), nordic, {"", "", 0.95}).empty()); }
  SUBCASE("a retracted filing takes its deal along") {
    retract("deal");
    CHECK(told(deals(store, core(), nordic, {})).size() == 1);
    CHECK(deals(store, core(), "company/cedar-oncology-inc", {}).empty());
  }
}

TEST_CASE_FIXTURE(Nothing, "an empty graph has no deals") { CHECK(deals(store, core(), nordic, {}).empty()); }

TEST_CASE("a fact's exclusivity does not name its kind; a deal that two filings tell is one row") {
  std::vector<FilingRecords> filings;
  for (const char* label : {"a", "b"}) {
    FilingBuilder filing(label, "8-K", "2012-02-02");
    const auto company = filing.thing("Company", "Fir Bio, Inc."), compound = filing.thing("Compound", "firumab"), owner = filing.thing("Company", "Larch, Inc.");
    filing.fact(company, "licenses", compound, {{"date", {std::string("2012")}}, {"exclusivity", {std::string("exclusive")}}}).confidence = label[0] == 'a' ? 0.6 : 0.9;
    const auto deal = filing.thing("Deal", "merger agreement");
    const Qualifiers terms = {{"date", {std::string("2012-03")}}};
    filing.fact(deal, "acquirer", company, terms).kind = StatementKind::role;
    filing.fact(deal, "acquired", owner, terms).kind = StatementKind::role;
    filings.push_back(filing);
  }
  const Asked asked(filings);
  const auto rows = deals(asked.store, core(), "company/fir-bio-inc", {});
  CHECK(told(rows) == std::vector<std::string>{"2012 licenses, licenses Fir Bio, Inc., licensed_by firumab", "2012-03 acquirer, acquirer Fir Bio, Inc., acquired Larch, Inc."});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].filings == 2);
  CHECK(rows[1].filings == 2);
}

TEST_CASE("the date of a deal is its earliest, and undated deals come last") {
  FilingBuilder filing("x", "8-K", "2012-02-02");
  const auto company = filing.thing("Company", "Fir Bio, Inc."), other = filing.thing("Company", "Larch, Inc.");
  for (const auto& [name, date] : {std::pair{"first", ""}, std::pair{"second", "2011"}, std::pair{"third", "2010-05"}}) {
    const auto deal = filing.thing("Deal", name);
    const Qualifiers terms = *date == 0 ? Qualifiers{{"kind", {std::string("upfront")}}} : Qualifiers{{"date", {std::string("2019"), std::string(date)}}};
    filing.fact(deal, "payer", company, terms).kind = StatementKind::role;
    filing.fact(deal, "payee", other, terms).kind = StatementKind::role;
  }
  const Asked asked({filing});
  std::vector<std::string> dates;
  for (const DealRow& row : deals(asked.store, core(), "company/larch-inc", {})) dates.push_back(row.date + " " + row.kind);
  CHECK(dates == std::vector<std::string>{"2010-05 payer", "2011 payer", " upfront"});
}

TEST_CASE("each payment of a deal keeps its own terms, and a licence with payments to come is no possibility") {
  FilingBuilder filing("x", "8-K", "2012-02-02");
  const auto giver = filing.thing("Company", "Fir Bio, Inc."), taker = filing.thing("Company", "Larch, Inc."), deal = filing.thing("Deal", "license");
  filing.fact(deal, "licensor", giver, {{"exclusivity", {std::string("exclusive")}}}).kind = StatementKind::role;
  filing.fact(deal, "licensee", taker, {{"exclusivity", {std::string("exclusive")}}}).kind = StatementKind::role;
  const Qualifiers upfront = {{"kind", {std::string("upfront")}}, {"amount", {5e6}}};
  const Qualifiers milestone = {{"kind", {std::string("milestone")}}, {"amount", {9e6}}, {"stage", {std::string("sales")}}};
  for (const Qualifiers& payment : {upfront, milestone}) {
    for (const auto& [role, party] : {std::pair{"payer", taker}, std::pair{"payee", giver}}) {
      Statement& statement = filing.fact(deal, role, party, payment);
      statement.kind = StatementKind::role;
      statement.modality = payment == milestone ? Modality::possible : Modality::asserted;
    }
  }
  const auto row = [&] {
    const Asked asked({filing});
    const auto rows = deals(asked.store, core(), "company/fir-bio-inc", {});
    REQUIRE(rows.size() == 1);
    return rows.front();
  };
  CHECK(row().payments == std::vector<Qualifiers>{upfront, milestone});
  CHECK(row().modality == Modality::asserted);
  Statement& end = filing.fact(deal, "party", giver, {{"event", {std::string("terminated")}}});
  end.kind = StatementKind::role;
  end.modality = Modality::terminated;
  CHECK(row().modality == Modality::terminated);
}
