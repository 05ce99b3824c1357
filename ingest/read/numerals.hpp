#pragma once
/// Words that are numbers by their letters. Internal to the readers.

#include <algorithm>
#include <string_view>

#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {

/// True for "12": one digit or more and nothing else.
inline bool all_digits(std::string_view word) noexcept { return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c); }); }

/// True for "xiv" and "XIV", up to 399: what numbers the front pages and the parts of a filing.
inline bool is_roman(std::string_view word) noexcept {
  return !word.empty() && word.size() <= 7 &&
         std::all_of(word.begin(), word.end(), [](char c) { return std::string_view("ivxlcIVXLC").find(c) != std::string_view::npos; });
}

}  // namespace rxgraph::ingest
