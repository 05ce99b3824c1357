/// The man page, from the tables of verbs, options, formats and exit codes.

#include <algorithm>
#include <string>

#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

/// `text` as roff shows it as it stands, within a line.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '`': out += "\\(ga"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      case '"': out += "\\(dq"; break;
      default: out.push_back(c);
    }
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

/// Words in lines of less than 80 bytes, escaped.
std::string folded(std::string_view text) {
  std::string out, line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = plain(text.substr(at, end - at));
    at = end + 1;
    if (!line.empty() && line.size() + word.size() + 1 >= 80) {
      out += line + "\n";
      line.clear();
    }
    line += (!line.empty() ? " " : word.starts_with('.') ? "\\&" : "") + word;  // a dot would begin a request
  }
  return out + line + "\n";
}

/// Text, each sentence on a line of its own, as roff wants them.
std::string lines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find(". ");
    out += folded(text.substr(0, end == std::string_view::npos ? end : end + 1));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 2);
  }
}

/// A paragraph that hangs below what it explains.
std::string item(const std::string& what, std::string_view is) { return ".TP\n" + what + "\n" + lines(is); }

std::string option_item(const OptionRow& row) {
  std::string what = row.letter.empty() ? bold(row.name) : bold(row.letter) + ", " + bold(row.name);
  if (!row.value.empty()) what += " " + italic(row.value);
  return item(what, row.help);
}

std::string verb_section(const Verb& verb) {
  std::string text = ".SS " + std::string("\"") + "rxgraph " + plain(verb.name) + " " + plain(verb.what) + "\"\n" + lines(std::string(verb.summary) + ".") + ".PP\n" + lines(verb.about);
  for (const std::string_view name : verb.options) text += option_item(option_row(name, verb.name));
  for (const CommandExample& example : verb.examples) text += ".PP\n" + lines(example.does) + ".PP\n.nf\n.RS 4\n" + plain(example.command) + "\n.RE\n.fi\n";
  return text;
}

std::string format_section() {
  std::string text = ".SH FORMATS\n.B rxgraph export\nwrites\n";
  for (const exporting::Format& format : exporting::formats()) {
    std::string what = bold(format.name);
    if (!format.extension.empty()) what += " (" + italic(format.extension) + ")";
    text += item(what, format.summary);
  }
  return text;
}

}  // namespace

std::string manual_page() {
  std::string text = ".TH RXGRAPH 1 \"" RXGRAPH_RELEASED "\" \"rxgraph " RXGRAPH_VERSION "\" \"User Commands\"\n"
                     ".SH NAME\nrxgraph \\- turns SEC filings into a drug\\-pipeline knowledge graph\n"
                     ".SH SYNOPSIS\n.B rxgraph\n.I VERB\n.RI [ WORD \" ...] [\" OPTION \" ...]\"\n.br\n.B rxgraph help\n.RI [ VERB ]\n.br\n.B rxgraph \\-\\-version\n"
                     ".SH DESCRIPTION\n"
                     "Filings are read into a graph, one file, in which each statement is tied to the\n"
                     "bytes of the filing that say it.\n"
                     "Questions are put to that graph, and it is exported to other programs.\n"
                     ".SH VERBS\n";
  for (const Verb& verb : verbs()) text += verb_section(verb);
  text += ".SS \"rxgraph help VERB|TOPIC\"\nThe help of a verb, or one of these:\n";
  for (const HelpTopic& topic : help_topics()) text += item(bold(topic.name), topic.summary);
  text += ".SH OPTIONS\nEvery verb takes these.\n";
  for (const std::string_view name : common_options()) text += option_item(option_row(name));
  text += item(bold("-h") + ", " + bold("--help"), "Help of the verb");
  text += format_section() + ".SH EXIT STATUS\n";
  for (const ExitMeaning& meaning : exit_meanings()) text += item(bold(std::to_string(static_cast<int>(meaning.code))), meaning.what);
  text += ".SH ENVIRONMENT\n";
  text += item(bold("RXGRAPH"), "The graph to ask where --graph names none.");
  text += item(bold("NEO4J_USERNAME") + ", " + bold("NEO4J_PASSWORD") + ", " + bold("NEO4J_DATABASE"), "Of the server that rxgraph push speaks to.");
  text += item(bold("NO_COLOR"), "Where it is set, letters have no colour.");
  return text;
}

}  // namespace rxgraph::cli
