#pragma once
/// The container of a filing: which of EDGAR's variants it is, where its header stands, and its documents.

#include <cstdint>
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

/// Finds header and documents in `file`. A document without an end tag ends with the file.
/// Time is linear; the payload is not looked into but for a nested envelope.
Container open_container(std::string_view file);

/// How `payload` is written, by its content; `none` for what is no text: uuencoded and other data, XML that is no page.
/// Looks at the first 256 KiB at most.
Writing writing_of(std::string_view payload, std::string_view document_type);

}  // namespace rxgraph::ingest
