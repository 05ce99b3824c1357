#include <doctest/doctest.h>

#include "ingest/read/forms.hpp"

using namespace rxgraph::ingest;

TEST_CASE("variants of a form are told") {
  CHECK(form_name("10-K") == FormName{"10-K", false, false});
  CHECK(form_name("10-K405/A") == FormName{"10-K", true, false});
  CHECK(form_name("10-KSB") == FormName{"10-K", false, false});
  CHECK(form_name("10-KT") == FormName{"10-K", false, false});
  CHECK(form_name("NT 10-Q") == FormName{"10-Q", false, true});
  CHECK(form_name(" 8-k/a ") == FormName{"8-K", true, false});
  CHECK(form_name("8-K12G3") == FormName{"8-K", false, false});
  CHECK(form_name("424B5") == FormName{"424B", false, false});
  CHECK(form_name("SC TO-T/A") == FormName{"SC TO-T", true, false});
  CHECK(form_name("S-1") == FormName{"S-1", false, false});
  CHECK(form_name("") == FormName{"", false, false});
}

TEST_CASE("exhibits have a number") {
  CHECK(exhibit_number("EX-99.1") == "99.1");
  CHECK(exhibit_number("EX-99.(A)(5)(C)") == "99.(a)(5)(c)");
  CHECK(exhibit_number("EX-99.4(A)") == "99.4(a)");
  CHECK(exhibit_number("EX-1.(C)") == "1.(c)");
  CHECK(exhibit_number("EX-101.INS") == "101.ins");
  CHECK(exhibit_number("ex-10") == "10");
  for (const char* other : {"", "8-K", "GRAPHIC", "EX-", "EX-A", "COMPLEX-1"}) CHECK(exhibit_number(other) == "");
}
