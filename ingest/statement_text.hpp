#pragma once
/// Statements and their parts as text for people.

#include <string>

#include "base/values.hpp"

namespace rxgraph::ingest {

/// "5000000", "2007-07", "true".
std::string text_of(const Value& value);

/// "date 2007-07, kind milestone, kind upfront"; empty where there are none.
std::string text_of(const Qualifiers& qualifiers);

/// "'A' targets 'B', date 2007-07".
std::string text_of(const Statement& statement);

}  // namespace rxgraph::ingest
