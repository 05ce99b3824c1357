#include "ingest/vocabulary/name_keys.hpp"

#include "base/hash.hpp"
#include "base/names.hpp"

namespace rxgraph::ingest {

void NameKeys::read(std::string_view name) {
  document_.text.assign(name);
  tokens_.clear();
  tokenize(document_, {0, static_cast<std::uint32_t>(name.size())}, tokens_);
  std::erase_if(tokens_, [&](const Token& token) { return text(token) == "-"; });
}

std::uint64_t NameKeys::phrase() const noexcept {
  std::uint64_t key = no_words;
  for (const Token& token : tokens_) key = with_word(key, token.key);
  return key;
}

std::uint64_t form_key(std::string_view form) noexcept { return form.empty() ? 0 : hash64(form); }

std::uint64_t id_key(std::string_view registry, std::string_view id) {
  std::string text = fold(registry);
  text.push_back('\n');
  text += fold(id);
  return hash64(text);
}

std::uint64_t keys_version() {
  NameKeys keys;
  keys.read("Guillain-Barr\u00e9 syndrome's type 2a/IIb, \u03b1-ABC1 (\"U.S.\") 1,234.5 mg Co., Ltd.");
  return keys.phrase() ^ form_key(normal_form("The Acme-\u00dcber Holdings & Co. KG", true)) ^ form_key(normal_form("type IIb \u03b2 diseases", false, true, true));
}

}  // namespace rxgraph::ingest
