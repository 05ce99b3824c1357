#include <doctest/doctest.h>

#include "ingest/read/file_name.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

Filing named(std::string_view path, Filing filing = {}) {
  add_file_name(path, filing);
  return filing;
}

}  // namespace

TEST_CASE("the names that EDGAR and its readers give to files tell accession and CIK") {
  const Filing crawled = named("raw/123456_8K_2007_0000654321-07-000001.htm");
  CHECK(crawled.accession == "0000654321-07-000001");
  CHECK(crawled.form == "8-K");
  CHECK(crawled.dated == "2007");
  CHECK(crawled.dated_by == "year");
  REQUIRE(crawled.filers.size() == 1);
  CHECK(crawled.filers[0].cik == "0000123456");
  CHECK(named("x.zip!123456_10K405_1999_0000654321-99-000001.txt").form == "10-K405");
  CHECK(named("0000654321-07-000001.txt").accession == "0000654321-07-000001");
  CHECK(named("20240102.nc.tar.gz!0000654321-24-000001.nc").accession == "0000654321-24-000001");
  const Filing folder = named("edgar/data/123456/000065432107000001/z.htm");
  CHECK(folder.accession == "0000654321-07-000001");
  CHECK(folder.filers.at(0).cik == "0000123456");
  CHECK(named("edgar/data/123456/0000654321-07-000001.txt.gz").filers.at(0).cik == "0000123456");
  CHECK(named("123456_1999.txt").dated == "1999");
}

TEST_CASE("what the filing says goes before its name, and a name that contradicts it says nothing") {
  Filing known;
  known.filed = "2007-08-01";
  known.form = "8-K/A";
  known.filers.push_back({"ZETA BIO INC", "0000123456", "filer", {}, {}});
  const Filing filing = named("123456_8K_2006_0000654321-07-000001.htm", known);
  CHECK(filing.accession == "0000654321-07-000001");
  CHECK(filing.form == "8-K/A");
  CHECK(filing.dated.empty());
  CHECK(named("777_8K_2006_0000654321-07-000001.htm", known).accession.empty());
}

TEST_CASE("other names say nothing") {
  for (const char* path : {"", "/", "report.htm", "8K_2007.htm", "a_8K_2007_0000654321-07-000001.htm", "123456_8K_2007_something.htm", "0000654321-07-00001.txt", "-"}) {
    CAPTURE(path);
    CHECK(named(path) == Filing());
  }
}
