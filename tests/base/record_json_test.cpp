#include "base/record_json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <sstream>

#include "base/error.hpp"

using namespace rxgraph;

namespace {

struct Kept : RecordSink, DiagnosticSink {
  std::vector<FilingRecords> filings;
  std::vector<std::string> messages;
  void accept(FilingRecords records) override { filings.push_back(std::move(records)); }
  void report(Diagnostic diagnostic) override { messages.push_back(diagnostic.path + ": " + diagnostic.message); }
};

Kept read(const std::string& lines) {
  Kept kept;
  std::istringstream in(lines);
  read_records(in, "in.jsonl", kept, kept);
  return kept;
}

const std::string hostile = std::string("a\0b", 3) + "\x01\x1f\x7f \"\\/\b\f\n\r\t \xC3\xA9 \xE2\x80\xA8 \xF0\x9F\x92\x8A \xEF\xBF\xBE \xD7\x90";

Statement small_statement() {
  Statement statement;
  statement.subject = {"e1", "Company", "Acme Biotech, Inc.", {"Acme"}, {{"cik", "0000000001"}}};
  statement.relation = "pays";
  statement.object = {"e2", "Company", "Widget Pharma AG", {}, {}};
  statement.qualifiers = {{"amount", {5000000.0}}, {"kind", {std::string("milestone")}}};
  statement.confidence = 0.95;
  statement.rule = "pays.verb.1";
  statement.evidence = {{"f1", "0000000001-07-000001", 1, "8.01", {{10, 20}}, {{1, 5}}, "Acme paid Widget."}};
  return statement;
}

FilingRecords hostile_records() {
  FilingRecords records;
  records.filing = {"f1", hostile, "acc", "8-K/A", "2007-07-31", "2007-07", "2007-06", hostile, {}, {"8.01", hostile}, 1ULL << 60, {}, "r1", "o1"};
  records.filing.filers = {{hostile, "0000000001", "filer", {"ACME", "B"}, {{hostile, "2001-02-03"}, {"Old", ""}}}, {"", "", "", {}, {}}};
  records.filing.documents = {{1, "8-K", "a.htm", hostile, {5, 1ULL << 40}}, {0, "", "", "", {}}};
  records.entities = {{"e1", "Company", hostile, {{hostile, 1, {3, 9}, "text"}, {"X", 0, {}, "vocabulary"}, {"", 0, {}, ""}}, {{"cik", "1"}, {hostile, hostile}}},
                      {"e2", "Compound", "x", {}, {}}};
  Statement one = small_statement();
  one.qualifiers = {{"amount", {0.1, 9007199254740993.0, 1e22, -1e-300, 5e-324, 1.7976931348623157e308, -0.5, 1e15, 123456789012345678.0}},
                    {"flag", {true, false}},
                    {hostile, {std::string(), hostile, 0.0, true}}};
  one.modality = Modality::terminated;
  one.confidence = 1.0 / 3;
  one.evidence.insert(one.evidence.begin(), {"f1", "", 2, "", {{1, 2}, {3, 3}}, {}, hostile});
  one.extra = {{"note", R"({"a":[1,2.50,"x y\" z",null],"b":1E+300})"}, {"weight", "1.0"}};
  Statement two = small_statement();
  two.kind = StatementKind::role;
  two.relation = "payer";
  Statement three = small_statement();
  three.kind = StatementKind::attribute;
  records.statements = {one, two, three};
  return records;
}

}  // namespace

TEST_CASE("lines have their keys in one order, no blanks, and leave out what is empty") {
  CHECK(statement_line(small_statement()) ==
        R"({"subject":{"id":"e1","type":"Company","name":"Acme Biotech, Inc.","aliases":["Acme"],"ids":{"cik":"0000000001"}},)"
        R"("relation":"pays","object":{"id":"e2","type":"Company","name":"Widget Pharma AG"},)"
        R"("qualifiers":{"amount":5000000,"kind":"milestone"},"modality":"asserted","confidence":0.95,"rule":"pays.verb.1",)"
        R"("evidence":[{"filing":"f1","accession":"0000000001-07-000001","document":1,"section":"8.01","ranges":[[10,20]],"context":[[1,5]],"text":"Acme paid Widget."}]})"
        "\n");
  Filing filing;
  filing.key = "f1";
  filing.form = "8-K";
  filing.filers = {{"Acme", "0000000001", "filer", {}, {{"Old Acme", "2001-01-01"}}}};
  filing.documents = {{1, "8-K", "", "", {7, 9}}};
  CHECK(filing_line(filing) ==
        R"({"filing":"f1","form":"8-K","filers":[{"name":"Acme","cik":"0000000001","role":"filer","former_names":[{"name":"Old Acme","until":"2001-01-01"}]}],)"
        R"("bytes":0,"documents":[{"number":1,"type":"8-K","body":[7,9]}]})"
        "\n");
  CHECK(entity_line({"e1", "Company", "Acme", {{"Acme", 1, {3, 7}, "text"}, {"ACME", 0, {}, "header"}}, {{"cik", "1"}}}) ==
        R"({"entity":"e1","type":"Company","name":"Acme","names":[{"text":"Acme","document":1,"where":[3,7],"how":"text"},{"text":"ACME","how":"header"}],"ids":{"cik":"1"}})"
        "\n");
  CHECK(end_line("f1", 2) == "{\"end\":\"f1\",\"statements\":2}\n");
}

TEST_CASE("a role statement says role, and an attribute says attribute, where others say relation") {
  for (const StatementKind kind : {StatementKind::role, StatementKind::attribute}) {
    Statement statement = small_statement();
    statement.kind = kind;
    const std::string line = statement_line(statement);
    CHECK(line.find('"' + std::string(name_of(kind)) + R"(":"pays")") != std::string::npos);
    CHECK(line.find("\"relation\"") == std::string::npos);
    CHECK(statement_of_json(line, "x") == statement);
  }
}

TEST_CASE("what was written reads back equal, whatever it holds") {
  const FilingRecords records = hostile_records();
  const Kept kept = read(record_lines(records));
  CHECK(kept.messages.empty());
  REQUIRE(kept.filings.size() == 1);
  CHECK(kept.filings[0] == records);
  CHECK(record_lines(kept.filings[0]) == record_lines(records));
  CHECK(filing_of_json(filing_line(records.filing), "x") == records.filing);
  CHECK(entity_of_json(entity_line(records.entities[0]), "x") == records.entities[0]);
}

TEST_CASE("a filing's records are one line each") {
  const FilingRecords records = hostile_records();
  const std::string lines = record_lines(records);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 7);
}

TEST_CASE("numbers are the shortest that read back equal") {
  const auto text = [](double number) {
    std::string out;
    append_json_value(out, number);
    return out;
  };
  CHECK(text(5000000) == "5000000");
  CHECK(text(-0.0) == "0");
  CHECK(text(9007199254740991.0) == "9007199254740991");
  CHECK(text(100000000000000.0) == "100000000000000");
  CHECK(text(0.95) == "0.95");
  CHECK(text(1e22) == "1e+22");
  CHECK(text(std::numeric_limits<double>::infinity()) == "null");
  CHECK(text(std::nan("")) == "null");
  SUBCASE("for any double") {
    std::mt19937_64 random(7);
    for (int i = 0; i < 200000; ++i) {
      const std::uint64_t bits = random();
      double number = 0;
      std::memcpy(&number, &bits, sizeof number);
      if (!std::isfinite(number)) continue;
      const Qualifiers back = qualifiers_of_json("{\"x\":" + text(number) + "}", "x");
      REQUIRE(std::get<double>(back.at("x").at(0)) == number);
    }
  }
  SUBCASE("for amounts with cents") {
    for (int i = 0; i < 100000; ++i) {
      const double number = i / 100.0 + 1e6;
      REQUIRE(std::get<double>(qualifiers_of_json("{\"x\":" + text(number) + "}", "x").at("x").at(0)) == number);
    }
  }
}

TEST_CASE("strings are escaped only where JSON demands it") {
  std::string out;
  append_json_string(out, "\"\\\b\f\n\r\t\x01\x1f\x7f/\xC3\xA9\xE2\x80\xA8");
  CHECK(out == "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\x7f/\xC3\xA9\xE2\x80\xA8\"");
  out.clear();
  append_json_string(out, "a\xFFz\xED\xA0\x80");
  CHECK(out == "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("what must be escaped is, wherever it stands") {
  const auto written = [](const std::string& text) {
    std::string out;
    append_json_string(out, text);
    return out;
  };
  for (std::size_t size = 1; size <= 20; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      const std::string before(place, 'a'), behind(size - place - 1, 'b');
      CHECK(written(before + '"' + behind) == '"' + before + "\\\"" + behind + '"');
      CHECK(written(before + '\n' + behind) == '"' + before + "\\n" + behind + '"');
      CHECK(written(before + '\x1F' + behind) == '"' + before + "\\u001f" + behind + '"');
      CHECK(written(before + "\xC3\xA9" + behind) == '"' + before + "\xC3\xA9" + behind + '"');
      CHECK(written(before + '\xFF' + behind) == '"' + before + "\xEF\xBF\xBD" + behind + '"');
    }
  }
}

TEST_CASE("a value that is null is no value") {
  CHECK(qualifiers_of_json(R"({"a":null,"b":[null,1],"c":[]})", "x") == Qualifiers{{"b", {1.0}}});
}

TEST_CASE("members that we do not know are kept without their blanks") {
  const std::string line = statement_line(small_statement());
  const std::string more = "{ \"zeta\" : [ 1 , { \"k\" : \" v \\\" \" } ] ,\t\"alpha\":1.50," + line.substr(1);
  const Statement statement = statement_of_json(more, "x");
  CHECK(statement.extra == std::map<std::string, std::string>{{"alpha", "1.50"}, {"zeta", R"([1,{"k":" v \" "}])"}});
  CHECK(statement_line(statement) == line.substr(0, line.size() - 2) + R"(,"alpha":1.50,"zeta":[1,{"k":" v \" "}]})" + "\n");
}

TEST_CASE("what a line leaves out has a plain meaning") {
  const Statement statement = statement_of_json(
      R"({"subject":{"type":"Company","name":"A"},"relation":"owns","object":{"type":"Compound","name":"B"},"evidence":[{"ranges":[[0,1]]}]})", "x");
  CHECK(statement.modality == Modality::asserted);
  CHECK(statement.confidence == 1);
  CHECK(statement.qualifiers.empty());
}

TEST_CASE("a filing counts only with its end line") {
  const std::string whole = record_lines(hostile_records());
  const std::string cut = whole.substr(0, whole.rfind("{\"end\""));
  SUBCASE("cut at the end of the stream") {
    const Kept kept = read(whole + cut);
    CHECK(kept.filings.size() == 1);
    CHECK(kept.messages == std::vector<std::string>{"in.jsonl:8: filing f1 has no end line and does not count; read it again"});
  }
  SUBCASE("cut before another filing") {
    const Kept kept = read(cut + whole);
    CHECK(kept.filings.size() == 1);
    CHECK(kept.messages == std::vector<std::string>{"in.jsonl:1: filing f1 has no end line and does not count; read it again"});
  }
  SUBCASE("at every byte") {
    for (std::size_t size = 0; size + 1 < whole.size(); ++size) CHECK(read(whole.substr(0, size)).filings.empty());
  }
}

TEST_CASE("an end line must agree with what stands before it") {
  const std::string filing = "{\"filing\":\"k\",\"bytes\":1}\n";
  CHECK(read(filing + end_line("k", 0)).filings.size() == 1);
  const Kept wrong = read(filing + end_line("k", 1));
  CHECK(wrong.filings.empty());
  CHECK(wrong.messages ==
        std::vector<std::string>{"in.jsonl:2: end line counts 1 statements where 0 stand and filing k does not count; read it again"});
  const Kept other = read(filing + end_line("j", 0));
  CHECK(other.filings.empty());
  CHECK(other.messages.at(0) == "in.jsonl:2: end line of filing j within filing k; keep a filing's lines together");
  CHECK(read(end_line("j", 0)).messages ==
        std::vector<std::string>{"in.jsonl:1: end line without a filing line before it; a filing begins with its filing line"});
}

TEST_CASE("statements without a filing are a filing keyed by their lines") {
  const std::string line = statement_line(small_statement());
  const Kept kept = read(line + "\r\n" + line);
  CHECK(kept.messages.empty());
  REQUIRE(kept.filings.size() == 1);
  CHECK(kept.filings[0].statements.size() == 2);
  CHECK(kept.filings[0].filing.key.size() == 32);
  CHECK(kept.filings[0].filing.path == "in.jsonl");
  CHECK(read(line + line).filings[0].filing.key == kept.filings[0].filing.key);
  CHECK(read(line).filings[0].filing.key != kept.filings[0].filing.key);
}

TEST_CASE("a line that is no record says why and what to do") {
  const auto message = [](const std::string& line) {
    const Kept kept = read("{\"filing\":\"k\"}\n" + line + "\n{\"end\":\"k\",\"statements\":0}\n");
    CHECK(kept.filings.empty());
    REQUIRE(kept.messages.size() == 2);
    CHECK(kept.messages[1] == "in.jsonl:1: filing k does not count, for it holds lines that are no records; read it again");
    return kept.messages[0];
  };
  const std::string ends = R"("object":{"type":"T","name":"B"},"evidence":[{"ranges":[[0,1]]}])";
  const std::string start = R"({"subject":{"type":"T","name":"A"},"relation":"r",)";
  CHECK(message("hello") == "in.jsonl:2: no JSON (Invalid value) at column 1; each line holds one JSON object");
  CHECK(message("{\"filing\":\"k\"") ==
        "in.jsonl:2: no JSON (Missing a comma or '}' after an object member) at column 14; each line holds one JSON object");
  CHECK(message("[1]") == "in.jsonl:2: no JSON object; each line holds one JSON object");
  CHECK(message("{}") == "in.jsonl:2: neither filing, entity, statement nor end; see docs/records.md");
  CHECK(message(R"({"entity":"e1","name":"A"})") == "in.jsonl:2: type is missing or empty; give it");
  CHECK(message(R"({"entity":"e1","type":"T","name":7})") == "in.jsonl:2: name is no string; see docs/records.md");
  CHECK(message(start + ends + R"(,"confidence":1.5})") ==
        "in.jsonl:2: confidence is no number between 0 and 1; mend or leave it out");
  CHECK(message(start + ends + R"(,"modality":"sure"})") ==
        "in.jsonl:2: unknown modality 'sure'; write asserted, planned, possible or terminated");
  CHECK(message(start + ends + R"(,"attribute":"x"})") == "in.jsonl:2: statement with both relation and attribute; give one of them");
  CHECK(message(start + ends + R"(,"role":"x"})") == "in.jsonl:2: statement with both relation and role; give one of them");
  CHECK(message(start + ends + R"(,"qualifiers":{"amount":{}}})") ==
        "in.jsonl:2: qualifiers.amount is neither string, number, true nor false; see docs/records.md");
  CHECK(message(start + R"("object":{"type":"T","name":"B"}})") == "in.jsonl:2: statement without evidence; give at least one passage");
  CHECK(message(start + R"("object":{"type":"T","name":"B"},"evidence":[{"ranges":[[2,1]]}]})") ==
        "in.jsonl:2: evidence.ranges is no byte range; write [begin,end]");
  CHECK(message(start + R"("object":{"type":"T","name":"B"},"evidence":[{"filing":"z","ranges":[[1,2]]}]})") ==
        "in.jsonl:2: evidence from filing z within filing k; a statement's evidence is of its own filing");
  CHECK(message(start + R"("relation":"s"})") == "in.jsonl:2: member 'relation' is given twice; give it once");
  CHECK(message(R"({"relation":"r"})") == "in.jsonl:2: statement without subject; give it as an object with type and name");
  CHECK(message(std::string("{\"a\":\"\0\"}", 9)) == "in.jsonl:2: a NUL byte at column 7; a record is JSON text");
  CHECK(message("{\"filing\":\"\xFF\"}") == "in.jsonl:2: no JSON (Invalid encoding in string) at column 12; each line holds one JSON object");
  CHECK(message("{\"filing\":\"\\ud800\"}").starts_with("in.jsonl:2: no JSON (The surrogate pair in string is invalid)"));
}

TEST_CASE("nesting 100,000 deep is refused without going down into it") {
  for (const std::string& deep : {std::string(100000, '['), "{\"a\":" + std::string(100000, '['), "{\"filing\":\"k\",\"x\":" + std::string(65, '[') + std::string(65, ']') + "}"}) {
    CHECK(read(deep).messages == std::vector<std::string>{"in.jsonl:1: nested deeper than 64; records are nested five deep"});
  }
}

TEST_CASE("a long line is no trouble") {
  Statement statement = small_statement();
  statement.evidence[0].text = std::string(30'000'000, 'x');
  CHECK(read(statement_line(statement)).filings.at(0).statements.at(0) == statement);
}

TEST_CASE("blank lines and a byte order mark are passed over") {
  const Kept kept = read("\xEF\xBB\xBF\n\n  \n" + record_lines(hostile_records()) + "\n");
  CHECK(kept.messages.empty());
  CHECK(kept.filings.size() == 1);
  CHECK(read("").filings.empty());
  CHECK(read("").messages.empty());
}

TEST_CASE("one record read alone names its path") {
  CHECK_THROWS_WITH_AS(statement_of_json("{}", "store.rxg"),
                       "store.rxg: neither filing, entity, statement nor end; see docs/records.md", InputError);
  CHECK_THROWS_WITH_AS(statement_of_json(R"({"filing":"k"})", "store.rxg"), "store.rxg: no statement record; see docs/records.md", InputError);
  CHECK_THROWS_WITH_AS(qualifiers_of_json("[]", "store.rxg"), "store.rxg: qualifiers is no object; see docs/records.md", InputError);
}

TEST_CASE("records that cannot be written are an error") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  JsonLinesSink sink(out);
  CHECK_THROWS_AS(sink.accept(hostile_records()), OutputError);
}

TEST_CASE("a stream with any bytes changed is read or refused, filing by filing, and never crashes") {
  const std::string whole = record_lines(hostile_records());
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string broken = whole;
    for (unsigned i = 0; i < 1 + random() % 4; ++i) {
      const std::size_t at = random() % broken.size();
      switch (random() % 3) {
        case 0: broken[at] = static_cast<char>(random()); break;
        case 1: broken.erase(at, random() % 20); break;
        default: broken.insert(at, 1, "{}[]\",:\\0e-"[random() % 11]);
      }
    }
    const Kept kept = read(broken);
    CHECK(kept.filings.size() <= 2);
    if (kept.filings.empty()) CHECK(!kept.messages.empty());
    for (const FilingRecords& records : kept.filings) CHECK(read(record_lines(records)).filings.size() == 1);
  }
}
