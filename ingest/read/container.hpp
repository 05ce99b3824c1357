#pragma once
/// The container of a filing: which of EDGAR's variants it is, where its header stands, and its documents.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"

namespace rxgraph::ingest {

/// How the payload of a document is written.
enum class Writing : std::uint8_t { none, html, ascii, markdown };

/// The header of a submission.
struct HeaderPart {
  ByteRange where;      ///< Empty without one.
  bool tagged = false;  ///< "<CIK>123" rather than "CENTRAL INDEX KEY: 123".
};

/// What a file consists of.
struct Container {
  bool envelope = false;            ///< It has <DOCUMENT>s.
  HeaderPart header;
  std::vector<Document> documents;  ///< One, number 0, without an envelope.
};

/// Reads the documents of a file one after the other. The bytes must live as long as this.
class ContainerReader {
 public:
  explicit ContainerReader(std::string_view file);

  bool envelope() const noexcept { return envelope_; }
  const HeaderPart& header() const noexcept { return header_; }

  /// The next document; nothing at the end. A document without an end tag ends before the next one, or with the file.
  /// A number that is missing or was given before is one more than the last. Time is linear over all of them; the payload is not
  /// looked into but for a nested envelope.
  std::optional<Document> next();

  /// What lies before this byte is not looked at again.
  std::uint64_t done() const noexcept { return at_; }

 private:
  std::string_view file_;
  bool envelope_ = false;
  HeaderPart header_;
  std::size_t at_ = 0;          ///< Where the next document is looked for; npos at the end.
  std::uint32_t last_ = 0;      ///< Number of the document before.
};

/// Finds header and documents in `file`.
Container open_container(std::string_view file);

/// How `payload` is written, by its content; `none` for what is no text: uuencoded and other data, XML that is no page.
/// Looks at the first 256 KiB at most.
Writing writing_of(std::string_view payload, std::string_view document_type);

}  // namespace rxgraph::ingest
