/// The poster of push.hpp, over libcurl.

#include <curl/curl.h>

#include <memory>
#include <mutex>

#include "export/push.hpp"

namespace rxgraph::exporting {
namespace {

struct CurlFree {
  void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
  void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
  void operator()(char* text) const noexcept { curl_free(text); }
};

std::size_t append_body(char* bytes, std::size_t size, std::size_t count, void* body) {
  static_cast<std::string*>(body)->append(bytes, size * count);
  return size * count;
}

/// The part of `url`, or empty.
std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, CurlFree> owned(text);
  return owned.get();
}

/// The address of the query API. Errors must not repeat a password that stands in the URL.
std::string api_address(const PushTarget& target) {
  const std::unique_ptr<CURLU, CurlFree> url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, target.url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
    throw PushError("'" + target.url + "' is no address; write http://HOST:7474");
  }
  const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
  if (!part_of(url.get(), CURLUPART_USER).empty() || !part_of(url.get(), CURLUPART_PASSWORD).empty()) {
    throw PushError("the address holds a user or password; give them as NEO4J_USERNAME and NEO4J_PASSWORD in the environment");
  }
  if (scheme != "http" && scheme != "https") {
    throw PushError(target.url + ": " + scheme + " is not spoken here; give the server's HTTP address, as http://HOST:7474");
  }
  std::string address = target.url;
  while (address.ends_with('/')) address.pop_back();
  const std::unique_ptr<char, CurlFree> database(curl_easy_escape(nullptr, target.database.c_str(), static_cast<int>(target.database.size())));
  return address + "/db/" + database.get() + "/query/v2";
}

/// One connection, kept from request to request.
class Connection {
 public:
  explicit Connection(const PushTarget& target) : address_(api_address(target)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    handle_.reset(curl_easy_init());
    if (!handle_) throw PushError(target.url + ": libcurl does not start; free some memory");
    curl_slist* headers = curl_slist_append(nullptr, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Accept: application/json");
    headers_.reset(curl_slist_append(headers, "Expect:"));
    CURL* const curl = handle_.get();
    curl_easy_setopt(curl, CURLOPT_URL, address_.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append_body);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 300L);
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    if (target.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, target.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, target.password.c_str());
  }

  HttpReply post(const std::string& json) {
    HttpReply reply;
    CURL* const curl = handle_.get();
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, json.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(json.size()));
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    const CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK) {
      reply.problem = curl_easy_strerror(code);
      return reply;
    }
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply.status);
    curl_off_t wait = 0;
    if (curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0) reply.retry_after = static_cast<unsigned>(wait);
    return reply;
  }

 private:
  std::string address_;
  std::unique_ptr<CURL, CurlFree> handle_;
  std::unique_ptr<curl_slist, CurlFree> headers_;
};

}  // namespace

HttpPost http_poster(const PushTarget& target) {
  const auto connection = std::make_shared<Connection>(target);
  return [connection](const std::string& json) { return connection->post(json); };
}

}  // namespace rxgraph::exporting
