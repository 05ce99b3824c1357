#pragma once
/// Statements through the HTTP query API of a Neo4j server, tried again where that may help.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/push.hpp"

namespace rxgraph::exporting {

/// Runs statements one after the other.
class QueryApi {
 public:
  using Row = std::vector<std::string>;  ///< Texts as they are, numbers as written, null as "".

  QueryApi(const HttpPost& post, std::string url, const PushOptions& options) : post_(post), url_(std::move(url)), options_(options) {}

  /// Runs `statement` with `parameters`, a JSON object, and returns its rows. What is tried again: no answer, an answer of
  /// 429 or of 500 and above, and an error that the server calls transient. Throws PushError with the server's own words.
  std::vector<Row> run(std::string_view statement, std::string_view parameters = "{}");

  std::uint64_t requests() const noexcept { return requests_; }
  std::uint64_t retries() const noexcept { return retries_; }

 private:
  const HttpPost& post_;
  std::string url_;
  const PushOptions& options_;
  std::uint64_t requests_ = 0;
  std::uint64_t retries_ = 0;
};

}  // namespace rxgraph::exporting
