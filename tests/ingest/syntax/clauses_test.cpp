#include <doctest/doctest.h>

#include "tests/ingest/layers.hpp"

using rxgraph::ingest::Candidate;
using rxgraph::ingest::Mood;
using rxgraph::ingest::testing::Layers;
using Words = std::vector<std::string>;

namespace {
bool holds(const Words& list, const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); }
}  // namespace

TEST_CASE("the subject of the active is the agent, its object the theme") {
  const Layers layers("Pfizer developed trastuzumab in Boston.");
  CHECK(layers.agents("develop") == Words{"Pfizer"});
  CHECK(layers.themes("develop") == Words{"trastuzumab"});
}

TEST_CASE("the passive turns them round") {
  const Layers layers("Trastuzumab was developed by Pfizer.");
  REQUIRE(layers.verb("develop") != nullptr);
  CHECK(layers.verb("develop")->passive);
  CHECK(layers.agents("develop") == Words{"Pfizer"});
  CHECK(layers.themes("develop") == Words{"Trastuzumab"});
}

TEST_CASE("a chain of prepositions does not hide the subject") {
  const Layers layers("The antibody of Pfizer for patients with lymphoma inhibits CD20.");
  CHECK(holds(layers.agents("inhibit"), "The antibody"));
  CHECK(layers.themes("inhibit") == Words{"CD20"});
}

TEST_CASE("verbs of a list share their subject and their object") {
  const Layers layers("Pfizer will develop, manufacture and commercialize trastuzumab.");
  for (const char* lemma : {"develop", "manufacture", "commercialize"}) {
    CAPTURE(lemma);
    CHECK(holds(layers.agents(lemma), "Pfizer"));
    CHECK(holds(layers.themes(lemma), "trastuzumab"));
  }
}

TEST_CASE("a relative clause speaks of the noun before it") {
  SUBCASE("as its subject") {
    const Layers layers("Trastuzumab, which inhibits HER2, is sold by Roche.");
    CHECK(holds(layers.agents("inhibit"), "Trastuzumab"));
    CHECK(holds(layers.themes("sell"), "Trastuzumab"));
  }
  SUBCASE("as its object") {
    const Layers layers("Trastuzumab, which Pfizer acquired, inhibits HER2.");
    CHECK(holds(layers.agents("acquire"), "Pfizer"));
    CHECK(holds(layers.themes("acquire"), "Trastuzumab"));
  }
}

TEST_CASE("a participle after a noun is a clause about it") {
  const Layers layers("Trastuzumab, an antibody licensed from Roche, inhibits HER2.");
  CHECK(holds(layers.themes("license"), "an antibody"));
}

TEST_CASE("two objects are a recipient and a theme") {
  const Layers layers("Roche granted Pfizer an exclusive license to trastuzumab.");
  CHECK(layers.recipients("grant") == Words{"Pfizer"});
  CHECK(holds(layers.themes("grant"), "an exclusive license"));
}

TEST_CASE("negation, plans and possibilities colour the verb") {
  CHECK(Layers("Pfizer has not developed trastuzumab.").verb("develop")->negated);
  CHECK(Layers("Pfizer may develop trastuzumab.").verb("develop")->mood == Mood::possible);
  CHECK(Layers("Pfizer plans to develop trastuzumab.").verb("develop")->mood == Mood::planned);
  CHECK(Layers("Pfizer failed to develop trastuzumab.").verb("develop")->negated);
}

TEST_CASE("a possessor hangs on its noun and on nothing else") {
  const Layers layers("Pfizer acquired Roche's antibody.");
  CHECK(layers.themes("acquire") == Words{"antibody"});
}

TEST_CASE("two objects side by side stay apart") {
  const Layers layers("Roche paid Pfizer $5 million.");
  CHECK(layers.recipients("pay") == Words{"Pfizer"});
  CHECK(layers.themes("pay") == Words{"$5 million"});
}

TEST_CASE("a comma that closes an apposition is followed by the verb of the clause") {
  const Layers layers("Trastuzumab, our lead antibody, inhibits HER2.");
  CHECK(holds(layers.agents("inhibit"), "Trastuzumab"));
}

TEST_CASE("an infinitive after a denial is denied with it") {
  CHECK_FALSE(Layers("Pfizer has no intention to develop trastuzumab.").states("Pfizer develops trastuzumab"));
}

TEST_CASE("what a preposition governs is no subject") {
  SUBCASE("before a bare plural verb") {
    const Layers layers("Two antibodies owned by Pfizer inhibit HER2.");
    CHECK(layers.agents("inhibit") == Words{"Two antibodies"});
    CHECK(layers.themes("inhibit") == Words{"HER2"});
  }
  SUBCASE("before a passive") {
    const Layers layers("Two antibodies owned by Pfizer are sold in Japan.");
    CHECK(layers.themes("sell") == Words{"Two antibodies"});
  }
}

TEST_CASE("a word that may be a verb ends the sentence") {
  const Layers layers("Pfizer trials");
  CHECK(layers.verb("trial") == nullptr);
}

TEST_CASE("a preposition reaches over a closed apposition") {
  const Layers layers("We began a Phase 1 trial of trastuzumab, our lead antibody, in patients with lymphoma.");
  CHECK(layers.states("trastuzumab treats lymphoma"));
}

TEST_CASE("an adverb shows that a word is a verb") {
  const Layers layers("Trastuzumab selectively targets mutant HER2.");
  CHECK(layers.agents("target") == Words{"Trastuzumab"});
  CHECK(layers.themes("target") == Words{"mutant HER2"});
}

TEST_CASE("a participle after a relative clause speaks of the sentence's subject") {
  const Layers layers("Trastuzumab is an antibody in which Roche has rights, targeting HER2.");
  CHECK(holds(layers.agents("target"), "Trastuzumab"));
}

TEST_CASE("names after a colon go on with the list that a number announced") {
  const Layers layers("We test trastuzumab in psoriasis and two rare diseases: cystic fibrosis and hemophilia A.");
  for (const char* name : {"psoriasis", "cystic fibrosis", "hemophilia A"}) {
    CAPTURE(name);
    CHECK(layers.states(std::string("trastuzumab treats ") + name));
  }
}

TEST_CASE("a study designed to evaluate something is a study of it") {
  const Layers layers("Pfizer began dosing in a Phase 1 study designed to evaluate the safety of trastuzumab in healthy volunteers.");
  CHECK(layers.states("Pfizer develops trastuzumab"));
  CHECK(layers.states("trastuzumab in_phase Phase 1"));
}

TEST_CASE("a bare apostrophe after an s possesses") {
  CHECK(Layers("Trastuzumab is based on Seagen's linker and on Novartis' ABC-742.").states("Novartis owns ABC-742"));
}

TEST_CASE("'we' after a comma begins a clause, and ends the list before it") {
  const Layers layers("Results were shown at the University of Oslo, and we and Pfizer signed a collaboration agreement.");
  CHECK(layers.states("Pfizer collaborates_with University of Oslo") == false);
  CHECK(layers.agents("sign") == Words{"we"});
}

TEST_CASE("a participle that opens the sentence shares the subject of the verb, after a preposition too") {
  CHECK(holds(Layers("By blocking CD20, trastuzumab relieves pain.").agents("block"), "trastuzumab"));
  CHECK(holds(Layers("Developed by Pfizer, trastuzumab met the endpoint.").themes("develop"), "trastuzumab"));
}

TEST_CASE("a name that follows a copula says what the definite subject is") {
  CHECK(Layers("The payload of trastuzumab deruxtecan is DXd.").states("trastuzumab deruxtecan has_payload DXd"));
  CHECK(Layers("The target of AB-1234 is CD20.").states("AB-1234 targets CD20"));
  CHECK_FALSE(Layers("The target of AB-1234 is not CD20.").states("AB-1234 targets CD20"));
  CHECK_FALSE(Layers("A rival of AB-1234 is rituximab.").states("AB-1234 targets rituximab"));
}

TEST_CASE("a second name goes on with the first over the phrase that hangs on it") {
  const Layers layers("AB-1234 engages CD3 on T cells and CD20 on B cells.");
  CHECK(layers.states("AB-1234 targets CD3"));
  CHECK(layers.states("AB-1234 targets CD20"));
  CHECK_FALSE(Layers("AB-1234 blocks CD3 in lymphoma and melanoma.").states("AB-1234 targets melanoma"));
}

TEST_CASE("what follows the colon after a name is said of it") {
  CHECK(Layers("AB-1234: an oral CD20 antagonist").states("AB-1234 targets CD20"));
  CHECK(Layers("AB-1234 (an anti-CD20 antibody): gout, asthma").states("AB-1234 treats asthma"));
  CHECK_FALSE(Layers("Markets of AB-1234: sales rose in gout.").states("AB-1234 treats gout"));
}

TEST_CASE("names in brackets after a name are told apart from other remarks") {
  CHECK(Layers("Pfizer presented rituximab (CD20) and trastuzumab (HER2).").states("rituximab targets CD20"));
  CHECK_FALSE(Layers("Pfizer presented rituximab (see the chapter on CD20).").states("rituximab targets CD20"));
}

TEST_CASE("what a preposition hangs on a verb does not act in its infinitive") {
  const Layers layers("AB-1234 is approved in combination with azacitidine to treat gout.");
  CHECK(layers.states("AB-1234 treats gout"));
}

TEST_CASE("another name in brackets does not end a noun group") {
  CHECK(Layers("AB-1234 is an interleukin-13 (IL-13) inhibitor.").states("AB-1234 targets IL-13"));
  CHECK(Layers("AB-1234 is a B-cell lymphoma 2 (BCL-2) inhibitor.").states("AB-1234 targets Bcl-2"));
}

TEST_CASE("an oral antagonist that is potent, orally available and selective is one noun group") {
  CHECK(Layers("AB-1234 is a potent, orally available antagonist of CD20.").states("AB-1234 targets CD20"));
}

TEST_CASE("what stands behind the second of two things is not said of the first") {
  const Layers layers("Roche runs a Phase 3 trial of trastuzumab in lymphoma and a Phase 2 trial in asthma.");
  Words indications;
  for (const Candidate& candidate : layers.candidates()) {
    const auto indication = candidate.qualifiers.find("indication");
    if (indication == candidate.qualifiers.end()) continue;
    CHECK(indication->second.size() == 1);
    indications.push_back(std::get<std::string>(indication->second.front()));
  }
  CHECK(holds(indications, "lymphoma"));
  CHECK(holds(indications, "asthma"));
}

TEST_CASE("a day after a conjunction dates the verb behind it") {
  const Layers layers("In May 2020 Pfizer licensed trastuzumab from Amgen, and in June 2021 Roche licensed rituximab from Novartis.");
  const std::vector<Candidate> candidates = layers.candidates();
  Words dates;
  for (const Candidate& candidate : candidates) {
    const auto date = candidate.qualifiers.find("date");
    if (date != candidate.qualifiers.end()) dates.push_back(std::get<std::string>(date->second.front()));
  }
  CHECK(dates == Words{"2020-05", "2021-06"});
}

TEST_CASE("of two names over phrases each keeps its own") {
  const Layers layers("Pfizer sells AB-1234 for gout and EF-5678 for asthma.");
  CHECK(layers.states("AB-1234 treats gout"));
  CHECK(layers.states("EF-5678 treats asthma"));
  CHECK_FALSE(layers.states("AB-1234 treats asthma"));
  CHECK_FALSE(layers.states("EF-5678 treats gout"));
}

TEST_CASE("a plural subject in a relative clause of its own has its verb there") {
  CHECK(Layers("Pfizer runs a study in which patients with lymphoma receive trastuzumab.").states("trastuzumab treats lymphoma"));
}

TEST_CASE("how often a drug is taken does not end its noun group") {
  CHECK(Layers("Trastuzumab is a once daily, oral antagonist of CD20.").states("trastuzumab targets CD20"));
  CHECK(Layers("Trastuzumab is a twice-weekly CD20 antagonist.").states("trastuzumab targets CD20"));
  CHECK_FALSE(Layers("Once daily sales of trastuzumab rise, CD20 follows.").states("trastuzumab targets CD20"));
}

TEST_CASE("a drug for what a disease does treats the disease") {
  CHECK(Layers("Trastuzumab is indicated for the reduction of fever in patients with gout.").states("trastuzumab treats gout"));
  CHECK(Layers("Trastuzumab is approved for visual impairment due to glaucoma.").states("trastuzumab treats glaucoma"));
  CHECK_FALSE(Layers("Trastuzumab was late due to gout.").states("trastuzumab treats gout"));
}

TEST_CASE("several names in brackets after a list belong to no one in it") {
  CHECK_FALSE(Layers("rituximab + trastuzumab (CD20 + HER2)").states("trastuzumab targets CD20"));
  CHECK(Layers("AB-1234 (CD20/HER2)").states("AB-1234 targets HER2"));
}

TEST_CASE("how old patients are hides nothing of what they have") {
  CHECK(Layers("AB-1234 was approved for use in children aged 6 to 11 years with gout.").states("AB-1234 treats gout"));
  CHECK(Layers("AB-1234 is indicated for adults 65 years of age and older with gout.").states("AB-1234 treats gout"));
  CHECK(Layers("AB-1234 is indicated for adolescents 12 years and older, weighing at least 40 kg, with gout.").states("AB-1234 treats gout"));
  CHECK_FALSE(Layers("AB-1234 was sold for 12 years with a film on gout.").states("AB-1234 treats gout"));
}

TEST_CASE("a preposition that an \"and\" repeats hangs where the first one hangs") {
  const Layers layers("AB-1234 is indicated for adults with gout who have failed other drugs, and for children with asthma.");
  CHECK(layers.states("AB-1234 treats gout"));
  CHECK(layers.states("AB-1234 treats asthma"));
  CHECK_FALSE(Layers("AB-1234 is indicated for gout; and for asthma, EF-5678 is sold.").states("AB-1234 treats asthma"));
}

TEST_CASE("what a drug is for goes on with another word for treatment") {
  const Layers layers("Pfizer sells AB-1234, an antagonist for treatment of gout and the prevention of asthma.");
  CHECK(layers.states("AB-1234 treats gout"));
  CHECK(layers.states("AB-1234 treats asthma"));
}

TEST_CASE("a mark behind a brand does not make its verb an adjective") {
  CHECK(Layers("ZORBEX® received approval in Japan for the treatment of gout.").states("ZORBEX in_phase Approved"));
}

TEST_CASE("semicolons part items, each headed by a name; what is said of one is not said of the next") {
  const Layers layers("Pfizer is developing three medicines: trastuzumab, an antibody for breast cancer; rituximab; and ofatumumab, which is in Phase 2.");
  CHECK(layers.items("trastuzumab") == Words{"trastuzumab", "rituximab", "ofatumumab"});
  CHECK(Layers("Pfizer is developing trastuzumab; rituximab is in Phase 2; and ofatumumab failed.").items("trastuzumab").empty());
  CHECK(Layers("Pfizer is developing trastuzumab; and rituximab.").items("trastuzumab") == Words{"trastuzumab", "rituximab"});
}

TEST_CASE("a colon behind the verb hides its object no more than none") {
  const Layers layers("Pfizer's medicines include: trastuzumab and rituximab.");
  CHECK(layers.themes("include") == Words{"trastuzumab"});
}

TEST_CASE("a name and a name before a common noun stand in one list") {
  const Layers layers("AB-1234 blocks IL-1 alpha and IL-1 beta signaling.");
  CHECK(layers.states("AB-1234 targets IL-1 alpha"));
  CHECK(layers.states("AB-1234 targets IL-1 beta"));
  CHECK(Layers("AB-1234 inhibits the CD40-CD154 interaction.").states("AB-1234 targets CD40"));
  CHECK(Layers("AB-1234 is an inhibitor of CD20 x CD3.").states("AB-1234 targets CD20"));
}

TEST_CASE("a short name in brackets does not part a name from its hyphen") {
  CHECK(Layers("AB-1234 is a B-cell maturation antigen (BCMA)-directed cell therapy.").states("AB-1234 targets BCMA"));
}

TEST_CASE("who gives something at the start of a sentence is no adjective's noun") {
  CHECK(Layers("The European Commission granted marketing authorization to AB-1234 for gout.").states("AB-1234 in_phase Approved"));
  CHECK(Layers("The European Commission granted marketing authorization to AB-1234 for gout.").states("AB-1234 approved_by European Commission"));
}

TEST_CASE("\"provided\" behind who acts is a verb, unless a condition follows") {
  CHECK(Layers("In return, Pfizer provided Roche marketing rights to trastuzumab.").states("Roche commercializes trastuzumab"));
  CHECK(Layers("In return, the Company provided Roche marketing rights to trastuzumab.").states("Roche commercializes trastuzumab"));
  CHECK(Layers("Pfizer made an agreement, which provided Roche marketing rights to trastuzumab.").verb("provide") != nullptr);
  CHECK(Layers("The agreement provided for a fee.").verb("provide") != nullptr);
  CHECK(Layers("Trastuzumab is sold by Pfizer provided that Roche agrees.").verb("provide") == nullptr);
}

TEST_CASE("the form that a drug comes in belongs to its name") {
  CHECK(Layers("ZORBEX® (AB-1234) nasal spray, a treatment for adults with gout, is sold by Pfizer.").states("ZORBEX treats gout"));
  CHECK(Layers("The FDA approved AB-1234 (Zorbexil) cream for gout.").states("AB-1234 approved_by FDA"));
}

TEST_CASE("what a relative clause says of a disease is not the mood of its drug") {
  const Layers layers("AB-1234 is an antibody for the prevention of gout, which may lead to asthma.");
  CHECK(layers.states("AB-1234 treats gout"));
  for (const rxgraph::ingest::Candidate& candidate : layers.candidates()) {
    if (candidate.relation != nullptr && candidate.relation->name == "treats") CHECK(candidate.modality == rxgraph::Modality::asserted);
  }
}

TEST_CASE("a participle behind a comma speaks of what stands before the phrase, too") {
  CHECK(Layers("AB-1234 as monotherapy or in combination, indicated for the treatment of gout, is new.").states("AB-1234 treats gout"));
}

TEST_CASE("a defined party may be given something") {
  const Layers layers("Roche granted the Company an exclusive license to trastuzumab.");
  CHECK(layers.recipients("grant") == Words{"the Company"});
  CHECK(holds(layers.themes("grant"), "an exclusive license"));
}

TEST_CASE("who enters into something stands before the brackets and appositions between") {
  const Layers layers("Pfizer, a company of repute (together, the Company), entered into a license agreement with Roche.");
  CHECK(holds(layers.agents("enter"), "Pfizer"));
  CHECK(Layers("The agreement, entered into with Roche, ended.").agents("enter").empty());
}

TEST_CASE("who is given the right to do several things does all of them") {
  const Layers layers("Pfizer granted Roche an exclusive right to develop, manufacture and otherwise exploit trastuzumab.");
  for (const char* lemma : {"develop", "manufacture", "exploit"}) {
    CAPTURE(lemma);
    CHECK(holds(layers.agents(lemma), "Roche"));
    CHECK_FALSE(holds(layers.agents(lemma), "Pfizer"));
  }
}

TEST_CASE("a subject with an apposition of several words has its verb behind the comma") {
  const Layers layers("Genentech, a unit of Roche, sells trastuzumab.");
  CHECK(holds(layers.agents("sell"), "Genentech"));
  CHECK(holds(layers.themes("sell"), "trastuzumab"));
}

TEST_CASE("a name between a phrase and its verb's object is the subject, no apposition") {
  const Layers layers("Under these license grants, Pfizer licensed trastuzumab.");
  CHECK(holds(layers.agents("license"), "Pfizer"));
  CHECK(holds(layers.themes("license"), "trastuzumab"));
}

TEST_CASE("a name behind a comma and \"and\" that a verb follows begins a clause") {
  const Layers layers("Pfizer licensed trastuzumab from Roche, and Amgen will pay the fee.");
  CHECK(holds(layers.agents("pay"), "Amgen"));
  CHECK_FALSE(holds(layers.agents("pay"), "Roche"));
}

TEST_CASE("what somebody began doing he does, and a day before the verb does nothing") {
  CHECK(holds(Layers("Beginning in May 2019, Pfizer began paying Roche a fee.").agents("pay"), "Pfizer"));
  CHECK(holds(Layers("Genentech, a unit of Roche, today announced a collaboration.").agents("announce"), "Genentech"));
}

TEST_CASE("what stands behind \"but\" has the subject of the verb before") {
  CHECK(holds(Layers("Trastuzumab was rejected by the FDA but was approved by the EMA.").themes("approve"), "Trastuzumab"));
  CHECK(Layers("Pfizer develops trastuzumab, but Novartis sells it.").agents("sell") == Words{"Novartis"});
}

TEST_CASE("the comma behind whose unit somebody is ends what is said of them") {
  const Layers layers("The parties are Pfizer, Biogen Inc., a subsidiary of Pfizer, and Novartis.");
  CHECK(layers.states("Biogen Inc. subsidiary_of Pfizer"));
  CHECK_FALSE(layers.states("Biogen Inc. subsidiary_of Novartis"));
}

TEST_CASE("passives joined by an \"and\" share who acts") {
  const Layers layers("The application was accepted and granted priority review by the FDA.");
  CHECK(holds(layers.agents("accept"), "the FDA"));
  CHECK(holds(layers.agents("grant"), "the FDA"));
}

TEST_CASE("who permits a thing does not do it") {
  const Layers layers("The FDA cleared the application to begin a trial.");
  CHECK_FALSE(holds(layers.agents("begin"), "The FDA"));
  CHECK(holds(Layers("Pfizer filed an application to begin a trial.").agents("begin"), "Pfizer"));
}

TEST_CASE("behind a relative clause between commas goes on who the sentence is about") {
  const Layers layers("Zorbamab, which Pfizer develops with Roche, entered Phase 2.");
  CHECK(holds(layers.agents("enter"), "Zorbamab"));
  CHECK_FALSE(holds(layers.agents("enter"), "Pfizer"));
}

TEST_CASE("who enters into an agreement to do something does it") {
  CHECK(holds(Layers("Pfizer entered into an agreement to acquire Roche.").agents("acquire"), "Pfizer"));
}
