#include "export/query_api.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <thread>

#include "base/record_json.hpp"
#include "export/append.hpp"

namespace rxgraph::exporting {
namespace {

/// The first error of an answer: "Neo.ClientError.Security.Unauthorized" and what it says. Empty where there is none.
struct ServerError {
  std::string code;
  std::string message;
};

ServerError error_of(const rapidjson::Document& document) {
  if (!document.IsObject() || !document.HasMember("errors")) return {};
  const rapidjson::Value& errors = document["errors"];
  if (!errors.IsArray() || errors.Empty() || !errors[0].IsObject()) return {};
  const auto member = [&errors](const char* name) -> std::string {
    return errors[0].HasMember(name) && errors[0][name].IsString() ? errors[0][name].GetString() : "";
  };
  return {member("code"), member("message")};
}

std::string text_of(const rapidjson::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsNull()) return {};
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::vector<QueryApi::Row> rows_of(const rapidjson::Document& document) {
  std::vector<QueryApi::Row> rows;
  if (!document.HasMember("data") || !document["data"].IsObject() || !document["data"].HasMember("values")) return rows;
  const rapidjson::Value& values = document["data"]["values"];
  if (!values.IsArray()) return rows;
  for (const rapidjson::Value& value : values.GetArray()) {
    QueryApi::Row& row = rows.emplace_back();
    if (!value.IsArray()) continue;
    for (const rapidjson::Value& cell : value.GetArray()) row.push_back(text_of(cell));
  }
  return rows;
}

bool is_passing(const HttpReply& reply, const ServerError& error) {
  return reply.status == 0 || reply.status == 429 || reply.status >= 500 || error.code.starts_with("Neo.TransientError.");
}

std::string remedy_of(const HttpReply& reply, const ServerError& error) {
  if (reply.status == 401 || reply.status == 403) return "set NEO4J_USERNAME and NEO4J_PASSWORD in the environment";
  if (reply.status == 404) {
    return error.code.empty() ? "is it the HTTP address of Neo4j 5.19 or later, and the query API on?" : "name another database with --database";
  }
  if (reply.status == 0) return "is the server running, and is this its HTTP address? The same command goes on from here";
  return "the same command goes on from here once that is mended";
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  if (text.size() > 400) text.resize(400);
  return text;
}

std::string problem_of(const HttpReply& reply, const ServerError& error) {
  if (reply.status == 0) return reply.problem;
  if (!error.message.empty()) return error.code + ": " + one_line(error.message);
  return "the server answers " + std::to_string(reply.status);
}

}  // namespace

std::vector<QueryApi::Row> QueryApi::run(std::string_view statement, std::string_view parameters) {
  std::string json = "{\"statement\":";
  append_json_string(json, statement);
  append_all(json, ",\"parameters\":", parameters, "}");
  for (unsigned attempt = 1;; ++attempt) {
    ++requests_;
    const HttpReply reply = post_(json);
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(reply.body.data(), reply.body.size());
    const ServerError error = document.HasParseError() ? ServerError{} : error_of(document);
    const bool good = reply.status >= 200 && reply.status < 300 && error.code.empty() && !document.HasParseError() && document.IsObject();
    if (good) return rows_of(document);
    if (attempt >= options_.tries || !is_passing(reply, error)) {
      throw PushError(url_ + ": " + problem_of(reply, error) + "; " + remedy_of(reply, error));
    }
    ++retries_;
    std::chrono::milliseconds pause = options_.pause * (1U << std::min(attempt - 1, 8U));
    std::this_thread::sleep_for(std::max<std::chrono::milliseconds>(pause, std::chrono::seconds(std::min(reply.retry_after, 120U))));
  }
}

}  // namespace rxgraph::exporting
