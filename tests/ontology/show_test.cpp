#include "ontology/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/error.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

namespace {

const char* const small = R"({"iri": "https://t.example/", "prefixes": {"x": "https://x.example/"},
  "types": [{"name": "Firm", "description": "A business.", "nominals": ["firm"]}, {"name": "Bank", "parent": "Firm"}, {"name": "Pact", "named": false}],
  "relations": [
    {"name": "lends_to", "description": "It gave the other a loan.", "subject": "Bank", "object": "Firm", "inverse": "borrows_from", "time": "event",
     "qualifiers": {"amount": "number", "kind": ["bridge", "term"], "agent": {"entity": "Bank"}}, "identity": "amount",
     "mappings": {"exact": "x:lends", "broad": ["https://y.example/gives", "x:gives"]},
     "frames": [{"verb": ["lend", "advance"], "agent": "subject", "to|recipient": "object:Bank", "theme": {"noun": "*", "of": "amount"}, "set": {"kind": "term"}},
                {"columns": true, "subject": ["lender", "bank"], "object": "borrower"}],
     "examples": [{"text": "Acme Bank lent Bolt $5.", "subject": "Acme Bank", "object": "Bolt", "qualifiers": {"amount": 5}}],
     "counter_examples": ["Acme Bank lent nothing."]},
    {"name": "lender", "subject": "Pact", "object": "Bank", "role": true},
    {"name": "borrower", "subject": "Pact", "object": "Firm", "role": true}],
  "deals": [{"type": "Pact", "noun": "loan", "by": "lender", "to": "borrower?"}],
  "derivations": [{"id": "loan", "when": ["?p lender ?b", "?p borrower ?f"], "then": "?b lends_to ?f"}],
  "vocabularies": [{"name": "banks", "kind": "names", "type": "Bank", "source": "the street", "terms": ["Acme Bank", {"name": "B", "synonyms": ["Bee"]}]}]})";

}  // namespace

TEST_CASE("lists of what an ontology declares") {
  const Ontology ontology = alone(small);
  CHECK(type_rows(ontology).at(0) == TypeRow{"Firm", "", "A business.", 1, 0});
  CHECK(type_rows(ontology).at(1) == TypeRow{"Bank", "Firm", "", 0, 2});
  CHECK(relation_rows(ontology).at(0) ==
        RelationRow{"lends_to", "Bank", "Firm", "event", "amount*, kind, agent", 2, "It gave the other a loan."});
  CHECK(relation_rows(ontology).at(1).frames == 1);
  CHECK(vocabulary_rows(ontology).at(0) == VocabularyRow{"banks", "names", "Bank", 2, "the street"});
}

TEST_CASE("a relation in full") {
  CHECK(describe(alone(small), "lends_to") ==
        "lends_to\n"
        "  holds where  It gave the other a loan.\n"
        "  between      Bank -> Firm\n"
        "  backwards    borrows_from\n"
        "  time         event\n"
        "  qualifier    amount: number (part of its identity)\n"
        "  qualifier    kind: bridge | term\n"
        "  qualifier    agent: name of a Bank\n"
        "  IRI          https://t.example/lends_to\n"
        "  Neo4j        LENDS_TO\n"
        "  exact match  x:lends\n"
        "  broad match  https://y.example/gives, x:gives\n"
        "  frame        lends_to.verb.1: verb lend, advance: agent = subject, to|recipient = object:Bank, theme = (noun *: of = amount), set "
        "{\"kind\":\"term\"}\n"
        "  frame        lends_to.columns.1: columns: subject under lender|bank, object under borrower\n"
        "  derived      loan: ?p lender ?b and ?p borrower ?f give ?b lends_to ?f\n"
        "  example      Acme Bank lent Bolt $5.\n"
        "               Acme Bank -> Bolt {\"amount\":5}\n"
        "  but not      Acme Bank lent nothing.\n");
}

TEST_CASE("a type, a role, a vocabulary and a derivation in full") {
  const Ontology ontology = alone(small);
  CHECK(describe(ontology, "Bank") ==
        "Bank\n"
        "  a kind of    Firm\n"
        "  IRI          https://t.example/Bank\n"
        "  Neo4j        Bank\n"
        "  subject of   lends_to Firm\n"
        "  object of    Bank lends_to\n"
        "  object of    Pact lender\n"
        "  object of    Pact borrower\n"
        "  vocabulary   banks (names, 2 terms)\n");
  CHECK(describe(ontology, "lender").find("deal         pact.noun.1: noun loan: by = lender, to = borrower\n") != std::string::npos);
  CHECK(describe(ontology, "banks") == "banks\n  kind         names\n  names        Bank\n  source       the street\n  terms        2\n               Acme Bank\n"
                                       "               B = Bee\n");
  CHECK(describe(ontology, "loan") == "loan\n  ?p lender ?b and ?p borrower ?f give ?b lends_to ?f\n");
}

TEST_CASE("an unknown name is told with what is near") {
  CHECK_THROWS_WITH_AS(describe(alone(small), "lend_to"), "no type, relation, vocabulary, question or derivation is called 'lend_to'; did you mean 'lends_to'?",
                       UnknownName);
}

TEST_CASE("everything in the core can be described") {
  for (const TypeRow& row : type_rows(core())) CHECK(describe(core(), row.name).find(row.description) != std::string::npos);
  for (const RelationRow& row : relation_rows(core())) CHECK(describe(core(), row.name).find(row.description) != std::string::npos);
}
