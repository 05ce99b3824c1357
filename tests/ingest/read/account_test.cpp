#include <doctest/doctest.h>

#include "ingest/read/account.hpp"
#include "ingest/read/source.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

struct Read {
  FilingText text;
  FileAccount account;
};

Read read_with_account(const RawFiling& raw) {
  Read read;
  Reports reports;
  read.text.filing = read_filing(raw, reports, [&](DocumentText&& document, const Filing&) { read.text.documents.push_back(std::move(document)); }, &read.account);
  return read;
}

/// What must hold of the account of any file: the first rule that is broken, or nothing.
std::string broken_account(const Read& read, std::string_view file) {
  if (bytes_of(read.account.total()) != file.size()) return "the parts add up to the file";
  if (read.account.documents.size() != read.text.filing.documents.size()) return "every document is accounted for";
  for (const DocumentAccount& each : read.account.documents) {
    if (bytes_of(each.account) != each.document.body.end - each.document.body.begin) return "the parts of a document add up to its body";
  }
  for (const DocumentText& document : read.text.documents) {
    ByteAccount sum;
    std::uint64_t at = document.document.body.begin;
    for (const UsedRange& range : uses_of(document)) {
      if (range.where.begin != at || range.where.end <= at) return "uses follow one another without a gap";
      at = range.where.end;
      ByteAccount part;
      const std::uint64_t size = range.where.end - range.where.begin;
      switch (range.use) {
        case Use::text: part.text = size; break;
        case Use::markup: part.markup = size; break;
        case Use::furniture: part.furniture = size; break;
        case Use::hidden: part.hidden = size; break;
        case Use::payload: part.payload = size; break;
        case Use::unreadable: part.unreadable = size; break;
      }
      sum = sum + part;
    }
    if (at != document.document.body.end) return "uses end with the body";
    if (sum != document.account) return "uses add up to the account";
  }
  return {};
}

}  // namespace

TEST_CASE("every byte of a submission is text, markup, furniture, hidden, payload or unreadable") {
  const std::string file =
      "<SEC-DOCUMENT>x\n<SEC-HEADER>\nACCESSION NUMBER:\t1\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n"
      "<html><p>Seen <b>words</b> \x81.</p><div style='display:none'>unseen</div></html></TEXT>\n</DOCUMENT>\n"
      "<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>2\n<TEXT>\nbegin 644 a.jpg\nM1234\nend\n</TEXT>\n</DOCUMENT>\n";
  const Read read = read_with_account({"a.txt", Bytes(file)});
  CHECK(broken_account(read, file) == "");
  REQUIRE(read.account.documents.size() == 2);
  const ByteAccount& page = read.account.documents[0].account;
  CHECK(page.text == std::string("Seen words .").size());
  CHECK(page.hidden == 6);
  CHECK(page.unreadable == 1);
  const ByteAccount& picture = read.account.documents[1].account;
  CHECK(picture.payload == read.account.documents[1].document.body.end - read.account.documents[1].document.body.begin);
  CHECK(read.account.envelope.markup > 100);
  CHECK(bytes_of(read.account.envelope) == read.account.envelope.markup);
}

TEST_CASE("a document without words is markup, not payload") {
  const std::string file = "<SEC-HEADER>x</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<html><body><p></p><p> </p><p></p><p></p><p></p></body></html>\n</TEXT>\n</DOCUMENT>\n";
  const Read read = read_with_account({"a.txt", Bytes(file)});
  CHECK(read.text.documents.empty());
  CHECK(read.account.total().markup == file.size());
}

TEST_CASE("accounts of the samples and of the shared filings add up") {
  Reports reports;
  std::vector<std::string> folders = {std::string(RXGRAPH_SOURCE_DIR) + "/samples", std::string(RXGRAPH_SOURCE_DIR) + "/tests/fuzz/seeds"};
  const std::string shared = std::string(RXGRAPH_SOURCE_DIR) + "/../shared/corpus";
  if (std::filesystem::exists(shared)) {
    folders.push_back(shared + "/filings");
    folders.push_back(shared + "/dev");
  } else {
    MESSAGE("the shared filings are skipped: " << shared << " is absent");
  }
  FileSource source(folders, reports);
  std::size_t files = 0;
  while (const auto raw = source.next()) {
    const std::string name = std::filesystem::path(raw->path).filename().string();
    CAPTURE(name);
    CHECK(broken_account(read_with_account(*raw), raw->bytes.view()) == "");
    ++files;
  }
  CHECK(files >= 8);
}
