#pragma once
/// What the place of a file says of the filing in it.

#include <string_view>

#include "base/values.hpp"

namespace rxgraph::ingest {

/// Adds accession, CIK, form and year where the filing itself gave none, from the names that EDGAR and its common readers give to files:
/// "0000123456-07-000001.txt", ".../data/123456/000012345607000001/z.htm", "123456_8K_2007_0000123456-07-000001.htm",
/// "123456_2007.txt". Any other name says nothing, and neither does one whose CIK is none of the filing's. The last part of `path` counts, behind "/" or "!".
void add_file_name(std::string_view path, Filing& filing);

}  // namespace rxgraph::ingest
