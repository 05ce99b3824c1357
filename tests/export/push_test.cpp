#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>

#include "export/push.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

/// As much of a server as a push needs: it knows the statements that are sent, and nothing else. The real one is asked by
/// scripts/test-consumers.
class FakeServer {
 public:
  struct Thing {
    std::string hash;
    std::string label;  ///< Or type.
  };
  std::map<std::string, Thing> nodes;
  std::map<std::string, Thing> edges;
  std::vector<std::string> statements;
  int fail_at = -1;          ///< The request that fails, and all after it, if `forever`.
  bool forever = false;
  HttpReply failure{503, "", "", 0};
  std::set<std::string> held;  ///< Nodes to which something else is linked.

  HttpReply operator()(const std::string& json) {
    const int number = static_cast<int>(statements.size());
    statements.push_back(json);
    if (number == fail_at || (forever && fail_at >= 0 && number > fail_at)) return failure;
    return {202, "{\"data\":{\"fields\":[],\"values\":[" + answer(json) + "]}}", "", 0};
  }

 private:
  static std::string first(const std::string& text, const char* pattern) {
    std::smatch found;
    return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : "";
  }

  std::string answer(const std::string& json) {
    const std::string statement = json.substr(0, json.find("\"parameters\""));
    if (statement.find("SHOW CONSTRAINTS") != std::string::npos) return "[\"NODE\",\"Company\"],[\"NODE\",\"Compound\"],[\"RELATIONSHIP\",\"PAYS\"],[\"RELATIONSHIP\",\"DEVELOPS\"]";
    if (statement.find("RETURN x.uid, x.rxgraph_hash") != std::string::npos) return known(statement);
    if (statement.find("CREATE ") != std::string::npos && statement.find("IF NOT EXISTS") != std::string::npos) return "";
    if (statement.find("$uids") != std::string::npos) return "[" + std::to_string(remove(json, statement)) + "]";
    return "[" + std::to_string(put(json, statement)) + "]";
  }

  std::string known(const std::string& statement) const {
    std::string rows;
    const std::string label = first(statement, "x:`([A-Za-z]+)`");
    for (const auto& [uid, thing] : statement.find("()-[x:") == std::string::npos ? nodes : edges) {
      if (thing.label == label) rows += (rows.empty() ? "[\"" : ",[\"") + uid + "\",\"" + thing.hash + "\"]";
    }
    return rows;
  }

  std::size_t put(const std::string& json, const std::string& statement) {
    const bool edge = statement.find("MERGE (a)-[r") != std::string::npos;
    const std::string label = first(statement, edge ? "MERGE \\(a\\)-\\[r:`([A-Za-z]+)`" : "MERGE \\(n:`([A-Za-z]+)`");
    std::size_t rows = 0;
    const std::regex row("\\{\"uid\":\"([^\"]*)\",(?:\"s\":\"[^\"]*\",\"t\":\"[^\"]*\",)?\"h\":\"([0-9a-f]*)\"");
    for (std::sregex_iterator at(json.begin(), json.end(), row); at != std::sregex_iterator(); ++at, ++rows) (edge ? edges : nodes)[(*at)[1]] = {(*at)[2], label};
    return rows;
  }

  std::size_t remove(const std::string& json, const std::string& statement) {
    const bool edge = statement.find("-[r:") != std::string::npos;
    const std::string uids = json.substr(json.find("\"uids\":"));
    std::size_t rows = 0;
    const std::regex uid("\"([^\"]*[0-9/][^\"]*)\"");
    for (std::sregex_iterator at(uids.begin(), uids.end(), uid); at != std::sregex_iterator(); ++at) {
      if (!held.contains((*at)[1])) rows += (edge ? edges : nodes).erase((*at)[1]);
    }
    return rows;
  }
};

PushOptions quick() {
  PushOptions options;
  options.name = "test";
  options.pause = std::chrono::milliseconds(0);
  return options;
}

PushResult push_to(FakeServer& server, const graph::GraphView& view, const PushOptions& options = quick()) {
  return push(view, options, std::ref(server), "http://server");
}

}  // namespace

TEST_CASE("a push puts everything there, and a second one nothing") {
  FakeServer server;
  const PushResult first = push_to(server, small_view());
  CHECK(first.nodes == 3);
  CHECK(first.edges == 2);
  CHECK(first.same == 0);
  CHECK(server.nodes.size() == 3);
  CHECK(server.edges.size() == 2);
  const std::size_t requests = server.statements.size();
  const PushResult second = push_to(server, small_view());
  CHECK(second.nodes + second.edges + second.deleted_nodes + second.deleted_edges == 0);
  CHECK(second.same == 5);
  for (std::size_t i = requests; i < server.statements.size(); ++i) CHECK(server.statements[i].find("UNWIND") == std::string::npos);
}

TEST_CASE("only what changed is sent") {
  FakeServer server;
  push_to(server, small_view());
  VectorView view = small_view();
  view.edges[0].confidence = 0.5;
  const PushResult result = push_to(server, view);
  CHECK(result.edges == 1);
  CHECK(result.nodes == 0);
  CHECK(result.same == 4);
}

TEST_CASE("what the graph no longer says is deleted, edges before nodes, and a node that others link to stays") {
  FakeServer server;
  push_to(server, small_view());
  VectorView view = small_view();
  view.nodes.erase(view.nodes.begin() + 1);  // company/widget
  view.edges.erase(view.edges.begin() + 1);  // it pays
  server.held = {"company/widget"};
  const PushResult held = push_to(server, view);
  CHECK(held.deleted_edges == 1);
  CHECK(held.deleted_nodes == 0);
  CHECK(held.kept_nodes == 1);
  server.held.clear();
  const PushResult result = push_to(server, view);
  CHECK(result.deleted_nodes == 1);
  CHECK(result.kept_nodes == 0);
  CHECK(server.nodes.size() == 2);
  CHECK(server.edges.size() == 1);
}

TEST_CASE("a push that is cut off at any request goes on from there") {
  FakeServer whole;
  PushOptions one = quick();
  one.batch = 1;
  push_to(whole, small_view(), one);
  for (int cut = 0; cut < static_cast<int>(whole.statements.size()); ++cut) {
    CAPTURE(cut);
    FakeServer server;
    server.fail_at = cut;
    server.forever = true;
    server.failure = {0, "", "Connection refused", 0};
    CHECK_THROWS_AS(push_to(server, small_view(), one), PushError);
    const std::size_t had = server.nodes.size() + server.edges.size();
    server.fail_at = -1;
    const PushResult result = push_to(server, small_view(), one);
    CHECK(result.same == had);
    CHECK(result.nodes + result.edges == 5 - had);
    CHECK(server.edges.size() == 2);
  }
}

TEST_CASE("what may pass is tried again, and what may not is told at once") {
  struct Case {
    HttpReply reply;
    bool tried_again;
    const char* message;
  };
  const std::vector<Case> cases = {
      {{503, "", "", 0}, true, "http://server: the server answers 503; the same command goes on from here once that is mended"},
      {{429, "", "", 0}, true, "http://server: the server answers 429; the same command goes on from here once that is mended"},
      {{0, "", "Couldn't connect to server", 0}, true, "http://server: Couldn't connect to server; is the server running, and is this its HTTP address? The same command goes on from here"},
      {{202, R"({"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"a\nb"}]})", "", 0}, true,
       "http://server: Neo.TransientError.Transaction.DeadlockDetected: a b; the same command goes on from here once that is mended"},
      {{401, R"({"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"Invalid credential."}]})", "", 0}, false,
       "http://server: Neo.ClientError.Security.Unauthorized: Invalid credential.; set NEO4J_USERNAME and NEO4J_PASSWORD in the environment"},
      {{404, "<html>", "", 0}, false, "http://server: the server answers 404; is it the HTTP address of Neo4j 5.19 or later, and the query API on?"},
      {{404, R"({"errors":[{"code":"Neo.ClientError.Database.DatabaseNotFound","message":"no x"}]})", "", 0}, false,
       "http://server: Neo.ClientError.Database.DatabaseNotFound: no x; name another database with --database"},
      {{400, R"({"errors":[{"code":"Neo.ClientError.Statement.SyntaxError","message":"x"}]})", "", 0}, false,
       "http://server: Neo.ClientError.Statement.SyntaxError: x; the same command goes on from here once that is mended"}};
  for (const Case& given : cases) {
    CAPTURE(given.message);
    FakeServer once;
    once.fail_at = 2;
    once.failure = given.reply;
    if (given.tried_again) {
      CHECK(push_to(once, small_view()).retries == 1);
      CHECK(once.edges.size() == 2);
    } else {
      CHECK_THROWS_WITH_AS(push_to(once, small_view()), given.message, PushError);
    }
    FakeServer always;
    always.fail_at = 2;
    always.forever = true;
    always.failure = given.reply;
    CHECK_THROWS_WITH_AS(push_to(always, small_view()), given.message, PushError);
    CHECK(always.statements.size() == (given.tried_again ? 8 : 3));
  }
}

TEST_CASE("addresses that are none, that hold a password or that speak something else are told") {
  CHECK_THROWS_WITH_AS(http_poster({"", "neo4j", "", ""}), "'' is no address; write http://HOST:7474", PushError);
  CHECK_THROWS_WITH_AS(http_poster({"bolt://localhost:7687", "neo4j", "", ""}), "bolt://localhost:7687: bolt is not spoken here; give the server's HTTP address, as http://HOST:7474", PushError);
  CHECK_THROWS_WITH_AS(http_poster({"http://me:secret@localhost:7474", "neo4j", "", ""}),
                       "the address holds a user or password; give them as NEO4J_USERNAME and NEO4J_PASSWORD in the environment", PushError);
  CHECK_NOTHROW(http_poster({"https://localhost:7473/", "neo4j", "me", "secret"}));
}

TEST_CASE("a server that is not there is told with its address") {
  PushOptions options = quick();
  options.tries = 2;
  const HttpPost post = http_poster({"http://127.0.0.1:1", "neo4j", "", ""});
  CHECK_THROWS_AS(push(small_view(), options, post, "http://127.0.0.1:1"), PushError);
}

TEST_CASE("hostile values make good JSON of every request") {
  FakeServer server;
  const PushResult result = push_to(server, hostile_view());
  CHECK(result.nodes == hostile_view().nodes.size());
  CHECK(result.edges == hostile_view().edges.size());
}
