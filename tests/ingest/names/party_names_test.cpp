#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest::testing;

TEST_CASE("a legal form ends the name of a company, wherever it is from") {
  for (const std::string name : {"Zorbex, Inc.", "Zorbex Therapeutics SA", "Zorbex GmbH", "Zorbex Pharmaceutical Co., Ltd.", "Zorbex A/S", "Zorbex K.K.",
                                 "Zorbex plc", "Zorbex & Brill LLC", "Zorbex (UK) Limited", "Zorbex GmbH & Co. KG"}) {
    CAPTURE(name);
    CHECK(analyse({"The licence was granted by " + name + " in writing"}).spans("Company") == Strings{name});
  }
}

TEST_CASE("a number before a legal form is a part of the name") {
  CHECK(analyse({"It was sold to Harbor Capital Partners III, L.P. last year"}).named("Company") == Strings{"Harbor Capital Partners III, L.P."});
}

TEST_CASE("a role is no company, and a town is none") {
  CHECK(analyse({"The Company shall pay the Licensee for it"}).named("Company").empty());
  CHECK(analyse({"Its office is in Boulder, CO and it is open"}).named("Company").empty());
  CHECK(analyse({"It was formed under the Delaware General Corporation Law of that time"}).named("Company").empty());
}

TEST_CASE("two companies beside one another are two") {
  CHECK(analyse({"It is held by Zorbex AG and Quillon Inc. in equal parts"}).named("Company") == Strings{"Zorbex AG", "Quillon Inc."});
}

TEST_CASE("a capitalised last word or a ticker makes a company without a legal form") {
  CHECK(analyse({"It was bought from Zorbex Therapeutics last year"}).named("Company") == Strings{"Zorbex Therapeutics"});
  const Analysed ticker = analyse({"It was bought from Zorbex (Nasdaq: ZRBX) last year"});
  REQUIRE(ticker.named("Company") == Strings{"Zorbex"});
  CHECK(ticker.memory.entities.at(0).ids.at("ticker") == "ZRBX");
}

TEST_CASE("an ordinary word before a head makes no company") {
  CHECK(analyse({"The report describes our Business and Research Sciences at length"}).named("Company").empty());
}

TEST_CASE("organisations are known by name or by head") {
  CHECK(analyse({"It was cleared by the U.S. Food and Drug Administration and the EMA"}).named("Organization").size() == 2);
  CHECK(analyse({"It was found at the University of Quillon by chance"}).spans("Organization") == Strings{"University of Quillon"});
  CHECK(analyse({"It was found at Quillon Children's Hospital by chance"}).spans("Organization") == Strings{"Quillon Children's Hospital"});
}

TEST_CASE("the pronoun is no country and the country no pronoun") {
  CHECK(analyse({"It was sold by Zorbex US Inc. to others"}).spans("Company") == Strings{"Zorbex US Inc."});
}

TEST_CASE("a legal form with an accent and stops is one word") {
  CHECK(analyse({"It was sold to Quillon Pharma (Luxembourg) S.\u00e0.r.l. in May"}).spans("Company") == Strings{"Quillon Pharma (Luxembourg) S.\u00e0.r.l."});
}

TEST_CASE("the number of a meeting is no part of a society's name") {
  CHECK(analyse({"It was shown at the 64th Quillon Society of Hematology by chance"}).spans("Organization") == Strings{"Quillon Society of Hematology"});
}

TEST_CASE("the centre of a nation is somebody, a centre of some sort is not") {
  CHECK(analyse({"They work with the National Cancer Center on it."}).named("Organization") == Strings{"National Cancer Center"});
  CHECK(analyse({"They work with the Korean Research Institute on it."}).named("Organization") == Strings{"Korean Research Institute"});
  CHECK(analyse({"They built a Regional Data Center for it."}).named("Organization").empty());
}

TEST_CASE("a name keeps its number, its ordinary words and the place behind its first legal form") {
  const auto companies = [](const std::string& text) { return analyse({text}).named("Company"); };
  CHECK(companies("It was sold to 21st Century Lumen, Inc. in May.") == Strings{"21st Century Lumen, Inc."});
  CHECK(companies("They merged with New Line Lumina Corporation in May.") == Strings{"New Line Lumina Corporation"});
  CHECK(companies("Home Care Corporation of America, Inc. was sold in May.") == Strings{"Home Care Corporation of America, Inc."});
  CHECK(companies("They acquired Home Care Corporation of America, Inc. in May.") == Strings{"Home Care Corporation of America, Inc."});
}

TEST_CASE("a word that ends names as it is spelled may be part of one spelled otherwise") {
  CHECK(analyse({"Today Sarna Therapeutics, Inc. began a trial"}).spans("Company") == Strings{"Sarna Therapeutics, Inc."});
  CHECK(analyse({"Today Zor-mAbs Therapeutics, Inc. began a trial"}).spans("Company") == Strings{"Zor-mAbs Therapeutics, Inc."});
}

TEST_CASE("a possessive ends the title of a body") {
  CHECK(analyse({"It told the Zorbian Drug Administration for its New Zorbamab"}).spans("Organization") == Strings{"Zorbian Drug Administration"});
}

TEST_CASE("a capitalised number that a hyphen joins is a part of the name") {
  CHECK(analyse({"It was sold to Forty-Second Zorbex, Inc. last year"}).named("Company") == Strings{"Forty-Second Zorbex, Inc."});
}
