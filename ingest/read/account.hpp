#pragma once
/// What became of every byte of a filing: nothing is dropped silently.

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/values.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// What became of a byte.
enum class Use : std::uint8_t { text, markup, furniture, hidden, payload, unreadable };

constexpr std::array<Use, 6> all_uses = {Use::text, Use::markup, Use::furniture, Use::hidden, Use::payload, Use::unreadable};

/// "text", "markup", "furniture", "hidden", "payload" or "unreadable".
std::string_view name_of(Use use) noexcept;

/// Bytes of `account` that were put to `use`.
std::uint64_t bytes_of(const ByteAccount& account, Use use) noexcept;

/// Sum of all parts.
std::uint64_t bytes_of(const ByteAccount& account) noexcept;

ByteAccount operator+(const ByteAccount& a, const ByteAccount& b) noexcept;

/// A run of bytes of a file that were put to one use.
struct UsedRange {
  ByteRange where;  ///< Never empty.
  Use use = Use::markup;

  friend auto operator<=>(const UsedRange&, const UsedRange&) = default;
};

/// The body of `document` from its first byte to its last, without a gap; neighbours differ in use.
/// Their sizes add up to `document.account`.
std::vector<UsedRange> uses_of(const DocumentText& document);

/// One document of a filing and what became of its body.
struct DocumentAccount {
  Document document;
  ByteAccount account;

  friend auto operator<=>(const DocumentAccount&, const DocumentAccount&) = default;
};

/// What became of a whole file.
struct FileAccount {
  std::vector<DocumentAccount> documents;  ///< All of them, in order of the file, also those without text.
  ByteAccount envelope;                    ///< What stands in no document, all markup: header, tags of documents.

  /// The file as a whole; its parts add up to the size of the file.
  ByteAccount total() const noexcept;

  friend auto operator<=>(const FileAccount&, const FileAccount&) = default;
};

}  // namespace rxgraph::ingest
