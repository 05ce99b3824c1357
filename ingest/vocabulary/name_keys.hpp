#pragma once
/// Keys under which names are compared with texts, and with names that texts give.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/text.hpp"
#include "ingest/read/tokens.hpp"

namespace rxgraph::ingest {

/// The key of no words.
inline constexpr std::uint64_t no_words = 0x2545f4914f6cdd1dULL;

/// The key of the words behind `so_far` and one more, whose `word_key` is `key`.
constexpr std::uint64_t with_word(std::uint64_t so_far, std::uint64_t key) noexcept {
  return (((so_far << 23) | (so_far >> 41)) ^ key) * 0xff51afd7ed558ccdULL;
}

/// The tokens of a name without its hyphens, and their key. Reused from name to name.
class NameKeys {
 public:
  /// Takes `name` apart.
  void read(std::string_view name);

  const std::vector<Token>& tokens() const noexcept { return tokens_; }
  std::string_view text(const Token& token) const noexcept { return document_.words(token.text); }

  /// The key of all tokens in order, as a text that has them gives it.
  std::uint64_t phrase() const noexcept;

 private:
  DocumentText document_;
  std::vector<Token> tokens_;
};

/// The key of a normal form (`normal_form`); 0 for an empty one.
std::uint64_t form_key(std::string_view form) noexcept;

/// The key of a number in a registry.
std::uint64_t id_key(std::string_view registry, std::string_view id);

/// Changes whenever keys are made in another way, so that a file of keys tells that it is outdated.
std::uint64_t keys_version();

}  // namespace rxgraph::ingest
