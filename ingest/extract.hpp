#pragma once
/// From filings to records: the whole of ingest behind two calls.

#include <functional>
#include <memory>

#include "base/flow.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

class LoadedNames;

/// Reads filings and says what they state. Made once for an ontology (some ten
/// milliseconds: vocabularies and frames are compiled); then const and thread safe.
class Extractor {
 public:
  /// `ontology` must outlive the extractor, and so must the vocabularies that the user has `loaded`; null for none.
  explicit Extractor(const Ontology& ontology, const LoadedNames* loaded = nullptr);
  ~Extractor();

  /// All that `raw` says: entities in order of first mention, statements in order of their evidence.
  /// Depends on the bytes, the ontology, what is loaded and the reader alone. `filing.path` is `raw.path`. `key` is as for `read_filing`.
  FilingRecords extract(const RawFiling& raw, DiagnosticSink& diagnostics, const FilingKey& key = {}) const;

  /// What `Filing::ontology` says of what it makes: the fingerprint of the ontology, or of it and what is loaded.
  const std::string& fingerprint() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// Draws filings from `source`, extracts them on `threads` threads and hands
/// the records to `sink` in input order. Memory is bounded by a few filings a thread.
/// `skip` is asked first, with the key of the content: a filing for which it says true is passed over.
/// Stops before the next filing once `stop` says true.
void extract_all(FilingSource& source, const Extractor& extractor, RecordSink& sink, DiagnosticSink& diagnostics,
                 unsigned threads, const std::function<bool(const FilingKey&, const RawFiling&)>& skip,
                 const std::function<bool()>& stop);

}  // namespace rxgraph::ingest
