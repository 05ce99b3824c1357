#include <doctest/doctest.h>

#include <random>

#include "export/append.hpp"
#include "export/escape.hpp"

using namespace rxgraph::exporting;

TEST_CASE("the end of what is plain is the same at every offset and length, for every byte") {
  constexpr PlainBytes plain = plain_without("&<\"|");
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < 40; ++at) {
      std::string text(40, 'x');
      text[at] = static_cast<char>(byte);
      const bool is_plain = byte >= 0x20 && byte < 0x7F && std::string_view("&<\"|").find(static_cast<char>(byte)) == std::string_view::npos;
      for (std::size_t from = 0; from <= at; from += 7) CHECK_MESSAGE(plain_end(text, from, plain) == (is_plain ? text.size() : at), byte);
    }
  }
  CHECK(plain_end("", 0, plain) == 0);
}

TEST_CASE("numbers that come again have the text that they had") {
  RepeatedNumbers numbers;
  std::mt19937_64 random(1);
  std::vector<double> some;
  for (int i = 0; i < 300; ++i) some.push_back(static_cast<double>(random() % 1000) / 1000);
  for (int round = 0; round < 2; ++round) {
    for (const double number : some) {
      std::string kept, fresh;
      numbers.append(kept, number);
      append_number(fresh, number);
      CHECK(kept == fresh);
    }
  }
  std::string zeros;
  numbers.append(zeros, 0.0);
  numbers.append(zeros, -0.0);
  CHECK(zeros == "0-0");
}
