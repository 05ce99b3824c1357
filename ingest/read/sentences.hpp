#pragma once
/// Where sentences end.

#include <string_view>
#include <vector>

#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// The sentences of `document`, block by block: a heading, a cell and a list item without a stop are one each. The mark
/// that begins a list item is no part of its sentence. A sentence never goes beyond its block. One of more than 16 KiB is cut, between words where it has any.
std::vector<Sentence> split_sentences(const DocumentText& document);

/// Offsets behind each sentence of one block's `text`, the last one at its end.
std::vector<std::uint32_t> sentence_ends(std::string_view text);

}  // namespace rxgraph::ingest
