/// The man page and what completes command lines: made of the tables, and taken by the programs they are for.

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

#include "cli/verbs.hpp"
#include "tests/cli/program.hpp"

using namespace rxgraph::cli;
using namespace rxgraph::cli::testing;

namespace {

/// Runs a shell command; its output and messages in `out`.
int shell(const std::string& command, std::string& out) {
  const TemporaryFolder folder;
  const int status = std::system(("{ " + command + "; } >'" + folder.path("out") + "' 2>&1 </dev/null").c_str());
  out = content_of(folder.path("out"));
  return status;
}

bool is_there(const std::string& program) {
  std::string out;
  if (shell("command -v " + program, out) == 0) return true;
  MESSAGE("skipped: " << program << " is not there");
  return false;
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += by.size()) text.replace(at, part.size(), by);
  return text;
}

/// A file of `text` in `folder`; what a command that reads it says is in `out`.
int tried(const TemporaryFolder& folder, const std::string& text, const std::string& command, std::string& out) {
  const std::string path = folder.write("file", text);
  return shell(replaced(command, "FILE", "'" + path + "'"), out);
}

/// What bash offers for the words of a command line, the last of which is being typed.
std::set<std::string> offered(const std::vector<std::string>& words) {
  const TemporaryFolder folder;
  std::string script = "source FILE; COMP_WORDS=(";
  for (const std::string& word : words) script += "'" + word + "' ";
  script += "); COMP_CWORD=" + std::to_string(words.size() - 1) + "; compopt() { :; }; _rxgraph; printf '%s\\n' \"${COMPREPLY[@]}\"";
  folder.write("script", replaced(script, "FILE", "'" + folder.write("file", bash_completion()) + "'"));
  std::string out;
  CHECK(shell("bash '" + folder.path("script") + "'", out) == 0);
  std::set<std::string> lines;
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find('\n', at);
    if (end > at) lines.insert(out.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::set<std::string> set_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

}  // namespace

TEST_CASE("every verb, option, value, format and exit code is in the man page and in each completion") {
  const std::string man = replaced(manual_page(), "\n", " ");  // where its lines are broken does not matter
  const auto in_man = [&](std::string_view words) { return holds(man, replaced(replaced(std::string(words), "-", "\\-"), "'", "\\(aq")); };
  for (const Verb& verb : verbs()) {
    CAPTURE(verb.name);
    CHECK(in_man("rxgraph " + std::string(verb.name) + " "));
    for (const CommandExample& example : verb.examples) CHECK(in_man(example.does));
    for (const std::string& shell : {bash_completion(), zsh_completion(), fish_completion()}) CHECK(holds(shell, verb.name));
    for (const OptionRow* const row : options_of(verb)) {
      CAPTURE(row->name);
      CHECK(in_man("\\fB" + std::string(row->name) + "\\fR"));
      CHECK(holds(bash_completion(), row->name));
      CHECK(holds(zsh_completion(), "*" + std::string(row->name)));
      CHECK(holds(fish_completion(), "seen_subcommand_from " + std::string(verb.name) + "' -l " + std::string(row->name.substr(2)) + " "));
      if (row->choices == nullptr) continue;
      std::string all;
      for (const std::string& choice : row->choices()) all += (all.empty() ? "" : " ") + choice;
      for (const std::string& shell : {bash_completion(), zsh_completion(), fish_completion()}) CHECK(holds(shell, all));
    }
  }
  for (const auto& format : rxgraph::exporting::formats()) CHECK(in_man("\\fB" + std::string(format.name) + "\\fR"));
  for (const ExitMeaning& meaning : exit_meanings()) CHECK(in_man(meaning.what));
}

TEST_CASE("an option's choices are those that it takes") {
  for (const Verb& verb : verbs()) {
    for (const OptionRow* const row : options_of(verb)) {
      if (row->choices == nullptr) continue;
      CAPTURE(row->name);
      CHECK_FALSE(row->choices().empty());
      for (const std::string& choice : row->choices()) {
        Options options;
        CHECK_NOTHROW(row->set(options, choice));
      }
    }
  }
}

TEST_CASE("'rxgraph help' writes them") {
  CHECK(run({"help", "man"}).out == manual_page());
  CHECK(run({"help", "bash"}).out == bash_completion());
  CHECK(run({"help", "zsh"}).out == zsh_completion());
  CHECK(run({"help", "fish"}).out == fish_completion());
  CHECK(run({"help", "fsh"}).code == 2);
  CHECK(holds(run({"--help"}).out, "'rxgraph help man' writes the man page"));
}

TEST_CASE("man and mandoc find no fault in the man page") {
  const TemporaryFolder folder;
  std::string out;
  if (is_there("man")) {
    CHECK(tried(folder, manual_page(), "LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z FILE >/dev/null", out) == 0);
    CHECK(out == "");
  }
  if (is_there("mandoc")) {
    CHECK(tried(folder, manual_page(), "mandoc -Tlint -Wstyle FILE", out) == 0);
    CHECK(out == "");
  }
}

TEST_CASE("the shells take their completions") {
  const TemporaryFolder folder;
  std::string out;
  if (is_there("bash")) CHECK(tried(folder, bash_completion(), "bash -n FILE", out) == 0);
  if (is_there("zsh")) {
    CHECK(tried(folder, zsh_completion(), "zsh -n FILE", out) == 0);
    CHECK(tried(folder, zsh_completion(), "zsh -f -c 'autoload -U compinit; compinit -u -D; source FILE; [ \"$_comps[rxgraph]\" = _rxgraph ]'", out) == 0);
    CHECK(out == "");
  }
  if (is_there("fish")) {
    CHECK(tried(folder, fish_completion(), "fish -n FILE", out) == 0);
    CHECK(tried(folder, fish_completion(), "HOME=/nonexistent fish --no-config -c \"source FILE; complete -C 'rxgraph exp'; complete -C 'rxgraph export --modality '\"", out) == 0);
    CHECK(holds(out, "export\tWrite a graph for other tools\n"));
    CHECK(holds(out, "terminated"));
    CHECK_FALSE(holds(out, "extract"));
  }
}

TEST_CASE("bash offers what the tables say, and files where files are meant") {
  if (!is_there("bash")) return;
  CHECK(offered({"rxgraph", "pip"}) == std::set<std::string>{"pipeline"});
  CHECK(offered({"rxgraph", "ex"}) == std::set<std::string>{"explain", "export", "extract"});
  CHECK(offered({"rxgraph", "export", "--evi"}) == std::set<std::string>{"--evidence"});
  CHECK(offered({"rxgraph", "export", "--evidence", ""}) == std::set<std::string>{"all", "first", "none"});
  CHECK(offered({"rxgraph", "export", "--evidence", "=", "a"}) == std::set<std::string>{"all"});
  CHECK(offered({"rxgraph", "export", "--evidence", "="}) == std::set<std::string>{"all", "first", "none"});
  CHECK(offered({"rxgraph", "export", "--format", ""}) == set_of(option_row("--format", "export").choices()));
  CHECK(offered({"rxgraph", "show", "--format", ""}) == set_of(option_row("--format").choices()));
  CHECK(offered({"rxgraph", "export", "--relation", "tr"}) == std::set<std::string>{"treats"});
  CHECK(offered({"rxgraph", "ontology", ""}) == std::set<std::string>{"check", "init", "show", "test"});
  CHECK(offered({"rxgraph", "build", ""}).empty());
  CHECK(offered({"rxgraph", "build", "x", "-o", ""}).empty());
  CHECK(offered({"rxgraph", "help", "ba"}) == std::set<std::string>{"bash"});
  CHECK(offered({"rxgraph", "nothing", "-"}).empty());
}
