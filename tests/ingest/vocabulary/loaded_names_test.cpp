#include "ingest/vocabulary/loaded_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ingest/names/identify.hpp"
#include "tests/ingest/importing.hpp"
#include "tests/ingest/mention_fixture.hpp"

namespace rxgraph::ingest {
using namespace testing;

namespace {

/// Diseases, genes, companies and drugs that are not, so that the program's own vocabularies know none of them.
constexpr std::string_view diseases = R"(format-version: 1.2

[Term]
id: TOY:1
name: toy disease

[Term]
id: TOY:2
name: wobbling palsy
synonym: "Quill's wobble" EXACT []
synonym: "general shakes" RELATED []
synonym: "WBP" EXACT []
synonym: "set back" EXACT []
is_a: TOY:1

[Term]
id: TOY:3
name: slow wobbling palsy
is_a: TOY:2

[Term]
id: TOY:4
name: quiverosa
synonym: "march" EXACT []
is_a: TOY:1
)";
constexpr std::string_view genes =
    "hgnc_id\tsymbol\tname\tstatus\talias_symbol\talias_name\n"
    "HGNC:90001\tWOBL1\twobbling protein 1\tApproved\tCAT|IMPACT|WP9\t\n"
    "HGNC:90002\tREST\tresting factor beta\tApproved\tWP9\t\n"
    "HGNC:90003\tSET\tsetting protein 2\tApproved\t\t\n";
constexpr std::string_view companies =
    R"({"0":{"cik_str":77,"ticker":"WOB","title":"WOBBLE BIOSCIENCES INC"},"1":{"cik_str":78,"ticker":"TGTX","title":"TARGET CORP"},)"
    R"("2":{"cik_str":79,"ticker":"GEN","title":"General Partners Inc."},"3":{"cik_str":80,"ticker":"QVR","title":"Quiverly, Inc."}})";
constexpr std::string_view drugs = "name\ttype\tid\tsynonyms\nWobblexo\tCompound\tmine:5\tWB-77\nwobblocin\tCompound\tmine:6\t\nforms\tCompound\tmine:7\t\n";

const LoadedNames& loaded() {
  static const LoadedNames names = [] {
    std::vector<TermBook> books;
    for (const std::string_view text : {diseases, genes, companies, drugs}) books.push_back(book_of_text(text));
    return LoadedNames(std::move(books), core());
  }();
  return names;
}

/// What is found in `lines` with all of these loaded.
Analysed analyse_loaded(const std::vector<std::string>& lines) {
  static const MentionFinder finder(core(), &loaded());
  Analysed analysed;
  analysed.document = document_of(lines);
  analysed.memory = finder.begin({});
  analysed.analysis = finder.find(analysed.document, {}, analysed.memory);
  return analysed;
}

Strings said(const std::string& line) { return analyse_loaded({line}).said(); }

/// The words of the first line that are mentions because a loaded vocabulary has them.
Strings by_vocabulary(const std::vector<std::string>& lines) {
  const Analysed analysed = analyse_loaded(lines);
  const AnalysedSentence& sentence = analysed.analysis.sentences.at(0);
  Strings found;
  for (const Mention& mention : sentence.mentions) {
    if (mention.how != std::string_view("loaded vocabulary")) continue;
    found.emplace_back(analysed.document.words({sentence.tokens[mention.first].text.begin, sentence.tokens[mention.last - 1].text.end}));
  }
  return found;
}

/// The ids of the thing of `type` that `name` names in `lines`, as "registry:number".
Strings ids_in(const std::vector<std::string>& lines, const std::string& type, const std::string& name) {
  Analysed analysed = analyse_loaded(lines);
  identify(analysed.memory, loaded());
  for (const LocalEntity& local : analysed.memory.entities) {
    const bool called = std::any_of(local.names.begin(), local.names.end(), [&](const NameUse& use) { return use.text == name; });
    if (!called || local.type == no_type || core().types[static_cast<std::size_t>(local.type)].name != type) continue;
    Strings ids;
    for (const auto& [registry, id] : local.ids) ids.push_back(registry + ":" + id);
    return ids;
  }
  return {"no such thing"};
}

}  // namespace

TEST_CASE("names of a loaded vocabulary are things of their types") {
  CHECK(said("It is a therapy for quiverosa and for wobbling palsies.") == Strings{"Indication quiverosa", "Indication wobbling palsies"});
  CHECK(said("Our antibody binds WOBL1 in mice.") == Strings{"Target WOBL1"});
  CHECK(said("It blocks wobbling protein 1 and resting factor beta.") == Strings{"Target wobbling protein 1", "Target resting factor beta"});
  CHECK(said("We met Wobble Biosciences in Boston.") == Strings{"Company Wobble Biosciences"});
  CHECK(said("Patients took wobblocin or Wobblexo daily.") == Strings{"Compound wobblocin", "Compound Wobblexo"});
}

TEST_CASE("the longest name at a place counts, hyphens or not") {
  CHECK(said("It is a therapy for slow wobbling palsy.") == Strings{"Indication slow wobbling palsy"});
  CHECK(said("It is a therapy for slow-wobbling palsy.") == Strings{"Indication slow-wobbling palsy"});
}

TEST_CASE("words of the language and abbreviations are no mentions, whatever a vocabulary calls so") {
  for (const char* const line : {"The rest of the set had an impact in march.", "The REST of the SET had an IMPACT.", "A CAT scan was taken.", "Our target is general partners.",
                                 "Target dates were set back.", "General Partners are liable under the law.", "The forms were sent on time.", "It marches on, and forms follow."}) {
    CAPTURE(line);
    CHECK(by_vocabulary({line}) == Strings{});
  }
}

TEST_CASE("a name that is known by its capitals needs them") {
  CHECK(by_vocabulary({"They were WOBL1 carriers."}) == Strings{"WOBL1"});
  CHECK(by_vocabulary({"They were wobl1 carriers."}) == Strings{});
  CHECK(by_vocabulary({"Some Wobble Biosciences are taught there."}) == Strings{"Wobble Biosciences"});
  CHECK(by_vocabulary({"Some wobble biosciences are taught there."}) == Strings{});
  CHECK(by_vocabulary({"WOBBLE BIOSCIENCES ARE TAUGHT THERE."}) == Strings{});
  CHECK(by_vocabulary({"Nobody took Wobblexo at all."}) == Strings{"Wobblexo"});
  CHECK(by_vocabulary({"Nobody took wobblexo at all."}) == Strings{});
  CHECK(by_vocabulary({"We took Wobblexo home.", "To wobblexo is to sway."}) == Strings{});
}

TEST_CASE("a part of a longer code is no name") {
  CHECK(by_vocabulary({"They tested WOBL1 there."}) == Strings{"WOBL1"});
  CHECK(by_vocabulary({"They tested WOBL1-101 there."}) == Strings{});
  CHECK(by_vocabulary({"They tested WOBL1/2 there."}) == Strings{});
}

TEST_CASE("what the text itself supports gets the identifier that it was too vague to stand for") {
  CHECK(ids_in({"Its CAT inhibitor is an anti-CAT antibody."}, "Target", "CAT") == Strings{"hgnc:90001"});
  CHECK(ids_in({"A CAT scan was taken."}, "Target", "CAT") == Strings{"no such thing"});
  CHECK(ids_in({"It treats wobbling palsy (WBP). WBP is rare."}, "Indication", "wobbling palsy") == Strings{"toy:2"});
  CHECK(ids_in({"It is a therapy for Quill's wobble."}, "Indication", "Quill's wobble") == Strings{"toy:2"});
}

TEST_CASE("a company is identified by its name with a legal form, or by several words, or by a ticker that fits its name") {
  CHECK(ids_in({"We work with Quiverly, Inc. of Boston."}, "Company", "Quiverly, Inc.") == Strings{"cik:0000000080"});
  CHECK(ids_in({"We work with Quiverly Corporation of Boston."}, "Company", "Quiverly Corporation") == Strings{"cik:0000000080"});
  CHECK(ids_in({"We work with Wobble Biosciences of Boston."}, "Company", "Wobble Biosciences") == Strings{"cik:0000000077"});
  CHECK(ids_in({"We work with Quiverly Global Medicines (Nasdaq: QVR) of Boston."}, "Company", "Quiverly Global Medicines") == Strings{"cik:0000000080", "ticker:QVR"});
  CHECK(ids_in({"We work with Zorbexia Medicines (Nasdaq: QVR) of Boston."}, "Company", "Zorbexia Medicines") == Strings{"ticker:QVR"});
}

TEST_CASE("a name that two terms have identifies none") {
  CHECK(ids_in({"It is an anti-WP9 antibody against WP9."}, "Target", "WP9") == Strings{});
}

TEST_CASE("nothing is identified across types or against an id that a thing has") {
  FilingMemory memory;
  memory.rules.resize(core().types.size());
  const auto type = [](const std::string& name) {
    return static_cast<std::int16_t>(std::find_if(core().types.begin(), core().types.end(), [&](const EntityType& t) { return t.name == name; }) - core().types.begin());
  };
  const std::uint32_t compound = memory.add(type("Compound"), {"wobbling palsy", 0, {}, "text"});
  const std::uint32_t gene = memory.add(type("Target"), {"WOBL1", 0, {}, "text"});
  memory.entities[gene].ids["hgnc"] = "1";
  identify(memory, loaded());
  CHECK(memory.entities[compound].ids.empty());
  CHECK(memory.entities[gene].ids == std::map<std::string, std::string>{{"hgnc", "1"}});
}

TEST_CASE("a thing gets the preferred name of its term, and the names of what it is a kind of, which are none of its own") {
  Analysed analysed = analyse_loaded({"It is a therapy for slow wobbling palsy.", "It is a therapy for Quill's wobble."});
  identify(analysed.memory, loaded());
  Strings names;
  for (const LocalEntity& local : analysed.memory.entities) {
    for (const NameUse& use : local.names) names.push_back(local.name + " " + use.how + " " + use.text);
  }
  CHECK(std::count(names.begin(), names.end(), "slow wobbling palsy broader wobbling palsy") == 1);
  CHECK(std::count(names.begin(), names.end(), "Quill's wobble vocabulary wobbling palsy") == 1);
  CHECK(analysed.memory.find(analysed.analysis.sentences[0].mentions[0].type, "wobbling palsy") == analysed.analysis.sentences[1].mentions[0].entity);

  Told told;
  const Extractor extractor(core(), &loaded());
  const FilingRecords records = extractor.extract({"a.txt", Bytes("Acme Inc. develops ABC-101 for slow wobbling palsy.\n")}, told);
  REQUIRE(!records.statements.empty());
  CHECK(records.filing.ontology != core().fingerprint);
  CHECK(records.filing.ontology == extractor.fingerprint());
  CHECK(Extractor(core()).fingerprint() == core().fingerprint);
  for (const Statement& statement : records.statements) {
    for (const std::string& alias : statement.object.aliases) CHECK(alias != "wobbling palsy");
    if (statement.relation == "treats") CHECK(statement.object.ids == std::map<std::string, std::string>{{"toy", "3"}});
  }
}

TEST_CASE("the order in which vocabularies are given does not change what they are together") {
  const auto fingerprint = [](std::vector<std::string_view> texts) {
    std::vector<TermBook> books;
    for (const std::string_view text : texts) books.push_back(book_of_text(text));
    return LoadedNames(std::move(books), core()).fingerprint();
  };
  CHECK(fingerprint({diseases, genes}) == fingerprint({genes, diseases}));
  CHECK(fingerprint({diseases, diseases}) == fingerprint({diseases}));
  CHECK(fingerprint({}) == "");
}

}  // namespace rxgraph::ingest
