/// What a person may name as input: archives and their members, lists, patterns.

#include <doctest/doctest.h>

#include "tests/cli/program.hpp"
#include "tests/ingest/packing.hpp"

using namespace rxgraph::cli::testing;
using rxgraph::ingest::packed;
using rxgraph::ingest::PackedMembers;

namespace {

/// The samples of 2007, 2020 and 2019 as members.
PackedMembers members() {
  PackedMembers all;
  for (const char* name : {"immunogen-8k-2007.txt", "seagen-10k-2020.htm", "astrazeneca-6k-2019.htm"}) all.emplace_back(std::string("day/") + name, content_of(sample(name)));
  return all;
}

}  // namespace

TEST_CASE("filings in an archive are stored under their member's path, and verify finds their bytes again") {
  for (const auto& [name, format, filter] : std::vector<std::tuple<std::string, const char*, const char*>>{{"day.zip", "zip", "none"}, {"day.nc.tar.gz", "pax", "gzip"}, {"day.tar.zst", "pax", "zstd"}}) {
    CAPTURE(name);
    const TemporaryFolder folder;
    folder.write(name, packed(format, filter, members()));
    const Ran built = run({"build", name, "-o", "g.rxg"}, {.folder = folder.path()});
    CHECK(built.error.empty());
    CHECK(built.code == 0);
    CHECK(built.out.starts_with("3 filings read in "));
    const Ran verified = run({"verify", "g.rxg"}, {.folder = folder.path()});
    CHECK(verified.error.empty());
    CHECK(verified.code == 0);
    CHECK(holds(verified.out, "found in 3 filings; nothing is wrong"));
    CHECK(holds(run({"why", "trastuzumab-DM1", "targets", "HER2", "-g", "g.rxg", "--format", "csv"}, {.folder = folder.path()}).out, name + "!day/immunogen-8k-2007.txt"));
    const Ran text = run({"text", name + "!day/immunogen-8k-2007.txt", "--view", "documents"}, {.folder = folder.path()});
    CHECK(text.error.empty());
    CHECK(text.code == 0);
  }
}

TEST_CASE("an archive, its members and the files themselves give the same statements") {
  const TemporaryFolder folder;
  const std::string zip = folder.write("x.zip", packed("zip", "none", {{"f.txt", content_of(sample("immunogen-8k-2007.txt"))}}));
  const auto statements = [](const std::string& lines) { return lines.substr(lines.find('\n')); };
  const std::string plain = statements(run({"extract", sample("immunogen-8k-2007.txt")}).out);
  CHECK(plain.size() > 1000);
  CHECK(statements(run({"extract", zip}).out) == plain);
  CHECK(statements(run({"extract", zip + "!f.txt"}).out) == plain);
  CHECK(statements(run({"extract", "-"}, {.in = content_of(zip)}).out) == plain);
}

TEST_CASE("a list of files is read beside those that are named, and an archive that is damaged is told") {
  const TemporaryFolder folder;
  const std::string list = folder.write("list", sample("immunogen-8k-2007.txt") + "\n" + sample("seagen-10k-2020.htm") + "\n");
  const Ran both = run({"build", "--files-from", list, "-o", folder.path("g.rxg")});
  CHECK(both.code == 0);
  CHECK(both.out.starts_with("2 filings read in "));
  const Ran piped = run({"build", sample("astrazeneca-6k-2019.htm"), "--files-from", "-", "-o", folder.path("h.rxg")}, {.in = content_of(list)});
  CHECK(piped.code == 0);
  CHECK(piped.out.starts_with("3 filings read in "));
  const Ran nothing = run({"build", "-o", folder.path("i.rxg")});
  CHECK(nothing.code == 2);
  const std::string zip = folder.write("cut.zip", packed("zip", "none", members()).substr(0, 100));
  const Ran cut = run({"build", zip, "-o", folder.path("j.rxg")});
  CHECK(cut.code == 4);
  CHECK(holds(cut.error, zip + "!day/immunogen-8k-2007.txt: cannot be unpacked: "));
}

TEST_CASE("a bare 6-K is known by the date that it gives of itself") {
  const TemporaryFolder folder;
  REQUIRE(run({"build", sample("astrazeneca-6k-2019.htm"), "-o", folder.path("g.rxg")}).code == 0);
  CHECK(holds(run({"stats", "-g", folder.path("g.rxg")}).out, "2019"));
  const std::string line = run({"extract", sample("astrazeneca-6k-2019.htm")}).out;
  CHECK(holds(line.substr(0, line.find('\n')), "\"dated\":\"2019-03"));
  CHECK_FALSE(holds(line.substr(0, line.find('\n')), "\"filed\""));
}

TEST_CASE("of an archive every filing is shown, under its name") {
  const TemporaryFolder folder;
  PackedMembers mixed = members();
  mixed.emplace_back("day/logo.bin", std::string(300, '\1'));
  folder.write("day.zip", packed("zip", "none", mixed));
  const auto text = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"text", "day.zip"});
    const Ran ran = run(words, {.folder = folder.path()});
    CHECK(ran.code == 0);
    CHECK(ran.error == "day.zip, 1 file passed over as no filing\n");
    return ran.out;
  };
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{}, {"--report"}, {"--view", "tables"}, {"--format", "md"}}) {
    const std::string out = text(words);
    CHECK(out.starts_with("day.zip!day/immunogen-8k-2007.txt\n"));
    for (const auto& member : members()) CHECK(holds(out, "day.zip!" + member.first + "\n"));
  }
  const std::string csv = text({"--format", "csv"});
  CHECK(csv.starts_with("filing,document,kind,bytes,text\nday.zip!day/immunogen-8k-2007.txt,"));
  CHECK(csv.find("filing,document", 1) == std::string::npos);
  for (const auto& member : members()) {
    CHECK(holds(csv, "\nday.zip!" + member.first + ","));
    CHECK(holds(text({"--format", "jsonl"}), "{\"filing\":\"day.zip!" + member.first + "\",\"document\":"));
    CHECK(holds(text({"--view", "sections", "--format", "jsonl"}), "{\"filing\":\"day.zip!" + member.first + "\",\"document\":"));
  }
  const std::string json = text({"--format", "json"});
  CHECK(json.front() == '[');
  CHECK(json.find('[', json.rfind("day.zip!")) > json.rfind("\"document\""));
  for (const std::string verb : {"text", "explain"}) {
    const Ran page = run({verb, "day.zip", "--html"}, {.folder = folder.path()});
    CHECK(page.code == 4);
    CHECK(page.out.empty());
    CHECK(holds(page.error, "day.zip: holds several filings, and a page shows one; name it, as 'day.zip!day/immunogen-8k-2007.txt'"));
  }
}
