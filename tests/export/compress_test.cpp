#include <doctest/doctest.h>

#include "export/compress.hpp"
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
