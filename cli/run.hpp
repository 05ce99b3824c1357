#pragma once
/// The program behind `main`.

#include <string>
#include <vector>

#include "cli/session.hpp"

namespace rxgraph::cli {

/// Does what the words after the program's name ask for and returns the exit code. `default_graph` is what $RXGRAPH says.
/// Everything that goes wrong is told on `session.error`; nothing is thrown.
int run(const std::vector<std::string>& words, const std::string& default_graph, Session& session);

}  // namespace rxgraph::cli
