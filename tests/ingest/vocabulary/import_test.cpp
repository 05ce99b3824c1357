#include <doctest/doctest.h>

#include <filesystem>

#include "base/error.hpp"
#include "base/file.hpp"
#include "tests/ingest/importing.hpp"
#include "tests/ingest/mention_fixture.hpp"

namespace rxgraph::ingest {
using namespace testing;

namespace {

constexpr std::string_view small_obo = R"(format-version: 1.2
data-version: made/2026-11-21
ontology: toy

[Term]
id: TOY:1
name: toy disease

[Term]
id: TOY:2
name: wobbling disease ! a comment
def: "It wobbles." []
synonym: "Quill's wobble" EXACT [TOY:x]
synonym: "wobbly thing" RELATED []
synonym: "WBD" EXACT []
exact_synonym: "older \"wobble\" name" []
is_a: TOY:1 {source="TOY:9"} ! toy disease

[Term]
id: TOY:3
name: slow wobbling disease
is_a: TOY:2 ! wobbling disease

[Term]
id: TOY:4
name: obsolete thing
is_obsolete: true

[Typedef]
id: part_of
name: part of
)";

std::string message_of(std::string_view bytes, const ImportOptions& options = {}) {
  Told told;
  try {
    import_text(bytes, told, options);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("an ontology in OBO gives its terms with ids, synonyms by scope and what is a kind of what") {
  Told told;
  const Imported imported = import_text(small_obo, told);
  CHECK(told.lines == Strings{});
  CHECK(imported.list.format == "obo");
  CHECK(imported.list.source == "mine.txt, made/2026-11-21");
  CHECK(imported.counts.passed_over == 1);
  REQUIRE(imported.list.terms.size() == 3);
  const ListedTerm& wobbling = imported.list.terms[1];
  CHECK(wobbling.type == "Indication");
  CHECK(wobbling.ids == std::vector<std::pair<std::string, std::string>>{{"toy", "2"}});
  CHECK(names_of(wobbling) == Strings{"wobbling disease", "Quill's wobble", "-wobbly thing", "+WBD", "older \"wobble\" name"});
  CHECK(wobbling.names[1].letters == ListedName::Letters::first);
  CHECK(imported.list.terms[2].broader == std::vector<std::uint32_t>{1});
  CHECK(wobbling.broader.empty());  // A term at the top says nothing of those below.
}

TEST_CASE("capitals on every word of most names of an ontology tell nothing") {
  Told told;
  const Imported imported = import_text("format-version: 1.2\n\n[Term]\nid: TOY:1\nname: Wobbling Disease\n\n[Term]\nid: TOY:2\nname: Quaking Disease\n", told);
  CHECK(imported.list.terms[0].names[0].letters == ListedName::Letters::any);
}

TEST_CASE("what is wrong with a term of an ontology is told with its line, and the rest goes on") {
  Told told;
  const Imported imported = import_text(
      "format-version: 1.2\n\n[Term]\nid: TOY:1\nname: wobbling\nsynonym: \"open EXACT []\nis_a: TOY:77 ! gone\nis_a TOY\n\n[Term]\nname: nameless id\n\n[Term]\nid: TOY:1\nname: again\n\n[Term]\nid: TOY:5\nname: last one\n",
      told);
  CHECK(imported.list.terms.size() == 2);
  CHECK(imported.counts.faults == 5);
  CHECK(told.lines == Strings{"mine.txt:6: the synonym \"open EXACT [] has no closing quote; it is left out",
                              "mine.txt:8: 'is_a TOY' is no tag with a value; it is left out",
                              "mine.txt:10: the term has no id; it is left out",
                              "mine.txt:13: the term TOY:1 stands there already; this one is left out",
                              "mine.txt:7: no term TOY:77 stands in the file; the link to it is left out"});
}

TEST_CASE("HGNC's table gives symbols with a digit and names of several words to texts, the others to identify") {
  Told told;
  const Imported imported = import_text(
      "hgnc_id\tsymbol\tname\tstatus\talias_symbol\talias_name\tprev_symbol\tprev_name\tentrez_id\n"
      "HGNC:90001\tWOBL1\twobbling protein 1\tApproved\t\"WBP|CAT9\"\t\"quiver factor|wobblin\"\tOLDW1\t\t70001\n"
      "HGNC:90002\tWOBX\twobblase\tApproved\t\t\t\t\t\n"
      "HGNC:90003\tGONE1~withdrawn\tgone\tEntry Withdrawn\t\t\t\t\t\n"
      "90004\tNOID\tno id\tApproved\n",
      told);
  REQUIRE(imported.list.terms.size() == 2);
  CHECK(imported.list.terms[0].type == "Target");
  CHECK(imported.list.terms[0].ids == std::vector<std::pair<std::string, std::string>>{{"hgnc", "90001"}, {"ncbigene", "70001"}});
  CHECK(names_of(imported.list.terms[0]) == Strings{"WOBL1", "wobbling protein 1", "+WBP", "+CAT9", "+OLDW1", "quiver factor", "+wobblin"});
  CHECK(imported.list.terms[0].names[0].letters == ListedName::Letters::same);
  CHECK(names_of(imported.list.terms[1]) == Strings{"+WOBX", "+wobblase"});
  CHECK(imported.counts.passed_over == 1);
  CHECK(told.lines == Strings{"mine.txt:5: '90004' with the symbol 'NOID' is no gene; the row is left out, an id is written HGNC:5"});
}

TEST_CASE("NCBI's gene_info gives human genes") {
  Told told;
  const Imported imported = import_text(
      "#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\tdescription\tFull_name_from_nomenclature_authority\tOther_designations\n"
      "9606\t70001\tWOBL1\t-\tWBP|CAT9\tMIM:1|HGNC:HGNC:90001|Ensembl:ENSG1\twobbling thing 1\twobbling protein 1\twobbling factor alpha|-\n"
      "10090\t70002\tWobl1\t-\t-\t-\tmouse one\t-\t-\n"
      "9606\tx\tBAD1\n"
      "9606\t70003\tB2\t-\t-\t-\tanother protein of wobbling\t-\t-\tone field too many\n",
      told);
  REQUIRE(imported.list.terms.size() == 1);
  CHECK(imported.list.terms[0].ids == std::vector<std::pair<std::string, std::string>>{{"ncbigene", "70001"}, {"hgnc", "90001"}});
  CHECK(names_of(imported.list.terms[0]) == Strings{"WOBL1", "wobbling protein 1", "+WBP", "+CAT9", "+wobbling factor alpha"});
  CHECK(imported.counts.passed_over == 1);
  CHECK(told.lines == Strings{"mine.txt:4: 'x' with the symbol 'BAD1' is no gene; the row is left out",
                              "mine.txt:5: the row has 10 fields, the head 9; it is left out, look for tabs within a field"});
}

TEST_CASE("gene symbols in three columns are joined by their gene, the approved one first") {
  Told told;
  const Imported imported = import_text("GeneID\ttype\tsymbol\n7\tsynonym\tOLD7\n7\tsymbol\tNEW7\n8\tsymbol\tNEW8A\n8\tnickname\tN8\n", told);
  REQUIRE(imported.list.terms.size() == 2);
  CHECK(names_of(imported.list.terms[0]) == Strings{"NEW7", "+OLD7"});
  CHECK(told.lines == Strings{"mine.txt:5: '8', 'nickname' is no symbol or synonym of a gene; the row is left out"});
}

TEST_CASE("EDGAR's tickers give companies, once for each CIK; a short name of one word is never said") {
  Told told;
  const Imported imported = import_text(
      R"({"0":{"cik_str":77,"ticker":"WOB","title":"WOBBLE INC"},"1":{"cik_str":78,"ticker":"QVR","title":"Quiver & Shake Holdings, Inc. /DE/"},)"
      "\n" R"("2":{"cik_str":77,"ticker":"WOB-B","title":"WOBBLE INC"},"3":{"cik_str":79,"ticker":"X"},"4":{"ticker":"Y","title":"Y Co"}})",
      told);
  REQUIRE(imported.list.terms.size() == 2);
  const ListedTerm& wobble = imported.list.terms[0];
  CHECK(wobble.type == "Company");
  CHECK(wobble.ids == std::vector<std::pair<std::string, std::string>>{{"cik", "0000000077"}, {"ticker", "WOB"}, {"ticker", "WOB-B"}});
  CHECK(names_of(wobble) == Strings{"+WOBBLE INC", "+WOBBLE"});
  CHECK(names_of(imported.list.terms[1]) == Strings{"+Quiver & Shake Holdings, Inc.", "Quiver & Shake"});
  CHECK(imported.list.terms[1].names[1].letters == ListedName::Letters::every);
  CHECK(told.lines == Strings{"mine.txt:2: the entry '3' has no title; it is left out", "mine.txt:2: the entry '4' has no cik_str; it is left out"});
}

TEST_CASE("a list of nonproprietary names is told by its stems") {
  Told told;
  const Imported imported = import_text("# made up\nwobblimab\t90001\nquivertinib\nWOBBLIMAB\n\nshakestatin vedotin\n\t5\n", told);
  CHECK(imported.list.format == "inn");
  REQUIRE(imported.list.terms.size() == 3);
  CHECK(imported.list.terms[0].type == "Compound");
  CHECK(imported.list.terms[0].ids == std::vector<std::pair<std::string, std::string>>{{"inn", "90001"}});
  CHECK(told.lines == Strings{"mine.txt:7: '' is no name; the line is left out, a name stands before its first tab"});
}

TEST_CASE("a table of one's own names its columns") {
  Told told;
  const Imported imported = import_text(
      "name\ttype\tid\tsynonyms\tbroader\tsaid\n"
      "wobbling fever\tIndication\tmine:1|other:x9\tquiver fever|W.F.\t\t\n"
      "great wobbling fever\tIndication\tmine:2\t\tmine:1|nowhere\t\n"
      "Wobblex\tCompound\tmine:3\t\t\tno\n"
      "Acme Wobbles, Inc.\tCompany\t\t\t\t\n"
      "bad type\tCompuond\t\t\t\t\n"
      "bad id\tCompound\t17\t\t\t\n"
      "bad said\tCompound\t\t\t\tmaybe\n"
      "no type\t\t\t\t\t\n"
      "\tCompound\t\t\t\t\n",
      told);
  REQUIRE(imported.list.terms.size() == 4);
  CHECK(names_of(imported.list.terms[0]) == Strings{"wobbling fever", "quiver fever", "+W.F."});
  CHECK(imported.list.terms[1].broader == std::vector<std::uint32_t>{0});
  CHECK(names_of(imported.list.terms[2]) == Strings{"+Wobblex"});
  CHECK(names_of(imported.list.terms[3]) == Strings{"Acme Wobbles, Inc.", "Acme Wobbles"});
  CHECK(told.lines == Strings{"mine.txt:6: unknown type 'Compuond'; did you mean 'Compound'?; the row is left out",
                              "mine.txt:7: the id '17' names no registry; write it like 'mine:17'; the row is left out",
                              "mine.txt:8: 'said' is yes or no, not 'maybe'; the row is left out",
                              "mine.txt:9: the row has no type; the row is left out",
                              "mine.txt:10: the row has no name, or one of more than 500 bytes; the row is left out",
                              "mine.txt:3: no row has the id or name 'nowhere'; the link to it is left out"});
}

TEST_CASE("--as gives the type where rows say none") {
  Told told;
  const Imported imported = import_text("name\nwobblexin forte\n", told, {"", "Compound"});
  CHECK(imported.list.terms.at(0).type == "Compound");
  CHECK(message_of("name\nwobblexin\n") == "mine.txt:1:1: the head has no column 'type'; add one, or say of which type all are with --as");
  CHECK(message_of("name\nwobblexin\n", {"", "Compuond"}) == "unknown type 'Compuond'; did you mean 'Compound'?");
}

TEST_CASE("what cannot be imported says why and what to do") {
  CHECK(message_of("") == "mine.txt: is no vocabulary that is known by its content; say which with --format obo, hgnc, gene_info, gene_symbols, tickers, inn or tsv");
  CHECK(message_of(small_obo, {"oboe", ""}) == "'oboe' is none of obo, hgnc, gene_info, gene_symbols, tickers, inn or tsv; did you mean 'obo'?");
  CHECK(message_of("format-version: 1.2\n") == "mine.txt: names nothing as obo; is it another format? say which with --format");
  CHECK(message_of("{\"0\": {\"cik_str\": 5,}}").starts_with("mine.txt:1:"));
  CHECK(message_of("[]", {"tickers", ""}) == "mine.txt: is no object of companies; take company_tickers.json as EDGAR publishes it");
  CHECK(message_of("a\tb\n", {"tsv", "Target"}) == "mine.txt:1:1: the head has no column 'name'; begin with a line like 'name<TAB>type<TAB>id<TAB>synonyms'");
}

TEST_CASE("lines that are no text are told, twenty of them, then counted") {
  Told told;
  std::string bytes = "\xef\xbb\xbfname\r\ngood name\r\n";
  for (int i = 0; i < 25; ++i) bytes += "bad \xff name\r\n";
  const Imported imported = import_text(bytes, told, {"", "Target"});
  CHECK(imported.list.terms.size() == 1);
  CHECK(imported.list.terms[0].names[0].text == "good name");
  CHECK(imported.counts.faults == 25);
  REQUIRE(told.lines.size() == 21);
  CHECK(told.lines.front() == "mine.txt:3: the line is no text in UTF-8 and is left out; convert the file with 'iconv -t UTF-8'");
  CHECK(told.lines.back() == "mine.txt: 5 more rows are left out like these");
}

TEST_CASE("names by which a text may mean something else are not said") {
  TermList list;
  const auto said = [&](const char* name, const char* type = "Target") {
    list.terms.push_back({type, {}, {{name, true, true, ListedName::Letters::any}}, {}});
  };
  for (const char* name : {"CAT", "REST", "MS", "AB1", "a-b", "(R)-wobblin", "1,2", "IMPACT1", "wobblin"}) said(name);
  said("shared name");
  said("Shared Name", "Compound");
  settle_said(list);
  Strings kept;
  for (const ListedTerm& term : list.terms) {
    if (term.names[0].said) kept.push_back(term.names[0].text);
  }
  CHECK(kept == Strings{"IMPACT1", "wobblin"});
}

TEST_CASE("the vocabularies that registries publish are read without a fault") {
  const std::string folder = std::string(RXGRAPH_SOURCE_DIR) + "/../shared/vocab/";
  if (!std::filesystem::exists(folder + "HumanDO_2016.obo")) {
    MESSAGE("skipped: ../shared/vocab is absent");
    return;
  }
  Told told;
  const auto read = [&](const std::string& name) { return import_terms(name, map_file(folder + name).view(), {}, core(), told); };
  CHECK(read("HumanDO_2016.obo").list.terms.size() == 6574);
  CHECK(read("entrez_symbols-human.tsv").list.terms.size() == 56352);
  CHECK(read("company_tickers.json").list.terms.size() > 5000);
  CHECK(told.lines == Strings{});
}

}  // namespace rxgraph::ingest
