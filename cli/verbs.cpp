#include "cli/verbs.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/names.hpp"

namespace rxgraph::cli {
namespace {

using Names = std::string_view;

constexpr std::array<Names, 3> common = {"--color", "--quiet", "--verbose"};

constexpr std::array<Names, 7> building = {"--output", "--files-from", "--ontology", "--vocabulary", "--decisions", "--min-confidence", "--threads"};
constexpr std::array<Names, 6> extracting = {"--output", "--files-from", "--ontology", "--vocabulary", "--min-confidence", "--threads"};
constexpr std::array<Names, 3> merging = {"--output", "--ontology", "--decisions"};
constexpr std::array<Names, 4> listing = {"--format", "--limit", "--sort", "--no-header"};
constexpr std::array<Names, 8> viewing = {"--view", "--report", "--html", "--output", "--format", "--limit", "--sort", "--no-header"};
constexpr std::array<Names, 4> explaining = {"--html", "--output", "--ontology", "--vocabulary"};
constexpr std::array<Names, 8> naming = {"--as", "--format", "--output", "--vocabulary", "--ontology", "--limit", "--sort", "--no-header"};
constexpr std::array<Names, 7> asking = {"--graph", "--format", "--as-of", "--min-confidence", "--limit", "--sort", "--no-header"};
constexpr std::array<Names, 6> counting = {"--graph", "--rules", "--format", "--limit", "--sort", "--no-header"};
constexpr std::array<Names, 5> verifying = {"--graph", "--format", "--limit", "--sort", "--no-header"};
constexpr std::array<Names, 15> exporting_options = {"--graph", "--output",   "--format", "--relation", "--type",     "--modality",   "--from",     "--hops",
                                                     "--since", "--as-of",    "--min-confidence", "--evidence", "--base-iri", "--ontology", "--shapes"};
constexpr std::array<Names, 12> pushing = {"--graph", "--database", "--name", "--relation", "--type", "--modality", "--from", "--hops", "--since",
                                            "--as-of", "--min-confidence", "--evidence"};
constexpr std::array<Names, 6> declaring = {"--output", "--ontology", "--format", "--limit", "--sort", "--no-header"};

constexpr std::array build_examples = {
    CommandExample{"rxgraph build filings/ -o pipeline.rxg", "read a folder of filings into a graph"},
    CommandExample{"rxgraph build new.txt -o pipeline.rxg", "add one to it; what is there already is skipped"},
    CommandExample{"rxgraph build 20240102.nc.tar.gz -o day.rxg", "a day of EDGAR's feed as it comes"},
    CommandExample{"find . -name '*.htm' | rxgraph build --files-from - -o g.rxg", "the files of a list"},
    CommandExample{"rxgraph build filings/ --ontology mine.json", "with relations of your own"},
    CommandExample{"rxgraph build filings/ --decisions who.tsv", "with what you know of who is who (docs/store.md)"},
    CommandExample{"rxgraph build filings/ --min-confidence 0.7", "only what is rather sure"},
    CommandExample{"curl -s URL | rxgraph build - -o one.rxg", "from standard input"}};
constexpr std::array extract_examples = {
    CommandExample{"rxgraph extract filing.txt", "one JSON object a line, on standard output"},
    CommandExample{"rxgraph extract filings/ | rxgraph merge - -o g.rxg", "the same graph as 'build'"},
    CommandExample{"rxgraph extract filing.txt | grep '\"relation\":\"targets\"'", "one relation"}};
constexpr std::array merge_examples = {
    CommandExample{"rxgraph merge part1.jsonl part2.jsonl -o pipeline.rxg", "records of two machines in one graph"},
    CommandExample{"rxgraph extract filings/ | rxgraph merge - -o pipeline.rxg", "from standard input"},
    CommandExample{"rxgraph merge pipeline.graphml -o again.rxg", "a graph that was exported, read back"}};
constexpr std::array text_examples = {
    CommandExample{"rxgraph text filing.txt", "documents, sections, blocks, tables and sentences with their bytes"},
    CommandExample{"rxgraph text filing.txt --view tables", "its tables, drawn as tables"},
    CommandExample{"rxgraph text 'filings.zip!a/filing.txt'", "a member of an archive; 'filings.zip' shows all of them"},
    CommandExample{"rxgraph text filing.txt --html -o filing.html", "the filing beside what was read of it, for a browser"},
    CommandExample{"rxgraph text filing.txt --report", "what became of every byte"},
    CommandExample{"rxgraph text filing.txt --format jsonl | grep '\"kind\":\"heading'", "headings only"}};
constexpr std::array explain_examples = {
    CommandExample{"rxgraph explain 'Alpha Inc. licensed AB-123 from Beta AG.'", "a sentence of your own"},
    CommandExample{"rxgraph explain filing.txt:18204", "the sentence at that byte of a filing"},
    CommandExample{"rxgraph explain filing.txt --html -o review.html", "a whole filing with its mentions, statements and near misses, for a browser"},
    CommandExample{"rxgraph explain 'Alpha settled with Beta.' --ontology mine.json", "do my frames fire?"}};
constexpr std::array pipeline_examples = {
    CommandExample{"rxgraph pipeline ImmunoGen", "what it develops, in which phase, for what, with whom"},
    CommandExample{"rxgraph pipeline ImmunoGen --as-of 2007-08", "as filings up to then tell it"},
    CommandExample{"rxgraph pipeline Genentech --format csv", "for a spreadsheet"}};
constexpr std::array timeline_examples = {
    CommandExample{"rxgraph timeline trastuzumab-DM1", "what happened to it, oldest first"},
    CommandExample{"rxgraph timeline ImmunoGen --sort -date --limit 10", "the ten latest events of a company"}};
constexpr std::array deals_examples = {
    CommandExample{"rxgraph deals ImmunoGen", "licences, collaborations, acquisitions, payments"},
    CommandExample{"rxgraph deals Genentech --as-of 2007 --format json", "for a program, as of then"}};
constexpr std::array show_examples = {
    CommandExample{"rxgraph show DM1", "names, ids and every fact about it"},
    CommandExample{"rxgraph show 'Phase 2'", "any thing, not only companies and compounds"},
    CommandExample{"rxgraph show payload/dm1 --min-confidence 0.9", "by id, what is nearly certain"}};
constexpr std::array path_examples = {
    CommandExample{"rxgraph path ImmunoGen HER2", "how the two hang together"},
    CommandExample{"rxgraph path DM1 Genentech --min-confidence 0.8", "by sure facts only"}};
constexpr std::array why_examples = {
    CommandExample{"rxgraph why trastuzumab-DM1 targets HER2", "the sentences that say so, and where they stand"},
    CommandExample{"rxgraph why ErbB2 same-as HER2", "what joined two names"}};
constexpr std::array verify_examples = {
    CommandExample{"rxgraph verify", "re-reads the bytes behind every statement of the graph"},
    CommandExample{"rxgraph verify pipeline.rxg --format csv", "faults as a table"}};
constexpr std::array stats_examples = {
    CommandExample{"rxgraph stats", "things by type, facts by relation, filings by form and year"},
    CommandExample{"rxgraph stats --rules --sort filings", "the rules, those of few filings first"},
    CommandExample{"rxgraph stats pipeline.rxg --format json", "for a program"}};
constexpr std::array export_examples = {
    CommandExample{"rxgraph export pipeline.rxg -o pipeline.graphml", "the ending chooses the format"},
    CommandExample{"rxgraph export --format neo4j -o import/", "a folder for neo4j-admin, with import.sh"},
    CommandExample{"rxgraph export --from HER2 --hops 2 -o her2.graphml", "a part of the graph"},
    CommandExample{"rxgraph export -o pipeline.nt.gz", "compressed, also as .zst"},
    CommandExample{"rxgraph export --format jsonl -o - | head -n 1", "to standard output"},
    CommandExample{"rxgraph export --ontology -o rx.ttl", "classes, properties and vocabularies, for RDF tools"}};
constexpr std::array push_examples = {
    CommandExample{"rxgraph push http://localhost:7474", "NEO4J_USERNAME and NEO4J_PASSWORD in the environment"},
    CommandExample{"rxgraph push http://localhost:7474 -g other.rxg --database drugs", "another graph, another database"},
    CommandExample{"rxgraph push http://localhost:7474 --relation develops --evidence first", "a part of the graph"}};
constexpr std::array ontology_examples = {
    CommandExample{"rxgraph ontology init -o mine.json", "a small extension to start from"},
    CommandExample{"rxgraph ontology check mine.json", "every fault with its line and a suggestion"},
    CommandExample{"rxgraph ontology test --ontology mine.json", "do the examples come out?"},
    CommandExample{"rxgraph ontology show targets", "one relation or type in full"}};

constexpr std::array vocabulary_examples = {
    CommandExample{"rxgraph vocabulary import mondo.obo -o mondo.rxv", "diseases with their ids, synonyms and what is a kind of what"},
    CommandExample{"rxgraph vocabulary import hgnc_complete_set.txt -o genes.rxv", "human genes; gzip and zstd are read as they are"},
    CommandExample{"rxgraph vocabulary import mine.tsv --as Compound", "your own names -> mine.rxv"},
    CommandExample{"rxgraph build filings/ --vocabulary mondo.rxv --vocabulary genes.rxv", "read filings with them"},
    CommandExample{"rxgraph vocabulary show ERBB2 --vocabulary genes.rxv", "what a name means, and whether it stands for itself"},
    CommandExample{"rxgraph vocabulary check mondo.rxv genes.rxv", "are the files whole, and fit for this program?"}};

constexpr std::array table = {
    Verb{"build", "FILE|FOLDER|- ...", 1, any_number, "Read filings into a graph",
         "Reads filings as EDGAR has them (full submissions, HTML, inline XBRL, ASCII, Markdown, plain text, JSON of edgar-crawler and EDGAR-CORPUS), also in "
         "zip, tar, gzip, bzip2, xz or zstd; a folder is walked. Finds what they state, and stores it with its sentences. The graph is made, or added to where it is there; a filing "
         "that has not changed is not read again. "
         "Ctrl-C stops cleanly, and the same command goes on from there.",
         build_examples, building, run_build},
    Verb{"extract", "FILE|FOLDER|- ...", 1, any_number, "Read filings and write what they state as JSON Lines",
         "Does what 'build' does, without a graph: for each filing its facts, the things it speaks of, its statements with their evidence, and an end line. "
         "The lines are described in docs/records.md.",
         extract_examples, extracting, run_extract},
    Verb{"merge", "FILE|- ...", 1, any_number, "Read JSON Lines that 'extract' wrote into a graph",
         "Takes the lines of 'extract', also of several runs or machines in any order, and merges them into the graph. A filing without its end line does "
         "not count and is told. Given a graph that 'export' wrote as graphml, jsonl, kgx-jsonl, nquads or ntriples, alone, it reads that back as it is: ids kept, nothing resolved anew.",
         merge_examples, merging, run_merge},
    Verb{"text", "FILE|-", 1, 1, "Show what was read of a filing",
         "Documents, sections, blocks, tables and sentences, each with the bytes of the file as filed at which it stands. '--report' accounts for every byte: "
         "the parts add up to the file. Of an archive, each filing is shown under its name. '--html' is a page without scripts, on which every sentence is linked to its bytes.",
         text_examples, viewing, run_text},
    Verb{"explain", "'SENTENCE'|FILE:BYTE|FILE --html", 1, 1, "Show every layer of the analysis of a sentence",
         "The things it names and how they were told, its groups, who does what, the frames that fired, the frames that came near and why they did not, and "
         "what is stated in the end. '--html' makes a page of a whole filing, to be reviewed.",
         explain_examples, explaining, run_explain},
    Verb{"pipeline", "COMPANY", 1, 1, "What a company develops",
         "A row for each compound and indication: phase, partner, since when, and the filing that says so.", pipeline_examples, asking, run_pipeline},
    Verb{"timeline", "NAME", 1, 1, "What happened to a compound or company", "Dated facts, oldest first, each with its filing.", timeline_examples, asking,
         run_timeline},
    Verb{"deals", "COMPANY", 1, 1, "Its licences, collaborations, acquisitions and payments", "A row for each deal fact: with whom, about what, for how much.",
         deals_examples, asking, run_deals},
    Verb{"show", "NAME", 1, 1, "Everything the graph knows of a thing", "Its names and ids, and every fact that begins or ends at it, or at something that is a kind of it.", show_examples, asking, run_show},
    Verb{"path", "A B", 2, 2, "How two things hang together", "The shortest way from one thing to the other, the surest one where there are several.",
         path_examples, asking, run_path},
    Verb{"why", "A RELATION B", 3, 3, "The sentences behind a fact",
         "Each sentence with its filing, its section, its bytes and the rule that found it. 'A same-as B' tells what joined two names.", why_examples, asking,
         run_why},
    Verb{"verify", "[GRAPH]", 0, 1, "Re-read the bytes behind every statement",
         "Opens every filing again where it was read, and looks for the words of every passage at its bytes. Exit code 1 where any is not found.",
         verify_examples, verifying, run_verify},
    Verb{"stats", "[GRAPH]", 0, 1, "What is in a graph", "Counts of filings, things, facts and passages, by type, relation, form and year. With --rules, each rule of the ontology and in how many "
         "filings it found something: a rule of one filing is a suspect.",
         stats_examples, counting,
         run_stats},
    Verb{"export", "[GRAPH]", 0, 1, "Write a graph for other tools",
         "The whole graph or a part of it. Files are written under another name and renamed when they are whole. Equal graphs give equal bytes. "
         "'--ontology' and '--shapes' write, as RDF, that of the graph or, where there is none, the core's.",
         export_examples, exporting_options, run_export},
    Verb{"push", "URL", 1, 1, "Put a graph into a running Neo4j server, and keep it there as it is here",
         "Speaks the server's HTTP query API. Sends what is new or has changed, and deletes what the graph no longer says where it was put there under the same "
         "name; so a push that was cut off goes on where it stopped. User and password come from NEO4J_USERNAME and NEO4J_PASSWORD in the environment.",
         push_examples, pushing, run_push},
    Verb{"ontology", "check|test|show|init [NAME|FILE ...]", 1, any_number, "Check, test, show or begin an ontology",
         "'check FILE' tells all faults of an extension at once; 'test [RELATION]' reads the examples that relations carry; 'show [NAME]' lists everything, or "
         "one relation or type in full; 'init' gives a small extension to start from.",
         ontology_examples, declaring, run_ontology},
    Verb{"vocabulary", "import|list|check|show [FILE|NAME ...]", 1, any_number, "Bring your own names of diseases, genes, companies and drugs",
         "'import FILE' makes a vocabulary of what a registry publishes: OBO (MONDO, Disease Ontology, NCI Thesaurus), HGNC's and NCBI's gene tables, EDGAR's "
         "company_tickers.json, lists of INNs, or your own tab-separated table. 'build', 'extract' and 'explain' read with it where --vocabulary names it: things get its "
         "ids, and its names are found in texts, but for those that may as well mean something else (\"CAT\", \"set\"). 'list' and 'check' tell what files hold, 'show NAME' what a name means. "
         "docs/vocabularies.md tells the formats.",
         vocabulary_examples, naming, run_vocabulary},
};

}  // namespace

std::span<const Verb> verbs() noexcept { return table; }

std::span<const std::string_view> common_options() noexcept { return common; }

std::vector<const OptionRow*> options_of(const Verb& verb) {
  std::vector<const OptionRow*> rows;
  for (const std::string_view name : verb.options) rows.push_back(&option_row(name, verb.name));
  for (const std::string_view name : common_options()) rows.push_back(&option_row(name));
  return rows;
}

std::vector<std::string> fixed_words(const Verb& verb) {
  std::vector<std::string> words;
  const std::string_view first = verb.what.substr(0, verb.what.find(' '));
  for (std::size_t at = 0; at < first.size();) {
    const std::size_t end = std::min(first.find('|', at), first.size());
    const std::string_view word = first.substr(at, end - at);
    if (!word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) words.emplace_back(word);
    at = end + 1;
  }
  return words;
}

bool takes_paths(const Verb& verb) noexcept {
  return verb.what.find("FILE") != std::string_view::npos || verb.what.find("GRAPH") != std::string_view::npos;
}

const Verb& verb_named(std::string_view name) {
  std::vector<std::string> names;
  for (const Verb& verb : table) {
    if (verb.name == name) return verb;
    names.emplace_back(verb.name);
  }
  const bool option = name.starts_with('-');
  throw UsageError((option ? "the verb comes before options; unknown option '" : "unknown verb '") + std::string(name) + "'" + did_you_mean(name, names));
}

}  // namespace rxgraph::cli
