#pragma once
/// What the fuzz targets share. Each target is one file that defines `LLVMFuzzerTestOneInput`: under clang libFuzzer drives it
/// (scripts/fuzz), in every other build replay.cpp hands it the files that are named on its command line.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/flow.hpp"
#include "tests/ingest/reading.hpp"

/// Reads `size` bytes at `data` as one input. Returns 0; what must not happen ends the program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace rxgraph::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// Ends the program, saying which rule is broken, unless `holds`. A broken rule is a finding as a crash is.
inline void require(bool holds, std::string_view rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(rule.size()), rule.data());
  std::abort();
}

/// Requires what holds of every document and sentence, whatever the input.
inline void require_sound(const ingest::FilingText& text, std::string_view file) {
  for (const ingest::DocumentText& document : text.documents) {
    const std::string broken = ingest::broken_rule(document, file);
    require(broken.empty(), broken);
  }
  require(ingest::unverified(text, file) == 0, "a sentence is found again in its bytes");
}

/// Forgets what is reported.
struct Quiet : DiagnosticSink {
  void report(Diagnostic) override {}
};

}  // namespace rxgraph::fuzz
