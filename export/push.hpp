#pragma once
/// A graph put into a running Neo4j server over its HTTP query API, and kept there as it is here.
///
/// What is put there carries two properties: `rxgraph`, the name under which it was pushed, and `rxgraph_hash`, the hash of
/// what was said of it. A push asks for both first, and sends only what is new or has changed: so a push that was cut off
/// goes on where it stopped, and one without news sends nothing. What the graph no longer says is deleted there where
/// `rxgraph` says that it was put there under the same name; a node to which something else is linked stays. Things that
/// were there before (same uid, put there by someone else) get the properties of the graph and are never deleted.

#include <chrono>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>

#include "export/format.hpp"
#include "graph/view.hpp"

namespace rxgraph::exporting {

/// What a server answers to one request.
struct HttpReply {
  long status = 0;          ///< 0 where there was no answer: `problem` says why.
  std::string body;
  std::string problem;
  unsigned retry_after = 0;  ///< Seconds that the server asks to wait; 0 where it does not.
};

/// Sends one JSON text to the query API and returns the answer.
using HttpPost = std::function<HttpReply(const std::string& json)>;

/// Where a graph is pushed to.
struct PushTarget {
  std::string url;       ///< "http://localhost:7474"; without user and password.
  std::string database;  ///< "neo4j".
  std::string user;      ///< Empty for none.
  std::string password;
};

/// How it is pushed.
struct PushOptions {
  EvidenceChoice evidence = EvidenceChoice::all;
  std::string name;              ///< Under which it is pushed; what other names put there is left alone.
  std::size_t batch = 500;       ///< Rows in one request.
  unsigned tries = 6;            ///< Of each request, before giving up.
  std::chrono::milliseconds pause{500};  ///< Before the second try; doubled before each further one.
};

/// What a push did.
struct PushResult {
  std::uint64_t nodes = 0;    ///< New or changed.
  std::uint64_t edges = 0;
  std::uint64_t same = 0;     ///< Nodes and edges that were there as they are.
  std::uint64_t deleted_nodes = 0;
  std::uint64_t deleted_edges = 0;
  std::uint64_t kept_nodes = 0;  ///< No longer said, but linked to what others put there.
  std::uint64_t requests = 0;
  std::uint64_t retries = 0;

  friend bool operator==(const PushResult&, const PushResult&) = default;
};

/// A server that cannot be reached or will not do what is asked. `what()` reads "<url>: <problem>; <remedy>".
class PushError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A poster over libcurl, which keeps its connection. Throws PushError for a URL that is none, is not http or https, or
/// holds a password.
HttpPost http_poster(const PushTarget& target);

/// Makes what `name` put behind `post` equal to `view`. `progress` is told how many nodes and edges have been looked at,
/// after each request. Each request is its own transaction and may be repeated. Throws PushError, with `url` as the place.
/// Holds the uid and hash of everything that the server has: some 150 bytes each.
PushResult push(const graph::GraphView& view, const PushOptions& options, const HttpPost& post, const std::string& url,
                const std::function<void(std::uint64_t)>& progress = {});

}  // namespace rxgraph::exporting
