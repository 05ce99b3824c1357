#pragma once
/// The numbered items of the forms, and how filings head them.

#include <cstdint>
#include <string>
#include <string_view>

namespace rxgraph::ingest {

/// Forms whose items are numbered alike.
enum class ItemForm : std::uint8_t { none, current, annual, quarterly, foreign };  ///< None, 8-K, 10-K, 10-Q, 20-F.

/// The family of `form`, as "8-K/A", "10-K405", "10-KSB", "10-QT", "20-F"; also of a document's type.
ItemForm item_form(std::string_view form) noexcept;

/// How a heading names items.
struct ItemHeading {
  std::string_view part;    ///< "I" or "II" where the heading says so: "Part II, Item 1A".
  std::string_view number;  ///< As written: "8.01", "8. 01", "1A", "4.B", "1 and 2"; empty for no heading of an item.
  std::string_view title;   ///< What follows the number, without the marks between.
};

/// The item that `text` begins with. None for a mere reference such as "Item 8.01 of this report" or "Item 405 of Regulation S-K".
ItemHeading item_heading(std::string_view text) noexcept;

/// The name of an item: its number without blanks, letters in capitals; "1 and 2" for several.
std::string item_name(std::string_view number);

/// True if `form` has the item `name`. Of "1 and 2", the first counts. `date` (ISO, may be empty) tells which numbering of the 8-K holds:
/// that of 2004-08-23 (release 33-8400) or the one before it; both hold where it is empty or within a month of that day.
bool has_item(ItemForm form, std::string_view name, std::string_view date) noexcept;

/// The number of the 8-K item whose title `title` begins with, by the numbering of `date`; empty for none. Case and marks do not matter.
std::string_view item_of_title(std::string_view title, std::string_view date);

}  // namespace rxgraph::ingest
