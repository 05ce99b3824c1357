/// Bad input beside its exact message.

#include <doctest/doctest.h>

#include "ontology/faults.hpp"
#include "ontology/slots.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

namespace {

/// The faults of one frame of a relation that extends `develops`; the frame stands at column 69 of line 1.
std::string frame_faults(const std::string& frame) {
  return faults_with_core(R"({"relations": [{"name": "develops", "extends": true, "frames": [)" + frame + "]}]}");
}

/// The faults of one relation; it stands at column 16.
std::string relation_faults(const std::string& members) {
  return faults_with_core(R"({"relations": [{"name": "made_at", "subject": "Compound", "object": "Company", )" + members + "}]}");
}

/// The faults of one derivation; it stands at column 18.
std::string derivation_faults(const std::string& members) { return faults_with_core(R"({"derivations": [{"id": "d", )" + members + "}]}"); }

std::string vocabulary_faults(const std::string& tsv) {
  const OntologySource sources[] = {core_ontology(),
                                    {"mine.json", R"({"vocabularies": [{"name": "plants", "kind": "words", "file": "p.tsv"}]})", {{"p.tsv", tsv}}}};
  return faults_of([&] { load_ontology(sources); });
}

}  // namespace

TEST_CASE("every fault of every file is told at once, in order of file and line") {
  const OntologySource sources[] = {core_ontology(),
                                    {"one.json", R"({
  "types": [{"name": "Site", "parent": "Compnay"}],
  "relations": [
    {"name": "made_at", "subject": "Compund", "object": "Site", "verbs": ["make"]}
  ]
})", {}},
                                    {"two.json", R"({"relations": [{"name": "ships_to"}]})", {}}};
  CHECK(faults_of([&] { load_ontology(sources); }) ==
        "one.json:2:40: unknown type 'Compnay'; did you mean 'Company'?\n"
        "one.json:4:36: unknown type 'Compund'; did you mean 'Compound' or 'Company'?\n"
        "one.json:4:65: unknown member 'verbs'\n"
        "two.json:1:16: relation 'ships_to' needs the member 'subject'\n"
        "two.json:1:16: relation 'ships_to' needs the member 'object'");
}

TEST_CASE("a fault is also told as a value") {
  try {
    with_core("{\"types\": 5}");
    FAIL("no fault");
  } catch (const OntologyError& error) {
    CHECK(error.faults() == std::vector<OntologyFault>{{"mine.json", 1, 11, "'types' must be an array of objects, not a number"}});
  }
}

TEST_CASE("members are held to their JSON types") {
  CHECK(faults_with_core("[]") == "mine.json:1:1: a file must be an object, not an array");
  CHECK(faults_with_core(R"({"type": []})") == "mine.json:1:2: unknown member 'type'; did you mean 'types'?");
  CHECK(faults_with_core(R"({"types": [{"name": "Site"}, 5]})") == "mine.json:1:30: 'types' must be an array of objects, not a number");
  CHECK(faults_with_core(R"({"types": [{"name": "Site", "named": "no"}]})") == "mine.json:1:38: 'named' must be true or false, not a string");
  CHECK(faults_with_core(R"({"types": [{"nominals": ["a", 1]}]})") ==
        "mine.json:1:12: a type needs the member 'name'\n"
        "mine.json:1:31: 'nominals' must be a string or an array of strings, not a number");
}

TEST_CASE("names and IRIs have their forms") {
  CHECK(faults_with_core(R"({"types": [{"name": "site"}]})") ==
        "mine.json:1:21: 'site' is no name of a type; it has letters and digits and begins with a capital, as in 'DrugClass'");
  CHECK(faults_with_core(R"({"types": [{"name": "Site", "iri": "site"}]})") ==
        "mine.json:1:36: 'site' is no absolute IRI, as 'https://example.org/term' is one");
  CHECK(faults_with_core(R"({"iri": "https://example.org/x"})") ==
        "mine.json:1:9: the base IRI 'https://example.org/x' must be absolute and end with '/' or '#'");
  CHECK(relation_faults(R"("neo4j": "MadeAt")") ==
        "mine.json:1:89: 'MadeAt' is no name of a Neo4j relationship type; it has capital letters, digits and '_', as in 'HAS_PAYLOAD'");
}

TEST_CASE("mappings have known grades, known prefixes, and each term once") {
  CHECK(relation_faults(R"("mappings": {"exct": "schema:location"})") == "mine.json:1:93: unknown member 'exct'; did you mean 'exact'?");
  CHECK(relation_faults(R"("mappings": {"exact": "location"})") ==
        "mine.json:1:102: 'location' is no term; a mapping is a name with a prefix, such as 'biolink:Drug', or an absolute IRI");
  CHECK(relation_faults(R"("mappings": {"exact": ["schema:location", "schema:two words"]})") ==
        "mine.json:1:122: 'schema:two words' is no term; a mapping is a name with a prefix, such as 'biolink:Drug', or an absolute IRI");
  CHECK(relation_faults(R"("mappings": {"exact": "shema:location"})") ==
        "mine.json:1:102: unknown prefix 'shema'; did you mean 'schema'? The member 'prefixes' of a file declares them");
  CHECK(relation_faults(R"("mappings": {"close": "schema:location", "broad": ["schema:location"]})") ==
        "mine.json:1:131: 'schema:location' stands here twice; a term has one grade");
  CHECK(relation_faults(R"("mappings": {"close": ["https://example.org/at", "urn:x:at"]})") == "");
  CHECK(faults_with_core(R"({"prefixes": {"x": "example"}})") == "mine.json:1:20: 'example' is no absolute IRI, as 'https://example.org/term' is one");
  CHECK(faults_with_core(R"({"prefixes": {"x y": "https://x.example/"}})") ==
        "mine.json:1:15: 'x y' is no prefix; it has letters, digits, '.', '-' and '_' and begins with a letter");
  CHECK(faults_with_core(R"({"prefixes": {"schema": "https://x.example/"}})") ==
        "mine.json:1:25: the prefix 'schema' stands for https://schema.org/ already; choose another one");
}

TEST_CASE("a type is not its own ancestor") {
  CHECK(faults_with_core("{\"types\": [{\"name\": \"Site\", \"parent\": \"Plant\"},\n {\"name\": \"Plant\", \"parent\": \"Site\"}]}") ==
        "mine.json:1:39: 'Site' is its own ancestor\n"
        "mine.json:2:30: 'Plant' is its own ancestor");
}

TEST_CASE("qualifiers have known types, and what names one names one that is declared") {
  CHECK(relation_faults(R"("qualifiers": {"since": "dat"})") ==
        "mine.json:1:104: unknown value type 'dat'; it is text, date, number, currency or boolean");
  CHECK(relation_faults(R"("qualifiers": {"size": []})") == "mine.json:1:103: the list of values of 'size' is empty");
  CHECK(relation_faults(R"("qualifiers": {"owner": {"entity": "Compnay"}})") ==
        "mine.json:1:115: unknown type 'Compnay'; did you mean 'Company'?");
  CHECK(relation_faults(R"("qualifiers": {"subject": "text"})") ==
        "mine.json:1:95: a qualifier cannot be called 'subject'; that is a role of every relation");
  CHECK(relation_faults(R"("qualifiers": {"since": "date"}, "identity": ["sinse"])") ==
        "mine.json:1:126: 'made_at' declares no qualifier 'sinse'; did you mean 'since'?");
  CHECK(relation_faults(R"("time": "always")") == "mine.json:1:88: unknown time 'always'; it is timeless, state or event");
  CHECK(relation_faults(R"("qualifiers": {"state": ["open", "shut"]}, "status_of_modality": {"qualifier": "state", "planned": "opne"})") ==
        "mine.json:1:179: 'opne' is no value of 'state'; did you mean 'open'?");
}

TEST_CASE("an inverse is only another reading") {
  CHECK(relation_faults(R"("inverse": "targets")") ==
        "mine.json:1:91: the inverse 'targets' is the name of a relation; an inverse is only another reading");
  CHECK(relation_faults(R"("inverse": "targeted_by")") == "mine.json:1:91: the inverse 'targeted_by' is already that of 'targets'");
  CHECK(relation_faults(R"("inverse": "makes", "symmetric": true)") ==
        "mine.json:1:91: 'made_at' is symmetric and so is its own inverse; drop one of the two");
}

TEST_CASE("a hierarchy joins things of the same types, one way round") {
  CHECK(relation_faults(R"("hierarchy": true)") == "mine.json:1:16: the hierarchy 'made_at' needs the same types as subject and object");
  CHECK(relation_faults(R"("hierarchy": "yes")") == "mine.json:1:93: 'hierarchy' must be true or false, not a string");
}

TEST_CASE("an attribute leads to a class, one way round") {
  CHECK(relation_faults(R"("attribute": true)") ==
        "mine.json:1:16: the attribute 'made_at' ends at Company, which is no class; write \"class\": true there, or drop 'attribute'");
  CHECK(relation_faults(R"("attribute": true, "hierarchy": true)").starts_with(
      "mine.json:1:16: the attribute 'made_at' is neither symmetric nor a role nor a hierarchy; drop one of the two"));
  CHECK(relation_faults(R"("attribute": 1)") == "mine.json:1:93: 'attribute' must be true or false, not a number");
}

TEST_CASE("two relations have two names wherever they go") {
  CHECK(relation_faults(R"("neo4j": "TARGETS")") == "mine.json:1:16: 'made_at' and 'targets' have the same Neo4j name 'TARGETS'");
  CHECK(relation_faults(R"("iri": "https://rxgraph.example/ontology/targets")") ==
        "mine.json:1:16: 'made_at' and 'targets' have the same IRI https://rxgraph.example/ontology/targets");
}

TEST_CASE("a role belongs to something that is not named") {
  CHECK(relation_faults(R"("role": true)") == "mine.json:1:16: the subject of the role 'made_at' must be a type that is not named, as Deal is");
}

TEST_CASE("a frame has one trigger, known slots and known roles") {
  CHECK(frame_faults(R"({"agent": "subject", "theme": "object"})") == "mine.json:1:65: a frame needs one trigger: 'verb', 'noun' or 'columns'");
  CHECK(frame_faults(R"({"verb": "make", "noun": "maker", "agent": "subject"})") ==
        "mine.json:1:65: a frame needs one trigger: 'verb', 'noun' or 'columns'");
  CHECK(frame_faults(R"({"verbs": ["make"], "agent": "subject", "theme": "object"})") ==
        "mine.json:1:65: a frame needs one trigger: 'verb', 'noun' or 'columns'\n"
        "mine.json:1:66: unknown member 'verbs'; did you mean 'verb'?");
  CHECK(frame_faults(R"({"verb": "@start_verb", "agent": "subject", "theme": "object"})") ==
        "mine.json:1:74: '@start_verb' is no vocabulary of kind 'words'; did you mean 'start_verbs'?");
  std::vector<std::string> places = ontology::grammatical_slots(Frame::Trigger::noun);
  places.insert(places.end(), {"a participle such as 'targeting'", "a hyphen form such as '-targeting'", "a preposition"});
  CHECK(frame_faults(R"({"noun": "maker", "qqq": "subject", "head": "subject", "of": "object"})") ==
        "mine.json:1:83: unknown slot 'qqq'; it is " + ontology::listed(places));
  CHECK(frame_faults(R"({"verb": [], "agent": "subject", "theme": "object"})") == "mine.json:1:74: a trigger needs at least one word");
  CHECK(frame_faults(R"({"verb": "make", "agnet": "subject", "agent": "subject", "theme": "object"})") ==
        "mine.json:1:82: unknown slot 'agnet'; did you mean 'agent'?");
  CHECK(frame_faults(R"({"verb": "make", "agent|qqq": "subject", "theme": "object"})") ==
        "mine.json:1:82: unknown slot 'qqq'; it is agent, theme, recipient, when, manner or a preposition");
  CHECK(frame_faults(R"({"verb": "make", "agent": "subjekt", "theme": "object"})") ==
        "mine.json:1:65: no slot of this frame gives the subject\n"
        "mine.json:1:91: unknown role 'subjekt' of 'develops'; did you mean 'subject'?");
  CHECK(frame_faults(R"({"verb": "make", "agent": "subject", "theme": 5})") ==
        "mine.json:1:65: no slot of this frame gives the object\n"
        "mine.json:1:111: the slot 'theme' must be given a role or a nested noun frame, not a number");
  CHECK(frame_faults(R"({"verb": "make", "agent": "subject:Compound", "theme": "object:Compuond"})") ==
        "mine.json:1:91: the role 'subject' of 'develops' admits Company or Organization, not Compound\n"
        "mine.json:1:120: unknown type 'Compuond'; did you mean 'Compound'?");
  CHECK(frame_faults(R"({"verb": "make", "agent": "subject", "theme": "object", "confidence": 1.5})") ==
        "mine.json:1:135: 'confidence' must be above 0 and at most 1");
  CHECK(frame_faults(R"({"verb": "make", "agent": "subject", "theme": "object", "modality": "sure"})") ==
        "mine.json:1:133: unknown modality 'sure'; it is asserted, planned, possible or terminated");
  CHECK(frame_faults(R"({"type": "Deal", "verb": "make", "agent": "subject", "theme": "object"})") ==
        "mine.json:1:74: 'type' belongs to a frame of 'deals'");
  CHECK(frame_faults(R"({"columns": true, "subject": "company", "object": []})") == "mine.json:1:115: the column of 'object' needs header words");
}

TEST_CASE("a nested frame is held to the same rules") {
  CHECK(frame_faults(R"({"verb": "begin", "agent": "subject", "theme": {"off": "object"}})") ==
        "mine.json:1:112: a nested_frame needs the member 'noun'");
  CHECK(frame_faults(R"({"verb": "begin", "agent": "subject", "theme": {"noun": "work", "on": "objekt"}})") ==
        "mine.json:1:65: no slot of this frame gives the object\n"
        "mine.json:1:135: unknown role 'objekt' of 'develops'; did you mean 'object'?");
  CHECK(frame_faults(R"({"verb": "begin", "agent": "subject", "theme": {"noun": "work", "on": "object"}})") == "");
}

TEST_CASE("constants of a frame fit their qualifiers") {
  const auto set = [](const std::string& values) {
    return faults_with_core(
        R"({"relations": [{"name": "pays", "extends": true, "frames": [{"verb": "pay", "agent": "subject", "to": "object", "set": )" + values +
        "}]}]}");
  };
  CHECK(set(R"({"kind": "milstone"})") == "mine.json:1:129: 'milstone' is no value of 'kind'; it is upfront, milestone, royalty, option, equity or other");
  CHECK(set(R"({"amount": "five"})") == "mine.json:1:131: 'amount' must be a number");
  CHECK(set(R"({"currency": "dollar"})") == "mine.json:1:133: 'currency' must be a currency code of three capitals such as 'USD'");
  CHECK(set(R"({"date": "2007-13"})") == "mine.json:1:129: 'date' must be a date such as '2007', '2007-07' or '2007-07-31'");
  CHECK(set(R"({"knid": "other"})") == "mine.json:1:121: 'pays' declares no qualifier 'knid'; did you mean 'kind'?");
  CHECK(set(R"({"kind": ["upfront", "milestone"], "amount": 5})") == "");
}

TEST_CASE("a deal makes a thing that is not named, with roles that its type has") {
  const auto deal = [](const std::string& frame) { return faults_with_core("{\"deals\": [" + frame + "]}"); };
  CHECK(deal(R"({"verb": "sign", "agent": "licensor"})") == "mine.json:1:12: a deal needs the member 'type', the type of the thing that it makes");
  CHECK(deal(R"({"type": "Company", "verb": "sign", "agent": "licensor"})") ==
        "mine.json:1:21: a deal makes a thing that is not named, as Deal is; Company is named");
  CHECK(deal(R"({"type": "Deal", "verb": "sign", "agent": "licenser"})") ==
        "mine.json:1:12: no slot of this frame gives a role of a Deal\n"
        "mine.json:1:54: unknown role 'licenser' of a Deal; did you mean 'licensee' or 'licensor'?");
  CHECK(deal(R"({"type": "Deal", "verb": "sign", "agent": "licensor", "with": "licensee?", "when": "date"})") == "");
}

TEST_CASE("examples say what must be found, counter-examples find nothing") {
  CHECK(relation_faults(R"("examples": [{"text": "A is made at B.", "subject": "A"}])") ==
        "mine.json:1:93: an example needs the 'subject' and the 'object' that must be found");
  CHECK(relation_faults(R"("examples": [{"text": "A is made at B.", "subject": "A", "object": "B", "qualifiers": {"since": "2007"}}])") ==
        "mine.json:1:167: 'made_at' declares no qualifier 'since'");
  CHECK(relation_faults(R"("counter_examples": ["", {"text": "A is not made at B.", "subject": "A"}])") ==
        "mine.json:1:101: an example without words\n"
        "mine.json:1:148: a counter-example states nothing; it has no 'subject'");
}

TEST_CASE("a derivation is made of patterns whose variables hang together") {
  CHECK(derivation_faults(R"("when": ["?a develops"], "then": "?a owns ?b")") ==
        "mine.json:1:39: '?a develops' is no pattern; it reads like '?a develops ?b'\n"
        "mine.json:1:63: the variable ?a of 'then' is not bound by a pattern of 'when' that must match\n"
        "mine.json:1:63: the variable ?b of 'then' is not bound by a pattern of 'when' that must match");
  CHECK(derivation_faults(R"("when": ["?a develop ?b"], "then": "?a owns ?b")").find("unknown relation 'develop'; did you mean 'develops'?") !=
        std::string::npos);
  CHECK(derivation_faults(R"("when": ["?a develops ?b", "?b treats ?c ?"], "then": "?a owns ?c")") ==
        "mine.json:1:84: nothing can be ?c here: it is Indication, and Compound, Technology, Payload or Linker is wanted\n"
        "mine.json:1:84: the variable ?c of 'then' is not bound by a pattern of 'when' that must match");
  CHECK(derivation_faults(R"("when": ["?a develops ?b"], "then": "?b owns ?a")").find("nothing can be ?b here: it is Compound, and Company is wanted") !=
        std::string::npos);
  CHECK(derivation_faults(R"("when": ["?a develops ?b ?"], "then": "?a owns ?b")").find("the first pattern of 'when' cannot be optional") !=
        std::string::npos);
  CHECK(derivation_faults(R"("when": ["?a pays ?b"], "if": {"kind": "bribe"}, "then": "?a collaborates_with ?b")") ==
        "mine.json:1:69: 'bribe' is no value of 'kind'; it is upfront, milestone, royalty, option, equity or other");
  CHECK(derivation_faults(R"("when": ["?a develops ?b"], "then": "?a licenses ?b", "qualifiers": {"licensor": "?z", "date": "?a", "licence": "?a"})") ==
        "mine.json:1:111: a qualifier is derived from a variable of 'when', as in {\"licensor\": \"?z\"}\n"
        "mine.json:1:117: the qualifier 'date' cannot be the name of a thing\n"
        "mine.json:1:131: 'licenses' declares no qualifier 'licence'");
}

TEST_CASE("vocabularies have a kind, a type where their kind needs one, and terms") {
  const auto vocabulary = [](const std::string& members) { return faults_with_core(R"({"vocabularies": [{"name": "v", )" + members + "}]}"); };
  CHECK(vocabulary(R"("terms": [])") == "mine.json:1:19: a vocabulary needs the member 'kind'");
  CHECK(vocabulary(R"("kind": "words")") == "mine.json:1:19: a vocabulary needs 'terms' or a 'file' of them");
  CHECK(vocabulary(R"("kind": "names", "terms": ["a"])") == "mine.json:1:19: a vocabulary of kind 'names' needs the member 'type'");
  CHECK(vocabulary(R"("kind": "words", "terms": ["a", {"name": "a"}, 5, {"name": ""}])") ==
        "mine.json:1:74: term 'a' is given twice; first in line 1\n"
        "mine.json:1:80: a term must be a string or an object, not a number\n"
        "mine.json:1:92: a term without a name");
  CHECK(vocabulary(R"("kind": "words", "file": "none.tsv")") ==
        "mine.json:1:58: the vocabulary file 'none.tsv' cannot be read; it is looked for beside the ontology file");
}

TEST_CASE("a bad line of a vocabulary file is told with its line") {
  CHECK(vocabulary_faults("# a comment\nLeuven\tLouvain\n\nGroton\t\tstate=CT|feature.size=big\r\n") == "");
  CHECK(vocabulary_faults("a\nb\t\tx\na\nc\td||e\n\tf\n1\t2\t3\t4\n\xFF\n") ==
        "p.tsv:2:4: 'x' is no key=value\n"
        "p.tsv:3:1: term 'a' is given twice; first in line 1\n"
        "p.tsv:4:1: an empty synonym of 'c'\n"
        "p.tsv:5:1: a term without a name\n"
        "p.tsv:6:1: a line has at most three fields: name, synonyms, ids and features; this has 4\n"
        "p.tsv:7:1: bytes that are no UTF-8");
}

TEST_CASE("a file is included once") {
  const OntologySource source{"mine.json", R"({"include": ["a.json", "a.json"]})", {{"a.json", "{\"include\": \"a.json\"}"}}};
  CHECK(faults_of([&] { load_ontology({&source, 1}); }) ==
        "mine.json:1:24: 'a.json' is included already\n"
        "a.json:1:13: 'a.json' is included already");
}

TEST_CASE("a damaged file loads or is told, whatever the damage") {
  const std::string whole(core_ontology().text);
  std::uint32_t random = 7;
  const auto next = [&random](std::size_t below) { return (random = random * 1664525 + 1013904223) % below; };
  for (int round = 0; round < 200; ++round) {
    std::string text = whole;
    switch (round % 4) {
      case 0: text.resize(next(text.size())); break;
      case 1: text[next(text.size())] = static_cast<char>(next(256)); break;
      case 2: text.erase(next(text.size()), 1 + next(40)); break;
      case 3: text.insert(next(text.size()), text.substr(next(text.size()), next(60))); break;
    }
    const OntologySource source{"damaged.json", text, core_ontology().files};
    std::size_t digits = 0;
    const std::string faults = faults_of([&] { digits = load_ontology({&source, 1}).fingerprint.size(); });
    CHECK((faults.find("damaged.json") == 0 || faults.find("frames.json") == 0 || digits == 16));
  }
}
