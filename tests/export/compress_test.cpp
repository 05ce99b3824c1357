#include <doctest/doctest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "base/error.hpp"
#include "export/compress.hpp"
#include "export/decompress.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph::exporting;

TEST_CASE("a file is compressed as its name ends, and is what it was when it is unpacked") {
  const ScratchFolder folder;
  const std::string plain = exported(hostile_view(), "jsonl");
  for (const auto& [ending, tool] : {std::pair{".gz", "gzip"}, std::pair{".zst", "zstd"}}) {
    CAPTURE(ending);
    const std::string path = folder / ("out.jsonl" + std::string(ending));
    CHECK(format_of_path(path) == &format_named("jsonl"));
    export_to(path, hostile_view(), "jsonl");
    const std::string first = content_of(path);
    CHECK(first.size() < plain.size() / 2);
    export_to(path, hostile_view(), "jsonl");
    CHECK(content_of(path) == first);
    if (!has_program(tool)) {
      MESSAGE(tool << " is not there: what was written is not unpacked");
      continue;
    }
    int status = 0;
    run(std::string(tool) + " -dc " + path + " > " + (folder / "unpacked"), status);
    CHECK(status == 0);
    CHECK(content_of(folder / "unpacked") == plain);
  }
}

TEST_CASE("an empty file is a good compressed file") {
  for (const char* const path : {"a.gz", "a.zst"}) {
    std::string out;
    compressor_for(path)->end(out);
    CHECK(!out.empty());
  }
  CHECK(compressor_for("a.txt") == nullptr);
  CHECK(without_compression("a.nt.gz") == "a.nt");
  CHECK(without_compression("a.nt.zst") == "a.nt");
  CHECK(without_compression("a.nt") == "a.nt");
}

TEST_CASE("large pieces and many small ones give the same bytes") {
  const std::string text = exported(hostile_view(), "graphml");
  for (const char* const path : {"a.gz", "a.zst"}) {
    std::string whole;
    const auto one = compressor_for(path);
    one->add(text, whole);
    one->end(whole);
    std::string pieces;
    const auto many = compressor_for(path);
    for (std::size_t at = 0; at < text.size(); at += 777) many->add(std::string_view(text).substr(at, 777), pieces);
    many->end(pieces);
    CHECK(whole == pieces);
  }
}

TEST_CASE("what is compressed is unpacked when it is read, whatever its name, and what is cut off or damaged is told") {
  const ScratchFolder folder;
  const std::string plain = exported(hostile_view(), "jsonl");
  const auto unpacked = [](const std::string& path) {
    std::ostringstream all;
    all << open_uncompressed(path)->rdbuf();
    return all.str();
  };
  for (const std::string ending : {"", ".gz", ".zst"}) {
    CAPTURE(ending);
    const std::string path = folder / ("out.jsonl" + ending), odd = folder / "odd name";
    export_to(path, hostile_view(), "jsonl");
    CHECK(unpacked(path) == plain);
    const std::string bytes = content_of(path);
    std::ofstream(odd, std::ios::binary) << bytes << bytes;
    CHECK(unpacked(odd) == plain + plain);
    if (ending.empty()) continue;
    std::ofstream(odd, std::ios::binary) << bytes.substr(0, bytes.size() / 2);
    std::string line;
    const auto read_all = [&] {
      const auto in = open_uncompressed(odd);
      while (std::getline(*in, line)) {
      }
    };
    CHECK_THROWS_WITH_AS(read_all(), (odd + ": is cut off; write it anew").c_str(), rxgraph::InputError);
    std::string damaged = bytes;
    damaged[damaged.size() - 2] ^= 1;  // of its checksum or length
    std::ofstream(odd, std::ios::binary) << damaged;
    CHECK_THROWS_WITH_AS(read_all(), (odd + ": is damaged: it cannot be unpacked; write it anew").c_str(), rxgraph::InputError);
  }
  const std::string pipe = folder / "pipe";
  for (const std::string ending : {"", ".gz"}) {
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::string bytes = content_of(folder / ("out.jsonl" + ending));
    std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << bytes; });
    CHECK(unpacked(pipe) == plain);
    writer.join();
    std::filesystem::remove(pipe);
  }
  CHECK_THROWS_WITH_AS(open_uncompressed(folder / "none"), ((folder / "none") + ": no such file; check the path").c_str(), rxgraph::InputError);
}
