#include "ingest/facts/exhibit_lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// The subsidiaries that a filing of Tamarind Bio, Inc. states whose document of `type` says `body`.
std::vector<std::string> listed(const std::string& type, const std::string& body) {
  static const Extractor extractor(core());
  Reports reports;
  const std::string filing = "<SEC-DOCUMENT>0000999999-20-000001.txt : 20200301\n<SEC-HEADER>0000999999-20-000001.hdr.sgml : 20200301\n"
                             "ACCESSION NUMBER:\t\t0000999999-20-000001\nCONFORMED SUBMISSION TYPE:\t10-K\nFILED AS OF DATE:\t\t20200301\n\nFILER:\n\n\tCOMPANY DATA:\t\n"
                             "\t\tCOMPANY CONFORMED NAME:\t\t\tTAMARIND BIO, INC.\n\t\tCENTRAL INDEX KEY:\t\t\t0000999901\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>" +
                             type + "\n<SEQUENCE>1\n<TEXT>\n" + body + "\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";
  const FilingRecords records = extractor.extract(RawFiling{"filed.txt", Bytes(filing)}, reports);
  std::vector<std::string> names;
  for (const Statement& statement : records.statements) {
    if (statement.relation == "subsidiary_of" && statement.object.ids.contains("cik")) names.push_back(statement.subject.name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("each line of a list of subsidiaries names one of the filer") {
  const std::string body = "List of Subsidiaries\n\nOrrin Pharma AG, a Swiss corporation\n\n2. Brill Labs, Inc. (Delaware)\n\nTamarind Bio, Inc. is the parent.\n";
  CHECK(listed("EX-21", body) == Names{"Brill Labs, Inc.", "Orrin Pharma AG"});
  CHECK(listed("EX-21.1", body) == Names{"Brill Labs, Inc.", "Orrin Pharma AG"});
}

TEST_CASE("rows of a table of subsidiaries do so as well, by their first cell alone") {
  const std::string body =
      "<HTML><BODY><TABLE><TR><TD>Name</TD><TD>Jurisdiction</TD><TD>Owner</TD></TR><TR><TD>Orrin Pharma AG</TD><TD>Switzerland</TD><TD>Vesper Holdings GmbH</TD></TR>"
      "<TR><TD>Brill Labs, Inc.</TD><TD>Delaware</TD><TD>Vesper Holdings GmbH</TD></TR></TABLE></BODY></HTML>";
  CHECK(listed("EX-21", body) == Names{"Brill Labs, Inc.", "Orrin Pharma AG"});
}

TEST_CASE("no other document lists subsidiaries so, and prose in one states what it says") {
  CHECK(listed("EX-10", "Orrin Pharma AG, a Swiss corporation\n").empty());
  CHECK(listed("EX-210", "Orrin Pharma AG, a Swiss corporation\n").empty());
  CHECK(listed("EX-21", "Orrin Pharma AG was founded long ago in a small town by people who knew little of medicine but wished to learn more of it, and they did so with great zeal.\n").empty());
}

TEST_CASE("the end of a name that the line above began is no name") {
  const std::string body =
      "<HTML><BODY><TABLE><TR><TD>Name</TD><TD>Jurisdiction</TD></TR><TR><TD>Orrin Pharma AG</TD><TD>Switzerland</TD></TR><TR><TD>Vesper Medical</TD><TD></TD></TR>"
      "<TR><TD>Ireland Limited</TD><TD>Ireland</TD></TR></TABLE></BODY></HTML>";
  CHECK(listed("EX-21", body) == Names{"Orrin Pharma AG"});
  CHECK(listed("EX-21", "Orrin Pharma AG, a Swiss corporation\n\nIreland Limited                Ireland\n") == Names{"Orrin Pharma AG"});
}
