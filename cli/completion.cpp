/// What completes command lines in shells, from the tables of verbs and options.

#include <string>

#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(separator)) + word;
  return text;
}

/// What may stand behind 'rxgraph help'.
std::vector<std::string> help_words() {
  std::vector<std::string> words;
  for (const Verb& verb : verbs()) words.emplace_back(verb.name);
  for (const HelpTopic& topic : help_topics()) words.emplace_back(topic.name);
  return words;
}

/// The dashed words that `verb` takes.
std::vector<std::string> dashed_words(const Verb& verb) {
  std::vector<std::string> words;
  for (const OptionRow* const row : options_of(verb)) {
    words.emplace_back(row->name);
    if (!row->letter.empty()) words.emplace_back(row->letter);
  }
  words.insert(words.end(), {"--help", "-h"});
  return words;
}

/// "--graph" or "--graph|-g": a pattern of a case statement.
std::string pattern(const OptionRow& row) { return std::string(row.name) + (row.letter.empty() ? "" : "|" + std::string(row.letter)); }

/// `text` within single quotes of a shell.
std::string quoted(std::string_view text, std::string_view quote) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += quote;
    } else {
      out.push_back(c);
    }
  }
  return out + "'";
}

/// What bash offers for the value of each option of `verb`.
std::string bash_values(const Verb& verb) {
  std::string text;
  for (const OptionRow* const row : options_of(verb)) {
    if (row->value.empty()) continue;
    text += "        " + pattern(*row) + ") ";
    if (row->choices != nullptr) {
      text += "_rxgraph_words '" + joined(row->choices()) + "'";
    } else {
      text += row->takes_path() ? "COMPREPLY=()" : "compopt +o default";
    }
    text += "; return;;\n";
  }
  return text;
}

/// In zsh, what stands in brackets or behind a colon.
std::string zsh_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

/// A specification of zsh's _arguments; any option may be given again.
std::string zsh_option(const OptionRow& row) {
  std::string rest = "[" + zsh_escaped(row.help) + "]";
  if (!row.value.empty()) {
    rest += ":" + zsh_escaped(row.value) + ":";
    if (row.choices != nullptr) {
      rest += "(" + joined(row.choices()) + ")";
    } else {
      rest += row.takes_path() ? "_files" : " ";
    }
  }
  std::string text;
  for (const std::string_view name : {row.letter, row.name}) {
    if (name.empty()) continue;
    const std::string equals = !row.value.empty() && name.starts_with("--") ? "=" : "";
    text += " \\\n        " + quoted("*" + std::string(name) + equals + rest, "'\\''");
  }
  return text;
}

std::string zsh_verb(const Verb& verb) {
  std::string text = "    " + std::string(verb.name) + ")\n      _arguments";
  for (const OptionRow* const row : options_of(verb)) text += zsh_option(*row);
  text += " \\\n        '(- *)'{-h,--help}'[Help of the verb]'";
  if (const auto words = fixed_words(verb); !words.empty()) text += " \\\n        " + quoted("1:" + zsh_escaped(verb.what) + ":(" + joined(words) + ")", "'\\''");
  text += " \\\n        " + quoted("*:" + zsh_escaped(verb.what) + ":" + (takes_paths(verb) ? "_files" : " "), "'\\''");
  return text + "\n      ;;\n";
}

std::string fish_line(const std::string& condition, const std::string& rest) { return "complete -c rxgraph -n " + quoted(condition, "\\'") + " " + rest + "\n"; }

std::string fish_option(const std::string& condition, const OptionRow& row) {
  std::string text = "-l " + std::string(row.name.substr(2));
  if (!row.letter.empty()) text += " -s " + std::string(row.letter.substr(1));
  if (row.choices != nullptr) {
    text += " -x -a " + quoted(joined(row.choices()), "\\'");
  } else if (!row.value.empty()) {
    text += row.takes_path() ? " -r -F" : " -x";
  }
  return fish_line(condition, text + " -d " + quoted(row.help, "\\'"));
}

}  // namespace

std::string bash_completion() {
  std::string text =
      "# bash completion of rxgraph; made by 'rxgraph help bash'\n"
      "_rxgraph_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\"); }\n"
      "_rxgraph() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    compopt +o default\n"
      "    _rxgraph_words '";
  std::vector<std::string> first;
  for (const Verb& verb : verbs()) first.emplace_back(verb.name);
  first.insert(first.end(), {"help", "--help", "--version"});
  text += joined(first) +
          "'\n    return\n  fi\n"
          "  if [ \"$cur\" = = ]; then cur=''; elif [ \"$before\" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
          "  case $verb in\n"
          "    help) compopt +o default; _rxgraph_words '" +
          joined(help_words()) + "';;\n";
  for (const Verb& verb : verbs()) {
    text += "    " + std::string(verb.name) + ")\n      case $before in\n" + bash_values(verb) + "      esac\n";
    text += "      case $cur in\n        -*) compopt +o default; _rxgraph_words '" + joined(dashed_words(verb)) + "'; return;;\n      esac\n";
    if (const auto words = fixed_words(verb); !words.empty()) text += "      if [ \"$COMP_CWORD\" -eq 2 ]; then compopt +o default; _rxgraph_words '" + joined(words) + "'; return; fi\n";
    text += takes_paths(verb) ? "      ;;\n" : "      compopt +o default;;\n";
  }
  return text + "  esac\n}\ncomplete -o default -F _rxgraph rxgraph\n";
}

std::string zsh_completion() {
  std::string text = "#compdef rxgraph\n# zsh completion of rxgraph; made by 'rxgraph help zsh'\n_rxgraph() {\n  local -a first\n  first=(\n";
  for (const Verb& verb : verbs()) text += "    " + quoted(std::string(verb.name) + ":" + std::string(verb.summary), "'\\''") + "\n";
  text += "    'help:Help of a verb, the man page, or completion'\n    '--help:What verbs there are'\n    '--version:The version'\n  )\n"
          "  if (( CURRENT == 2 )); then\n    _describe -t verbs verb first\n    return\n  fi\n"
          "  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n"
          "    help)\n      _values topic " +
          joined(help_words()) + "\n      ;;\n";
  for (const Verb& verb : verbs()) text += zsh_verb(verb);
  return text + "  esac\n}\nif [ \"$funcstack[1]\" = _rxgraph ]; then _rxgraph \"$@\"; else compdef _rxgraph rxgraph; fi\n";
}

std::string fish_completion() {
  const std::string at_first = "__fish_use_subcommand";
  std::string text = "# fish completion of rxgraph; made by 'rxgraph help fish'\n";
  for (const Verb& verb : verbs()) text += fish_line(at_first, "-f -a " + std::string(verb.name) + " -d " + quoted(verb.summary, "\\'"));
  text += fish_line(at_first, "-f -a help -d 'Help of a verb, the man page, or completion'") + fish_line(at_first, "-l version -d 'The version'") +
          "complete -c rxgraph -s h -l help -d 'Help'\n" + fish_line("__fish_seen_subcommand_from help", "-f -a " + quoted(joined(help_words()), "\\'"));
  for (const Verb& verb : verbs()) {
    const std::string within = "__fish_seen_subcommand_from " + std::string(verb.name);
    if (const auto words = fixed_words(verb); !words.empty()) text += fish_line(within, "-a " + quoted(joined(words), "\\'"));
    if (!takes_paths(verb)) text += fish_line(within, "-f");
    for (const OptionRow* const row : options_of(verb)) text += fish_option(within, *row);
  }
  return text;
}

}  // namespace rxgraph::cli
