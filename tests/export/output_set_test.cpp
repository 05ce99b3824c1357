#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "export/format.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

std::size_t entries(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

}  // namespace

TEST_CASE("a file appears under its name only with the commit") {
  const ScratchFolder folder;
  OutputSet out(folder / "a.txt", false);
  out.file() << "hello";
  CHECK(!std::filesystem::exists(folder / "a.txt"));
  CHECK(out.bytes() == 5);
  CHECK(out.files() == 1);
  out.commit();
  CHECK(content_of(folder / "a.txt") == "hello");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("without a commit nothing is left behind, and what was there stays") {
  const ScratchFolder folder;
  std::ofstream(folder / "a.txt") << "old";
  {
    OutputSet out(folder / "a.txt", false);
    out.file() << std::string(100000, 'x');
    OutputSet many(folder / "many", true);
    many.file("one") << "1";
    many.file("two") << "2";
    CHECK(std::filesystem::exists(folder / "many"));
  }
  CHECK(content_of(folder / "a.txt") == "old");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a commit replaces what was there, and follows a link") {
  const ScratchFolder folder;
  std::ofstream(folder / "a.txt") << "old";
  std::filesystem::create_symlink("a.txt", folder / "link");
  OutputSet out(folder / "link", false);
  out.file() << "new";
  out.commit();
  CHECK(content_of(folder / "a.txt") == "new");
  CHECK(std::filesystem::is_symlink(folder / "link"));
}

TEST_CASE("a folder takes several files, some of them executable") {
  const ScratchFolder folder;
  OutputSet out(folder / "import/", true);
  out.file("data.csv") << "1";
  out.file("run.sh") << "#!/bin/sh\n";
  out.executable("run.sh");
  CHECK(&out.file("data.csv") == &out.file("data.csv"));
  out.commit();
  CHECK(out.files() == 2);
  CHECK(entries(folder / "import") == 2);
  CHECK(::access((folder / "import/run.sh").c_str(), X_OK) == 0);
  CHECK((std::filesystem::status(folder / "import/data.csv").permissions() & std::filesystem::perms::owner_exec) == std::filesystem::perms::none);
}

TEST_CASE("a full disk is told with the path, and what was written before it does not count") {
  if (!std::filesystem::exists("/dev/full")) {
    MESSAGE("skipped: there is no /dev/full here");
    return;
  }
  const std::string message = "/dev/full: cannot be written: No space left on device; free space or choose another place";
  OutputSet out("/dev/full", false);
  out.file() << "hello";
  CHECK_THROWS_WITH_AS(out.commit(), message.c_str(), OutputError);
  CHECK_THROWS_WITH_AS(out.commit(), message.c_str(), OutputError);
  for (const Format& format : formats()) {
    if (format.extension.empty()) continue;
    CHECK_THROWS_WITH_AS(export_to("/dev/full", hostile_view(), format.name), message.c_str(), OutputError);
  }
}

TEST_CASE("an error in the midst of writing comes out at once") {
  if (!std::filesystem::exists("/dev/full")) {
    MESSAGE("skipped: there is no /dev/full here");
    return;
  }
  OutputSet out("/dev/full", false);
  CHECK_THROWS_AS(out.file().write(std::string(1 << 20, 'x').data(), 1 << 20), OutputError);
}

TEST_CASE("a place that cannot be written is named with the remedy") {
  const ScratchFolder folder;
  std::ofstream(folder / "file") << "x";
  std::filesystem::create_directory(folder / "folder");
  const auto message = [](const std::string& path, bool many) {
    try {
      OutputSet out(path, many);
      out.file("x") << "x";
      out.commit();
    } catch (const OutputError& error) {
      return std::string(error.what());
    }
    return std::string("written");
  };
  CHECK(message(folder / "none/a", false) == (folder / "none/a") + ": cannot be written: No such file or directory; make its folder first");
  CHECK(message(folder / "file/a", false) == (folder / "file/a") + ": cannot be written: Not a directory; choose another name");
  CHECK(message(folder / "folder", false) == (folder / "folder") + ": is a folder; name a file");
  CHECK(message(folder / "file", true) == (folder / "file") + ": is a file; name a folder");
  CHECK(message("-", true) == "standard output: cannot hold a folder of files; name a folder");
  if (::geteuid() != 0) {
    std::filesystem::permissions(folder / "folder", std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK(message(folder / "folder/a", false) == (folder / "folder/a") + ": cannot be written: Permission denied; choose a place where you may write");
    std::filesystem::permissions(folder / "folder", std::filesystem::perms::owner_all);
  }
  CHECK(content_of(folder / "file") == "x");
}
