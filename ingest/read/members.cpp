#include "ingest/read/members.hpp"

#include <sys/stat.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "ingest/read/json_filing.hpp"

namespace rxgraph::ingest {
namespace {

constexpr int deepest = 8;  ///< Archives within archives.

bool is_file(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

/// True if `member` is `path` or holds it.
bool leads_to(const std::string& member, const std::string& path) {
  return path.starts_with(member) && (path.size() == member.size() || path[member.size()] == '!');
}

}  // namespace

std::unique_ptr<Members> open_members(const std::string& path, const Bytes& bytes) {
  if (is_packed(bytes.view())) return open_archive(path, bytes);
  if (is_json_lines(bytes.view())) return open_json_lines(path, bytes);
  return nullptr;
}

FilingOpener::FilingOpener() = default;
FilingOpener::~FilingOpener() = default;

Bytes FilingOpener::open(const std::string& path) {
  if (path == "-" || path.starts_with("-!")) throw InputError(path, "was read from standard input, which is gone; keep it in a file and build from that");
  std::string container = path;
  for (std::size_t at = path.find('!'); at != std::string::npos && !is_file(container); at = path.find('!', at + 1)) {
    container = path.substr(0, at);
    if (is_file(container)) break;
    container = path;
  }
  if (members_ && container_ == container) {
    if (std::optional<Bytes> found = ahead(path)) return *std::move(found);
  }
  const Bytes bytes = map_file(container);
  container_ = container;
  members_ = open_members(container, bytes);
  if (!members_) return container == path ? bytes : throw InputError(path, "no such file; check the path");
  while (members_->advance()) {
    if (leads_to(members_->path(), path)) return member(members_->path(), members_->read(), path, 1);
  }
  throw InputError(path, "no such member of " + container + "; check the path");
}

/// The bytes at `path` where its member is still to come; nothing where it came before, be what comes next damaged or not.
std::optional<Bytes> FilingOpener::ahead(const std::string& path) {
  try {
    while (members_->advance()) {
      if (leads_to(members_->path(), path)) return member(members_->path(), members_->read(), path, 1);
    }
  } catch (const InputError&) {
    // What is wrong with the member itself is told when it is looked for from the beginning.
  }
  return std::nullopt;
}

Bytes FilingOpener::member(const std::string& container, const Bytes& bytes, const std::string& path, int depth) {
  if (depth > deepest) throw InputError(container, "archives within archives, more than " + std::to_string(deepest) + " deep; unpack it by hand");
  const std::unique_ptr<Members> inner = open_members(container, bytes);
  if (!inner) return bytes;
  while (inner->advance()) {
    if (leads_to(inner->path(), path)) return member(inner->path(), inner->read(), path, depth + 1);
  }
  throw InputError(path, "no such member of " + container + "; check the path");
}

}  // namespace rxgraph::ingest
