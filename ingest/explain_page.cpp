#include "ingest/explain_page.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ingest/explain_words.hpp"
#include "ingest/extract.hpp"
#include "ingest/facts/walk_document.hpp"
#include "ingest/read/page.hpp"
#include "ingest/read/read.hpp"
#include "ingest/statement_text.hpp"

namespace rxgraph::ingest {
namespace {

/// Which statements a passage supports.
class StatementsByPlace {
 public:
  /// `statements` must outlive this. Roles of deals are left out: the facts that follow from them say the same.
  explicit StatementsByPlace(const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
      if (statement.kind == StatementKind::role) continue;
      for (const Evidence& evidence : statement.evidence) {
        for (const ByteRange& where : evidence.ranges) entries_.push_back({where, where.end, &statement});
      }
    }
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.where.begin < b.where.begin; });
    for (std::size_t i = 1; i < entries_.size(); ++i) entries_[i].furthest = std::max(entries_[i].furthest, entries_[i - 1].furthest);
  }

  /// Those with a byte in `ranges`, each once, in their own order.
  std::vector<const Statement*> at(const std::vector<ByteRange>& ranges) const {
    std::vector<const Statement*> found;
    for (const ByteRange& range : ranges) {
      auto entry = std::lower_bound(entries_.begin(), entries_.end(), range.end, [](const Entry& each, std::uint64_t end) { return each.where.begin < end; });
      while (entry != entries_.begin() && (--entry)->furthest > range.begin) {
        if (entry->where.end > range.begin) found.push_back(entry->statement);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  struct Entry {
    ByteRange where;
    std::uint64_t furthest = 0;  ///< The greatest end of this entry and all before it.
    const Statement* statement = nullptr;
  };
  std::vector<Entry> entries_;
};

/// The rows of one document.
class DocumentRows {
 public:
  DocumentRows(const DocumentText& document, const Ontology& ontology, const StatementsByPlace& statements)
      : document_(document), ontology_(ontology), statements_(statements) {
    const Document& facts = document.document;
    std::string title = "document " + std::to_string(facts.number);
    for (const std::string* const part : {&facts.type, &facts.filename, &facts.description}) {
      if (!part->empty()) title += " \u00B7 " + *part;
    }
    append_row(out_, "<h2>" + escaped(title) + "</h2>", "", LeftSide::read);
  }

  /// The sentences before the one of `layers`, which nothing was looked for in, and that one.
  void add(const SentenceLayers& layers, const FilingMemory& memory) {
    plain_up_to(layers.sentence.sentence);
    row(layers.text, marked(layers, memory), near_misses(layers));
    next_ = layers.sentence.sentence + 1;
  }

  /// All rows, with the sentences that are left.
  std::string finish() {
    plain_up_to(document_.sentences.size());
    return std::move(out_);
  }

 private:
  void plain_up_to(std::size_t end) {
    for (; next_ < end; ++next_) row(document_.sentences[next_].text, escaped(document_.words(document_.sentences[next_].text)), "");
  }

  void row(TextRange text, const std::string& left, const std::string& misses) {
    const std::vector<ByteRange> where = document_.map.bytes(text);
    const Block& block = document_.blocks[document_.sentences[next_].block];
    const bool heading = block.kind == Block::Kind::heading;
    const std::string place = where.empty() ? "" : " title=\"bytes " + std::to_string(where.front().begin) + "-" + std::to_string(where.back().end) + "\"";
    const std::string name = heading ? "h4" : "p";
    const std::string item = block.kind == Block::Kind::list_item ? " class=\"item\"" : "";
    std::string right;
    for (const Statement* const statement : statements_.at(where)) {
      right += "<p class=\"fact\">" + escaped(text_of(*statement)) + "<span class=\"n\"> " + std::string(name_of(statement->modality)) + " " + two_digits(statement->confidence) + ", " +
               escaped(statement->rule) + "</span></p>";
    }
    append_row(out_, "<" + name + item + place + ">" + left + "</" + name + ">", right + misses, LeftSide::read);
  }

  /// The words of a sentence, its mentions marked.
  std::string marked(const SentenceLayers& layers, const FilingMemory& memory) const {
    std::string out;
    std::uint32_t at = layers.text.begin;
    for (const Mention& mention : layers.sentence.mentions) {
      if (mention.first >= mention.last) continue;
      const TextRange range{layers.sentence.tokens[mention.first].text.begin, layers.sentence.tokens[mention.last - 1].text.end};
      if (range.begin < at) continue;
      append_escaped(out, document_.words({at, range.begin}));
      const std::string shown(document_.words(range));
      const bool thing = mention.kind == Mention::Kind::entity;
      out += thing ? "<mark" : mention.kind == Mention::Kind::unknown ? "<mark class=\"q\"" : "<mark class=\"k\"";
      out += " title=\"" + escaped(kind_of(mention, ontology_) + ": " + told_of(mention, shown, memory)) + "\">" + escaped(shown) + "</mark>";
      at = range.end;
    }
    append_escaped(out, document_.words({at, layers.text.end}));
    return out;
  }

  std::string near_misses(const SentenceLayers& layers) const {
    const std::vector<NearMiss>& misses = layers.matches.near_misses;
    if (misses.empty()) return {};
    std::string out = "<details><summary class=\"n\">" + std::to_string(misses.size()) + (misses.size() == 1 ? " near miss" : " near misses") + "</summary>";
    for (const NearMiss& miss : misses) {
      out += "<p class=\"miss\">" + escaped(miss.frame) + " \u201C" + escaped(document_.words(miss.trigger)) + "\u201D <span class=\"n\">" + escaped(miss.reason) + "</span></p>";
    }
    return out + "</details>";
  }

  const DocumentText& document_;
  const Ontology& ontology_;
  const StatementsByPlace& statements_;
  std::string out_;
  std::size_t next_ = 0;  ///< Sentence to show.
};

}  // namespace

void explain_page(const RawFiling& raw, const Ontology& ontology, DiagnosticSink& diagnostics, const std::function<void(std::string_view)>& write,
                  const LoadedNames* loaded) {
  const MentionFinder finder(ontology, loaded);
  const Lexicon lexicon(ontology);
  const FrameTable table(ontology);
  const std::vector<Statement> statements = Extractor(ontology, loaded).extract(raw, diagnostics).statements;
  const StatementsByPlace by_place(statements);
  const auto shown = std::count_if(statements.begin(), statements.end(), [](const Statement& statement) { return statement.kind != StatementKind::role; });
  write(page_head(raw.path) + "<header><h1>" + escaped(raw.path) + "</h1><p class=\"n\">" + std::to_string(shown) +
        " statements. Left: what the filing says; <mark>things</mark>, <mark class=\"k\">values</mark> and <mark class=\"q\">names of unknown type</mark>, which tell more under the pointer. "
        "Right: what is stated by it, and the frames that came near.</p></header>\n");
  std::optional<FilingMemory> memory;
  read_filing(raw, diagnostics, [&](DocumentText&& document, const Filing& filing) {
    if (!memory) memory = finder.begin(filing);
    DocumentRows rows(document, ontology, by_place);
    explain_document({document, filing, finder, lexicon, table}, *memory, [&](const SentenceLayers& layers) { rows.add(layers, *memory); });
    write(rows.finish());
  });
  write(page_foot());
}

}  // namespace rxgraph::ingest
