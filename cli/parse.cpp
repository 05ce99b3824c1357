/// From words to options, by CLI11. The only file that includes it, for it is slow to compile.

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/names.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

/// Gives `row` to `app`: what it reads goes to `options`.
void add_option(CLI::App& app, const OptionRow& row, Options& options) {
  const std::string flags = (row.letter.empty() ? "" : std::string(row.letter) + ",") + std::string(row.name);
  if (row.value.empty()) {
    app.add_flag_function(flags, [&row, &options](std::int64_t) { row.set(options, {}); });
    return;
  }
  const auto each = [&row, &options](const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      try {
        row.set(options, value);
      } catch (const UsageError& error) {
        throw UsageError(std::string(row.name) + ": " + error.what());
      }
    }
    return true;
  };
  app.add_option_function<std::vector<std::string>>(flags, each)->allow_extra_args(false);
}

std::string unknown_option(const std::string& word, const std::vector<const OptionRow*>& rows) {
  std::vector<std::string> names;
  for (const OptionRow* row : rows) names.emplace_back(row->name);
  names.emplace_back("--help");
  const std::string name = word.substr(0, word.find('='));
  return "unknown option '" + name + "'" + did_you_mean(name, names);
}

void check_words(const Verb& verb, const std::vector<std::string>& words) {
  if (words.size() < verb.least) throw UsageError("what is missing is " + std::string(verb.what));
  if (words.size() > verb.most) {
    throw UsageError("'" + words[verb.most] + "' is one word too many; a name of several words goes in quotes");
  }
}

bool is_help(const std::string& word) { return word == "--help" || word == "-h"; }

Options parse_options(const Verb& verb, std::vector<std::string> words, const std::string& default_graph) {
  Options options;
  options.graph = default_graph.empty() ? std::string(default_graph_name) : default_graph;
  const std::vector<const OptionRow*> rows = options_of(verb);
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const OptionRow* row : rows) add_option(app, *row, options);
  app.add_option("what", options.what);
  std::reverse(words.begin(), words.end());  // As CLI11 wants them.
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  for (const std::string& word : app.remaining()) {
    if (word != "--") throw UsageError(unknown_option(word, rows));
  }
  if (options.lists.empty()) check_words(verb, options.what);
  return options;
}

/// 'help', 'help VERB' or 'help TOPIC'.
Request parse_help(const std::vector<std::string>& words) {
  if (words.size() < 2) return {Request::Kind::help, nullptr, {}};
  for (const HelpTopic& topic : help_topics()) {
    if (topic.name == words[1]) return {Request::Kind::help, nullptr, {}, &topic};
  }
  return {Request::Kind::help, &verb_named(words[1]), {}};
}

}  // namespace

Request parse_arguments(const std::vector<std::string>& words, const std::string& default_graph) {
  if (words.empty() || is_help(words[0])) return {Request::Kind::help, nullptr, {}};
  if (words[0] == "--version" || words[0] == "-V") return {Request::Kind::version, nullptr, {}};
  if (words[0] == "help") return parse_help(words);
  const Verb& verb = verb_named(words[0]);
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  for (const std::string& word : rest) {
    if (word == "--") break;
    if (is_help(word)) return {Request::Kind::help, &verb, {}};
    if (word == "--version") return {Request::Kind::version, &verb, {}};
  }
  return {Request::Kind::run, &verb, parse_options(verb, rest, default_graph)};
}

}  // namespace rxgraph::cli
