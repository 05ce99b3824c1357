#include <doctest/doctest.h>

#include "ingest/read/json_filing.hpp"
#include "ingest/read/source.hpp"
#include "tests/ingest/folder.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const std::string crawled =
    "{\n    \"cik\": \"123456\",\n    \"company\": \"ZETA BIO INC\",\n    \"filing_type\": \"10-K\",\n    \"filing_date\": \"2019-02-20\",\n"
    "    \"period_of_report\": \"2018-12-31\",\n    \"sic\": \"2834\",\n    \"htm_filing_link\": null,\n"
    "    \"complete_text_filing_link\": \"https://host/edgar/data/123456/0000654321-19-000007.txt\",\n    \"filename\": \"123456_10K_2018_0000654321-19-000007.htm\",\n"
    "    \"item_1\": \"Item 1. Business\\nZeta Bio\\u2019s compound is \\\"ZB-1\\\".\\nIt is new.\",\n"
    "    \"item_1A\": \"It may fail.\\n\\nOr succeed \\ud83d\\ude00 one day.\",\n    \"item_2\": \"\",\n    \"item_16\": \"\"\n}\n";

const std::string corpus_row =
    "{\"filename\": \"718413_1993.txt\", \"cik\": \"718413\", \"year\": \"1993\", \"section_1\": \"ITEM 1. BUSINESS\\nOmega makes things.\", \"section_1A\": \"\", \"section_2\": \"A house.\"}";

std::vector<std::string> section_names(const DocumentText& document) {
  std::vector<std::string> names;
  for (const Section& section : document.sections) names.push_back(section.name);
  return names;
}

/// Sentences whose bytes in `file`, unescaped, do not show their words.
std::size_t unfound(const FilingText& text, std::string_view file) {
  std::size_t count = 0;
  for (const DocumentText& document : text.documents) {
    for (const Sentence& sentence : document.sentences) {
      std::string shown;
      for (const ByteRange& range : document.map.bytes(sentence.text)) shown += read_passage(file, range) + " ";
      count += !same_words(shown, document.words(sentence.text));
    }
  }
  return count;
}

}  // namespace

TEST_CASE("a filing of edgar-crawler is one document, whose items are its sections") {
  const FilingText text = read(crawled);
  const Filing& filing = text.filing;
  CHECK(filing.accession == "0000654321-19-000007");
  CHECK(filing.form == "10-K");
  CHECK(filing.filed == "2019-02-20");
  CHECK(filing.period == "2018-12-31");
  CHECK(filing.dated.empty());
  REQUIRE(filing.filers.size() == 1);
  CHECK(filing.filers[0].name == "ZETA BIO INC");
  CHECK(filing.filers[0].cik == "0000123456");
  REQUIRE(text.documents.size() == 1);
  const DocumentText& document = text.documents[0];
  CHECK(document.text.find("Zeta Bio's compound is \"ZB-1\".") != std::string::npos);
  CHECK(section_names(document) == std::vector<std::string>{"1", "1A"});
  CHECK(document.sections[1].kind == Section::Kind::risk_factors);
  CHECK(broken_rule(document, crawled) == "");
}

TEST_CASE("ranges of a JSON filing are bytes of its file, escapes and all") {
  const FilingText text = read(crawled);
  CHECK(unfound(text, crawled) == 0);
  const DocumentText& document = text.documents.at(0);
  const auto at = static_cast<std::uint32_t>(document.text.find("Zeta Bio's"));
  const std::vector<ByteRange> where = document.map.bytes({at, at + 10});
  REQUIRE(where.size() == 1);
  CHECK(crawled.substr(where[0].begin, where[0].end - where[0].begin) == "Zeta Bio\\u2019s");
  CHECK(read_passage(crawled, where[0]) == "Zeta Bio's");
}

TEST_CASE("a row of EDGAR-CORPUS has a filer and a year") {
  const FilingText text = read(corpus_row);
  CHECK(text.filing.filers.at(0).cik == "0000718413");
  CHECK(text.filing.filed.empty());
  CHECK(text.filing.dated == "1993");
  CHECK(text.filing.dated_by == "year");
  REQUIRE(text.documents.size() == 1);
  CHECK(section_names(text.documents[0]) == std::vector<std::string>{"1", "2"});
  CHECK(unfound(text, corpus_row) == 0);
}

TEST_CASE("the parts of a quarterly report are not read twice") {
  const FilingText text = read("{\"cik\": 1, \"filing_type\": \"10-Q\", \"part_1\": \"Words of one. Words of two.\", \"part_1_item_1\": \"Words of one.\", \"part_1_item_2\": \"Words of two.\", "
                               "\"part_2\": \"Whole part.\", \"part_2_item_1A\": \"\"}");
  REQUIRE(text.documents.size() == 1);
  CHECK(section_names(text.documents[0]) == std::vector<std::string>{"I-1", "I-2", "II"});
  CHECK(text.documents[0].text == "Words of one.\nWords of two.\nWhole part.");
}

TEST_CASE("the items of an 8-K in JSON are those that hold text") {
  const FilingText text = read("{\"cik\": \"1\", \"filing_type\": \"8-K\", \"filing_date\": \"2020-05-05\", \"item_1.01\": \"\", \"item_8.01\": \"It happened.\", \"item_9.01\": \"A list.\"}");
  CHECK(text.filing.items == std::vector<std::string>{"8.01", "9.01"});
  CHECK(text.filing.form == "8-K");
}

TEST_CASE("lines of JSON are a filing each") {
  const Folder folder;
  const std::string path = folder.add("train.jsonl", corpus_row + "\n" + "\n{\"other\": 1}\n" + corpus_row.substr(0, corpus_row.size() - 1) + ", \"section_3\": \"Three.\"}\n");
  CHECK(is_json_lines(corpus_row + "\n" + corpus_row));
  CHECK_FALSE(is_json_lines(corpus_row + "\n"));
  CHECK_FALSE(is_json_lines(crawled));
  Reports reports;
  FileSource source({path}, reports);
  std::vector<std::string> paths;
  FilingOpener opener;
  while (const auto raw = source.next()) {
    paths.push_back(raw->path.substr(folder.path().size() + 1));
    const FilingText text = read_filing(*raw, reports);
    CHECK(unfound(text, raw->bytes.view()) == 0);
    CHECK(opener.open(raw->path).view() == raw->bytes.view());
  }
  CHECK(paths == std::vector<std::string>{"train.jsonl!1", "train.jsonl!4"});
  CHECK(source.counts().passed_over == 2);
  CHECK(reports.all.empty());
}

TEST_CASE("broken JSON is told with its byte") {
  Reports reports;
  const FilingText text = read_filing(RawFiling{"cut.json", Bytes(crawled.substr(0, crawled.find("item_2")))}, reports);
  CHECK(text.documents.empty());
  REQUIRE(reports.all.size() == 1);
  CHECK(reports.all[0].message.starts_with("broken JSON at byte "));
  CHECK(reports.all[0].message.ends_with(" Is the copy complete?"));
  CHECK(reports.all[0].severity == Diagnostic::Severity::error);
}

TEST_CASE("other JSON is no filing") {
  CHECK_FALSE(is_json_filing("{\"slug\": \"x\", \"facts\": []}"));
  CHECK_FALSE(is_json_filing("{\"cik\": \"1\", \"name\": \"ZETA\", \"filings\": {}}"));
  CHECK_FALSE(is_json_filing("\"cik\" item_1"));
  CHECK_FALSE(is_json_filing(""));
  CHECK(is_json_filing(crawled));
  CHECK(why_no_filing(crawled) == "");
}

TEST_CASE("escapes are decoded, and one that is cut shows nothing") {
  CHECK(json_unescaped("a\\n\\t\\\"\\\\\\/b\\u0041\\u00e9\\ud83d\\ude00") == "a\n\t\"\\/bA\u00E9\U0001F600");
  CHECK(json_unescaped("a\\") == "a");
  CHECK(json_unescaped("a\\u00") == "a");
  CHECK(json_unescaped("") == "");
}

TEST_CASE("a file as edgar-crawler writes it, with CRLF, nulls and characters beyond ASCII, is read") {
  const std::string file =
      "{\r\n    \"cik\": \"123\",\r\n    \"company\": \"ALPHA PHARMA INC\",\r\n    \"filing_type\": \"10-K\",\r\n    \"filing_date\": \"2010-02-25\",\r\n    \"period_of_report\": \"2010-01-03\",\r\n"
      "    \"sic\": null,\r\n    \"state_of_inc\": null,\r\n    \"fiscal_year_end\": \"1228\",\r\n    \"filename\": \"123_10K_2010_0000000000-10-000008.htm\",\r\n"
      "    \"item_1\": \"ITEM 1.\\nBUSINESS\\nAlpha\u2019s drug \u201czanalimab\u201d is in Phase 2.\",\r\n    \"item_1A\": \"\",\r\n    \"item_4\": \"ITEM 4.\\nMINE SAFETY\\nNothing.\",\r\n    \"SIGNATURE\": null\r\n}";
  const FilingText text = read(file);
  CHECK(text.filing.accession == "0000000000-10-000008");
  CHECK(text.filing.form == "10-K");
  CHECK(text.filing.filed == "2010-02-25");
  CHECK(text.filing.period == "2010-01-03");
  REQUIRE(text.filing.filers.size() == 1);
  CHECK(text.filing.filers[0].cik == "0000000123");
  REQUIRE(text.documents.size() == 1);
  const DocumentText& document = text.documents.front();
  REQUIRE(document.sections.size() == 2);
  CHECK(document.sections[0].name == "1");
  CHECK(document.sections[1].name == "4");
  CHECK(document.text.find("Alpha's drug \"zanalimab\" is in Phase 2.") != std::string::npos);
  CHECK(unverified(text, file) == 0);
}

TEST_CASE("a passage never bridges two items, whatever the second begins with") {
  for (const std::string begin : {"Q", "<b>Q</b>", "\xE2", "&eacute;", "\\u00e9", "- Q"}) {
    const std::string file = "{\"cik\":\"1\",\"item_1\":\"P\",\"item_2\":\"" + begin + "<li>\"}";
    CAPTURE(begin);
    const FilingText text = read(file);
    REQUIRE(text.documents.size() == 1);
    for (const Sentence& sentence : text.documents[0].sentences) {
      for (const ByteRange& range : text.documents[0].map.bytes(sentence.text)) CHECK(file.substr(range.begin, range.end - range.begin).find("item_") == std::string::npos);
    }
    CHECK(unverified(text, file) == 0);
  }
}
