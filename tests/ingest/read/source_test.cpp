#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "ingest/read/source.hpp"
#include "tests/ingest/folder.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> drawn(FileSource& source) {
  std::vector<std::string> paths;
  while (const auto raw = source.next()) paths.push_back(fs::path(raw->path).filename().string());
  return paths;
}

}  // namespace

TEST_CASE("a folder is walked in byte order, and what is no filing is passed over and counted") {
  const Folder folder;
  folder.add("b.txt", "Words of b.");
  folder.add("a/z.htm", "<p>Words of z.</p>");
  folder.add("B.txt", "Words of B.");
  folder.add("gold.json", "{\"slug\": \"b\"}");
  folder.add("empty.txt", "");
  folder.add("data.bin", std::string(100, '\0'));
  Reports reports;
  FileSource source({folder.path()}, reports);
  CHECK(source.counts().total_files == 6);
  CHECK(drawn(source) == std::vector<std::string>{"B.txt", "z.htm", "b.txt"});
  CHECK(reports.all.empty());
  REQUIRE(reports.passed_over.size() == 3);
  CHECK(reports.passed_over[0].path == folder.path() + "/data.bin");
  CHECK(reports.passed_over[0].message == "passed over: 0 printable bytes in the first 100");
  CHECK(reports.passed_over[1].message == "passed over: empty");
  CHECK(reports.passed_over[2].message == "passed over: JSON, not a filing");
  CHECK(source.counts().files == 3);
  CHECK(source.counts().passed_over == 3);
  CHECK(source.counts().unreadable == 0);
  CHECK(source.counts().bytes == 11 + 18 + 11);
}

TEST_CASE("a file that is named and is no filing is an error with its reason") {
  const Folder folder;
  const std::string json = folder.add("gold.json", "{\"slug\": \"b\"}");
  const std::string empty = folder.add("empty.txt", "");
  const std::string binary = folder.add("data.bin", std::string(5000, '\0'));
  const std::string packed = folder.add("x.gz", "\x1F\x8B\x08 rest");
  const std::string missing = folder.path() + "/none.txt";
  Reports reports;
  FileSource source({json, empty, binary, packed, missing}, reports);
  CHECK(drawn(source).empty());
  std::vector<std::string> messages;
  for (const Diagnostic& each : reports.all) messages.push_back(fs::path(each.path).filename().string() + ": " + each.message);
  CHECK(messages == std::vector<std::string>{
                        "none.txt: no such file; check the path",
                        "gold.json: JSON, not a filing; name an EDGAR submission, HTML, Markdown or plain text",
                        "empty.txt: not a filing: empty; is the copy complete?",
                        "data.bin: not a filing: 0 printable bytes in the first 4,096; is it compressed?",
                        "x.gz: cannot be unpacked: damaged; is the copy complete?",
                    });
  CHECK(source.counts().unreadable == 5);
}

TEST_CASE("a FIFO is refused at once") {
  const Folder folder;
  const std::string fifo = folder.path() + "/pipe";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  Reports reports;
  FileSource named({fifo}, reports);
  CHECK(drawn(named).empty());
  REQUIRE(reports.all.size() == 1);
  CHECK(reports.all[0].message == "is no regular file; copy it to one");
  FileSource walked({folder.path()}, reports);
  CHECK(drawn(walked).empty());
  CHECK(reports.all.size() == 1);
  CHECK(walked.counts().passed_over == 1);
}

TEST_CASE("a file without permission is reported and the next is read") {
  if (::geteuid() == 0) {
    MESSAGE("skipped: root may read everything");
    return;
  }
  const Folder folder;
  const std::string closed = folder.add("closed.txt", "Words.");
  const std::string open = folder.add("open.txt", "Words.");
  REQUIRE(::chmod(closed.c_str(), 0) == 0);
  Reports reports;
  FileSource source({closed, open}, reports);
  CHECK(drawn(source) == std::vector<std::string>{"open.txt"});
  REQUIRE(reports.all.size() == 1);
  CHECK(reports.all[0].message == "no permission to read; check its mode and owner");
}

TEST_CASE("a pattern that the shell left alone is filled in, and one without a match is an error") {
  const Folder folder;
  folder.add("b.txt", "Words of b.");
  folder.add("a.txt", "Words of a.");
  folder.add("c.htm", "<p>Words of c.</p>");
  Reports reports;
  FileSource source({folder.path() + "/*.txt", folder.path() + "/*.pdf"}, reports);
  CHECK(drawn(source) == std::vector<std::string>{"a.txt", "b.txt"});
  REQUIRE(reports.all.size() == 1);
  CHECK(reports.all[0].message == "no file matches; check the pattern");
}

TEST_CASE("a list names files one a line, or with NUL between them") {
  const Folder folder;
  CHECK(read_file_list(folder.add("lines", "a.txt\r\n\nfolder/b c.txt\n")) == std::vector<std::string>{"a.txt", "folder/b c.txt"});
  CHECK(read_file_list(folder.add("nuls", std::string_view("a\nb.txt\0c.txt\0", 14))) == std::vector<std::string>{"a\nb.txt", "c.txt"});
  const std::string empty = folder.add("empty", "\n\n");
  try {
    read_file_list(empty);
    FAIL("an empty list is an error");
  } catch (const InputError& error) {
    CHECK(error.what() == empty + ": an empty list; write one path a line");
  }
}
