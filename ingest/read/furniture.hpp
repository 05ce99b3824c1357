#pragma once
/// What a page shows beside its text. Internal to the readers.

#include "ingest/read/draft.hpp"

namespace rxgraph::ingest {

/// Marks the blocks of `draft` that are page numbers, links to the table of contents, or running heads: what stands at the edges of pages again and
/// again. Linear in the blocks.
void mark_furniture(Draft& draft);

}  // namespace rxgraph::ingest
