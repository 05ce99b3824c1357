/// rxgraph why: the sentences behind a fact.

#include "query/why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ostream>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "cli/answers.hpp"
#include "cli/verbs.hpp"
#include "query/names.hpp"

namespace rxgraph::cli {
namespace {

using Explanations = std::vector<query::Explanation>;

constexpr std::string_view same_as = "sameas";

Table table_of(const Explanations& explanations) {
  Table table{{{"subject", 5, false},
               {"relation", 5, false},
               {"object", 5, false},
               {"status", 2, false, Audience::where_known},
               {"confidence", 0, true, Audience::all, true},
               {"source", 3, false},
               {"section", 1, false},
               {"bytes", 1, false},
               {"text", 2, false},
               {"rule", 0, false},
               {"form", 0, false, Audience::programs},
               {"filed", 0, false, Audience::programs},
               {"dated", 0, false, Audience::programs},
               {"dated_by", 0, false, Audience::programs},
               {"accession", 0, false, Audience::programs},
               {"document", 0, true, Audience::programs},
               {"path", 0, false, Audience::programs},
               {"address", 0, false, Audience::programs}},
              {}};
  for (const query::Explanation& explanation : explanations) {
    for (const query::Reason& reason : explanation.reasons) {
      for (const query::Citation& citation : reason.citations) {
        table.rows.push_back({explanation.fact.subject.name,
                              explanation.fact.edge.relation,
                              explanation.fact.object.name,
                              status_cell(reason.modality),
                              reason.confidence,
                              source_text(citation),
                              cell_of(citation.section),
                              cell_of(bytes_text(citation.ranges)),
                              citation.text,
                              reason.rule,
                              cell_of(citation.form),
                              cell_of(citation.filed),
                              cell_of(citation.dated),
                              cell_of(citation.dated_by),
                              cell_of(citation.accession),
                              static_cast<double>(citation.document),
                              cell_of(citation.path),
                              cell_of(citation.address)});
      }
    }
  }
  return table;
}

/// Lays explanations out for people.
class Letter {
 public:
  Letter(const AskedGraph& graph, const TableStyle& style) : graph_(graph), style_(style) {}

  std::string text(const query::Explanation& explanation) const {
    const query::Fact& fact = explanation.fact;
    std::string out = bold(fact.subject.name) + " —" + fact.edge.relation + "→ " + bold(fact.object.name) + "   " +
                      std::string(name_of(fact.edge.modality)) + fmt::format(", confidence {:.2f}, ", fact.edge.confidence) +
                      counted(fact.sentences, "sentence", "sentences") + " in " + counted(fact.filings, "filing", "filings") + "\n";
    const Cell terms = terms_cell(fact.edge.qualifiers, graph_.ontology.relation(fact.edge.relation));
    if (const auto* text = std::get_if<std::string>(&terms)) out += "  " + *text + "\n";
    for (const query::Reason& reason : explanation.reasons) {
      for (const query::Citation& citation : reason.citations) out += passage(citation, reason, names_of(fact));
    }
    for (const query::Fact& premise : explanation.premises) {
      out += "  follows from " + premise.subject.name + " —" + premise.edge.relation + "→ " + premise.object.name + ", " + source_text(premise.best) + "\n";
    }
    for (const std::string& joined : explanation.joined) out += "  names joined: " + joined + "\n";
    return out;
  }

 private:
  std::string bold(const std::string& text) const { return style_.bold_header ? "\x1b[1m" + text + "\x1b[0m" : text; }

  /// All names of both ends, longest first.
  std::vector<std::string> names_of(const query::Fact& fact) const {
    std::vector<std::string> names;
    for (const std::string& uid : {fact.subject.uid, fact.object.uid}) {
      if (const std::optional<graph::Node> node = graph_.store.node(uid)) {
        names.push_back(node->name);
        names.insert(names.end(), node->aliases.begin(), node->aliases.end());
      }
    }
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return names;
  }

  std::string passage(const query::Citation& citation, const query::Reason& reason, const std::vector<std::string>& names) const {
    const bool known = !citation.form.empty() || !best_date(citation).empty();
    std::string place = known ? source_text(citation) : "filing";
    if (!citation.document_type.empty() && citation.document_type != citation.form) place += "  " + citation.document_type;
    if (!citation.section.empty()) place += ", section " + citation.section;
    place += ", bytes " + bytes_text(citation.ranges);
    if (!citation.accession.empty()) {
      place += " of " + citation.accession + (citation.document == 0 ? "" : "/" + std::to_string(citation.document));
    } else if (!citation.path.empty()) {
      place += " of " + citation.path;
    }
    std::string out = "\n  " + place + "\n" + marked(wrapped("\"" + citation.text + "\""), names);
    if (!citation.context.empty()) out += "    with the passage at bytes " + bytes_text(citation.context) + "\n";
    if (!citation.address.empty()) out += "  " + citation.address + "\n";
    out += "  rule " + reason.rule + fmt::format(", {}, {:.2f}\n", name_of(reason.modality), reason.confidence);
    return out;
  }

  /// `text` behind four blanks, in lines that fit the terminal.
  std::string wrapped(const std::string& text) const {
    const std::string indent = "    ";
    if (style_.width <= indent.size() + 20) return indent + text + "\n";
    std::string out, line = indent;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string word = text.substr(at, end - at);
      at = end + 1;
      if (line.size() > indent.size() && display_width(line) + 1 + display_width(word) > style_.width) {
        out += line + "\n";
        line = indent;
      }
      line += (line.size() == indent.size() ? "" : " ") + word;
    }
    return out + line + "\n";
  }

  /// `text` with every one of `names` set off, where letters may be.
  std::string marked(std::string text, const std::vector<std::string>& names) const {
    if (!style_.bold_header) return text;
    std::vector<bool> bold(text.size() + 1, false);
    for (const std::string& name : names) {
      for (std::size_t at = text.find(name); !name.empty() && at != std::string::npos; at = text.find(name, at + 1)) {
        std::fill_n(bold.begin() + static_cast<std::ptrdiff_t>(at), name.size(), true);
      }
    }
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (bold[i] && (i == 0 || !bold[i - 1])) out += "\x1b[1m";
      out += text[i];
      if (bold[i] && !bold[i + 1]) out += "\x1b[0m";
    }
    return out;
  }

  const AskedGraph& graph_;
  const TableStyle& style_;
};

/// The explanations for any of the things that the two names may mean: the fact itself tells which are meant.
Explanations explanations_of(const AskedGraph& graph, const Options& options) {
  const query::NameChoice from = query::choose(graph.store, options.what[0]);
  const query::NameChoice to = query::choose(graph.store, options.what[2]);
  Explanations all;
  for (const auto& subject : from.hits) {
    for (const auto& object : to.hits) {
      Explanations some = query::why(graph.store, graph.ontology, subject.uid, options.what[1], object.uid, scope_of(options));
      std::move(some.begin(), some.end(), std::back_inserter(all));
    }
  }
  if (all.empty()) {  // An unknown relation is told before an unknown name.
    query::why(graph.store, graph.ontology, "", options.what[1], "", scope_of(options));
    find_thing(graph.store, options.what[0]);
    find_thing(graph.store, options.what[2]);
  }
  return all;
}

/// "; mine.tsv:3 tells them apart" where a decision does.
std::string told_apart(const graph::Store& store, const std::string& first, const std::string& second) {
  const auto names = [](const graph::Decision& decision, const std::string& wanted) {
    return std::any_of(decision.names.begin(), decision.names.end(), [&](const std::string& name) { return normal_form(name, true, true) == normal_form(wanted, true, true); });
  };
  for (const graph::Decision& decision : store.decisions()) {
    if (!decision.same && names(decision, first) && names(decision, second)) return "; " + decision.where() + " tells them apart";
  }
  return {};
}

ExitCode why_same(const AskedGraph& graph, const Options& options, Session& session) {
  find_thing(graph.store, options.what[0]);
  find_thing(graph.store, options.what[2]);
  Table table{{{"reason", 0, false}}, {}};
  for (const std::string& line : graph.store.why_same(options.what[0], options.what[2])) table.rows.push_back({line});
  Options plain = options;
  plain.no_header = true;
  const std::string summary = table.rows.empty() ? "'" + options.what[0] + "' and '" + options.what[2] + "' are not one thing" + told_apart(graph.store, options.what[0], options.what[2])
                                                 : counted(table.rows.size(), "step", "steps");
  return answer_with(std::move(table), graph, plain, session, summary);
}

}  // namespace

ExitCode run_why(const Options& options, Session& session) {
  Report report(session, options);
  const AskedGraph graph = open_graph(options.graph, report);
  if (normal_form(options.what[1]) == same_as) return why_same(graph, options, session);
  Explanations explanations = explanations_of(graph, options);
  const TableStyle style = style_of(options, session);
  const std::string asked = options.what[0] + " " + options.what[1] + " " + options.what[2];
  if (style.layout != TableLayout::table || explanations.empty()) {
    return answer_with(table_of(explanations), graph, options, session, "no filing says that " + asked);
  }
  if (options.limit && explanations.size() > *options.limit) explanations.resize(*options.limit);
  const Letter letter(graph, style);
  for (std::size_t i = 0; i < explanations.size(); ++i) session.out << (i > 0 ? "\n" : "") << letter.text(explanations[i]);
  if (session.terminal.output && !options.quiet) session.out << graph_line(graph.store) << '\n';
  return ExitCode::done;
}

}  // namespace rxgraph::cli
