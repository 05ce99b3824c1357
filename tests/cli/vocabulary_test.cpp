#include <doctest/doctest.h>

#include <fstream>

#include "tests/cli/program.hpp"

namespace rxgraph::cli::testing {
namespace {

constexpr const char* diseases =
    "format-version: 1.2\n\n[Term]\nid: TOY:1\nname: toy disease\n\n[Term]\nid: TOY:2\nname: wobbling palsy\nsynonym: \"Quill's wobble\" EXACT []\nis_a: TOY:1\n\n"
    "[Term]\nid: TOY:3\nname: slow wobbling palsy\nis_a: TOY:2\n";

std::string add(const TemporaryFolder& folder, const std::string& name, const std::string& content) {
  std::ofstream(folder.path(name), std::ios::binary) << content;
  return folder.path(name);
}

}  // namespace

TEST_CASE("a vocabulary is imported, listed, checked and shown") {
  const TemporaryFolder folder;
  add(folder, "toy.obo", diseases);
  const Setting here{.folder = folder.path()};
  const Ran imported = run({"vocabulary", "import", "toy.obo"}, here);
  CHECK(imported.code == 0);
  CHECK(imported.error == "");
  CHECK(imported.out.starts_with("3 terms, 4 names (4 stand for themselves in texts) -> toy.rxv ("));
  const Ran listed = run({"vocabulary", "list", "toy.rxv", "--format", "csv"}, here);
  CHECK(listed.code == 0);
  CHECK(listed.out == "file,format,type,terms,names,said,source\ntoy.rxv,obo,Indication,3,4,4,toy.obo\n");
  const Ran checked = run({"vocabulary", "check", "toy.rxv"}, here);
  CHECK(checked.code == 0);
  CHECK(checked.out == "1 file; nothing is wrong\n");
  const Ran shown = run({"vocabulary", "show", "QUILL'S wobble", "--vocabulary", "toy.rxv", "--format", "jsonl"}, here);
  CHECK(shown.code == 0);
  CHECK(shown.out.find("\"means\":\"wobbling palsy\"") != std::string::npos);
  CHECK(shown.out.find("\"ids\":\"toy 2\"") != std::string::npos);
  CHECK(run({"vocabulary", "show", "nothing like it", "--vocabulary", "toy.rxv"}, here).code == 1);
}

TEST_CASE("a bad row is told with its line, and the rest is imported") {
  const TemporaryFolder folder;
  add(folder, "mine.tsv", "name\ttype\tid\nWobblexo\tCompound\tmine:1\nbad\tCompuond\tmine:2\n");
  const Ran ran = run({"vocabulary", "import", "mine.tsv", "-o", "other.rxv"}, {.folder = folder.path()});
  CHECK(ran.code == 3);
  CHECK(ran.error == "mine.tsv:3: unknown type 'Compuond'; did you mean 'Compound'?; the row is left out\n");
  CHECK(ran.out.starts_with("1 term, 1 name (1 stand for themselves in texts), 1 row left out (see above) -> other.rxv ("));
}

TEST_CASE("what cannot be imported or used says what to do") {
  const TemporaryFolder folder;
  add(folder, "words.txt", "only words\n");
  add(folder, "filing.txt", "Acme Inc. develops ABC-101.\n");
  const Setting here{.folder = folder.path()};
  const Ran unknown = run({"vocabulary", "import", "words.txt"}, here);
  CHECK(unknown.code == 4);
  CHECK(unknown.error.find("words.txt: is no vocabulary that is known by its content; say which with --format") != std::string::npos);
  CHECK(run({"vocabulary", "import", "words.txt", "--format", "oboe"}, here).code == 2);
  CHECK(run({"vocabulary", "imprt", "words.txt"}, here).error.find("did you mean 'import'?") != std::string::npos);
  const Ran no_book = run({"extract", "filing.txt", "--vocabulary", "words.txt"}, here);
  CHECK(no_book.code == 4);
  CHECK(no_book.error.find("words.txt: is no compiled vocabulary; make one with 'rxgraph vocabulary import'") != std::string::npos);
  const Ran checked = run({"vocabulary", "check", "words.txt", "gone.rxv"}, here);
  CHECK(checked.code == 1);
  CHECK(checked.out.find("2 faults") != std::string::npos);
}

TEST_CASE("a graph that was read with a vocabulary has its ids and its hierarchy, and shows and exports them") {
  const TemporaryFolder folder;
  add(folder, "toy.obo", diseases);
  add(folder, "a.txt", "Acme Inc. develops ABC-101 for slow wobbling palsy.\n");
  add(folder, "b.txt", "Acme Inc. develops ABC-202 for Quill's wobble.\n");
  const Setting here{.folder = folder.path()};
  REQUIRE(run({"vocabulary", "import", "toy.obo"}, here).code == 0);
  const Ran built = run({"build", "a.txt", "b.txt", "--vocabulary", "toy.rxv", "-o", "g.rxg"}, here);
  CHECK(built.code == 0);
  const Ran shown = run({"show", "wobbling palsy", "-g", "g.rxg"}, here);
  CHECK(shown.out.find("toy 2") != std::string::npos);
  CHECK(shown.out.find("has_subtype") != std::string::npos);
  CHECK(shown.out.find("slow wobbling palsy") != std::string::npos);
  const Ran exported = run({"export", "g.rxg", "--format", "csv", "-o", "out"}, here);
  CHECK(exported.code == 0);
  CHECK(run({"verify", "g.rxg"}, here).code == 0);
  // The same again is no work; without the vocabulary it is other knowledge.
  CHECK(run({"build", "a.txt", "b.txt", "--vocabulary", "toy.rxv", "-o", "g.rxg"}, here).out.find("2 skipped as unchanged") != std::string::npos);
  CHECK(run({"build", "a.txt", "b.txt", "-o", "g.rxg"}, here).out.find("skipped") == std::string::npos);
}

}  // namespace rxgraph::cli::testing
