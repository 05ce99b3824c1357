#include "ingest/facts/exhibit_lists.hpp"

#include <algorithm>
#include <string_view>

#include "base/names.hpp"

namespace rxgraph::ingest {
namespace {

/// Tokens of a line behind the name that heads it: where it was founded, its share, who holds it. More is prose.
constexpr std::uint32_t longest_rest = 24;

bool lists(const ColumnFrame& frame, const std::string& type) {
  return std::any_of(frame.frame->words.begin(), frame.frame->words.end(), [&](const std::string& listed) {
    return type.starts_with(listed) && (type.size() == listed.size() || type[listed.size()] == '.');
  });
}

class ListMatcher {
 public:
  ListMatcher(const DocumentText& document, const DocumentAnalysis& analysis, const FilingMemory& memory, const ColumnFrame& frame)
      : document_(document), analysis_(analysis), memory_(memory), frame_(frame), filer_(memory.resolve(analysis.speaker)) {}

  void run(std::vector<RowCandidate>& found) {
    const ColumnFrame::Column* const column = frame_.columns.empty() ? nullptr : &frame_.columns.front();
    if (column == nullptr || column->role.kind != SlotRole::Kind::subject) return;
    named_.assign(document_.blocks.size(), false);
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      const auto is_name = [](const Mention& mention) { return mention.kind == Mention::Kind::entity && std::string_view(mention.how) == "legal form"; };
      if (std::any_of(sentence.mentions.begin(), sentence.mentions.end(), is_name)) named_[document_.sentences[sentence.sentence].block] = true;
    }
    std::uint32_t last_block = static_cast<std::uint32_t>(document_.blocks.size());
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      const std::uint32_t block = document_.sentences[sentence.sentence].block;
      const bool first = block != last_block;
      last_block = block;
      if (first && begins_line(block) && !continues_name(block)) add_head(sentence, block, column->role.types, found);
    }
  }

 private:
  /// False for a cell with another cell before it in its row, and for headings.
  bool begins_line(std::uint32_t block) const {
    const Block& here = document_.blocks[block];
    if (here.kind == Block::Kind::heading) return false;
    if (here.kind != Block::Kind::cell || block == 0) return true;
    const Block& before = document_.blocks[block - 1];
    const bool same_row = before.kind == Block::Kind::cell && before.row == here.row && before.column < here.column;
    return !same_row || is_number(before.text);
  }

  /// True for the cell under one that stands alone in its row and names nothing in full: "Acme", and below it "Holdings Ltd. | Ireland".
  bool continues_name(std::uint32_t block) const {
    const Block& here = document_.blocks[block];
    if (here.kind != Block::Kind::cell || here.column != 0 || block == 0) return false;
    const Block& above = document_.blocks[block - 1];
    const bool alone = above.kind == Block::Kind::cell && above.column == 0 && above.row + 1 == here.row && !document_.words(above.text).empty();
    return alone && named_.size() > block && !named_[block - 1];
  }

  bool is_number(TextRange text) const {
    const std::string_view words = document_.words(text);
    return std::all_of(words.begin(), words.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '(' || c == ')' || c == ' '; });
  }

  /// "Ireland Limited | Ireland": the end of a name that the line above began; what it is called but for its form is only where it is.
  bool is_its_place(const AnalysedSentence& sentence, const Mention& name, std::uint32_t block) const {
    const std::string called = normal_form(document_.words({sentence.tokens[name.first].text.begin, sentence.tokens[name.last - 1].text.end}), true);
    const auto is_place = [&](std::string_view words) { return !words.empty() && normal_form(words, true) == called; };
    if (name.last < sentence.tokens.size() && is_place(document_.words({sentence.tokens[name.last].text.begin, sentence.tokens.back().text.end}))) return true;
    if (block + 1 >= document_.blocks.size() || document_.blocks[block + 1].kind != Block::Kind::cell || document_.blocks[block + 1].row != document_.blocks[block].row) return false;
    return is_place(document_.words(document_.blocks[block + 1].text));
  }

  void add_head(const AnalysedSentence& sentence, std::uint32_t block, const TypeSet& types, std::vector<RowCandidate>& found) {
    std::uint32_t begin = 0;
    while (begin < sentence.tokens.size() && begin < 3 && (sentence.tokens[begin].kind == Token::Kind::number || sentence.tokens[begin].kind == Token::Kind::mark)) ++begin;
    const auto heads = [&](const Mention& mention) { return mention.first <= begin && mention.last > begin && mention.kind == Mention::Kind::entity; };
    const auto name = std::find_if(sentence.mentions.begin(), sentence.mentions.end(), heads);
    if (name == sentence.mentions.end() || sentence.tokens.size() - name->last > longest_rest) return;
    const std::uint32_t entity = memory_.resolve(name->entity);
    const std::int16_t type = memory_.entities[entity].type;
    if (is_its_place(sentence, *name, block)) return;
    if (entity == filer_ || type == no_type || !types.test(static_cast<std::size_t>(type))) return;
    RowCandidate line;
    line.candidate.relation = frame_.relation;
    line.candidate.rule = frame_.frame->id;
    line.candidate.subject.entity = entity;
    line.candidate.object.entity = filer_;
    line.candidate.confidence = static_cast<float>(frame_.frame->confidence) * name->confidence;
    line.cells = {document_.blocks[block].text};
    found.push_back(std::move(line));
  }

  const DocumentText& document_;
  const DocumentAnalysis& analysis_;
  const FilingMemory& memory_;
  const ColumnFrame& frame_;
  std::uint32_t filer_;
  std::vector<bool> named_;   ///< By block: it names something in full.
};

}  // namespace

std::vector<RowCandidate> match_exhibit_lists(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, const FilingMemory& memory) {
  std::vector<RowCandidate> found;
  if (analysis.speaker == no_entity) return found;
  for (const ColumnFrame& frame : table.columns()) {
    if (lists(frame, document.document.type)) ListMatcher(document, analysis, memory, frame).run(found);
  }
  return found;
}

}  // namespace rxgraph::ingest
