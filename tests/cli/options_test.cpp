#include <doctest/doctest.h>

#include <algorithm>

#include "cli/verbs.hpp"

using namespace rxgraph;
using namespace rxgraph::cli;

namespace {

Request parsed(const std::vector<std::string>& words) { return parse_arguments(words, ""); }

std::string problem(const std::vector<std::string>& words) {
  try {
    parsed(words);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("what a person types becomes plain values") {
  const Request request = parsed({"export", "a.rxg", "--format", "neo4j", "-o", "import", "--type", "Company", "--type=Compound", "--as-of", "2007-02",
                                  "--since", "2006", "--min-confidence", "0.5", "--hops", "2", "--evidence", "first", "-q"});
  CHECK(request.kind == Request::Kind::run);
  CHECK(request.verb->name == "export");
  const Options& options = request.options;
  CHECK(options.what == std::vector<std::string>{"a.rxg"});
  CHECK(options.format == "neo4j");
  CHECK(options.output == "import");
  CHECK(options.selection.types == std::vector<std::string>{"Company", "Compound"});
  CHECK(options.selection.as_of == "2007-02-28");
  CHECK(options.selection.since == "2006-01-01");
  CHECK(options.selection.min_confidence == 0.5);
  CHECK(options.selection.hops == 2);
  CHECK(options.exporting.evidence == exporting::EvidenceChoice::first);
  CHECK(options.quiet);
  CHECK_FALSE(options.verbose);
}

TEST_CASE("an option takes one value, and words may stand anywhere around it") {
  const Request request = parsed({"build", "--ontology", "mine.json", "a.txt", "--ontology", "more.json", "b.txt", "-j", "3"});
  CHECK(request.options.ontologies == std::vector<std::string>{"mine.json", "more.json"});
  CHECK(request.options.what == std::vector<std::string>{"a.txt", "b.txt"});
  CHECK(request.options.threads == 3);
}

TEST_CASE("a double dash ends the options") {
  CHECK(parsed({"show", "--", "--odd"}).options.what == std::vector<std::string>{"--odd"});
  CHECK(parsed({"show", "--", "--help"}).kind == Request::Kind::run);
}

TEST_CASE("the last of an option that is given twice counts") {
  CHECK(parsed({"show", "x", "--limit", "3", "--limit", "5"}).options.limit == 5);
}

TEST_CASE("the graph is the option's, else the environment's, else pipeline.rxg") {
  CHECK(parsed({"show", "x"}).options.graph == "pipeline.rxg");
  CHECK(parse_arguments({"show", "x"}, "mine.rxg").options.graph == "mine.rxg");
  CHECK(parse_arguments({"show", "x", "-g", "other.rxg"}, "mine.rxg").options.graph == "other.rxg");
}

TEST_CASE("help and version are asked for in the usual ways") {
  CHECK(parsed({}).kind == Request::Kind::help);
  CHECK(parsed({"--help"}).verb == nullptr);
  CHECK(parsed({"help", "why"}).verb->name == "why");
  CHECK(parsed({"why", "-h"}).kind == Request::Kind::help);
  CHECK(parsed({"--version"}).kind == Request::Kind::version);
}

TEST_CASE("a wrong command line says what is wrong and what is near") {
  CHECK(problem({"pipelin"}) == "unknown verb 'pipelin'; did you mean 'pipeline'?");
  CHECK(problem({"pipeline", "x", "--fromat", "csv"}) == "unknown option '--fromat'; did you mean '--format'?");
  CHECK(problem({"pipeline", "x", "--fromat=csv"}) == "unknown option '--fromat'; did you mean '--format'?");
  CHECK(problem({"pipeline", "x", "--format", "tabel"}) == "--format: 'tabel' is none of table, json, jsonl, csv, tsv or md; did you mean 'table'?");
  CHECK(problem({"pipeline", "x", "--as-of", "31.7.2007"}) == "--as-of: '31.7.2007' is no date; write 2007, 2007-07 or 2007-07-31");
  CHECK(problem({"pipeline", "x", "--as-of", "2007-02-30"}) == "--as-of: '2007-02-30' is no date; write 2007, 2007-07 or 2007-07-31");
  CHECK(problem({"show", "x", "--min-confidence", "1.5"}) == "--min-confidence: '1.5' is no confidence from 0 to 1");
  CHECK(problem({"show", "x", "--limit", "0"}) == "--limit: '0' is no number of rows, which is 1 or more");
  CHECK(problem({"build", "x", "--threads", "many"}) == "--threads: 'many' is no number of threads from 1 to 1024");
  CHECK(problem({"export", "--modality", "asserte"}) == "--modality: 'asserte' is none of asserted, planned, possible or terminated; did you mean 'asserted'?");
  CHECK(problem({"export", "--format", "graphm"}) == "--format: unknown format 'graphm'; did you mean 'graphml', 'graphml-yed' or 'graphml-apoc'?");
  CHECK(problem({"show"}) == "what is missing is NAME");
  CHECK(problem({"show", "Acme", "Biotech"}) == "'Biotech' is one word too many; a name of several words goes in quotes");
  CHECK(problem({"--quiet", "show"}) == "the verb comes before options; unknown option '--quiet'");
}

TEST_CASE("every verb has a summary, a paragraph, two examples, and options that exist") {
  for (const Verb& verb : verbs()) {
    CAPTURE(verb.name);
    CHECK_FALSE(verb.summary.empty());
    CHECK(verb.about.size() > verb.summary.size());
    CHECK(verb.examples.size() >= 2);
    CHECK(verb.least <= verb.most);
    for (const std::string_view option : verb.options) CHECK_NOTHROW(option_row(option, verb.name));
    const std::string help = help_text(verb);
    for (const CommandExample& example : verb.examples) CHECK(help.find(example.command) != std::string::npos);
  }
}

TEST_CASE("every example of every verb is a command line that makes sense") {
  for (const Verb& verb : verbs()) {
    bool own = false;
    for (const CommandExample& example : verb.examples) {
      const std::string_view command = example.command;
      const std::size_t begin = command.find("rxgraph ");
      REQUIRE(begin != std::string_view::npos);
      std::vector<std::string> words;
      std::string word;
      bool quoted = false, any = false;
      for (const char c : std::string(command.substr(begin + 8)) + " ") {
        if (c == '\'') {
          quoted = !quoted;
          any = true;
        } else if (c == ' ' && !quoted) {
          if (any || !word.empty()) words.push_back(word);
          word.clear();
          any = false;
        } else {
          word += c;
        }
      }
      const auto pipe = std::find(words.begin(), words.end(), "|");
      words.erase(pipe, words.end());
      CAPTURE(command);
      REQUIRE_NOTHROW(parsed(words));
      own = own || parsed(words).verb == &verb;
    }
    CAPTURE(verb.name);
    CHECK(own);
  }
}
