#pragma once
/// From the bytes of a filing to its text: container, header, HTML or ASCII or
/// Markdown, sections, sentences.

#include <functional>
#include <string>
#include <string_view>

#include "base/flow.hpp"
#include "ingest/read/account.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// The version of the reader and extractor as a whole. It changes when the same bytes may give other records.
std::string_view reader_version() noexcept;

/// Returns nothing if `bytes` look like a filing, else the reason why not, as
/// "0 printable bytes in the first 4,096" or "JSON, not a filing". Looks at the first 64 KiB at most.
std::string why_no_filing(std::string_view bytes);

/// Reads the container and header of `raw` and hands each document that holds
/// text to `each`, one after the other, so that only one is held at a time.
/// Returns the facts of the filing, with all its documents, also those without text.
/// What goes wrong with one document is reported and the next is read. Where `account` is given, it is told what became of every byte:
/// of a document before `each` has it, of the envelope at the end. `key` is that of the bytes, where somebody has hashed them already; else empty.
Filing read_filing(const RawFiling& raw, DiagnosticSink& diagnostics,
                   const std::function<void(DocumentText&&, const Filing&)>& each, FileAccount* account = nullptr, const FilingKey& key = {});

/// The same with all documents held.
FilingText read_filing(const RawFiling& raw, DiagnosticSink& diagnostics);

/// The words that a passage of a filing shows, read afresh from `bytes` = the file's bytes of one evidence range:
/// tags dropped, references decoded, the foldings of `DocumentText` applied. For `verify`.
std::string read_passage(std::string_view bytes);

/// The same of a range of `file`, escapes of a JSON filing decoded.
std::string read_passage(std::string_view file, ByteRange range);

/// True if the words of `shown` are those of `text`: letters and digits compared in order, all else ignored.
bool same_words(std::string_view shown, std::string_view text);

}  // namespace rxgraph::ingest
