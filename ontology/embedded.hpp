#pragma once
/// The files that are compiled into the program (cmake/EmbedOntology.cmake).

#include <span>
#include <string_view>

namespace rxgraph::embedded {

/// A file by its name without folder ("core.json", "targets.tsv") and its content.
struct File {
  std::string_view name;
  std::string_view content;
};

std::span<const File> files() noexcept;

}  // namespace rxgraph::embedded
