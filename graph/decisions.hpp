#pragma once
/// What a person decides of who is who, whatever filings say. Knows no store.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"

namespace rxgraph::graph {

/// That names of one type are names of one thing, or each of another.
struct Decision {
  bool same = true;                 ///< False: no two of them are one.
  std::string type;
  std::vector<std::string> names;   ///< Two or more, as written.
  std::string path;                 ///< Of the file that says so.
  std::uint32_t line = 0;           ///< In it, from 1.

  /// "mine.tsv:3".
  std::string where() const { return path + ":" + std::to_string(line); }

  friend auto operator<=>(const Decision&, const Decision&) = default;
};

/// A file of decisions in memory.
struct DecisionFile {
  std::string path;  ///< For messages.
  std::string text;
};

/// Reads files of decisions, which hold together. A line has fields with tabs between: "same" or "different", a type of
/// `ontology`, and two names or more; empty lines and lines that begin with "#" count for nothing. Throws InputError with every fault of
/// all files, one a line, each with its file and line: what is no decision, an unknown type, and lines that contradict each
/// other, by whichever lines between them ("A same B", "B same C", "A different C").
std::vector<Decision> read_decisions(const std::vector<DecisionFile>& files, const Ontology& ontology);

}  // namespace rxgraph::graph
