#include <doctest/doctest.h>

#include "tests/ingest/layers.hpp"

using rxgraph::ingest::testing::Layers;

TEST_CASE("one frame covers the active, the passive and the relative clause") {
  CHECK(Layers("Pfizer develops trastuzumab.").states("Pfizer develops trastuzumab"));
  CHECK(Layers("Trastuzumab is being developed by Pfizer.").states("Pfizer develops trastuzumab"));
  CHECK(Layers("Pfizer, which develops trastuzumab, reported results.").states("Pfizer develops trastuzumab"));
}

TEST_CASE("what is said of a list is said of each of its members") {
  const Layers layers("Pfizer develops trastuzumab, rituximab and bevacizumab.");
  for (const char* name : {"trastuzumab", "rituximab", "bevacizumab"}) {
    CAPTURE(name);
    CHECK(layers.states(std::string("Pfizer develops ") + name));
  }
}

TEST_CASE("what stands between two objects is said of the first, what stands behind both of the second or of a list") {
  const auto indications = [](const Layers& layers) {
    std::vector<std::size_t> counts;
    for (const rxgraph::ingest::Candidate& candidate : layers.candidates()) {
      const auto indication = candidate.qualifiers.find("indication");
      if (indication != candidate.qualifiers.end() && candidate.rule.starts_with("in_phase.verb")) counts.push_back(indication->second.size());
    }
    return counts;
  };
  using Counts = std::vector<std::size_t>;
  CHECK(indications(Layers("Trastuzumab is being studied in a Phase 3 trial in asthma and Phase 2 trials in gout and lymphoma.")) == Counts{1, 2});
  CHECK(indications(Layers("Trastuzumab is being studied in Phase 1 and Phase 2 trials in lymphoma.")) == Counts{1, 1});
}

TEST_CASE("what is denied is no statement") {
  CHECK_FALSE(Layers("Pfizer does not develop trastuzumab.").states("Pfizer develops trastuzumab"));
  CHECK_FALSE(Layers("Trastuzumab has not been approved by the FDA.").states("trastuzumab approved_by FDA"));
}

TEST_CASE("an apposition and a copula say what a thing is") {
  CHECK(Layers("Trastuzumab, an anti-HER2 antibody, is sold by Roche.").states("trastuzumab targets HER2"));
  CHECK(Layers("Trastuzumab is a HER2-targeting antibody.").states("trastuzumab targets HER2"));
  CHECK(Layers("Trastuzumab is an antibody against HER2.").states("trastuzumab targets HER2"));
}

TEST_CASE("a filler may stand behind a carrier noun") {
  const Layers layers("Pfizer initiated a Phase 2 trial of trastuzumab in patients with breast cancer.");
  CHECK(layers.states("trastuzumab in_phase Phase 2"));
  CHECK(layers.states("trastuzumab treats breast cancer"));
  CHECK(layers.states("Pfizer develops trastuzumab"));
}

TEST_CASE("a heading supplies what the sentences under it leave out") {
  const Layers layers("# Trastuzumab\n\nIn March 2024, Pfizer initiated a Phase 3 trial in patients with breast cancer.\n");
  CHECK(layers.states("trastuzumab in_phase Phase 3"));
}

TEST_CASE("a single apposition explains one member of a list") {
  const Layers layers("Pfizer, Biogen and Centocor, Inc., a subsidiary of Novartis, signed.");
  CHECK(layers.states("Centocor, Inc. subsidiary_of Novartis"));
  CHECK_FALSE(layers.states("Pfizer subsidiary_of Novartis"));
}

TEST_CASE("a bare relative speaks of the head of its chain") {
  const Layers layers("Trastuzumab, a conjugate of MMAE that targets HER2, is in Phase 1.");
  CHECK(layers.states("trastuzumab targets HER2"));
  CHECK_FALSE(layers.states("MMAE targets HER2"));
}

TEST_CASE("dates of the clause belong to its event") {
  const Layers layers("In March 2021, trastuzumab was approved by the FDA.");
  bool dated = false;
  for (const auto& candidate : layers.candidates()) dated = dated || candidate.qualifiers.contains("date");
  CHECK(dated);
}

TEST_CASE("a trial is of the one compound that the sentence names, or that was named last") {
  SUBCASE("the same sentence") {
    const Layers layers("Trastuzumab met its goal, and we are running a Phase 3 trial in patients with breast cancer.");
    CHECK(layers.states("trastuzumab in_phase Phase 3"));
    CHECK(layers.states("trastuzumab treats breast cancer"));
  }
  SUBCASE("a sentence before") {
    CHECK(Layers("Trastuzumab met its goal. A Phase 3 trial in patients with breast cancer is under way.").states("trastuzumab in_phase Phase 3"));
  }
  SUBCASE("not one of two") {
    const Layers layers("Trastuzumab and bevacizumab met their goals. A Phase 3 trial in patients with breast cancer is under way.");
    CHECK_FALSE(layers.states("trastuzumab in_phase Phase 3"));
    CHECK_FALSE(layers.states("bevacizumab in_phase Phase 3"));
  }
  SUBCASE("not where it says what it is of") {
    CHECK_FALSE(Layers("Trastuzumab met its goal. A Phase 3 trial of surgery is under way.").states("trastuzumab in_phase Phase 3"));
  }
  SUBCASE("not where a pronoun stands for it") {
    const Layers layers("The Phase 2 trial, run by Pfizer, evaluates it in patients whose breast cancer no longer responds to trastuzumab.");
    CHECK_FALSE(layers.states("trastuzumab in_phase Phase 2"));
    CHECK_FALSE(layers.states("Pfizer develops trastuzumab"));
  }
  SUBCASE("not trials in general") {
    CHECK_FALSE(Layers("Trastuzumab met its goal. Phase 3 trials are costly.").states("trastuzumab in_phase Phase 3"));
  }
}

TEST_CASE("who reports an approval develops what was approved") {
  CHECK(Layers("Pfizer announced that the FDA approved trastuzumab.").states("Pfizer develops trastuzumab"));
  CHECK_FALSE(Layers("Pfizer announced that Roche sells trastuzumab.").states("Pfizer develops trastuzumab"));
}

TEST_CASE("a pronoun means what its own sentence names rather than what stands before") {
  const Layers layers("Trastuzumab was launched. Roche filed for rituximab in Spain, where it was approved by the FDA.");
  CHECK(layers.states("rituximab approved_by FDA"));
  CHECK_FALSE(layers.states("trastuzumab approved_by FDA"));
}

TEST_CASE("the last word of a conjugate's name tells its parts where the text names them") {
  CHECK(Layers("Zorbitamab vedotin is a conjugate. Its toxin is MMAE.").states("Zorbitamab vedotin has_payload MMAE"));
  CHECK_FALSE(Layers("Zorbitamab vedotin is a conjugate.").states("Zorbitamab vedotin has_payload MMAE"));
}

TEST_CASE("an antibody joined to an agent is a part of what it explains") {
  const Layers named("Kadcyla is trastuzumab linked to DM1.");
  CHECK(named.states("trastuzumab linked_to DM1"));
  CHECK_FALSE(named.states("trastuzumab has_payload DM1"));
  const Layers described("ABC-741 is an antibody linked to DM1.");
  CHECK(described.states("ABC-741 has_payload DM1"));
  CHECK_FALSE(described.states("ABC-741 linked_to DM1"));
}

TEST_CASE("of the names in a sentence only the one that nothing is added to is meant") {
  const Layers layers("Results of the Phase 3 ZORBITAS trial show that trastuzumab plus lenalidomide delays gout.");
  CHECK(layers.states("trastuzumab in_phase Phase 3"));
  CHECK_FALSE(layers.states("lenalidomide in_phase Phase 3"));
  CHECK_FALSE(Layers("Trastuzumab and rituximab were compared. Pfizer runs our ongoing Phase 3 antibody study.").states("rituximab in_phase Phase 3"));
}

TEST_CASE("a noun that the sentence fills itself does not look at the sentence before") {
  CHECK_FALSE(Layers("Rituximab is old.\n\nTrastuzumab met lenalidomide and this antibody blocks CD20.").states("rituximab targets CD20"));
  CHECK(Layers("Rituximab is old.\n\nTrastuzumab grew, and the antibody blocks HER2.").states("trastuzumab targets HER2"));
}

TEST_CASE("a name takes the type of the noun that explains it, a person none") {
  CHECK(Layers("In 2019 Zorbamil was shown. Zorbamil is an oral CD20 antagonist.").states("Zorbamil targets CD20"));
  CHECK_FALSE(Layers("In 2019 Zorbamil was shown. Zorbamil, a partner of CD20, left.").states("Zorbamil targets CD20"));
}

TEST_CASE("codes that stand in one list are of one type") {
  CHECK(Layers("LUMEN-1 and LUMEN-2 were long. In the LUMEN-1 trial Pfizer tested rituximab; rituximab was tested in LUMEN-1 and LUMEN-2.").states("rituximab evaluated_in LUMEN-2"));
}

TEST_CASE("a name that slots have typed and the code in brackets behind it are one thing") {
  const Layers layers("In 2019 the FDA approved Zorbamil (ZB-1234) for gout. Later ZB-1234 was tested in asthma.");
  CHECK((layers.states("Zorbamil treats asthma") || layers.states("ZB-1234 treats gout")));
  CHECK(Layers("Zorbex (trastuzumab) was approved for gout. Zorbex is tested in asthma.").states("trastuzumab treats asthma"));
  CHECK_FALSE(Layers("Pfizer (rituximab) and Zorbex (trastuzumab) compete. In 2019 trastuzumab was approved, as Zorbex wished, for gout.").states("Zorbex treats gout"));
  CHECK_FALSE(Layers("Pfizer (PF-1234) grew. PF-1234 was tested in asthma.").states("Pfizer treats asthma"));
}

TEST_CASE("respectively holds for qualifiers and for each name seen alone") {
  const Layers layers("The FDA approved AB-1234 and EF-5678 for gout and asthma, respectively.");
  CHECK(layers.states("AB-1234 treats gout"));
  CHECK(layers.states("EF-5678 treats asthma"));
  CHECK_FALSE(layers.states("AB-1234 treats asthma"));
  CHECK_FALSE(layers.states("EF-5678 treats gout"));
  CHECK(layers.states("AB-1234 approved_by FDA"));
  CHECK(layers.states("EF-5678 approved_by FDA"));
  const Layers both("The FDA approved AB-1234 and EF-5678 for gout and asthma.");
  CHECK(both.states("AB-1234 treats asthma"));
  CHECK(both.states("EF-5678 treats gout"));
}

TEST_CASE("what happened to the drug that a paragraph is about happened to it, though the sentence leaves it out") {
  CHECK(Layers("AB-1234 inhibits HER2. The FDA granted orphan drug designation for the treatment of gout in June 2023.").states("AB-1234 has_designation Orphan Drug Designation"));
  CHECK(Layers("AB-1234 inhibits HER2. We submitted an IND to the FDA in June 2023.").states("AB-1234 submitted_to FDA"));
  CHECK_FALSE(Layers("AB-1234 inhibits HER2. The FDA may grant orphan drug designation for the treatment of rare diseases.").states("AB-1234 has_designation Orphan Drug Designation"));
  CHECK_FALSE(Layers("AB-1234 and EF-5678 inhibit HER2. The FDA granted orphan drug designation for gout.").states("AB-1234 has_designation Orphan Drug Designation"));
}

TEST_CASE("a study that enrolled patients is one in their disease") {
  CHECK(Layers("AB-1234 inhibits HER2. This trial enrolled 45 patients with gout.").states("AB-1234 treats gout"));
  CHECK(Layers("AB-1234 inhibits HER2. The study met its primary endpoint in patients with asthma.").states("AB-1234 treats asthma"));
}

TEST_CASE("a study that was stopped is not the programme") {
  CHECK_FALSE(Layers("Pfizer discontinued the Phase 3 trial of AB-1234 in gout.").states("Pfizer discontinues AB-1234"));
  CHECK(Layers("Pfizer discontinued AB-1234 in May 2020.").states("Pfizer discontinues AB-1234"));
  CHECK(Layers("Pfizer discontinued the development of AB-1234.").states("Pfizer discontinues AB-1234"));
}

TEST_CASE("what is compared or added is not what the next sentence is about") {
  CHECK(Layers("AB-1234 was better than EF-5678 plus GH-9012. The Phase 3 trial is ongoing.").states("AB-1234 in_phase Phase 3"));
}

TEST_CASE("what only goes along with a drug is not said to be for the disease") {
  const Layers layers("Pfizer sells AB-1234 in combination with rituximab for the treatment of lymphoma.");
  CHECK(layers.states("AB-1234 treats lymphoma"));
  CHECK_FALSE(layers.states("rituximab treats lymphoma"));
}

TEST_CASE("a trigger that is barred triggers nothing") {
  CHECK(Layers("Pfizer is the partner of Roche.").candidates().size() == 1);
  CHECK(Layers("Pfizer is the general partner of Roche.").candidates().empty());
}

TEST_CASE("a verb that lists days says of each what stands behind it") {
  using Said = std::vector<std::pair<std::string, std::string>>;
  const auto approvals = [](const Layers& layers) {
    Said said;
    for (const rxgraph::ingest::Candidate& candidate : layers.candidates()) {
      if (candidate.relation == nullptr || candidate.relation->name != "approved_by") continue;
      const auto value = [&](const char* name) { return std::get<std::string>(candidate.qualifiers.at(name).front()); };
      if (candidate.qualifiers.at("indication").size() == 1 && candidate.qualifiers.at("date").size() == 1) said.emplace_back(value("date"), value("indication"));
    }
    return said;
  };
  const Said both = {{"2011-11", "gout"}, {"2014-12", "asthma"}, {"2019-05", "psoriasis"}};
  CHECK(approvals(Layers("Trastuzumab was approved by the FDA in November 2011 for gout, in December 2014 for asthma and in May 2019 for psoriasis.")) == both);
  CHECK(approvals(Layers("Trastuzumab was approved by the FDA in November 2011 for gout, in December 2014 for asthma in adults who smoke, which we call smokers, and in May 2019 for psoriasis.")) == both);
  CHECK(approvals(Layers("Trastuzumab was approved by the FDA in November 2011 for gout; in December 2014 for asthma; and in May 2019 for psoriasis.")) == both);
  CHECK(approvals(Layers("Trastuzumab was approved by the FDA in November 2011 for gout.")) == Said{{"2011-11", "gout"}});
}

TEST_CASE("a verb that lists days says who acts on each of them") {
  const Layers layers("Trastuzumab was approved by the FDA in February 2017 for gout in adults and by the EMA in July 2018 for psoriasis.");
  std::vector<std::pair<std::string, std::string>> said;
  for (const rxgraph::ingest::Candidate& candidate : layers.candidates()) {
    if (candidate.relation == nullptr || candidate.relation->name != "approved_by" || candidate.qualifiers.at("indication").size() != 1) continue;
    said.emplace_back(std::get<std::string>(candidate.qualifiers.at("date").front()), std::get<std::string>(candidate.qualifiers.at("indication").front()));
  }
  CHECK(said == std::vector<std::pair<std::string, std::string>>{{"2017-02", "gout"}, {"2018-07", "psoriasis"}});
  CHECK(layers.states("trastuzumab approved_by EMA"));
  const Layers owned("Trastuzumab was approved by the EMA in February 2017 for gout and by Japan's PMDA in July 2018 for psoriasis.");
  for (const rxgraph::ingest::Candidate& candidate : owned.candidates()) {
    if (candidate.relation == nullptr || candidate.relation->name != "approved_by") continue;
    CHECK(candidate.qualifiers.at("date").size() == 1);
    CHECK(candidate.qualifiers.at("indication").size() == 1);
  }
  CHECK(owned.states("trastuzumab approved_by PMDA"));
}

TEST_CASE("what an application seeks is not there yet") {
  const Layers layers("In October 2021, Pfizer announced the FDA acceptance of an NDA seeking approval of trastuzumab for the treatment of gout.");
  CHECK(layers.states("trastuzumab treats gout"));
  for (const rxgraph::ingest::Candidate& candidate : layers.candidates()) {
    if (candidate.relation == nullptr || candidate.relation->name != "treats" || !candidate.qualifiers.contains("status")) continue;
    CHECK(candidate.qualifiers.at("status") == std::vector<rxgraph::Value>{rxgraph::Value(std::string("investigational"))});
  }
  CHECK_FALSE(layers.states("trastuzumab in_phase Approved"));
}

TEST_CASE("objects with phrases of their own are a list, and each keeps its own") {
  const Layers layers("Pfizer sells trastuzumab in Japan for breast cancer, rituximab in France for lymphoma and bevacizumab in Spain.");
  for (const char* name : {"trastuzumab", "rituximab", "bevacizumab"}) {
    CAPTURE(name);
    CHECK(layers.states(std::string("Pfizer commercializes ") + name));
  }
  std::vector<std::vector<rxgraph::Value>> places;
  for (const rxgraph::ingest::Candidate& candidate : layers.candidates()) {
    if (candidate.relation != nullptr && candidate.relation->name == "commercializes") places.push_back(candidate.qualifiers.at("territory"));
  }
  const auto place = [](const char* name) { return std::vector<rxgraph::Value>{rxgraph::Value(std::string(name))}; };
  CHECK(places == std::vector<std::vector<rxgraph::Value>>{place("Japan"), place("France"), place("Spain")});
  CHECK_FALSE(Layers("Pfizer sells trastuzumab in Japan, and rituximab in France is sold by Roche.").states("Pfizer commercializes rituximab"));
}

TEST_CASE("a plural before the first of several names says it of all") {
  const Layers layers("Pfizer makes the JAK inhibitors ruxolitinib and baricitinib.");
  CHECK(layers.states("ruxolitinib targets JAK"));
  CHECK(layers.states("baricitinib targets JAK"));
  CHECK_FALSE(Layers("Pfizer makes the JAK inhibitor ruxolitinib and rituximab.").states("rituximab targets JAK"));
}

TEST_CASE("a class noun before a common one explains the name behind both") {
  CHECK(Layers("Pfizer has rights to the MET inhibitor compound capmatinib.").states("capmatinib targets MET"));
}

TEST_CASE("names in brackets behind a plural of their kind are examples of it") {
  const Layers layers("Trastuzumab is used to treat autoimmune diseases (lupus, psoriasis).");
  CHECK(layers.states("trastuzumab treats psoriasis"));
}

TEST_CASE("letters that nothing is known by stand for the drug in brackets behind them") {
  CHECK(Layers("Pfizer is developing QZT (QZ-4157) in Japan.").states("Pfizer develops QZ-4157"));
  CHECK_FALSE(Layers("Pfizer studies QZT (trastuzumab) for asthma.").states("trastuzumab treats asthma"));
}

TEST_CASE("rights of two parties with respect to one drug are rights of both to it") {
  const Layers layers("Pfizer has commercialization rights outside of Japan, and Roche has commercialization rights in Japan, with respect to trastuzumab.");
  CHECK(layers.states("Pfizer commercializes trastuzumab"));
  CHECK(layers.states("Roche commercializes trastuzumab"));
}

TEST_CASE("one noun in brackets or behind \"which\" explains the last of a list alone") {
  const Layers brackets("Pfizer sells trastuzumab (its gout vaccine) and rituximab (its lymphoma vaccine).");
  CHECK(brackets.states("trastuzumab treats gout"));
  CHECK(brackets.states("rituximab treats lymphoma"));
  CHECK_FALSE(brackets.states("trastuzumab treats lymphoma"));
  CHECK_FALSE(brackets.states("rituximab treats gout"));
  const Layers relative("Pfizer sells trastuzumab and rituximab, which treats lymphoma.");
  CHECK(relative.states("rituximab treats lymphoma"));
  CHECK_FALSE(relative.states("trastuzumab treats lymphoma"));
  CHECK(Layers("Pfizer sells trastuzumab and rituximab, which treat lymphoma.").states("trastuzumab treats lymphoma"));
}

TEST_CASE("what neither of two does nobody does") {
  const Layers layers("If Roche ends it, then neither Pfizer nor Novartis shall sell trastuzumab in Japan.");
  for (const char* name : {"Pfizer", "Novartis", "Roche"}) {
    CAPTURE(name);
    CHECK_FALSE(layers.states(std::string(name) + " commercializes trastuzumab"));
  }
}

TEST_CASE("a drug that another is compared with is not given with it") {
  const Layers layers("Pfizer runs a Phase 3 study of trastuzumab plus rituximab vs. bevacizumab in lymphoma.");
  CHECK(layers.states("trastuzumab combined_with rituximab"));
  CHECK_FALSE(layers.states("trastuzumab combined_with bevacizumab"));
  CHECK_FALSE(layers.states("rituximab combined_with bevacizumab"));
}

TEST_CASE("what was given together was so whether it worked or not") {
  CHECK(Layers("Trastuzumab plus rituximab did not improve survival.").states("trastuzumab combined_with rituximab"));
  CHECK_FALSE(Layers("Trastuzumab was not combined with rituximab.").states("trastuzumab combined_with rituximab"));
}

TEST_CASE("a sentence of several drugs without names is of none that was named before") {
  const Layers layers("# Trastuzumab\n\nIn 2024, we shared Phase 3 data for our breast cancer drug and our lung cancer drug.\n");
  CHECK_FALSE(layers.states("trastuzumab in_phase Phase 3"));
}

TEST_CASE("the stop of a legal form may end a sentence before the next company") {
  CHECK_FALSE(Layers("It was part of the acquisition of Centocor, Inc. by Quillon Therapeutics plc. Pfizer received cash.").states("Pfizer acquires Centocor, Inc."));
}

TEST_CASE("a committee that recommends approval has not approved, with or without an article") {
  CHECK_FALSE(Layers("The EMA recommended approval of trastuzumab for gout.").states("trastuzumab approved_by EMA"));
  CHECK(Layers("In May 2020, the EMA granted final approval of trastuzumab for gout.").states("trastuzumab approved_by EMA"));
}

TEST_CASE("what was submitted in part was submitted") {
  CHECK(Layers("Pfizer submitted to the FDA the first part of its NDA for trastuzumab.").states("trastuzumab submitted_to FDA"));
}

TEST_CASE("a participle behind a target hangs on it with a hyphen or without") {
  CHECK(Layers("Pfizer develops trastuzumab, a HER2 targeted antibody.").states("trastuzumab targets HER2"));
  CHECK(Layers("Capmatinib is the first orally administered MET inhibitor.").states("capmatinib targets MET"));
}

TEST_CASE("a preposition before a relative hangs what stands before it on the verb") {
  CHECK(Layers("Trastuzumab, for which Pfizer has received Orphan Drug Designation, is in Phase 2.").states("trastuzumab has_designation Orphan Drug Designation"));
  CHECK(Layers("Trastuzumab is a drug in development for gout, for which Pfizer has received Orphan Drug Designation.").states("trastuzumab has_designation Orphan Drug Designation"));
  CHECK(Layers("The trial in which trastuzumab was given with rituximab is over.").states("trastuzumab combined_with rituximab"));
}

TEST_CASE("products in addition to a drug are not given with it") {
  CHECK_FALSE(Layers("The most advanced candidate in addition to trastuzumab is rituximab.").states("trastuzumab combined_with rituximab"));
}
