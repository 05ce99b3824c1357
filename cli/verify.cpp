/// rxgraph verify: re-reads the bytes behind every statement.

#include <ostream>

#include "cli/graph_access.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs.hpp"
#include "ingest/verify.hpp"

namespace rxgraph::cli {
namespace {

/// Verifies filing by filing until Ctrl-C.
class StoppableVerifier : public RecordSink {
 public:
  explicit StoppableVerifier(const InterruptWatch& interrupt) : interrupt_(interrupt) {}

  void accept(FilingRecords records) override {
    if (interrupt_.seen()) throw Interrupted();
    verifier_.accept(std::move(records));
  }

  const ingest::EvidenceReport& report() const { return verifier_.report(); }

 private:
  ingest::EvidenceVerifier verifier_;
  const InterruptWatch& interrupt_;
};

const char* name_of(ingest::EvidenceFault::Kind kind) {
  using Kind = ingest::EvidenceFault::Kind;
  switch (kind) {
    case Kind::unreadable: return "unreadable";
    case Kind::changed: return "changed";
    case Kind::outside: return "outside";
    case Kind::other_words: return "other words";
    case Kind::no_words: return "no words";
    case Kind::unknown: return "unknown filing";
  }
  return "";
}

Table table_of(const std::vector<ingest::EvidenceFault>& faults) {
  Table table{{{"file", 3, false}, {"bytes", 2, false}, {"statement", 1, false}, {"fault", 4, false}, {"message", 0, false}}, {}};
  for (const ingest::EvidenceFault& fault : faults) {
    const bool whole = fault.where.begin == fault.where.end;
    const std::string bytes = std::to_string(fault.where.begin) + "-" + std::to_string(fault.where.end);
    table.rows.push_back({fault.path, whole ? Cell() : Cell(bytes), cell_of(fault.statement), std::string(name_of(fault.kind)), fault.message});
  }
  return table;
}

}  // namespace

ExitCode run_verify(const Options& options, Session& session) {
  const InterruptWatch interrupt;
  Report report(session, options);
  const graph::Store store = graph::Store::open(graph_path(options), graph::Store::Mode::read);
  StoppableVerifier verifier(interrupt);
  store.replay(verifier);

  const ingest::EvidenceReport& result = verifier.report();
  Table table = table_of(result.faults);
  if (!options.sort.empty()) sort_rows(table, options.sort);
  if (options.limit && table.rows.size() > *options.limit) table.rows.resize(*options.limit);
  const TableStyle style = style_of(options, session);
  if (!table.rows.empty() || style.layout != TableLayout::table) print_table(table, style, session.out);
  if (style.layout == TableLayout::table && !options.quiet) {
    session.out << counted(result.passages, "passage", "passages") << " of " << counted(result.statements, "statement", "statements") << " found in "
                << counted(result.filings, "filing", "filings") << "; "
                << (result.faults.empty() ? "nothing is wrong" : counted(result.faults.size(), "fault", "faults")) << '\n';
  }
  return result.faults.empty() ? ExitCode::done : ExitCode::no_answer;
}

}  // namespace rxgraph::cli
