#include "ingest/verify.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "ingest/read/read.hpp"

namespace rxgraph::ingest {
namespace {

std::string shortened(std::string text) {
  constexpr std::size_t limit = 60;
  if (text.size() <= limit) return text;
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

bool inside(const std::vector<ByteRange>& ranges, std::string_view bytes) {
  return std::all_of(ranges.begin(), ranges.end(), [&](const ByteRange& r) { return r.begin <= r.end && r.end <= bytes.size(); });
}

std::string words_at(ByteRange range, std::string_view bytes) { return read_passage(bytes, range); }

std::string words_at(const std::vector<ByteRange>& ranges, std::string_view bytes) {
  std::string words;
  for (const ByteRange& range : ranges) words.append(words.empty() ? "" : " ").append(words_at(range, bytes));
  return words;
}

/// Adds what is wrong with `evidence` to `faults`; true if nothing is.
bool check(const Evidence& evidence, std::string_view bytes, EvidenceFault fault, std::vector<EvidenceFault>& faults) {
  if (!evidence.ranges.empty()) fault.where = evidence.ranges.front();
  if (!inside(evidence.ranges, bytes) || !inside(evidence.context, bytes)) {
    fault.kind = EvidenceFault::Kind::outside;
    fault.message = "evidence beyond the end of the file, which has " + std::to_string(bytes.size()) + " bytes";
    faults.push_back(std::move(fault));
    return false;
  }
  if (const std::string shown = words_at(evidence.ranges, bytes); !same_words(shown, evidence.text)) {
    fault.kind = EvidenceFault::Kind::other_words;
    fault.message = "the bytes show \"" + shortened(shown) + "\" where the evidence says \"" + shortened(evidence.text) + "\"";
    faults.push_back(std::move(fault));
    return false;
  }
  for (const ByteRange& range : evidence.context) {
    if (!same_words(words_at(range, bytes), "")) continue;
    fault.kind = EvidenceFault::Kind::no_words;
    fault.where = range;
    fault.message = "the bytes of the context show no words";
    faults.push_back(std::move(fault));
    return false;
  }
  return true;
}

}  // namespace

void verify_evidence(const FilingRecords& records, std::string_view bytes, EvidenceReport& report) {
  for (const Statement& statement : records.statements) {
    ++report.statements;
    EvidenceFault fault;
    fault.path = records.filing.path;
    fault.statement = statement.subject.name + " " + statement.relation + " " + statement.object.name;
    for (const Evidence& evidence : statement.evidence) {
      if (evidence.filing != records.filing.key) {
        fault.kind = EvidenceFault::Kind::unknown;
        fault.message = "no file is known for filing " + evidence.filing + "; build it into the graph";
        report.faults.push_back(fault);
      } else if (check(evidence, bytes, fault, report.faults)) {
        ++report.passages;
      }
    }
  }
}

void EvidenceVerifier::accept(FilingRecords records) {
  const std::string& path = records.filing.path;
  try {
    const Bytes bytes = opener_.open(path);
    if (hash_hex(bytes) == records.filing.key) {
      ++report_.filings;
      verify_evidence(records, bytes.view(), report_);
    } else {
      report_.faults.push_back({EvidenceFault::Kind::changed, path, {}, {}, "the file has changed since it was read; build it again"});
    }
  } catch (const InputError& error) {
    std::string_view reason = error.what();
    if (reason.starts_with(path + ": ")) reason.remove_prefix(path.size() + 2);
    report_.faults.push_back({EvidenceFault::Kind::unreadable, path, {}, {}, std::string(reason)});
  }
}

}  // namespace rxgraph::ingest
