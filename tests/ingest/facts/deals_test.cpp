// Licences, payments and purchases in the ways that filings tell of them.
#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// What a filing of Tamarind Bio, Inc. states that says `text`.
struct Filed {
  explicit Filed(const std::string& text) {
    static const Extractor extractor(core());
    Reports reports;
    records = extractor.extract(RawFiling{"filed.txt", Bytes("Tamarind Bio, Inc. (the \"Company\" or \"we\") makes medicines.\n\n" + text)}, reports);
  }

  std::vector<const Statement*> all(const std::string& fact) const {
    std::vector<const Statement*> found;
    for (const Statement& s : records.statements) {
      const std::string either = s.object.name + " " + s.relation + " " + s.subject.name;
      if (s.subject.name + " " + s.relation + " " + s.object.name == fact || (s.relation == "collaborates_with" && either == fact)) found.push_back(&s);
    }
    return found;
  }

  bool states(const std::string& fact) const { return !all(fact).empty(); }

  /// True if one statement of `fact` carries all of `wanted`.
  bool states(const std::string& fact, const Qualifiers& wanted) const {
    const auto found = all(fact);
    return std::any_of(found.begin(), found.end(), [&](const Statement* s) {
      return std::all_of(wanted.begin(), wanted.end(), [&](const auto& q) { return s->qualifiers.contains(q.first) && s->qualifiers.at(q.first) == q.second; });
    });
  }

  FilingRecords records;
};

std::vector<Value> said(const char* text) { return {Value(std::string(text))}; }
std::vector<Value> said(double number) { return {Value(number)}; }

const std::string agreed = "In May 2014, we entered into a license agreement with Orrin Pharma AG. ";
const std::string paid_us = "Orrin Pharma AG pays Tamarind Bio, Inc.";
const std::string paid_them = "Tamarind Bio, Inc. pays Orrin Pharma AG";

}  // namespace

TEST_CASE("each payment of a list keeps its own kind, stage and amount") {
  const Filed filed(agreed +
                    "We are entitled to receive up to $30 million in clinical milestones, up to $45 million in regulatory milestones and up to $100 million in sales milestones, "
                    "as well as royalties ranging from 5% to 11% of net sales.");
  CHECK(filed.states(paid_us, {{"kind", said("milestone")}, {"stage", said("development")}, {"amount", said(30e6)}, {"status", said("potential")}}));
  CHECK(filed.states(paid_us, {{"kind", said("milestone")}, {"stage", said("regulatory")}, {"amount", said(45e6)}}));
  CHECK(filed.states(paid_us, {{"kind", said("milestone")}, {"stage", said("sales")}, {"amount", said(100e6)}}));
  CHECK(filed.states(paid_us, {{"kind", said("royalty")}, {"rate", said("5% to 11%")}}));
  CHECK(filed.all(paid_us).size() == 4);
}

TEST_CASE("a stage alone is no payment") {
  const Filed filed(agreed + "We received exclusive development and commercialization rights to TMB-31 and other formulations. Orrin Pharma AG received a notice of our filing.");
  CHECK(filed.states("Tamarind Bio, Inc. licenses TMB-31", {{"exclusivity", said("exclusive")}}));
  CHECK_FALSE(filed.states(paid_us));
  CHECK_FALSE(filed.states(paid_them));
}

TEST_CASE("labels without a verb") {
  CHECK(Filed("* Research collaboration with Orrin Pharma AG.").states("Tamarind Bio, Inc. collaborates_with Orrin Pharma AG"));
  CHECK(Filed("* TMB-32 licensed from Orrin Pharma AG.").states("Tamarind Bio, Inc. licenses TMB-32"));
  CHECK_FALSE(Filed("* Novartis collaboration with Orrin Pharma AG.").states("Tamarind Bio, Inc. collaborates_with Orrin Pharma AG"));
}

TEST_CASE("two verbs tell of two payments, each as sure as its verb") {
  const Filed filed(agreed + "Orrin Pharma AG paid us $8 million upfront and will pay us up to $60 million in milestones.");
  CHECK(filed.states(paid_us, {{"kind", said("upfront")}, {"amount", said(8e6)}, {"status", said("paid")}}));
  CHECK(filed.states(paid_us, {{"kind", said("milestone")}, {"amount", said(60e6)}, {"status", said("potential")}}));
}

TEST_CASE("one amount of two kinds is one payment") {
  const Filed filed("Orrin Pharma AG paid us a total of $12 million in upfront and milestone payments.");
  CHECK(filed.states(paid_us, {{"kind", {Value(std::string("upfront")), Value(std::string("milestone"))}}, {"amount", said(12e6)}}));
}

TEST_CASE("what royalties are counted on is not paid") {
  const Filed filed(agreed + "We will pay Orrin Pharma AG royalties of 4% on annual net sales above $500 million.");
  CHECK(filed.states(paid_them, {{"kind", said("royalty")}}));
  for (const Statement* payment : filed.all(paid_them)) CHECK_FALSE(payment->qualifiers.contains("amount"));
}

TEST_CASE("a sentence that names nobody speaks of the agreement before it") {
  CHECK(Filed(agreed + "In June 2015, we received a milestone payment of $3 million.").states(paid_us, {{"amount", said(3e6)}, {"date", said("2015-06")}}));
  CHECK(Filed(agreed + "Under the agreement, the parties will collaborate on the discovery of antibodies.").states("Tamarind Bio, Inc. collaborates_with Orrin Pharma AG"));
  CHECK_FALSE(Filed("In June 2015, we received a milestone payment of $3 million.").states(paid_us));
}

TEST_CASE("a party that the text does not name is not taken from elsewhere") {
  CHECK_FALSE(Filed(agreed + "In June 2015, we entered into a license agreement with a large company based in Osaka. We received an upfront payment of $3 million.").states(paid_us));
  CHECK_FALSE(Filed(agreed + "It may be necessary for us to obtain a license to TMB-27 from a third party.").states("Orrin Pharma AG licenses_to Tamarind Bio, Inc."));
  CHECK_FALSE(Filed("We have collaborations with Orrin Pharma AG and Novartis. We received an upfront payment of $3 million.").states(paid_us));
  CHECK(Filed("We have a collaboration with Orrin Pharma AG. We received an upfront payment of $3 million.").states(paid_us));
}

TEST_CASE("verbs with a prefix are verbs") {
  CHECK(Filed("TMB-11, which we in-licensed from Orrin Pharma AG in 2017, is in Phase 1.").states("Tamarind Bio, Inc. licenses TMB-11", {{"date", said("2017")}}));
  CHECK(Filed("We out-licensed the rights to TMB-12 to Orrin Pharma AG.").states("Orrin Pharma AG licenses TMB-12"));
  CHECK(Filed("We co-promote TMB-13 with Orrin Pharma AG in Canada.").states("Tamarind Bio, Inc. commercializes TMB-13", {{"territory", said("Canada")}}));
  CHECK_FALSE(Filed("We have not in-licensed TMB-14 from Orrin Pharma AG.").states("Tamarind Bio, Inc. licenses TMB-14"));
  CHECK_FALSE(Filed("Our co-worker and TMB-15 are known to Orrin Pharma AG.").states("Tamarind Bio, Inc. licenses TMB-15"));
}

TEST_CASE("who is given something without an article") {
  CHECK(Filed("We pay Orrin Pharma AG royalties on sales of TMB-28.").states(paid_them, {{"kind", said("royalty")}}));
  CHECK(Filed("Orrin Pharma AG paid us $4 million upfront.").states(paid_us, {{"kind", said("upfront")}, {"amount", said(4e6)}}));
  CHECK_FALSE(Filed("We told Orrin Pharma AG royalties were late.").states(paid_them));
}

TEST_CASE("who is given an option, or relied on, is who then acts") {
  const Filed option("We granted Orrin Pharma AG an option to obtain an exclusive license to TMB-16 in Brazil.");
  CHECK(option.states("Orrin Pharma AG licenses TMB-16", {{"exclusivity", said("exclusive")}, {"territory", said("Brazil")}}));
  CHECK_FALSE(option.states("Tamarind Bio, Inc. licenses TMB-16"));
  const Filed relied("We rely on Orrin Pharma AG to manufacture TMB-17.");
  CHECK(relied.states("Orrin Pharma AG manufactures TMB-17"));
  CHECK_FALSE(relied.states("Tamarind Bio, Inc. manufactures TMB-17"));
  CHECK(Filed("We plan to manufacture TMB-18.").states("Tamarind Bio, Inc. manufactures TMB-18"));
}

TEST_CASE("adjectives in a row belong to one noun") {
  const Filed filed(agreed + "Orrin Pharma AG granted us an exclusive, worldwide, royalty-bearing license to TMB-19.");
  CHECK(filed.states("Tamarind Bio, Inc. licenses TMB-19", {{"exclusivity", said("exclusive")}, {"territory", said("worldwide")}, {"date", said("2014-05")}}));
  CHECK(Filed("Orrin Pharma AG holds a perpetual, fully paid-up, non-exclusive license to TMB-20.").states("Orrin Pharma AG licenses TMB-20", {{"exclusivity", said("non-exclusive")}}));
  CHECK(Filed("TMB-21 is an oral, selective inhibitor of EGFR.").states("TMB-21 targets EGFR"));
}

TEST_CASE("a territory may be what is left out") {
  CHECK(Filed("Orrin Pharma AG sells TMB-22 outside of the United States.").states("Orrin Pharma AG commercializes TMB-22", {{"territory", said("outside the United States")}}));
  CHECK(Filed("We market TMB-23 in Chile.").states("Tamarind Bio, Inc. commercializes TMB-23", {{"territory", said("Chile")}}));
}

TEST_CASE("the filer is the party that a sentence leaves out, where it names no other") {
  CHECK(Filed("The acquisition of Orrin Pharma AG closed in July 2016.").states("Tamarind Bio, Inc. acquires Orrin Pharma AG", {{"date", said("2016-07")}}));
  CHECK(Filed("TMB-24, exclusively licensed from Orrin Pharma AG, is our lead program.").states("Tamarind Bio, Inc. licenses TMB-24", {{"exclusivity", said("exclusive")}}));
  CHECK_FALSE(Filed("The acquisition of Orrin Pharma AG by Novartis closed in July 2016.").states("Tamarind Bio, Inc. acquires Orrin Pharma AG"));
  CHECK_FALSE(Filed("Following the acquisition of Orrin Pharma AG, Novartis closed the plant.").states("Tamarind Bio, Inc. acquires Orrin Pharma AG"));
}

TEST_CASE("what somebody is required or expected to do is not done yet") {
  CHECK(Filed("The agreement requires us to pay Orrin Pharma AG a royalty.").states(paid_them, {{"status", said("potential")}}));
  CHECK(Filed("We expect Orrin Pharma AG to acquire TMB-29.").states("Orrin Pharma AG acquires TMB-29", {{"status", said("pending")}}));
  CHECK(Filed("Orrin Pharma AG acquired TMB-30 from us.").states("Orrin Pharma AG acquires TMB-30", {{"status", said("completed")}}));
}

TEST_CASE("an agreement to buy is a plan") {
  CHECK(Filed("We entered into an agreement to acquire Orrin Pharma AG for $90 million.")
            .states("Tamarind Bio, Inc. acquires Orrin Pharma AG", {{"status", said("pending")}, {"amount", said(90e6)}}));
  CHECK(Filed("We have acquired Orrin Pharma AG for $90 million.").states("Tamarind Bio, Inc. acquires Orrin Pharma AG", {{"status", said("completed")}}));
}

TEST_CASE("shares bought in all are a company bought; a price that is not told is no payment") {
  const Filed all("In 2018, we completed the acquisition of all of the outstanding shares of Orrin Pharma AG.");
  CHECK(all.states("Tamarind Bio, Inc. acquires Orrin Pharma AG", {{"date", said("2018")}}));
  CHECK_FALSE(all.states(paid_them));
  CHECK(Filed("In 2018, Orrin Pharma AG purchased $25 million of our common stock.").states(paid_us, {{"kind", said("equity")}, {"amount", said(25e6)}, {"date", said("2018")}}));
  CHECK_FALSE(Filed("In 2018, Orrin Pharma AG purchased some of our common stock.").states(paid_us));
}

TEST_CASE("a date is that of the event") {
  CHECK(Filed("As of December 31, 2019, Orrin Pharma AG had paid us $2 million in milestones.").all(paid_us).at(0)->qualifiers.count("date") == 0);
  CHECK(Filed("Effective as of April 1, 2019, we licensed TMB-25 from Orrin Pharma AG.").states("Tamarind Bio, Inc. licenses TMB-25", {{"date", said("2019-04-01")}}));
  CHECK(Filed("Our collaboration with Orrin Pharma AG ended in 2012.").states("Tamarind Bio, Inc. collaborates_with Orrin Pharma AG"));
}

TEST_CASE("a licence to something that has no name stands between its parties") {
  const Filed filed("In April 2017, Orrin Pharma AG granted us an exclusive license under certain patents.");
  CHECK(filed.states("Orrin Pharma AG licenses_to Tamarind Bio, Inc.", {{"date", said("2017-04")}}));
  CHECK(Filed("Under an agreement with Orrin Pharma AG, we were granted a license under certain Orrin patent rights.").states("Orrin Pharma AG licenses_to Tamarind Bio, Inc."));
  CHECK_FALSE(Filed("Orrin Pharma AG granted us the right to terminate the lease.").states("Orrin Pharma AG licenses_to Tamarind Bio, Inc."));
}

TEST_CASE("an amendment does not date the agreement, which stays one deal") {
  const Filed filed(agreed + "In March 2018, we amended our license agreement with Orrin Pharma AG. Under the agreement, Orrin Pharma AG granted us a license to TMB-26.");
  CHECK(filed.states("Tamarind Bio, Inc. licenses TMB-26", {{"date", said("2014-05")}}));
  bool amended = false;
  for (const Statement& s : filed.records.statements) {
    amended = amended || (s.relation == "party" && s.qualifiers.contains("event") && s.qualifiers.at("date") == said("2018-03"));
  }
  CHECK(amended);
  CHECK(std::count_if(filed.records.entities.begin(), filed.records.entities.end(), [](const Entity& entity) { return entity.type == "Deal"; }) == 1);
}

TEST_CASE("'it' under an agreement is who entered into it") {
  const Filed filed("In July 2020, the Company entered into a license agreement with Orrin Pharma AG (\"Orrin\"), under which it acquired an exclusive license to nivolumab.");
  CHECK(filed.states("Tamarind Bio, Inc. licenses nivolumab", {{"licensor", said("Orrin Pharma AG")}}));
  CHECK_FALSE(filed.states("Orrin Pharma AG licenses nivolumab"));
}

TEST_CASE("who sells the rights to a drug under an agreement sells them to the other party") {
  const Filed filed("In May 2014, the Company entered into an asset purchase agreement with Orrin Pharma AG pursuant to which the Company sold the worldwide rights to nivolumab.");
  CHECK(filed.states("Orrin Pharma AG acquires nivolumab"));
  CHECK_FALSE(filed.states("Tamarind Bio, Inc. licenses_to Orrin Pharma AG"));
}

TEST_CASE("who merges with whom is told by who stays as a subsidiary") {
  CHECK(Filed("Brill AG became a wholly owned subsidiary of Orrin Pharma AG in May 2014.").states("Orrin Pharma AG acquires Brill AG", {{"date", said("2014-05")}}));
  CHECK_FALSE(Filed("In May 2014, the Company entered into an Agreement and Plan of Merger with Orrin Pharma AG.").states("Tamarind Bio, Inc. acquires Orrin Pharma AG"));
}

TEST_CASE("what was paid to one party for something handed to another went to the first") {
  const Filed filed("Orrin Pharma AG paid us $5 million for the transfer of our records related to nivolumab to Orrin Pharma AG.");
  CHECK(filed.states(paid_us, {{"amount", said(5e6)}, {"status", said("paid")}}));
}


TEST_CASE("agreements with several parties are one deal with each") {
  const Filed filed("In May 2014, the Company entered into collaboration agreements with Orrin Pharma AG and Brill AG.");
  CHECK(filed.states("Tamarind Bio, Inc. collaborates_with Orrin Pharma AG"));
  CHECK(filed.states("Tamarind Bio, Inc. collaborates_with Brill AG"));
  CHECK_FALSE(filed.states("Brill AG collaborates_with Orrin Pharma AG"));
  const auto deals = std::count_if(filed.records.entities.begin(), filed.records.entities.end(), [](const Entity& entity) { return entity.type == "Deal"; });
  CHECK(deals == 2);
}

TEST_CASE("what is paid for something sold is no fee for a license") {
  const Filed filed("In May 2014, the Company entered into an asset purchase agreement with Orrin Pharma AG pursuant to which the Company sold the rights to nivolumab, with certain licenses. "
                    "Orrin Pharma AG paid us an upfront payment of $5 million and will pay royalties.");
  CHECK(filed.states("Orrin Pharma AG acquires nivolumab"));
  CHECK_FALSE(filed.states("Tamarind Bio, Inc. licenses_to Orrin Pharma AG"));
}

TEST_CASE("what somebody is willing to grant or wishes to obtain is a plan") {
  const Filed filed("Orrin Pharma AG wishes to obtain a license from Brill AG, and Brill AG is willing to grant to Orrin Pharma AG an exclusive license to nivolumab.");
  const auto licenses = filed.all("Orrin Pharma AG licenses nivolumab");
  REQUIRE(licenses.size() == 1);
  CHECK(licenses.front()->modality == Modality::planned);
}

TEST_CASE("two who enter into a collaboration do so with each other, not with the filer") {
  const Filed filed("In November 2009, Orrin Pharma AG and Brill AG entered into a development agreement for nivolumab.");
  CHECK_FALSE(filed.states("Tamarind Bio, Inc. collaborates_with Orrin Pharma AG"));
  CHECK_FALSE(filed.states("Tamarind Bio, Inc. collaborates_with Brill AG"));
}

TEST_CASE("what was bought on two days has each its own") {
  const Filed filed("Orrin Pharma AG acquired Brill Labs, Inc. on May 1, 2010 and Vesper GmbH on June 3, 2012.");
  CHECK(filed.states("Orrin Pharma AG acquires Brill Labs, Inc.", {{"date", said("2010-05-01")}}));
  CHECK(filed.states("Orrin Pharma AG acquires Vesper GmbH", {{"date", said("2012-06-03")}}));
  CHECK_FALSE(filed.states("Orrin Pharma AG acquires Vesper GmbH", {{"date", said("2010-05-01")}}));
}

TEST_CASE("royalties that range go to who stands before them, and payments received came from the other party") {
  CHECK(Filed("We are obligated to pay Orrin Pharma AG tiered royalties ranging from 5% to 9% of net sales.").states(paid_them, {{"kind", said("royalty")}, {"status", said("potential")}}));
  CHECK(Filed("A milestone payment of $5 million was received from Orrin Pharma AG in 2015.").states(paid_us, {{"amount", said(5e6)}, {"date", said("2015")}}));
  CHECK(Filed("In 2017, we achieved a $5 million milestone under our agreement with Orrin Pharma AG.").states(paid_us, {{"kind", said("milestone")}, {"amount", said(5e6)}}));
}

TEST_CASE("the terms of an agreement with somebody are those of an agreement with him") {
  const Filed filed("Under the terms of the agreement with Orrin Pharma AG, Orrin Pharma AG received exclusive rights to sell nivolumab in Japan.");
  CHECK(filed.states("Tamarind Bio, Inc. licenses_to Orrin Pharma AG"));
}

TEST_CASE("a company of another is its own name and no longer one") {
  CHECK(Filed("Orrin Pharma AG, a Brill Labs company, sells nivolumab.").states("Orrin Pharma AG subsidiary_of Brill Labs"));
}

TEST_CASE("a licence for a use is no approval for it") {
  const Filed filed("In 2015, we licensed nivolumab from Orrin Pharma AG for use in the treatment of asthma.");
  CHECK(filed.states("Tamarind Bio, Inc. licenses nivolumab", {{"licensor", said("Orrin Pharma AG")}}));
  CHECK_FALSE(filed.states("nivolumab in_phase Approved"));
  CHECK(Filed("Nivolumab is licensed for use in adults.").states("nivolumab in_phase Approved"));
}

TEST_CASE("each of several partners is one of his own") {
  const Filed filed("Our collaborators Orrin Pharma AG and Brill Labs sell nivolumab.");
  CHECK(filed.states("Orrin Pharma AG collaborates_with Tamarind Bio, Inc."));
  CHECK((filed.states("Brill Labs collaborates_with Tamarind Bio, Inc.") || filed.states("Tamarind Bio, Inc. collaborates_with Brill Labs")));
  CHECK_FALSE(filed.states("Orrin Pharma AG collaborates_with Brill Labs"));
}

TEST_CASE("whose drug is developed with somebody works with him") {
  const Filed filed("Our drug nivolumab, which is being developed in collaboration with Orrin Pharma AG, is in trials.");
  CHECK((filed.states("Tamarind Bio, Inc. collaborates_with Orrin Pharma AG") || filed.states("Orrin Pharma AG collaborates_with Tamarind Bio, Inc.")));
  CHECK(filed.states("Tamarind Bio, Inc. develops nivolumab"));
  CHECK(filed.states("Orrin Pharma AG develops nivolumab"));
}

TEST_CASE("rights to sell something together are no licence from the other") {
  CHECK_FALSE(Filed("Under our agreement, Orrin Pharma AG has co-commercialization rights in Japan with respect to nivolumab.").states("Tamarind Bio, Inc. licenses_to Orrin Pharma AG"));
}
