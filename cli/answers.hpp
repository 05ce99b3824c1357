#pragma once
/// What the verbs that answer have in common: from values of query/ to cells.

#include <string>
#include <string_view>
#include <vector>

#include "cli/graph_access.hpp"
#include "query/facts.hpp"

namespace rxgraph::cli {

/// The types that the subjects of these relations may have, with those below them. Names that the ontology does not have are passed over.
std::vector<std::string> subjects_of(const Ontology& ontology, const std::vector<std::string>& relations);

query::Scope scope_of(const Options& options);

/// "8-K 2007-07-31"; the file's name where neither form nor date is known.
std::string source_text(const query::Citation& citation);

/// What a modality adds to a fact: unknown for what is asserted, else its name.
Cell status_cell(Modality modality);

/// "USD 5,000,000, kind milestone": qualifiers for people, an amount with its currency. `relation` may be null. Those
/// named in `except` are left out.
std::string terms_text(const Qualifiers& qualifiers, const Relation* relation, const std::vector<std::string>& except = {});
Cell terms_cell(const Qualifiers& qualifiers, const Relation* relation, const std::vector<std::string>& except = {});

/// "18204-18391", several joined by ", ".
std::string bytes_text(const std::vector<ByteRange>& ranges);

/// How a column is called that holds things of a type: "compound", "drug_class".
std::string column_of(std::string_view type);

/// Columns for programs that say where a citation stands, and its cells.
void add_citation_columns(Table& table);
void add_citation_cells(std::vector<Cell>& row, const query::Citation& citation);

}  // namespace rxgraph::cli
