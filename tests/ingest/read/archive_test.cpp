#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "ingest/read/members.hpp"
#include "ingest/read/source.hpp"
#include "tests/ingest/folder.hpp"
#include "tests/ingest/packing.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const std::string first = "Zeta Bio is well.\n";
const std::string second = "<html><body><p>Omega is well too.</p></body></html>\n";
const PackedMembers two = {{"a/", ""}, {"a/one.txt", first}, {"two.htm", second}};

/// Paths and contents, the folder of the test left out.
using Drawn = std::vector<std::pair<std::string, std::string>>;

Drawn drawn(const std::vector<std::string>& paths, Reports& reports, const Folder& folder) {
  FileSource source(paths, reports);
  Drawn all;
  while (const auto raw = source.next()) {
    std::string path = raw->path;
    if (path.starts_with(folder.path())) path.erase(0, folder.path().size() + 1);
    all.emplace_back(path, raw->bytes.view());
  }
  return all;
}

/// Letters that do not shrink much.
std::string noise(int size) {
  std::string text;
  std::uint64_t state = 1;
  for (int i = 0; i < size; ++i) text.push_back(static_cast<char>('a' + ((state = state * 6364136223846793005U + 1442695040888963407U) >> 59) % 26));
  return text;
}

std::string only_message(const Reports& reports) { return reports.all.size() == 1 ? reports.all[0].message : std::to_string(reports.all.size()) + " messages"; }

}  // namespace

TEST_CASE("the members of archives of every kind are read in their order, by content whatever the name of the file") {
  const Folder folder;
  for (const auto& [format, filter] : std::vector<std::pair<const char*, const char*>>{{"zip", "none"}, {"pax", "none"}, {"pax", "gzip"}, {"pax", "bzip2"}, {"pax", "xz"}, {"pax", "zstd"}}) {
    CAPTURE(format);
    CAPTURE(filter);
    Reports reports;
    const std::string path = folder.add("filings.data", packed(format, filter, two));
    CHECK(drawn({path}, reports, folder) == Drawn{{"filings.data!a/one.txt", first}, {"filings.data!two.htm", second}});
    CHECK(reports.all.empty());
  }
}

TEST_CASE("a file that is merely compressed keeps its path") {
  const Folder folder;
  for (const char* filter : {"gzip", "bzip2", "xz", "zstd"}) {
    CAPTURE(filter);
    Reports reports;
    const std::string path = folder.add("one.txt.packed", packed("raw", filter, {{"x", first}}));
    CHECK(drawn({path}, reports, folder) == Drawn{{"one.txt.packed", first}});
    CHECK(reports.all.empty());
  }
}

TEST_CASE("archives within archives are read, and one that goes too deep is no filing") {
  const Folder folder;
  Reports reports;
  const std::string inner = packed("pax", "gzip", {{"deep.txt", first}});
  const std::string path = folder.add("outer.zip", packed("zip", "none", {{"day.tar.gz", inner}, {"one.txt.gz", packed("raw", "gzip", {{"x", second}})}}));
  CHECK(drawn({path}, reports, folder) == Drawn{{"outer.zip!day.tar.gz!deep.txt", first}, {"outer.zip!one.txt.gz", second}});
  CHECK(reports.all.empty());
  std::string bottomless = packed("zip", "none", {{"a.txt", first}});
  for (int i = 0; i < 20; ++i) bottomless = packed("zip", "none", {{"z.zip", bottomless}});
  CHECK(drawn({folder.add("deep.zip", bottomless)}, reports, folder).empty());
  CHECK(only_message(reports) == "holds no filing; name an archive of EDGAR submissions, HTML, Markdown or plain text");
}

TEST_CASE("what is no filing in an archive is passed over and counted, and a named archive without a filing is an error") {
  const Folder folder;
  Reports reports;
  const std::string mixed = folder.add("mixed.zip", packed("zip", "none", {{"gold.json", "{\"slug\": 1}"}, {"empty.txt", ""}, {"one.txt", first}}));
  FileSource source({mixed}, reports);
  CHECK(source.next()->path.ends_with("mixed.zip!one.txt"));
  CHECK_FALSE(source.next());
  CHECK(source.counts().passed_over == 2);
  CHECK(source.counts().files == 1);
  CHECK(source.counts().total_files == 1);
  CHECK(reports.all.empty());
  const std::string none = folder.add("sub/none.zip", packed("zip", "none", {{"gold.json", "{\"slug\": 1}"}}));
  CHECK(drawn({none}, reports, folder).empty());
  CHECK(only_message(reports) == "holds no filing; name an archive of EDGAR submissions, HTML, Markdown or plain text");
  Reports walked;
  CHECK(drawn({folder.path() + "/sub"}, walked, folder).empty());
  CHECK(walked.all.empty());
}

TEST_CASE("files of office programs are archives but no filings") {
  const Folder folder;
  const std::string word = folder.add("memo.docx", packed("zip", "none", {{"[Content_Types].xml", "<?xml version=\"1.0\"?>"}, {"word/document.xml", "<w:p>words</w:p>"}}));
  Reports reports;
  CHECK(drawn({word}, reports, folder).empty());
  CHECK(only_message(reports) == "file of an office program, not a filing; save it as plain text or HTML");
  Reports walked;
  FileSource source({folder.path()}, walked);
  CHECK_FALSE(source.next());
  CHECK(source.counts().passed_over == 1);
  CHECK(walked.all.empty());
}

TEST_CASE("of a damaged archive what comes before the damage is read, and the damage is told") {
  const Folder folder;
  const std::string whole = packed("pax", "gzip", {{"one.txt", first}, {"two.txt", noise(600000)}});
  const std::string path = folder.add("cut.tar.gz", whole.substr(0, whole.size() / 2));
  Reports reports;
  CHECK(drawn({path}, reports, folder) == Drawn{{"cut.tar.gz!one.txt", first}});
  CHECK(only_message(reports) == "cannot be unpacked: truncated gzip input; is the copy complete?");
  Reports garbage;
  CHECK(drawn({folder.add("bad.zip", "PK\x03\x04 and nothing more")}, garbage, folder).empty());
  CHECK(only_message(garbage).starts_with("cannot be unpacked: "));
}

TEST_CASE("what stands before the damage of an archive is opened again in any order") {
  const Folder folder;
  const std::string whole = packed("zip", "none", {{"one.txt", first}, {"two.txt", second}, {"three.txt", noise(3000)}});
  const std::string path = folder.add("cut.zip", whole.substr(0, whole.find("three.txt") + 1000));
  FilingOpener opener;
  for (int round = 0; round < 2; ++round) {
    CHECK(opener.open(path + "!two.txt").view() == second);
    CHECK(opener.open(path + "!one.txt").view() == first);
    CHECK_THROWS_AS(opener.open(path + "!three.txt"), InputError);
  }
}

TEST_CASE("one bad member does not stop the next") {
  const Folder folder;
  std::string zip = packed("zip", "none", {{"one.txt", noise(3000)}, {"two.txt", first}});
  const std::size_t data = zip.find("one.txt") + 400;  // Within the compressed bytes of the first.
  for (std::size_t i = 0; i < 64; ++i) zip[data + i] = static_cast<char>(0xFF);
  Reports reports;
  CHECK(drawn({folder.add("x.zip", zip)}, reports, folder) == Drawn{{"x.zip!two.txt", first}});
  REQUIRE(reports.all.size() == 1);
  CHECK(reports.all[0].path.ends_with("x.zip!one.txt"));
  CHECK(reports.all[0].message.starts_with("cannot be unpacked: "));
  CHECK(reports.all[0].message.ends_with("; is the copy complete?"));
}

TEST_CASE("members of one name are told apart") {
  const Folder folder;
  Reports reports;
  const std::string path = folder.add("x.tar", packed("pax", "none", {{"a.txt", first}, {"a.txt", second}}));
  CHECK(drawn({path}, reports, folder) == Drawn{{"x.tar!a.txt", first}, {"x.tar!a.txt (2)", second}});
  FilingOpener opener;
  CHECK(opener.open(path + "!a.txt (2)").view() == second);
}

TEST_CASE("a filing is opened again by its path, in any order") {
  const Folder folder;
  const std::string zip = folder.add("b!c/outer.zip", packed("zip", "none", {{"day.tar.gz", packed("pax", "gzip", {{"a.txt", first}, {"b.txt", second}})}, {"one.txt.gz", packed("raw", "gzip", {{"x", second}})}}));
  const std::string plain = folder.add("plain!.txt", first);
  FilingOpener opener;
  for (int round = 0; round < 2; ++round) {
    CHECK(opener.open(zip + "!day.tar.gz!b.txt").view() == second);
    CHECK(opener.open(zip + "!one.txt.gz").view() == second);
    CHECK(opener.open(zip + "!day.tar.gz!a.txt").view() == first);
    CHECK(opener.open(plain).view() == first);
  }
  for (const std::string& path : {zip + "!none.txt", zip + "!day.tar.gz!none.txt", plain + "!x", folder.path() + "/none"}) {
    CAPTURE(path);
    CHECK_THROWS_AS(opener.open(path), InputError);
  }
  Reports reports;
  CHECK(drawn({zip + "!day.tar.gz!b.txt"}, reports, folder) == Drawn{{"b!c/outer.zip!day.tar.gz!b.txt", second}});
  CHECK(drawn({zip + "!none.txt"}, reports, folder).empty());
  CHECK(only_message(reports) == "no such member of " + zip + "; check the path");
}

TEST_CASE("what comes in pieces is the same whether it is held or goes through a file") {
  for (const std::size_t size : {0U, 1U, 100000U, 17U << 20}) {
    Spool spool;
    std::string all;
    for (std::size_t at = 0; at < size; at += 70000) {
      const std::string piece(std::min<std::size_t>(70000, size - at), static_cast<char>('a' + at / 70000 % 26));
      spool.append(piece);
      all += piece;
    }
    CHECK(spool.size() == size);
    const Bytes bytes = spool.take();
    CHECK((bytes.view() == all));
    CHECK(hash_hex(bytes) == hash_hex(std::string_view(all)));
    bytes.release({0, size});
    CHECK((bytes.view() == all));
  }
}
