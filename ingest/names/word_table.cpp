#include "ingest/names/word_table.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "ingest/names/phrase_trie.hpp"

namespace rxgraph::ingest::naming {

struct WordTable::Impl {
  explicit Impl(const VocabularyIndex& of) : index(of) {}

  struct Place {
    std::size_t first = 0;  ///< Of the numbers of its words.
    SentenceTraits traits;
  };

  const VocabularyIndex& index;
  WordRecords all;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> numbers;  ///< By key.
  std::vector<std::uint32_t> words;                                 ///< Numbers of all tokens.
  std::vector<Place> sentences;

  struct Met {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
  };
  static constexpr std::size_t recently = 1024;
  std::vector<Met> recent = std::vector<Met>(recently);  ///< By some bits of the key: most words are met again soon.

  /// The number of the word that `token` is, and whether it is the first of its kind.
  std::pair<std::uint32_t, bool> number_of(const DocumentText& document, const Token& token) {
    const auto [place, is_new] = numbers.try_emplace(token.key, static_cast<std::uint32_t>(all.records.size()));
    if (is_new) {
      WordRecord& record = all.records.emplace_back();
      static_cast<WordFacts&>(record) = index.look_up(document.words(token.text), token.key);
      record.key = token.key;
      all.signs.push_back(record.signs());
    }
    recent[token.key % recently] = {token.key, place->second};
    return {place->second, is_new};
  }

  /// Notes the first time that the document writes a word without a capital.
  void see_lower(const DocumentText& document, const Token& token, std::uint32_t number, bool is_new) {
    WordRecord& record = all.records[number];
    // Some endings tell nothing of a capitalised word, as which it may have been looked up.
    if (!is_new && record.suffix < 0) record.suffix = index.look_up(document.words(token.text), token.key).suffix;
    all.signs[number] = record.signs();
    record.seen_lower = true;
  }
};

namespace {

/// "acme" of "info@acme.com": no use of the word.
bool of_address(const DocumentText& document, const Token& token) {
  const char before = token.text.begin > 0 ? document.text[token.text.begin - 1] : ' ';
  return before == '@' || before == '.';
}

void add_mark(SentenceTraits& traits, const DocumentText& document, const Token& mark) {
  const char c = document.text[mark.text.begin];
  traits.bracket = traits.bracket || c == '(' || c == '[' || c == '"';
  traits.foreign = traits.foreign || static_cast<unsigned char>(c) >= 0x80 || (c == '(' && mark.text.size() > 1);
}

bool has_small_letter(const DocumentText& document, const std::vector<Token>& tokens) {
  const std::string_view text = document.words({tokens.front().text.begin, tokens.back().text.end});
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

WordTable::WordTable(const VocabularyIndex& index) : impl_(std::make_unique<Impl>(index)) {}
WordTable::~WordTable() = default;

void WordTable::add(const DocumentText& document, const std::vector<Token>& tokens) {
  constexpr std::size_t usual_size = 5;  // Bytes of a document for each of its tokens, few documents having more.
  if (impl_->sentences.empty()) impl_->words.reserve(document.text.size() / usual_size);
  SentenceTraits& traits = impl_->sentences.emplace_back(Impl::Place{impl_->words.size(), {}}).traits;
  std::size_t lower = 0;
  std::size_t words = 0;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::word) continue;
    ++words;
    lower += token.small;
  }
  traits.capitals = lower == 0 && (tokens.empty() || !has_small_letter(document, tokens));
  const bool running = lower * 3 >= words && words > 3;  // not a heading with capitals on every word
  bool start = true;
  for (const Token& token : tokens) {
    const Impl::Met& met = impl_->recent[token.key % Impl::recently];
    const auto [number, is_new] = met.key == token.key ? std::pair(met.number, false) : impl_->number_of(document, token);
    impl_->words.push_back(number);
    WordRecord& record = impl_->all.records[number];
    traits.lists |= record.lists;
    traits.digit = traits.digit || token.digit;
    if (token.kind == Token::Kind::mark) add_mark(traits, document, token);
    if (token.kind != Token::Kind::word) {
      start = start || document.text[token.text.begin] == ':';
      continue;
    }
    traits.names = traits.names || token.capital || token.mixed || token.digit;
    if (token.small && !record.seen_lower && !token.mixed && !of_address(document, token)) impl_->see_lower(document, token, number, is_new);
    if (token.capital && running && !start) ++record.capitals;
    start = false;
  }
}

WordSpan WordTable::of_sentence(std::size_t sentence) const {
  const auto& sentences = impl_->sentences;
  const std::size_t begin = sentences[sentence].first;
  const std::size_t end = sentence + 1 < sentences.size() ? sentences[sentence + 1].first : impl_->words.size();
  return {impl_->all, {impl_->words.data() + begin, end - begin}};
}

const SentenceTraits& WordTable::traits(std::size_t sentence) const { return impl_->sentences[sentence].traits; }

void WordTable::note_known(const PhraseTrie& known) {
  impl_->all.known.clear();
  for (const WordRecord& record : impl_->all.records) impl_->all.known.push_back(known.step(PhraseTrie::root, record.key));
}

void WordTable::forget(std::uint64_t key) {
  if (const auto found = impl_->numbers.find(key); found != impl_->numbers.end()) impl_->all.records[found->second].seen_lower = true;
}

bool WordTable::is_written_lower(std::uint64_t key) const {
  const auto found = impl_->numbers.find(key);
  return found != impl_->numbers.end() && impl_->all.records[found->second].seen_lower;
}

}  // namespace rxgraph::ingest::naming
