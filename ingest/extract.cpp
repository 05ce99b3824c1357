#include "ingest/extract.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <optional>

#include "base/hash.hpp"
#include "ingest/facts/assemble.hpp"
#include "ingest/names/identify.hpp"
#include "ingest/read/read.hpp"
#include "ingest/facts/walk_document.hpp"

namespace rxgraph::ingest {

struct Extractor::Impl {
  Impl(const Ontology& of, const LoadedNames* with)
      : ontology(of), loaded(with), fingerprint(fingerprint_of(of, with)), finder(of, with), lexicon(of), table(of) {}

  static std::string fingerprint_of(const Ontology& of, const LoadedNames* with) {
    if (with == nullptr || with->empty()) return of.fingerprint;
    return hash_hex(of.fingerprint + with->fingerprint()).substr(0, 16);
  }

  const Ontology& ontology;
  const LoadedNames* loaded;
  const std::string fingerprint;
  MentionFinder finder;
  Lexicon lexicon;
  FrameTable table;
};

Extractor::Extractor(const Ontology& ontology, const LoadedNames* loaded) : impl_(std::make_unique<const Impl>(ontology, loaded)) {}
Extractor::~Extractor() = default;

const std::string& Extractor::fingerprint() const noexcept { return impl_->fingerprint; }

FilingRecords Extractor::extract(const RawFiling& raw, DiagnosticSink& diagnostics, const FilingKey& key) const {
  std::optional<FilingMemory> memory;
  Assembler assembler(impl_->ontology);
  Filing filing = read_filing(raw, diagnostics, [&](DocumentText&& document, const Filing& facts) {
    if (!memory) memory = impl_->finder.begin(facts);
    walk_document({document, facts, impl_->finder, impl_->lexicon, impl_->table}, *memory, assembler);
  }, nullptr, key);
  if (!memory) memory = impl_->finder.begin(filing);
  filing.reader = reader_version();
  filing.ontology = impl_->fingerprint;
  if (impl_->loaded != nullptr) identify(*memory, *impl_->loaded);
  return assembler.finish(std::move(filing), *memory);
}

void extract_all(FilingSource& source, const Extractor& extractor, RecordSink& sink, DiagnosticSink& diagnostics, unsigned threads,
                 const std::function<bool(const FilingKey&, const RawFiling&)>& skip, const std::function<bool()>& stop) {
  namespace tbb = oneapi::tbb;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, std::max(1U, threads));
  struct Drawn {
    RawFiling raw;
    FilingKey key;
  };
  const auto draw = [&](tbb::flow_control& control) -> Drawn {
    while (!stop || !stop()) {
      std::optional<RawFiling> raw = source.next();
      if (!raw) break;
      FilingKey key = skip ? hash_hex(raw->bytes) : FilingKey();
      if (!skip || !skip(key, *raw)) return {std::move(*raw), std::move(key)};
    }
    control.stop();
    return {};
  };
  tbb::parallel_pipeline(std::max(1U, threads) * 2,
                         tbb::make_filter<void, Drawn>(tbb::filter_mode::serial_in_order, draw) &
                             tbb::make_filter<Drawn, FilingRecords>(
                                 tbb::filter_mode::parallel, [&](const Drawn& drawn) { return extractor.extract(drawn.raw, diagnostics, drawn.key); }) &
                             tbb::make_filter<FilingRecords, void>(tbb::filter_mode::serial_in_order,
                                                                   [&](FilingRecords records) { sink.accept(std::move(records)); }));
}

}  // namespace rxgraph::ingest
