#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace rxgraph;

TEST_CASE("overlong forms, surrogates, cut sequences and values beyond the last are invalid") {
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80", "\xFF", "\x80"}) CHECK_FALSE(is_utf8(bad));
  for (const char* good : {"", "a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"}) CHECK(is_utf8(good));
}

TEST_CASE("what is appended decodes to itself") {
  for (const char32_t code : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, code);
    CHECK(decode_utf8(text, 0).code == code);
    CHECK(decode_utf8(text, 0).size == text.size());
  }
}

TEST_CASE("repair replaces each bad byte and makes valid text") {
  CHECK(repaired_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(is_utf8(repaired_utf8("\xE2\x82\xC0")));
}

TEST_CASE("wide characters take two columns and combining marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\xE6\x97\xA5") == 2);
  CHECK(display_width("e\xCC\x81") == 1);
}
