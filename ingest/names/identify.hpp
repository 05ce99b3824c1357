#pragma once
/// Who is who in the world: identifiers from the vocabularies that a user has loaded.

#include "ingest/names/mentions.hpp"
#include "ingest/vocabulary/loaded_names.hpp"

namespace rxgraph::ingest {

/// How a name is marked that names something of which the thing is a kind, as a loaded vocabulary says.
inline constexpr const char* broader_term = "broader";

/// Gives the things of a filing the ids, the preferred names and the broader terms that `names` have for them. A thing is looked for
/// by the ids that it has, then by its fullest name, then by what the text or the program's own vocabularies call it besides: names
/// that only this filing defines, short forms and abbreviations in parentheses do not count. Names that lead to different terms of one
/// vocabulary lead to none, and a term whose id contradicts one that the thing has gives nothing. A ticker identifies a company whose
/// name begins like that of the term, for tickers change hands.
void identify(FilingMemory& memory, const LoadedNames& names);

}  // namespace rxgraph::ingest
