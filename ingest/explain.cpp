#include "ingest/explain.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "ingest/explain_words.hpp"
#include "ingest/extract.hpp"
#include "ingest/read/read.hpp"
#include "ingest/statement_text.hpp"
#include "ingest/facts/walk_document.hpp"

namespace rxgraph::ingest {
namespace {

/// `text`, filled up with blanks to `width` columns.
std::string padded(std::string text, std::size_t width) {
  const std::size_t used = display_width(text);
  return used < width ? text.append(width - used, ' ') : text;
}

/// Lines of a layer whose first two columns are aligned.
class Rows {
 public:
  void add(std::string first, std::string second, std::string rest) {
    Row row{std::move(first), std::move(second), std::move(rest)};
    if (rows_.empty() || rows_.back() != row) rows_.push_back(std::move(row));
  }

  /// The layer with its heading; nothing where it has no rows.
  std::string text(const std::string& heading) const {
    if (rows_.empty()) return {};
    std::size_t first = 0, second = 0;
    for (const Row& row : rows_) {
      first = std::max(first, display_width(row.first));
      second = std::max(second, display_width(row.second));
    }
    std::string out = heading + "\n";
    for (const Row& row : rows_) {
      std::string line = "  " + padded(row.first, first) + "  " + padded(row.second, second) + "  " + row.rest;
      out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return out;
  }

 private:
  struct Row {
    std::string first, second, rest;

    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Row> rows_;
};

/// Renders the layers of one sentence.
class SentenceText {
 public:
  SentenceText(const Walk& walk, const FilingMemory& memory, const Ontology& ontology, const SentenceLayers& layers)
      : document_(walk.document), memory_(memory), ontology_(ontology), layers_(layers) {}

  std::string heading(const std::vector<ByteRange>& where) const {
    std::string line = "\"" + words(layers_.text) + "\"\n";
    line += "  bytes " + std::to_string(where.front().begin) + "-" + std::to_string(where.back().end);
    if (document_.document.number != 0) line += ", document " + std::to_string(document_.document.number) + " " + document_.document.type;
    if (!layers_.section.empty()) line += ", section " + layers_.section;
    return line + "\n";
  }

  std::string mentions() const {
    Rows rows;
    for (const Mention& mention : layers_.sentence.mentions) {
      const std::string shown = words(mention);
      rows.add(shown, kind_of(mention, ontology_), told_of(mention, shown, memory_));
    }
    return rows.text("mentions");
  }

  /// Noun groups in [], verb groups in {}, all else as it stands.
  std::string groups() const {
    std::string line;
    for (const Group& group : layers_.groups) {
      const char* const around = group.kind == Group::Kind::noun ? "[]" : group.kind == Group::Kind::verb ? "{}" : "";
      std::string text = words(group);
      if (*around != '\0') text = around[0] + text + around[1];
      line += (line.empty() ? "" : " ") + text;
    }
    return line.empty() ? "" : "groups\n  " + line + "\n";
  }

  std::string clauses() const {
    Rows rows;
    for (std::size_t i = 0; i < layers_.groups.size(); ++i) {
      const Group& group = layers_.groups[i];
      const Links& links = layers_.links[i];
      if (group.kind == Group::Kind::verb) {
        rows.add(words(group), qualities(group), arguments(links));
      } else if (group.kind == Group::Kind::noun && links.apposed_to != no_group) {
        rows.add(words(group), "explains", words(layers_.groups[static_cast<std::size_t>(links.apposed_to)]));
      } else if (group.kind == Group::Kind::noun && !links.prepositional.empty()) {
        rows.add(words(group), "noun", prepositional(links));
      }
    }
    return rows.text("clauses");
  }

  std::string frames() const {
    Rows rows;
    for (const Candidate& candidate : layers_.matches.candidates) {
      std::string rest = std::string(name_of(candidate.modality)) + ", " + two_digits(candidate.confidence);
      if (const std::string qualifiers = text_of(candidate.qualifiers); !qualifiers.empty()) rest += ", " + qualifiers;
      for (const TextRange& range : candidate.context) rest += ", needs \"" + words(range) + "\"";
      rows.add(candidate.rule, fact(candidate), std::move(rest));
    }
    return rows.text("frames");
  }

  std::string near_misses() const {
    Rows rows;
    for (const NearMiss& miss : layers_.matches.near_misses) rows.add(miss.frame, "\"" + words(miss.trigger) + "\"", miss.reason);
    return rows.text("near misses");
  }

 private:
  std::string words(TextRange range) const { return std::string(document_.words(range)); }

  template <typename Span>
  std::string words(const Span& span) const {
    const std::vector<Token>& tokens = layers_.sentence.tokens;
    return span.first < span.last ? words(TextRange{tokens[span.first].text.begin, tokens[span.last - 1].text.end}) : std::string();
  }

  std::string name_of_entity(std::uint32_t entity) const { return memory_.entities[memory_.resolve(entity)].name; }

  std::string end(const CandidateEnd& end) const { return end.entity == no_entity ? end.constant : name_of_entity(end.entity); }

  std::string fact(const Candidate& candidate) const {
    if (candidate.relation != nullptr) return end(candidate.subject) + " " + candidate.relation->name + " " + end(candidate.object);
    std::string roles;
    for (const auto& [role, entity] : candidate.roles) roles += (roles.empty() ? ": " : ", ") + role + " " + name_of_entity(entity);
    return candidate.deal->type + roles;
  }

  static std::string qualities(const Group& verb) {
    std::string text = verb.passive ? "passive" : "active";
    if (verb.past) text += " past";
    if (verb.negated) text += " negated";
    if (verb.mood == Mood::planned) text += " planned";
    if (verb.mood == Mood::possible) text += " possible";
    if (verb.mood == Mood::negative) text += " failed";
    return text;
  }

  std::string listed(const char* role, const AttachedList& attached) const {
    std::string text;
    for (const Attached& one : attached) text += (text.empty() ? std::string(role) + " " : " + ") + words(layers_.groups[one.group]);
    return text;
  }

  /// "with the partner, for a fee": each behind the preposition that governs it.
  std::string prepositional(const Links& links) const {
    std::string text;
    for (const Attached& one : links.prepositional) {
      const std::int32_t governor = layers_.links[one.group].governor;
      if (!text.empty()) text += ", ";
      if (governor != no_group) text += words(layers_.groups[static_cast<std::size_t>(governor)]) + " ";
      text += words(layers_.groups[one.group]);
    }
    return text;
  }

  std::string arguments(const Links& links) const {
    std::string text;
    for (const std::string& part :
         {listed("agent", links.agents), listed("theme", links.themes), listed("recipient", links.recipients), prepositional(links)}) {
      if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    }
    return text;
  }

  const DocumentText& document_;
  const FilingMemory& memory_;
  const Ontology& ontology_;
  const SentenceLayers& layers_;
};

bool holds(const std::vector<ByteRange>& ranges, std::uint64_t at) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const ByteRange& range) { return range.begin <= at && at < range.end; });
}

bool overlap(const std::vector<ByteRange>& ranges, const std::vector<ByteRange>& others) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const ByteRange& range) {
    const auto meets = [&](const ByteRange& other) { return range.begin < other.end && other.begin < range.end; };
    return std::any_of(others.begin(), others.end(), meets);
  });
}

/// What the filing states by the passage `where`; roles of deals are told by the frames.
std::string stated(const std::vector<Statement>& statements, const std::vector<ByteRange>& where) {
  Rows rows;
  for (const Statement& statement : statements) {
    const auto here = [&](const Evidence& evidence) { return overlap(evidence.ranges, where); };
    if (statement.kind == StatementKind::role || std::none_of(statement.evidence.begin(), statement.evidence.end(), here)) continue;
    rows.add(text_of(statement), std::string(name_of(statement.modality)) + " " + two_digits(statement.confidence), statement.rule);
  }
  const std::string text = rows.text("statements");
  return text.empty() ? "statements\n  none\n" : text;
}

}  // namespace

std::string explain(const RawFiling& raw, const Ontology& ontology, std::optional<std::uint64_t> at, DiagnosticSink& diagnostics,
                    const LoadedNames* loaded) {
  const MentionFinder finder(ontology, loaded);
  const Lexicon lexicon(ontology);
  const FrameTable table(ontology);
  const std::vector<Statement> statements = Extractor(ontology, loaded).extract(raw, diagnostics).statements;
  std::optional<FilingMemory> memory;
  std::string out;
  read_filing(raw, diagnostics, [&](DocumentText&& document, const Filing& filing) {
    if (!memory) memory = finder.begin(filing);
    const Walk walk{document, filing, finder, lexicon, table};
    explain_document(walk, *memory, [&](const SentenceLayers& layers) {
      const std::vector<ByteRange> where = document.map.bytes(layers.text);
      if (where.empty() || (at && !holds(where, *at))) return;
      const SentenceText text(walk, *memory, ontology, layers);
      out += (out.empty() ? "" : "\n") + text.heading(where) + text.mentions() + text.groups() + text.clauses() + text.frames() + text.near_misses() +
             stated(statements, where);
    });
  });
  return out;
}

}  // namespace rxgraph::ingest
