#include "ingest/syntax/groups.hpp"

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::testing;

namespace {

/// One sentence in groups.
struct Grouped {
  explicit Grouped(const std::string& text) : analysed(analyse({text})) {
    static const Lexicon lexicon(core());
    groups = find_groups(sentence(), analysed.document, lexicon);
  }

  const AnalysedSentence& sentence() const { return analysed.analysis.sentences.front(); }

  std::string words(const Group& group) const {
    const std::vector<Token>& tokens = sentence().tokens;
    return std::string(analysed.document.words({tokens[group.first].text.begin, tokens[group.last - 1].text.end}));
  }

  /// The words of all groups of `kind`, in order.
  Strings of(Group::Kind kind) const {
    Strings found;
    for (const Group& group : groups) {
      if (group.kind == kind) found.push_back(words(group));
    }
    return found;
  }

  const Group& group(const std::string& text) const {
    for (const Group& one : groups) {
      if (words(one) == text) return one;
    }
    FAIL("no group '" << text << "'");
    return groups.front();
  }

  Analysed analysed;
  std::vector<Group> groups;
};

using Kind = Group::Kind;

}  // namespace

TEST_CASE("a sentence falls into noun groups, verb groups and what joins them") {
  const Grouped grouped("Pfizer has developed the antibody for patients with lymphoma.");
  CHECK(grouped.of(Kind::noun) == Strings{"Pfizer", "the antibody", "patients", "lymphoma"});
  CHECK(grouped.of(Kind::verb) == Strings{"has developed"});
  CHECK(grouped.of(Kind::preposition) == Strings{"for", "with"});
  CHECK(grouped.of(Kind::stop) == Strings{"."});
}

TEST_CASE("a passive in the past is past") {
  CHECK(Grouped("A study was conducted").group("was conducted").past);
  CHECK(Grouped("Studies were conducted").group("were conducted").past);
  CHECK_FALSE(Grouped("A study is conducted").group("is conducted").past);
}

TEST_CASE("a day does not describe who acts on it") {
  const Grouped grouped("In May 2020 Pfizer licensed trastuzumab");
  CHECK(grouped.of(Group::Kind::noun) == Strings{"May 2020", "Pfizer", "trastuzumab"});
  CHECK(Grouped("Under the 2020 Pfizer agreement").of(Group::Kind::noun) == Strings{"the 2020 Pfizer agreement"});
}

TEST_CASE("groups stand in order and never overlap") {
  for (const char* text : {"In 2019, Pfizer (which owns two plants) did not sell, license or give away its antibody's rights.",
                           "Our lead candidate - a HER2-targeting conjugate - and the vaccine; the former, not the latter, was stopped: why?", "and and and", "(((", "-"}) {
    CAPTURE(text);
    const Grouped grouped(text);
    std::uint32_t end = 0;
    for (const Group& group : grouped.groups) {
      CHECK(group.first >= end);
      CHECK(group.last > group.first);
      end = group.last;
    }
    CHECK(end <= grouped.sentence().tokens.size());
  }
}

TEST_CASE("determiners tell how a noun is meant") {
  using Determiner = Group::Determiner;
  const Grouped grouped("A vaccine met the antibody, our candidate, no compound and drugs.");
  CHECK(grouped.group("A vaccine").determiner == Determiner::indefinite);
  CHECK(grouped.group("the antibody").determiner == Determiner::definite);
  CHECK(grouped.group("our candidate").determiner == Determiner::possessive);
  CHECK(grouped.group("our candidate").possessive == word_key("our"));
  CHECK(grouped.group("no compound").determiner == Determiner::negative);
  CHECK(grouped.group("drugs").determiner == Determiner::none);
  CHECK(Grouped("Two vaccines failed.").group("Two vaccines").counted);
}

TEST_CASE("a definite noun with a capital is a defined term") {
  CHECK(Grouped("The buyer pays the Licensee.").group("the Licensee").defined);
  CHECK_FALSE(Grouped("The buyer pays the licensee.").group("the licensee").defined);
}

TEST_CASE("a name may head a group, modify it or possess it") {
  SUBCASE("head") { CHECK(Grouped("The antibody trastuzumab was sold.").group("The antibody trastuzumab").head_mention == 0); }
  SUBCASE("modifier with what hangs on it") {
    const Grouped grouped("An anti-HER2 antibody beat a CD19-targeting vaccine.");
    const Group& prefixed = grouped.group("An anti-HER2 antibody");
    REQUIRE(prefixed.modifiers.size() == 1);
    CHECK(prefixed.modifiers[0].prefix);
    CHECK(prefixed.modifiers[0].link == word_key("anti"));
    const Group& linked = grouped.group("a CD19-targeting vaccine");
    REQUIRE(linked.modifiers.size() == 1);
    CHECK_FALSE(linked.modifiers[0].prefix);
    CHECK(linked.modifiers[0].link == word_key("targeting"));
  }
  SUBCASE("possessor") {
    const Grouped grouped("Pfizer's antibody was sold.");
    const Group& antibody = grouped.group("antibody");
    REQUIRE(antibody.possessor != no_group);
    CHECK(grouped.words(grouped.groups[static_cast<std::size_t>(antibody.possessor)]) == "Pfizer");
  }
}

TEST_CASE("a verb group has voice, tense, denial and mood") {
  CHECK(Grouped("The antibody was licensed to Roche.").group("was licensed").passive);
  CHECK(Grouped("Roche has tested it.").group("has tested").past);
  CHECK(Grouped("Roche did not test it.").group("did not test").negated);
  CHECK(Grouped("Roche will test it.").group("will test").mood == Mood::planned);
  CHECK(Grouped("Roche may test it.").group("may test").mood == Mood::possible);
  CHECK(Grouped("Roche is a company.").group("is").copula);
}

TEST_CASE("of a chain of verbs the last one counts, coloured by those before") {
  const Grouped planned("Roche plans to test it.");
  CHECK(planned.group("plans to test").lemma == word_key("test"));
  CHECK(planned.group("plans to test").mood == Mood::planned);
  CHECK(Grouped("Roche failed to test it.").group("failed to test").negated);
  CHECK(Grouped("Roche has agreed to acquire it.").group("has agreed to acquire").lemma == word_key("acquire"));
}

TEST_CASE("the same word is a noun or a verb by its place") {
  CHECK(Grouped("Roche markets trastuzumab.").of(Kind::verb) == Strings{"markets"});
  CHECK(Grouped("The markets for trastuzumab grew.").of(Kind::verb) == Strings{"grew"});
  CHECK(Grouped("Patients who study the label take it.").of(Kind::verb) == Strings{"study", "take"});
}

TEST_CASE("a plural subject finds its verb behind the name that a preposition governs") {
  CHECK(Grouped("Two antibodies owned by Pfizer inhibit HER2.").of(Kind::verb) == Strings{"owned", "inhibit"});
  CHECK(Grouped("The vaccines of Pfizer contain trastuzumab.").of(Kind::verb) == Strings{"contain"});
  CHECK(Grouped("The vaccine of the Pfizer group was sold.").of(Kind::verb) == Strings{"was sold"});
}

TEST_CASE("\"that\" opens a clause after a verb and a relative after a noun") {
  CHECK(Grouped("Roche said that trastuzumab works.").of(Kind::subordinator) == Strings{"that"});
  CHECK(Grouped("The antibody that inhibits HER2 works.").of(Kind::relative) == Strings{"that"});
}

TEST_CASE("the mark of an item and the colon before it are no words of the sentence") {
  CHECK(Grouped("Pfizer paid Roche (i) an upfront fee, and (ii) a royalty").of(Kind::noun) == Strings{"Pfizer", "Roche", "an upfront fee", "a royalty"});
  CHECK(Grouped("Pfizer granted Roche: (1) the right to trastuzumab").of(Kind::noun) == Strings{"Pfizer", "Roche", "the right", "trastuzumab"});
  CHECK(Grouped("Pfizer sells trastuzumab (Herceptin) in Spain").of(Kind::open).size() == 1);
  CHECK(Grouped("Pfizer studied vitamin(a) salts").of(Kind::open).size() == 1);
}

TEST_CASE("adjectives that \"and\" joins behind an article stand before one noun") {
  const Strings joined = Grouped("Pfizer granted an exclusive and sublicensable license to Roche").of(Kind::noun);
  CHECK(joined == Strings{"Pfizer", "an exclusive and sublicensable license", "Roche"});
  CHECK(Grouped("Pfizer has the sole and exclusive right").of(Kind::noun).back() == "the sole and exclusive right");
  CHECK(Grouped("Pfizer has an exclusive and sublicensable (subject to consent) royalty-bearing license").of(Kind::noun).back() ==
        "an exclusive and sublicensable (subject to consent) royalty-bearing license");
  CHECK(Grouped("Pfizer took a license and royalties").of(Kind::noun) == Strings{"Pfizer", "a license", "royalties"});
}

TEST_CASE("a participle behind an adverb describes the noun, and commas part what describes it") {
  for (const std::string noun : {"our internally discovered, oral inhibitor", "a novel, orally dosed, selective inhibitor", "a wholly owned, novel, first-in-class, oral activator", "an innovative, first-in-class, oral inhibitor"}) {
    CAPTURE(noun);
    const Strings found = Grouped("It is " + noun + " of enzymes.").of(Group::Kind::noun);
    CHECK(std::find(found.begin(), found.end(), noun) != found.end());
  }
  CHECK(Grouped("The drug was internally discovered, sold and lost.").of(Group::Kind::verb).size() >= 1);
}

TEST_CASE("a short name or an adjective in brackets does not end a noun group that goes on") {
  const Grouped target("It is an oral cyclin dependent kinase 9 (CDK9) inhibitor of tumors.");
  CHECK(target.group("an oral cyclin dependent kinase 9 (CDK9) inhibitor").modifiers.size() == 1);
  CHECK(Grouped("It is for the first-line (initial) treatment of gout.").of(Group::Kind::noun) == Strings{"It", "the first-line (initial) treatment", "gout"});
}

TEST_CASE("a participle behind a name within the noun group describes the noun as one with a hyphen does") {
  const Grouped grouped("Zorbamab is the first FDA approved treatment for gout.");
  const Group& treatment = grouped.group("the first FDA approved treatment");
  REQUIRE(treatment.modifiers.size() == 1);
  CHECK(treatment.modifiers.front().link == word_key("approved"));
  CHECK(Grouped("The FDA approved Zorbamab.").of(Group::Kind::verb) == Strings{"approved"});
  CHECK(Grouped("It is the first and only treatment.").of(Group::Kind::noun) == Strings{"It", "the first and only treatment"});
}

TEST_CASE("what brackets shorten inside a noun group, no vocabulary need know") {
  CHECK(Grouped("We filed an investigational new drug (IND) application.").of(Kind::noun) == Strings{"We", "an investigational new drug (IND) application"});
  const Grouped named("It is our monoclonal antibody (mAb) ZRB-1234.");
  CHECK(named.group("our monoclonal antibody (mAb) ZRB-1234").head_mention >= 0);
  CHECK(Grouped("The trial (ABC) began.").of(Kind::noun).front() == "The trial");
}

TEST_CASE("an adverb and a participle behind a possessive describe the noun") {
  const Grouped grouped("Pfizer's highly selective inhibitor failed.");
  CHECK(grouped.of(Kind::verb) == Strings{"failed"});
  CHECK(grouped.of(Kind::noun) == Strings{"Pfizer", "highly selective inhibitor"});
}

TEST_CASE("a participle in front of a common noun is no finite verb behind who gives") {
  CHECK(Grouped("The FDA granted accelerated approval to Zorbamab.").of(Kind::verb) == Strings{"granted"});
}

TEST_CASE("\"both\" alone before the verb is a pronoun, and inside the verb an adverb") {
  CHECK(Grouped("Both are in Phase 2.").group("Both").pronoun);
  CHECK_FALSE(Grouped("Both antibodies are in Phase 2.").group("Both antibodies").pronoun);
  CHECK(Grouped("They are both directed against CD20.").of(Kind::verb) == Strings{"are both directed"});
}

TEST_CASE("a day ends the noun group of what is effective from then on") {
  const Grouped grouped("It was granted marketing authorization effective February 2011.");
  CHECK(grouped.of(Kind::noun) == Strings{"It", "marketing authorization effective", "February 2011"});
}

TEST_CASE("a verb with a prefix ends the name before it") {
  CHECK(Grouped("Pfizer out-licensed Zorbamab.").of(Kind::verb) == Strings{"out-licensed"});
  CHECK(Grouped("Pfizer's out-licensed drugs failed.").of(Kind::verb) == Strings{"failed"});
}

TEST_CASE("how much is given and how often ends the phrase of a drug's name, unless a noun follows") {
  CHECK(Grouped("Zorbamab 20 mg once daily reduced pain.").of(Kind::noun) == Strings{"Zorbamab", "pain"});
  CHECK(Grouped("Zorbamab 0.5 mg/kg or 1 mg/kg every four weeks failed.").of(Kind::noun) == Strings{"Zorbamab"});
  CHECK(Grouped("Zorbamab twice weekly plus Zorbinib Q2W failed.").of(Kind::noun) == Strings{"Zorbamab", "Zorbinib"});
  CHECK(Grouped("Zorbamab 20 mg tablets failed.").of(Kind::noun) == Strings{"Zorbamab 20 mg tablets"});
}

TEST_CASE("a word that is a noun as often is the verb behind the name that begins the sentence, where nothing else can be") {
  CHECK(Grouped("Pfizer supplies clinical batches.").of(Kind::verb) == Strings{"supplies"});
  CHECK(Grouped("Pfizer supplies arrived late.").of(Kind::verb) == Strings{"arrived"});
}

TEST_CASE("a plural with its owner waits for its verb behind a name") {
  CHECK(Grouped("Pfizer's rights to Zorbamab derive from a contract.").of(Kind::verb) == Strings{"derive"});
}

TEST_CASE("\"by binding to\" is what something does") {
  CHECK(Grouped("By binding to CD20, it kills tumors.").of(Kind::verb) == Strings{"binding", "kills"});
  CHECK(Grouped("It gives binding to users.").of(Kind::verb) == Strings{"gives"});
}

TEST_CASE("a participle behind an adjective shares the copula before it") {
  const Grouped grouped("It was safe and well tolerated in adults.");
  CHECK(grouped.group("well tolerated").passive);
  CHECK_FALSE(Grouped("It was a drug and tolerated in adults.").group("tolerated").passive);
}

TEST_CASE("behind a common noun with its name stands a verb, where no other comes") {
  CHECK(Grouped("The antibody Zorbamab improved survival.").of(Kind::verb) == Strings{"improved"});
  CHECK(Grouped("The drug Zorbamab approved dose is low.").of(Kind::verb) == Strings{"is"});
}

TEST_CASE("the comma behind what a participle says of the subject comes before its verb") {
  CHECK(Grouped("Zorbamab, made by Pfizer, targets CD20.").of(Kind::verb) == Strings{"made", "targets"});
}

TEST_CASE("who is called by a defined term acts as a name does") {
  CHECK(Grouped("The Company sales Zorbamab.").of(Kind::verb).empty());
  CHECK(Grouped("The Company supplies Zorbamab to Pfizer and has a plant.").of(Kind::verb) == Strings{"supplies", "has"});
}
