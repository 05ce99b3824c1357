#include "base/names.hpp"

#include <doctest/doctest.h>

using namespace rxgraph;

TEST_CASE("normal forms ignore case, marks and what the type does not depend on") {
  CHECK(normal_form("Acme Biotech, Inc.", true) == normal_form("ACME BIOTECH", true));
  CHECK(normal_form("Acme Biotech, Inc.") != normal_form("Acme Biotech"));
  CHECK(normal_form("Phase IIb", false, false, true) == normal_form("phase 2b", false, false, true));
  CHECK(normal_form("Angiotensin II") != normal_form("angiotensin 2"));
  CHECK(normal_form("the antibodies", false, true) == "antibodie");
  CHECK(normal_form("Inc.", true) == "inc");
}

TEST_CASE("signs of print fold alone as they do beside letters that compose") {
  for (const std::string sign : {"\u00ae", "\u2122", "\u00a9", "\u2120", "\u00b7", "\u2022", "\u2018", "\u2019", "\u201c", "\u201d", "\u2013", "\u2014"}) {
    CAPTURE(sign);
    CHECK(fold("A" + sign + "b\u00e9") == fold("A" + sign + "b") + "e");
    CHECK(fold(sign + "\u00c9" + sign) == fold(sign) + "e" + fold(sign));
  }
}

TEST_CASE("folding names Greek letters and drops trade-mark signs and accents") {
  CHECK(fold("TNF\xCE\xB1") == "tnfalpha");
  CHECK(fold("Herceptin\xC2\xAE") == "herceptin");
  CHECK(fold("M\xC3\xA9rieux") == "merieux");
}

TEST_CASE("a slug is made of letters, digits and hyphens, and stays distinct where letters are lost") {
  CHECK(slug("Trastuzumab-DM1") == "trastuzumab-dm1");
  CHECK(slug("\xE6\x97\xA5") != slug("\xE6\x9C\xAC"));
  CHECK(slug(std::string(500, 'a')).size() <= 80);
}

TEST_CASE("a wrong name suggests its neighbours and nothing far off") {
  CHECK(did_you_mean("Compnay", {"Company", "Compound", "Trial"}).find("'Company'") != std::string::npos);
  CHECK(did_you_mean("zzz", {"Company", "Trial"}).empty());
}
