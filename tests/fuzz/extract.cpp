/// What a text states, through every layer: names, groups, clauses, frames, tables and what is derived.
///
/// Bytes seldom make a sentence, so an input is read twice: as it is, and as words, each byte a word, a name or a mark of a list. A byte
/// above the list opens a table of a row, or closes it.

#include <algorithm>
#include <array>

#include "base/record_json.hpp"
#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

namespace {

constexpr auto words = std::to_array<std::string_view>({
    "Acme, Inc.", "Beta Pharma AG", "the Company", "we", "our", "its", "it", "they", "their", "both", "the FDA", "the parties", "Gamma's", "Delta Ltd.'s subsidiary", "neither", "nobody",
    "AB-123", "zorbatinib", "trastuzumab", "zorbatuzumab vedotin", "DM1", "HER2", "EGFR", "CD19", "PD-1", "the antibody", "the product candidate", "the Product", "Zorbex(R)", "a conjugate", "an inhibitor", "the compound",
    "breast cancer", "asthma", "patients", "adults 18 years of age and older", "Phase 2", "Phase 1/2", "trial", "study", "ZORB-3", "NCT01234567", "orphan drug designation", "approval", "a BLA", "the IND", "data", "results",
    "licensed", "develops", "is developing", "has acquired", "agreed to pay", "will receive", "may terminate", "was approved", "granted", "entered into", "announced that", "targets", "binds", "treats", "evaluating", "manufactured",
    "is", "are", "was", "has been", "shall", "expects to", "plans to", "did not", "no longer", "failed to", "in order to", "to begin", "sold", "discontinued", "completed", "initiated", "formerly known as", "called", "combined", "owns",
    "a license", "the license agreement", "an exclusive worldwide license", "an option", "royalties", "a milestone payment", "an upfront payment", "$5 million", "up to $1.2 billion", "10%", "6% to 12%", "[***]", "net sales", "costs", "profits", "rights",
    "in", "on", "of", "for", "to", "from", "with", "by", "under", "against", "at", "upon", "as", "than", "in combination with", "pursuant to",
    "and", "or", "nor", "and/or", "respectively", "but", "which", "that", "who", "whether", "if", "unless", "because", "including", "such as", "each of",
    ",", ";", ":", ".", "(", ")", "\"", "-", "/", "+", "[", "]", "%", "'s", "\u2014", "x",
    "May 2019", "2020", "on June 12, 2024", "ten years", "Japan", "the United States", "the first", "a", "the", "two", "300", "only", "currently", "potential", "novel", "\n\n"});

std::string in_words(std::string_view bytes) {
  std::string text;
  bool opened = false;  // A row of a table.
  for (const char byte : bytes) {
    const auto number = static_cast<unsigned char>(byte);
    if (number < words.size()) {
      text += words[number];
      text += ' ';
    } else {
      text += opened ? "</td></tr></table>\n" : "<table><tr><th>Product</th><th>Indication</th><th>Phase</th></tr><tr><td>AB-123</td><td>asthma</td><td>";
      opened = !opened;
    }
  }
  return "<html><body><p>" + text + "</p></body></html>";
}

void require_sound(const ingest::Extractor& extractor, std::string_view file) {
  fuzz::Quiet quiet;
  const RawFiling raw{"filing", Bytes(std::string(file))};
  const FilingRecords records = extractor.extract(raw, quiet);
  fuzz::require(extractor.extract(raw, quiet) == records, "equal bytes give equal records");
  for (const Statement& statement : records.statements) {
    fuzz::require(statement.confidence > 0 && statement.confidence <= 1, "a confidence is between 0 and 1");
    fuzz::require(!statement.relation.empty() && !statement.object.name.empty(), "a statement has a relation and an object");
    fuzz::require(!statement.evidence.empty(), "a statement has evidence");
    for (const Evidence& evidence : statement.evidence) {
      fuzz::require(!evidence.ranges.empty() && !evidence.text.empty(), "evidence has words");
      for (const std::vector<ByteRange>* ranges : {&evidence.ranges, &evidence.context}) {
        fuzz::require(std::is_sorted(ranges->begin(), ranges->end()), "ranges are in order");
        for (const ByteRange& range : *ranges) fuzz::require(range.begin <= range.end && range.end <= file.size(), "a range lies in the file");
      }
    }
    statement_line(statement);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const OntologySource core = core_ontology();
  static const Ontology ontology = load_ontology({&core, 1});
  static const ingest::Extractor extractor(ontology);
  const std::string_view bytes = fuzz::text_of(data, size);
  require_sound(extractor, bytes);
  require_sound(extractor, in_words(bytes.substr(0, 512)));
  return 0;
}
