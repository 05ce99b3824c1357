#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::testing;

TEST_CASE("mentions stand in order and do not overlap") {
  const Analysed found = analyse({"Zorbex, Inc. (Nasdaq: ZRBX) paid $5 million to Brill AG in April 2006 for zorbitamab-DM1, which targets HER2 in metastatic breast cancer (Phase 1/2)"});
  std::uint32_t last = 0;
  for (const Mention& mention : found.analysis.sentences.at(0).mentions) {
    CHECK(mention.first >= last);
    CHECK(mention.last > mention.first);
    last = mention.last;
  }
  CHECK(found.analysis.sentences.at(0).mentions.size() == 8);
}

TEST_CASE("the registrant of the header, its name in the text and its short form are one") {
  Filing filing;
  filing.filers.push_back({"ZORBEX PHARMACEUTICALS INC /DE/", "0000000001", "filer", {"ZRBX"}, {{"OLDBEX CORP", "2001-01-01"}}});
  const Analysed found = analyse({"Zorbex Pharmaceuticals, Inc. makes drugs for a living", "The drugs of Zorbex are new", "They were made by Oldbex Corp. before"}, filing);
  const std::uint32_t registrant = found.memory.resolve(found.memory.registrant);
  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(i);
    REQUIRE(found.analysis.sentences.at(i).mentions.size() == 1);
    CHECK(found.memory.resolve(found.analysis.sentences.at(i).mentions.front().entity) == registrant);
  }
  CHECK(found.memory.entities.at(registrant).name == "Zorbex Pharmaceuticals, Inc.");
  CHECK(found.memory.entities.at(registrant).ids.at("cik") == "0000000001");
}

TEST_CASE("a short form that the document uses as a word is none") {
  const Analysed found = analyse({"It was bought from Amber Therapeutics, Inc. last year", "The bottles are of amber glass", "Then Amber was sold"});
  CHECK(found.named("Company", 2).empty());
}

TEST_CASE("synonyms of a vocabulary are one thing with its registry's id") {
  const Analysed found = analyse({"It binds ErbB2 on cells", "It binds HER2 on cells", "It binds HER-2 on cells"});
  CHECK(found.named("Target", 0) == found.named("Target", 1));
  CHECK(found.named("Target", 1) == found.named("Target", 2));
  CHECK(found.memory.entities.at(0).ids.at("hgnc") == "3430");
}

TEST_CASE("short names in capitals are not the words that they spell") {
  CHECK(analyse({"They met all goals and kit parts were sold"}).said().empty());
  CHECK(analyse({"It inhibits MET in cells"}).named("Target") == Strings{"MET"});
}

TEST_CASE("a capitalised name that nothing types is unknown") {
  CHECK(analyse({"The rights to Zorbiva were sold"}).said() == Strings{"? Zorbiva"});
  CHECK(analyse({"The Board approved the Annual Report"}).said().empty());
}

TEST_CASE("a word of a place's name is no name of its own") {
  CHECK(analyse({"Each agent shall be organized under the laws of the District of Columbia at that time"}).said().empty());
}

TEST_CASE("a town before its state or country is no unknown name") {
  CHECK(analyse({"It has a plant in Zorbwood, Massachusetts, and another one"}).said().empty());
  CHECK(analyse({"It has an interest in Zorbwood, and another one"}).said() == Strings{"? Zorbwood"});
}

TEST_CASE("a name of two words may open a sentence") {
  CHECK(analyse({"Zorbamil Duo is given to adults once a day"}).said().front() == "? Zorbamil Duo");
}

TEST_CASE("a name that a cue types has that type in the whole document") {
  const Analysed found = analyse({"Sales of Zorbiva rose", "It is sold as Zorbiva tablets in two strengths"});
  CHECK(found.named("Compound", 0) == Strings{"Zorbiva"});
  CHECK(found.named("Compound", 1) == Strings{"Zorbiva"});
}

TEST_CASE("names say where they stand in the file") {
  const Analysed found = analyse({"It was bought from Zorbex AG last year"});
  const NameUse& use = found.memory.entities.at(0).names.front();
  CHECK(use.where == ByteRange{1000 + 19, 1000 + 28});
}

TEST_CASE("equal documents give equal memories") {
  const std::vector<std::string> lines{"Zorbex, Inc. licensed ZRB-1234 from Brill AG in 2019", "Brill AG keeps ZRB-1235 for ovarian and breast cancer"};
  const Analysed one = analyse(lines);
  const Analysed two = analyse(lines);
  REQUIRE(one.memory.entities.size() == two.memory.entities.size());
  for (std::size_t i = 0; i < one.memory.entities.size(); ++i) {
    CHECK(one.memory.entities[i].name == two.memory.entities[i].name);
    CHECK(one.memory.entities[i].names == two.memory.entities[i].names);
  }
}

TEST_CASE("a hostile sentence costs time in proportion") {
  std::string commas;
  for (int i = 0; i < 20000; ++i) commas += "cancer, and ";
  const Analysed found = analyse({commas});
  CHECK(found.analysis.sentences.at(0).mentions.size() <= 20000);
}
