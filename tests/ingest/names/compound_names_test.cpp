#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest::testing;

namespace {

Strings compounds(const std::string& name) { return analyse({"The dose of " + name + " was raised twice"}).spans("Compound"); }

}  // namespace

TEST_CASE("a stem of nonproprietary names makes a compound") {
  for (const std::string name : {"zorbitamab", "Zorbitinib", "zorbiciclib", "zorbiparib", "zorbigliptin", "zorbisartan"}) {
    CAPTURE(name);
    CHECK(compounds(name) == Strings{name});
  }
}

TEST_CASE("ordinary words that end like a stem are none") {
  for (const std::string word : {"concept", "April", "registrant", "habitat", "cholesterol", "machine"}) {
    CAPTURE(word);
    CHECK(compounds(word).empty());
  }
}

TEST_CASE("salts, conjugate words and suffixes belong to the name") {
  for (const std::string name : {"zorbitinib hydrochloride", "zorbitamab vedotin", "zorbitamab-DM1", "fam-zorbitamab deruxtecan-qxyz", "zorbitamab-qxyz"}) {
    CAPTURE(name);
    CHECK(compounds(name) == Strings{name});
  }
  CHECK(analyse({"The zorbitamab-based regimen was stopped early"}).spans("Compound") == Strings{"zorbitamab"});
}

TEST_CASE("code names have letters and digits in many shapes") {
  for (const std::string name : {"ZRB1234", "ZR-1234", "ZR-8201a", "huZ242-DM4", "mRNA-9999", "ZRB-35", "ZRB9633"}) {
    CAPTURE(name);
    CHECK(compounds(name) == Strings{name});
  }
}

TEST_CASE("codes of statutes, genes, mutations and dates are none") {
  for (const std::string code : {"COVID-19", "V600E", "ISO9001", "FY2022", "10-K", "EP3590949", "Q42023"}) {
    CAPTURE(code);
    CHECK(compounds(code).empty());
  }
}

TEST_CASE("post codes before their town are no code names") {
  CHECK(analyse({"Its seat is in CH-1234 Basel"}).spans("Compound").empty());
  CHECK(analyse({"It was given CH-1234 once a day"}).spans("Compound") == Strings{"CH-1234"});
}

TEST_CASE("a word with a trade mark is a compound, unless a platform is what it names") {
  CHECK(compounds("ZORBIVA\u00ae") == Strings{"ZORBIVA"});
  const Analysed platform = analyse({"It comes from our platform, Zorbotron\u2122, and from others", "Zorbotron was made by us"});
  CHECK(platform.named("Technology") == Strings{"Zorbotron"});
  CHECK(platform.named("Compound").empty());
}

TEST_CASE("a brand in a parenthesis is a name of its drug") {
  const Analysed found = analyse({"It is sold with zorbitamab (Zorbiva\u00ae) as a kit", "Sales of Zorbiva rose"});
  REQUIRE(found.named("Compound", 1).size() == 1);
  CHECK(found.named("Compound", 1).front() == found.named("Compound", 0).front());
}

TEST_CASE("the known agents, linkers and targets of a conjugate are typed") {
  const Analysed found = analyse({"An anti-HER2 antibody is joined to MMAE by a valine-citrulline linker"});
  CHECK(found.named("Target") == Strings{"HER2"});
  CHECK(found.named("Payload") == Strings{"MMAE"});
  CHECK(found.named("Linker") == Strings{"valine-citrulline"});
}

TEST_CASE("the two words of a gene or cell therapy are one name") {
  for (const std::string name : {"zorbicabtagene autoleucel", "zorbinacogene parvovec"}) {
    CAPTURE(name);
    CHECK(compounds(name) == Strings{name});
  }
}

TEST_CASE("plurals of ordinary words with the ending of a stem are none") {
  for (const std::string word : {"peptides", "oligonucleotides", "concepts"}) {
    CAPTURE(word);
    CHECK(compounds(word).empty());
  }
}

TEST_CASE("an isotope before a name belongs to it, in square brackets or with a hyphen") {
  for (const std::string name : {"[177Lu]ZRB-TATE", "[212Pb]ZRB-\u03B1-NOC", "225Ac-ZRB1"}) {
    CAPTURE(name);
    CHECK(compounds(name) == Strings{name});
  }
  CHECK(analyse({"The dose of [177Lu]ZRB-TATE was raised", "Then ZRB-TATE was given again"}).named("Compound", 1) == Strings{"[177Lu]ZRB-TATE"});
  CHECK(compounds("177Lu-labeled").empty());
}

TEST_CASE("a biosimilar of a drug is another drug") {
  CHECK(compounds("rituximab biosimilar") == Strings{"rituximab biosimilar"});
  CHECK(compounds("biosimilar rituximab") == Strings{"biosimilar rituximab"});
}

TEST_CASE("a code may have three parts, or end in what looks like a disease") {
  CHECK(compounds("ZRB-RD-05") == Strings{"ZRB-RD-05"});
  CHECK(compounds("ZRB-RD-X5").empty());
  CHECK(analyse({"The dose of ZRB-AML was raised twice"}).spans("Indication").empty());
  CHECK(analyse({"The dose for AML was raised twice"}).spans("Indication") == Strings{"AML"});
}

TEST_CASE("letters and a number behind the word for a drug are one name") {
  CHECK(analyse({"We gave the antibody QRX 1178 to patients"}).spans("Compound") == Strings{"QRX 1178"});
  CHECK(analyse({"We gave the antibody QRX in 1998"}).spans("Compound") == Strings{"QRX"});
}
