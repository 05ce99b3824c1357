/// rxgraph: from SEC filings to a drug-pipeline knowledge graph. See cli/verbs.cpp for what it can do.

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/run.hpp"

namespace {

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

rxgraph::cli::Terminal terminal() {
  rxgraph::cli::Terminal terminal{::isatty(STDOUT_FILENO) == 1, ::isatty(STDERR_FILENO) == 1, 80};
  winsize size{};
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    if (::ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
      terminal.width = size.ws_col;
      break;
    }
  }
  return terminal;
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  rxgraph::cli::Session session{std::cin, std::cout, std::cerr, terminal()};
  return rxgraph::cli::run({words + 1, words + count}, environment("RXGRAPH"), session);
}
