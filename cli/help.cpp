/// Help, from the tables of verbs and options.

#include <algorithm>

#include "base/utf8.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  return used < width ? text.append(width - used, ' ') : text;
}

/// Two columns: what, and what it is.
std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, display_width(left));
  std::string text;
  for (const auto& [left, right] : rows) text += "  " + padded(left, width) + "  " + right + "\n";
  return text;
}

/// `text` in lines of at most 90 columns.
std::string wrapped(std::string_view text) {
  std::string out, line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    at = end + 1;
    if (!line.empty() && display_width(line) + 1 + display_width(word) > 90) {
      out += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return out + line + "\n";
}

std::string options_of(const Verb& verb) {
  std::vector<std::string_view> names(verb.options.begin(), verb.options.end());
  names.insert(names.end(), common_options().begin(), common_options().end());
  std::vector<std::pair<std::string, std::string>> rows;
  for (const std::string_view name : names) {
    const OptionRow& row = option_row(name, verb.name);
    std::string left = (row.letter.empty() ? std::string("    ") : std::string(row.letter) + ", ") + std::string(row.name);
    if (!row.value.empty()) left += " " + std::string(row.value);
    rows.emplace_back(std::move(left), row.help);
  }
  rows.emplace_back("-h, --help", "This text");
  return two_columns(rows);
}

}  // namespace

std::string help_text() {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Verb& verb : verbs()) rows.emplace_back(std::string(verb.name) + " " + std::string(verb.what), verb.summary);
  return "rxgraph turns SEC filings into a drug-pipeline knowledge graph and answers questions about it.\n\n"
         "  rxgraph build filings/ -o pipeline.rxg   read filings into a graph\n"
         "  rxgraph pipeline ImmunoGen               what a company develops\n"
         "  rxgraph why A RELATION B                 the sentences that say so\n\n"
         "verbs\n" +
         two_columns(rows) +
         "\n'rxgraph VERB --help' shows examples and options of a verb; 'rxgraph --version' the version.\n"
         "Exit codes: 0 done, 1 no answer or something is wrong, 2 wrong command line, 3 some inputs could not be\n"
         "read, 4 nothing could be done, 130 interrupted.\n";
}

std::string help_text(const Verb& verb) {
  std::vector<std::pair<std::string, std::string>> examples;
  for (const CommandExample& example : verb.examples) examples.emplace_back(example.command, example.does);
  std::string text = "rxgraph " + std::string(verb.name) + " " + std::string(verb.what) + "\n  " + std::string(verb.summary) + "\n\n";
  text += wrapped(verb.about) + "\nexamples\n" + two_columns(examples) + "\noptions\n" + options_of(verb);
  if (verb.name == "export") {
    std::vector<std::pair<std::string, std::string>> formats;
    for (const exporting::Format& format : exporting::formats()) {
      const std::string ending = format.extension.empty() ? "" : std::string(format.extension) + ": ";
      formats.emplace_back(format.name, ending + std::string(format.summary));
    }
    text += "\nformats\n" + two_columns(formats);
  }
  return text;
}

}  // namespace rxgraph::cli
