/// Help, from the tables of verbs and options.

#include <algorithm>
#include <array>

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

std::string option_lines(const Verb& verb) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const OptionRow* const row : options_of(verb)) {
    std::string left = (row->letter.empty() ? std::string("    ") : std::string(row->letter) + ", ") + std::string(row->name);
    if (!row->value.empty()) left += " " + std::string(row->value);
    rows.emplace_back(std::move(left), row->help);
  }
  rows.emplace_back("-h, --help", "This text");
  return two_columns(rows);
}

constexpr std::array meanings = {ExitMeaning{ExitCode::done, "done"},
                                 ExitMeaning{ExitCode::no_answer, "no answer or something is wrong"},
                                 ExitMeaning{ExitCode::usage, "wrong command line"},
                                 ExitMeaning{ExitCode::partly, "some inputs could not be read"},
                                 ExitMeaning{ExitCode::failed, "nothing could be done"},
                                 ExitMeaning{ExitCode::interrupted, "interrupted"}};

constexpr std::array topics = {HelpTopic{"man", "the man page", manual_page}, HelpTopic{"bash", "completion of command lines in bash", bash_completion},
                               HelpTopic{"zsh", "the same for zsh", zsh_completion}, HelpTopic{"fish", "the same for fish", fish_completion}};

std::string exit_codes() {
  std::string text = "Exit codes:";
  for (const ExitMeaning& meaning : meanings) {
    text += (text.ends_with(':') ? " " : ", ") + std::to_string(static_cast<int>(meaning.code)) + " " + std::string(meaning.what);
  }
  return text + ".";
}

}  // namespace

std::span<const HelpTopic> help_topics() noexcept { return topics; }

std::span<const ExitMeaning> exit_meanings() noexcept { return meanings; }

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
         "'rxgraph help man' writes the man page; 'rxgraph help bash', 'zsh' or 'fish' what completes command lines there.\n" +
         wrapped(exit_codes());
}

std::string help_text(const Verb& verb) {
  std::vector<std::pair<std::string, std::string>> examples;
  for (const CommandExample& example : verb.examples) examples.emplace_back(example.command, example.does);
  std::string text = "rxgraph " + std::string(verb.name) + " " + std::string(verb.what) + "\n  " + std::string(verb.summary) + "\n\n";
  text += wrapped(verb.about) + "\nexamples\n" + two_columns(examples) + "\noptions\n" + option_lines(verb);
  if (verb.run == run_export) {
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
