#include "base/date.hpp"

#include <cctype>
#include <chrono>

namespace rxgraph {
namespace {

bool all_digits(std::string_view text) noexcept {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

int number(std::string_view digits) noexcept {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

int days_in(int year, int month) noexcept {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// `value`, not negative, with zeros before it up to `digits` of them.
std::string padded(int value, std::size_t digits) {
  std::string text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

bool is_partial_date(std::string_view text) noexcept {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!all_digits(text.substr(0, 4))) return false;
  if (text.size() == 4) return true;
  if (text[4] != '-' || !all_digits(text.substr(5, 2))) return false;
  const int month = number(text.substr(5, 2));
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  if (text[7] != '-' || !all_digits(text.substr(8, 2))) return false;
  const int day = number(text.substr(8, 2));
  return day >= 1 && day <= days_in(number(text.substr(0, 4)), month);
}

std::string iso_of_compact(std::string_view text) {
  if (text.size() != 8 || !all_digits(text)) return {};
  std::string iso;
  iso.append(text.substr(0, 4)).append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
  return is_partial_date(iso) ? iso : std::string();
}

std::string first_day(std::string_view date) {
  std::string day(date);
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  return day;
}

std::string last_day(std::string_view date) {
  std::string day(date);
  if (day.size() == 4) day += "-12";
  if (day.size() == 7 && is_partial_date(day)) {
    day += "-" + std::to_string(days_in(number(date.substr(0, 4)), number(std::string_view(day).substr(5, 2))));
  }
  return day;
}

std::string day_before(std::string_view day) {
  if (day.size() != 10 || !is_partial_date(day)) return {};
  const std::chrono::year_month_day here{std::chrono::year(number(day.substr(0, 4))), std::chrono::month(static_cast<unsigned>(number(day.substr(5, 2)))),
                                         std::chrono::day(static_cast<unsigned>(number(day.substr(8, 2))))};
  const std::chrono::year_month_day before{std::chrono::sys_days(here) - std::chrono::days(1)};
  return padded(static_cast<int>(before.year()), 4) + "-" + padded(static_cast<int>(static_cast<unsigned>(before.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(before.day())), 2);
}

std::string month_after(std::string_view date, int months) {
  if (date.size() < 7 || !is_partial_date(date)) return {};
  const int count = number(date.substr(0, 4)) * 12 + number(date.substr(5, 2)) - 1 + months;
  return padded(count / 12, 4) + "-" + padded(count % 12 + 1, 2);
}

}  // namespace rxgraph
