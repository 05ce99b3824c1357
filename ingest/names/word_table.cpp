#include "ingest/names/word_table.hpp"

#include <boost/unordered/unordered_flat_map.hpp>
#include <deque>

namespace rxgraph::ingest::naming {

struct WordTable::Impl {
  const VocabularyIndex& index;
  std::deque<WordRecord> records;
  boost::unordered_flat_map<std::uint64_t, WordRecord*> ids;
  std::vector<const WordRecord*> words;  ///< Of all tokens.
  std::vector<std::size_t> first;        ///< Of each sentence.
};

namespace {

/// "acme" of "info@acme.com": no use of the word.
bool of_address(const DocumentText& document, const Token& token) {
  const char before = token.text.begin > 0 ? document.text[token.text.begin - 1] : ' ';
  return before == '@' || before == '.';
}

}  // namespace

WordTable::WordTable(const VocabularyIndex& index) : impl_(new Impl{index, {}, {}, {}, {}}) {}
WordTable::~WordTable() = default;

void WordTable::add(const DocumentText& document, const std::vector<Token>& tokens) {
  constexpr std::size_t usual_size = 5;  // Bytes of a document for each of its tokens, few documents having more.
  if (impl_->first.empty()) impl_->words.reserve(document.text.size() / usual_size);
  impl_->first.push_back(impl_->words.size());
  std::size_t lower = 0;
  std::size_t words = 0;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::word) continue;
    ++words;
    lower += token.small;
  }
  const bool running = lower * 3 >= words && words > 3;  // not a heading with capitals on every word
  bool start = true;
  for (const Token& token : tokens) {
    const auto [place, is_new] = impl_->ids.try_emplace(token.key, nullptr);
    if (is_new) {
      WordRecord& record = impl_->records.emplace_back();
      static_cast<WordFacts&>(record) = impl_->index.look_up(document.words(token.text), token.key);
      record.key = token.key;
      record.signed_as = record.signs();
      place->second = &record;
    }
    WordRecord& record = *place->second;
    impl_->words.push_back(&record);
    if (token.kind != Token::Kind::word) {
      start = start || document.text[token.text.begin] == ':';
      continue;
    }
    if (token.small && !record.seen_lower && !token.mixed && !of_address(document, token)) {
      // Some endings tell nothing of a capitalised word, as which it may have been looked up.
      if (!is_new && record.suffix < 0) record.suffix = impl_->index.look_up(document.words(token.text), token.key).suffix;
      record.signed_as = record.signs();
      record.seen_lower = true;
    }
    if (token.capital && running && !start) ++record.capitals;
    start = false;
  }
}

std::span<const WordRecord* const> WordTable::of_sentence(std::size_t sentence) const {
  const std::size_t begin = impl_->first[sentence];
  const std::size_t end = sentence + 1 < impl_->first.size() ? impl_->first[sentence + 1] : impl_->words.size();
  return {impl_->words.data() + begin, end - begin};
}

void WordTable::note_known(const PhraseTrie& known) {
  for (WordRecord& record : impl_->records) record.known = known.step(PhraseTrie::root, record.key);
}

void WordTable::forget(std::uint64_t key) {
  if (const auto found = impl_->ids.find(key); found != impl_->ids.end()) found->second->seen_lower = true;
}

bool WordTable::is_written_lower(std::uint64_t key) const {
  const auto found = impl_->ids.find(key);
  return found != impl_->ids.end() && found->second->seen_lower;
}

}  // namespace rxgraph::ingest::naming
