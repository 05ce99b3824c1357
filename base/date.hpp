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

/// The day before `day` ("2020-03-01" gives "2020-02-29"); empty unless `day` is a whole date.
std::string day_before(std::string_view day);

/// The month that lies `months` after that of `date` ("2020-11-30" and 2 give "2021-01"); empty where `date` has no month.
std::string month_after(std::string_view date, int months);

}  // namespace rxgraph
