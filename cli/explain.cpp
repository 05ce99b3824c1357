/// rxgraph explain: every layer of the analysis of a sentence.

#include <charconv>
#include <ostream>

#include "base/error.hpp"
#include "cli/graph_access.hpp"
#include "cli/reading.hpp"
#include "cli/verbs.hpp"
#include "export/format.hpp"
#include "ingest/explain.hpp"
#include "ingest/explain_page.hpp"
#include "ingest/read/members.hpp"
#include "ingest/read/source.hpp"

namespace rxgraph::cli {
namespace {

/// A byte of a file.
struct Place {
  std::string path;
  std::uint64_t byte = 0;
};

/// "filings/a.txt:18204"; nothing where `text` does not end in a colon and a number.
std::optional<Place> place_of(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) return std::nullopt;
  Place place{text.substr(0, colon), 0};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, place.byte);
  if (error != std::errc{} || stop != end || text.find(' ') < colon) return std::nullopt;
  return place;
}

ExitCode write_page(const Options& options, const Ontology& ontology, const ingest::LoadedNames& loaded, Report& report) {
  ingest::FileSource source({options.what[0]}, report);
  const std::optional<RawFiling> raw = only_filing(source, options.what[0]);
  if (!raw) return ExitCode::failed;
  exporting::OutputSet out(options.output.empty() ? "-" : options.output, false);
  std::ostream& file = out.file();
  ingest::explain_page(*raw, ontology, report, [&](std::string_view part) { file << part; }, &loaded);
  out.commit();
  return report.errors() > 0 ? ExitCode::partly : ExitCode::done;
}

}  // namespace

ExitCode run_explain(const Options& options, Session& session) {
  if (!options.output.empty() && !options.html) throw UsageError("--output is for --html; send other answers on with '>'");
  Report report(session, options);
  const LoadedOntology chosen = load_chosen_ontology(options);
  const ingest::LoadedNames loaded = load_vocabularies(options, chosen.ontology);
  if (options.html) return write_page(options, chosen.ontology, loaded, report);
  if (options.what[0].find_first_not_of(" \t\r\n") == std::string::npos) throw UsageError("the sentence is empty; put one in quotes, or name FILE:BYTE");
  const std::optional<Place> place = place_of(options.what[0]);
  if (!place) {
    session.out << ingest::explain({"sentence", Bytes(options.what[0] + "\n")}, chosen.ontology, std::nullopt, report, &loaded);
    return ExitCode::done;
  }
  const Bytes bytes = ingest::FilingOpener().open(place->path);
  if (place->byte >= bytes.view().size()) {
    throw InputError(place->path, "has no byte " + std::to_string(place->byte) + "; it ends at " + std::to_string(bytes.view().size()));
  }
  const std::string text = ingest::explain({place->path, bytes}, chosen.ontology, place->byte, report, &loaded);
  if (text.empty()) {
    report.note(place->path + ": no sentence stands at byte " + std::to_string(place->byte));
    return ExitCode::no_answer;
  }
  session.out << text;
  return ExitCode::done;
}

}  // namespace rxgraph::cli
