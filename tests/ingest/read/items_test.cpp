#include <doctest/doctest.h>

#include "ingest/read/items.hpp"

using namespace rxgraph::ingest;

namespace {

std::string number(std::string_view text) { return std::string(item_heading(text).number); }

}  // namespace

TEST_CASE("item headings are told from references") {
  CHECK(number("Item 8.01. Other Events") == "8.01");
  CHECK(number("ITEM 8.01 OTHER EVENTS") == "8.01");
  CHECK(number("Item 8. 01 Other Events") == "8. 01");
  CHECK(number("-----Item 4.02 Non-Reliance") == "4.02");
  CHECK(number("Item 1A. Risk Factors") == "1A");
  CHECK(number("Item 5") == "5");
  CHECK(number("Item No. 5 Other") == "5");
  CHECK(number("Item 4.B. Business overview") == "4.B");
  CHECK(number("Item 4. A company").size() == 1);
  CHECK(number("Item 9.01 (d) Exhibits") == "9.01");
  for (const char* text : {"Item 8.01 of this report", "Item 8.01, which follows", "Items are listed", "Item", "Item ", "Itemised 5", "Item 405 of Regulation S-K", "Item 10 (as to directors)", "Item 5(a) and (b)", "See Item 5", "Item 7) and", ""}) {
    CAPTURE(text);
    CHECK(number(text).empty());
  }
}

TEST_CASE("a heading may name several items, and the part of the report") {
  CHECK(number("Items 1 and 2. Business and Properties") == "1 and 2");
  CHECK(number("Items 1, 2 and 3.") == "1, 2 and 3");
  CHECK(item_name("8. 01") == "8.01");
  CHECK(item_name("7a") == "7A");
  CHECK(item_name("1 and 2") == "1 and 2");
  CHECK(item_heading("Part II, Item 1A. Risk Factors").part == "II");
  CHECK(number("PART I - ITEM 2. MANAGEMENT'S DISCUSSION") == "2");
  CHECK(item_heading("Part II, Item 1A. Risk Factors").title == "Risk Factors");
  CHECK(number("Part II of the report").empty());
}

TEST_CASE("every item of the 10-K, the 10-Q and the 20-F is known, and no other") {
  for (const char* item : {"1", "1A", "1B", "1C", "2", "3", "4", "5", "6", "7", "7A", "8", "9", "9A", "9B", "9C", "10", "11", "12", "13", "14", "15", "16"}) CHECK(has_item(ItemForm::annual, item, ""));
  for (const char* item : {"0", "1D", "7B", "17", "8.01", ""}) CHECK_FALSE(has_item(ItemForm::annual, item, ""));
  for (const char* item : {"1", "1A", "2", "3", "4", "5", "6"}) CHECK(has_item(ItemForm::quarterly, item, ""));
  CHECK_FALSE(has_item(ItemForm::quarterly, "7", ""));
  for (const char* item : {"3", "4", "4.B", "4A", "16", "16K", "19"}) CHECK(has_item(ItemForm::foreign, item, ""));
  CHECK_FALSE(has_item(ItemForm::foreign, "20", ""));
}

TEST_CASE("the items of an 8-K are those of its day") {
  for (const char* item : {"1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03", "2.04", "2.05", "2.06", "3.01", "3.02", "3.03", "4.01", "4.02", "5.01", "5.02", "5.03", "5.04", "5.05", "5.06", "5.07", "5.08",
                           "6.01", "6.02", "6.03", "6.04", "6.05", "7.01", "8.01", "9.01"}) {
    CHECK(has_item(ItemForm::current, item, "2024-01-02"));
    CHECK_FALSE(has_item(ItemForm::current, item, "2003-01-02"));
  }
  for (const char* item : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}) {
    CHECK(has_item(ItemForm::current, item, "2003-01-02"));
    CHECK_FALSE(has_item(ItemForm::current, item, "2024-01-02"));
    CHECK(has_item(ItemForm::current, item, "2004-08-25"));
    CHECK(has_item(ItemForm::current, item, ""));
  }
  CHECK_FALSE(has_item(ItemForm::current, "13", "2003-01-02"));
  CHECK_FALSE(has_item(ItemForm::current, "8.02", ""));
}

TEST_CASE("a title names the item of its day") {
  CHECK(item_of_title("Regulation FD Disclosure.", "2003-06-01") == "9");
  CHECK(item_of_title("REGULATION FD DISCLOSURE", "2010-06-01") == "7.01");
  CHECK(item_of_title("Other events", "2004-08-22") == "5");
  CHECK(item_of_title("Other Events", "2004-08-23") == "8.01");
  CHECK(item_of_title("Changes in Registrant's Certifying Accountant", "") == "4.01");
  CHECK(item_of_title("Departure of Directors or Principal Officers; Election of Directors", "2005-01-01") == "5.02");
  CHECK(item_of_title("Other eventsful things", "").empty());
  CHECK(item_of_title("Some other events", "").empty());
  CHECK(item_of_title("", "").empty());
}

TEST_CASE("forms tell their items") {
  CHECK(item_form("8-K/A") == ItemForm::current);
  CHECK(item_form("10-K405") == ItemForm::annual);
  CHECK(item_form("10-KSB") == ItemForm::annual);
  CHECK(item_form("10-QT") == ItemForm::quarterly);
  CHECK(item_form("20-F") == ItemForm::foreign);
  CHECK(item_form("6-K") == ItemForm::none);
  CHECK(item_form("") == ItemForm::none);
}
