#pragma once
/// Evidence against the bytes it points to.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/flow.hpp"
#include "ingest/read/members.hpp"

namespace rxgraph::ingest {

/// What is wrong with the evidence of one statement, or with the file of a filing.
struct EvidenceFault {
  enum class Kind : std::uint8_t {
    unreadable,    ///< The file is gone or cannot be read; `message` says why. Nothing of it was checked.
    changed,       ///< The file's bytes are others than those that were read. Nothing of it was checked.
    outside,       ///< A range ends beyond the file.
    other_words,   ///< The bytes show other words than the evidence gives.
    no_words,      ///< A range of context shows no words.
    unknown,       ///< The evidence is from another filing than its statement.
  };
  Kind kind = Kind::unreadable;
  std::string path;        ///< File.
  ByteRange where;         ///< Of the first range; an empty one where the file as a whole is meant.
  std::string statement;   ///< "A targets B"; empty where the file as a whole is meant.
  std::string message;     ///< One line, without path.

  friend auto operator<=>(const EvidenceFault&, const EvidenceFault&) = default;
};

/// What was checked, and what is wrong.
struct EvidenceReport {
  std::uint64_t filings = 0;     ///< Whose files were read.
  std::uint64_t statements = 0;
  std::uint64_t passages = 0;    ///< Evidences whose words were found.
  std::vector<EvidenceFault> faults;  ///< In order of checking.
};

/// Checks every evidence of `records` against `bytes`, the file of its filing.
void verify_evidence(const FilingRecords& records, std::string_view bytes, EvidenceReport& report);

/// A sink that re-reads the file of each filing that it takes. Paths are those of the filings, as seen from the current folder.
class EvidenceVerifier : public RecordSink {
 public:
  void accept(FilingRecords records) override;
  const EvidenceReport& report() const noexcept { return report_; }

 private:
  FilingOpener opener_;
  EvidenceReport report_;
};

}  // namespace rxgraph::ingest
