#pragma once
/// ISO dates that may be cut to the month or the year: "2006-04-13", "2006-04", "2006".

#include <string>
#include <string_view>

namespace rxgraph {

/// True for "YYYY", "YYYY-MM" or "YYYY-MM-DD" with a real month and day.
bool is_partial_date(std::string_view text) noexcept;

/// "20070731" as "2007-07-31"; empty where it is no such date.
std::string iso_of_compact(std::string_view text);

/// The first day that `date` may mean ("2006" is "2006-01-01").
std::string first_day(std::string_view date);

/// The last day that `date` may mean ("2006-04" is "2006-04-30").
std::string last_day(std::string_view date);

}  // namespace rxgraph
