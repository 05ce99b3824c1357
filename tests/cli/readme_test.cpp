/// The tour of README.md is what the program prints. `scripts/refresh-readme` writes it anew.

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

/// Times and sizes differ from machine to machine.
std::string comparable(const std::string& text) {
  return std::regex_replace(std::regex_replace(text, std::regex("in [0-9.]+ s"), "in 0.1 s"), std::regex("\\([0-9.]+ [kMG]?B\\)"), "(1 MB)");
}

/// The first line that is another one, in both; empty where there is none.
std::string first_difference(const std::string& shown, const std::string& real) {
  std::istringstream a(shown), b(real);
  std::string x, y;
  while (std::getline(a, x) && std::getline(b, y)) {
    if (x != y) return "shown: " + x + "\nreal:  " + y;
  }
  return shown == real ? "" : "one is longer";
}

/// What a shell prints for `command` in `folder`, where `rxgraph` is this build's.
std::string shell(const std::string& command, const std::string& folder) {
  const TemporaryFolder held;
  const std::string bin = std::filesystem::path(RXGRAPH_PROGRAM).parent_path().string();
  const std::string line = "cd '" + folder + "' && unset RXGRAPH && PATH='" + bin + "':$PATH && { " + command + "; } >'" + held.path("out") + "' 2>&1 </dev/null";
  const int ignored = std::system(line.c_str());
  static_cast<void>(ignored);
  return content_of(held.path("out"));
}

/// `text` with the output of every "$ command" in its ```console blocks made anew, each run in `folder` after the other.
std::string refreshed(const std::string& text, const std::string& folder) {
  std::istringstream lines(text);
  std::string out, line;
  bool console = false;
  while (std::getline(lines, line)) {
    if (line.starts_with("```")) console = line == "```console";
    const bool command = console && line.starts_with("$ ");
    if (!console || command || line.starts_with("```")) out += line + "\n";
    if (command) out += shell(line.substr(2), folder);
  }
  return out;
}

}  // namespace

TEST_CASE("what README.md links to is there") {
  const std::string readme = content_of(std::string(RXGRAPH_SOURCE_DIR) + "/README.md");
  const std::regex link(R"(\]\(([^)#:]+)\))");
  for (std::sregex_iterator at(readme.begin(), readme.end(), link); at != std::sregex_iterator(); ++at) {
    CAPTURE((*at)[1].str());
    CHECK(std::filesystem::exists(std::string(RXGRAPH_SOURCE_DIR) + "/" + (*at)[1].str()));
  }
}

TEST_CASE("README.md shows what the program prints") {
  const TemporaryFolder folder;
  std::filesystem::create_directory_symlink(samples(), folder.path("samples"));
  std::filesystem::create_directory_symlink(std::string(RXGRAPH_SOURCE_DIR) + "/examples", folder.path("examples"));
  const std::string readme = std::string(RXGRAPH_SOURCE_DIR) + "/README.md";
  const std::string shown = content_of(readme);
  REQUIRE_FALSE(shown.empty());
  const std::string real = refreshed(shown, folder.path());
  if (std::getenv("RXGRAPH_REFRESH") != nullptr) {
    std::ofstream(readme, std::ios::binary) << real;
    return;
  }
  const std::string difference = first_difference(comparable(shown), comparable(real));
  CHECK_MESSAGE(difference.empty(), "README.md is out of date; run scripts/refresh-readme\n" << difference);
}
