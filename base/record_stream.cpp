#include <istream>
#include <optional>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/record_json.hpp"
#include "base/record_parse.hpp"

namespace rxgraph {
namespace {

/// Gathers lines into filings and hands on those that are whole.
class StreamReader {
 public:
  StreamReader(const std::string& path, RecordSink& sink, DiagnosticSink& diagnostics)
      : path_(path), sink_(sink), diagnostics_(diagnostics) {}

  void line(std::string_view text, std::uint64_t number) {
    number_ = number;
    try {
      take(parser_.parse(text), text);
    } catch (const RecordFault& fault) {
      report(number, fault.what());
      broken_ = true;
    }
  }

  void finish() {
    if (in_filing_) {
      report(began_, "filing " + records_.filing.key + " has no end line and does not count; read it again");
    } else {
      close_loose();
    }
    reset();
  }

 private:
  void take(Record record, std::string_view text) {
    if (auto* const filing = std::get_if<Filing>(&record)) {
      finish();
      in_filing_ = true;
      began_ = number_;
      records_.filing = std::move(*filing);
    } else if (const auto* const end = std::get_if<EndRecord>(&record)) {
      take_end(*end);
    } else {
      if (!in_filing_) take_loose(text);
      if (auto* const entity = std::get_if<Entity>(&record)) {
        records_.entities.push_back(std::move(*entity));
      } else {
        take_statement(std::get<Statement>(std::move(record)));
      }
    }
  }

  void take_statement(Statement statement) {
    if (in_filing_) {
      for (Evidence& evidence : statement.evidence) {
        if (evidence.filing.empty()) evidence.filing = records_.filing.key;
        if (evidence.filing != records_.filing.key) {
          throw RecordFault("evidence from filing " + evidence.filing + " within filing " + records_.filing.key +
                            "; a statement's evidence is of its own filing");
        }
      }
    }
    records_.statements.push_back(std::move(statement));
  }

  void take_end(const EndRecord& end) {
    if (!in_filing_) throw RecordFault("end line without a filing line before it; a filing begins with its filing line");
    if (end.key != records_.filing.key) {
      throw RecordFault("end line of filing " + end.key + " within filing " + records_.filing.key + "; keep a filing's lines together");
    }
    if (broken_) {
      report(began_, "filing " + end.key + " does not count, for it holds lines that are no records; read it again");
    } else if (end.statements != records_.statements.size()) {
      report(number_, "end line counts " + std::to_string(end.statements) + " statements where " +
                          std::to_string(records_.statements.size()) + " stand and filing " + end.key +
                          " does not count; read it again");
    } else {
      sink_.accept(std::move(records_));
    }
    reset();
  }

  /// Lines outside any filing are a filing of their own, keyed by what they hold.
  void take_loose(std::string_view text) {
    if (loose_.empty()) began_ = number_;
    loose_.append(text).push_back('\n');
  }

  void close_loose() {
    if (loose_.empty()) return;
    if (broken_) {
      report(began_, "statements without a filing line do not count, for lines that are no records stand among them; mend those");
      return;
    }
    records_.filing.key = hash_hex(loose_);
    records_.filing.path = path_;
    records_.filing.bytes = loose_.size();
    for (Statement& statement : records_.statements) {
      for (Evidence& evidence : statement.evidence) {
        if (evidence.filing.empty()) evidence.filing = records_.filing.key;
      }
    }
    sink_.accept(std::move(records_));
  }

  void reset() {
    records_ = {};
    loose_.clear();
    in_filing_ = false;
    broken_ = false;
  }

  void report(std::uint64_t line, std::string message) {
    diagnostics_.report({Diagnostic::Severity::error, path_ + ":" + std::to_string(line), 0, 0, std::move(message)});
  }

  const std::string& path_;
  RecordSink& sink_;
  DiagnosticSink& diagnostics_;
  RecordParser parser_;
  FilingRecords records_;
  std::string loose_;           ///< The lines outside any filing so far.
  std::uint64_t number_ = 0;    ///< Of the line at hand, from 1.
  std::uint64_t began_ = 0;     ///< Line on which the filing at hand began.
  bool in_filing_ = false;
  bool broken_ = false;
};

template <typename Kind>
Kind parse_as(std::string_view json, const std::string& path, const char* kind) {
  try {
    Record record = RecordParser().parse(json);
    if (auto* const wanted = std::get_if<Kind>(&record)) return std::move(*wanted);
  } catch (const RecordFault& fault) {
    throw InputError(path, fault.what());
  }
  throw InputError(path, std::string("no ") + kind + " record; see docs/records.md");
}

}  // namespace

void read_records(std::istream& in, const std::string& path, RecordSink& sink, DiagnosticSink& diagnostics) {
  StreamReader reader(path, sink, diagnostics);
  std::string text;
  for (std::uint64_t number = 1; std::getline(in, text); ++number) {
    std::string_view line = text;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos) reader.line(line, number);
  }
  if (in.bad()) throw InputError(path, "cannot be read to its end; see whether the disk or the pipe is whole");
  reader.finish();
}

Filing filing_of_json(std::string_view json, const std::string& path) { return parse_as<Filing>(json, path, "filing"); }
Entity entity_of_json(std::string_view json, const std::string& path) { return parse_as<Entity>(json, path, "entity"); }
Statement statement_of_json(std::string_view json, const std::string& path) {
  return parse_as<Statement>(json, path, "statement");
}

Qualifiers qualifiers_of_json(std::string_view json, const std::string& path) {
  try {
    thread_local RecordParser parser;  // its buffers cost more than most qualifiers
    return parser.parse_qualifiers(json);
  } catch (const RecordFault& fault) {
    throw InputError(path, fault.what());
  }
}

}  // namespace rxgraph
