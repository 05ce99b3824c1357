#pragma once
/// Turtle and TriG, written by serd from lines of statements.

#include <cstdint>
#include <memory>
#include <ostream>
#include <span>

#include "export/rdf_terms.hpp"

namespace rxgraph::exporting {

/// Writes what arrives on its streams. Lines must arrive in pieces that end with one, as write_rdf_lines hands them on;
/// a subject or a graph that comes back after another is written anew, so they should come together.
class TerseRdf {
 public:
  enum class Syntax : std::uint8_t { turtle, trig };

  /// Declares `prefixes`; of two that an IRI begins with, the first counts. `out` must outlive it, and throw what goes wrong with it.
  TerseRdf(Syntax syntax, std::span<const Prefix> prefixes, std::ostream& out);
  ~TerseRdf();
  TerseRdf(const TerseRdf&) = delete;
  TerseRdf& operator=(const TerseRdf&) = delete;

  /// Takes N-Triples, statements of the default graph. Throws what `out` throws, and std::logic_error with serd's
  /// reason where a line is none.
  std::ostream& triples() noexcept;

  /// Takes lines of N-Triples, each after its graph and one space. Throws likewise.
  std::ostream& named() noexcept;

  /// Ends the last statement. Nothing may be written after it.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rxgraph::exporting
