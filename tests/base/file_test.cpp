#include "base/file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/error.hpp"
#include "base/hash.hpp"

using namespace rxgraph;

namespace {

/// A folder that goes with its test.
struct Folder {
  std::string path;
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "rxgraph-file-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

std::string message_of(const std::string& path) {
  try {
    map_file(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("what is written is read back, mapped or whole, and leaves no temporary file") {
  const Folder folder;
  const std::string path = folder.path + "/a";
  for (const std::string& content : {std::string(), std::string("x\0y\n", 4)}) {
    write_file(path, content);
    CHECK(map_file(path).view() == content);
    CHECK(read_text_file(path) == content);
  }
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("a missing file, a folder and a FIFO are told apart, and nothing blocks") {
  const Folder folder;
  const std::string fifo = folder.path + "/fifo";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(message_of(folder.path + "/none") == folder.path + "/none: no such file; check the path");
  CHECK(message_of(folder.path) == folder.path + ": is a folder; name a file");
  CHECK(message_of(fifo) == fifo + ": is no regular file; copy it to one");
}

TEST_CASE("a place that cannot be written is an error") { CHECK_THROWS_AS(write_file("/no/such/folder/a", "x"), OutputError); }

TEST_CASE("hashes are 32 digits, equal for equal bytes only") {
  CHECK(hash_hex("a").size() == 32);
  CHECK(hash_hex("a") == hash_hex("a"));
  CHECK(hash_hex("a") != hash_hex("b"));
}
