/// Archives and compressed files, by libarchive.

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/error.hpp"
#include "base/file.hpp"
#include "ingest/read/members.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::uint64_t largest_member = std::uint64_t{4} << 30;

struct CloseArchive {
  void operator()(archive* at) const { archive_read_free(at); }
};

class Archive : public Members {
 public:
  Archive(std::string path, Bytes bytes) : file_(std::move(path)), bytes_(std::move(bytes)), archive_(archive_read_new()) {
    archive* const a = archive_.get();
    if (!a) throw std::bad_alloc();
    archive_read_support_format_zip(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_raw(a);
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    const std::string_view all = bytes_.view();
    if (archive_read_open_memory(a, all.data(), all.size()) != ARCHIVE_OK) fail(file_);
  }

  bool advance() override {
    while (!ended_) {
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(archive_.get(), &entry);
      if (status == ARCHIVE_EOF) break;
      if (status < ARCHIVE_WARN) fail(file_);
      forget_read();
      if (archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW) {
        if (archive_filter_code(archive_.get(), 0) == ARCHIVE_FILTER_NONE) fail(file_);  // Nothing is unpacked: only its first bytes are right.
        path_ = file_;
        return true;
      }
      if (archive_entry_filetype(entry) != AE_IFREG) continue;
      path_ = file_ + "!" + unique(name_of(entry));
      return true;
    }
    ended_ = true;
    return false;
  }

  const std::string& path() const override { return path_; }

  Bytes read() override {
    Spool spool;
    for (;;) {
      const void* block = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(archive_.get(), &block, &size, &offset);
      if (status == ARCHIVE_EOF) return spool.take();
      if (status == ARCHIVE_FATAL) fail(path_);
      if (status != ARCHIVE_OK) throw InputError(path_, reason());  // A warning is a wrong check sum.
      if (spool.size() + size > largest_member) throw InputError(path_, "unpacks to more than 4 GiB; split it");
      // A sparse file has holes, which are zeros.
      for (auto hole = static_cast<std::uint64_t>(offset); spool.size() < hole && hole <= largest_member;) {
        spool.append(std::string(std::min<std::uint64_t>(hole - spool.size(), 1 << 16), '\0'));
      }
      spool.append({static_cast<const char*>(block), size});
      forget_read();
    }
  }

  std::uint64_t consumed() const override {
    const la_int64_t done = archive_filter_bytes(archive_.get(), -1);
    return ended_ ? bytes_.view().size() : static_cast<std::uint64_t>(std::max<la_int64_t>(done, 0));
  }

 private:
  std::string reason() const {
    const char* const text = archive_error_string(archive_.get());
    return std::string("cannot be unpacked: ") + (text ? text : "damaged") + "; is the copy complete?";
  }

  /// Nothing more can be read.
  [[noreturn]] void fail(const std::string& path) {
    ended_ = true;
    throw InputError(path, reason());
  }

  /// Gives back the pages of the archive that were read.
  void forget_read() {
    constexpr std::uint64_t step = 8 << 20;
    const std::uint64_t done = std::min<std::uint64_t>(consumed(), bytes_.view().size());
    if (done < released_ + step) return;
    bytes_.release({released_, done});
    released_ = done;
  }

  std::string name_of(archive_entry* entry) {
    ++number_;
    if (const char* const name = archive_entry_pathname_utf8(entry)) return name;
    if (const char* const name = archive_entry_pathname(entry)) return name;
    return "member " + std::to_string(number_);
  }

  std::string unique(std::string name) {
    const unsigned times = ++times_[name];
    return times == 1 ? name : name + " (" + std::to_string(times) + ")";
  }

  const std::string file_;
  const Bytes bytes_;
  const std::unique_ptr<archive, CloseArchive> archive_;
  std::string path_;
  std::map<std::string, unsigned> times_;
  std::uint64_t number_ = 0;
  std::uint64_t released_ = 0;
  bool ended_ = false;
};

}  // namespace

bool is_packed(std::string_view bytes) noexcept {
  using namespace std::string_view_literals;
  for (const std::string_view magic : {"\x1F\x8B"sv, "PK\x03\x04"sv, "PK\x05\x06"sv, "BZh"sv, "\xFD" "7zXZ\0"sv, "\x28\xB5\x2F\xFD"sv}) {
    if (bytes.starts_with(magic)) return magic != "BZh"sv || (bytes.size() > 3 && bytes[3] >= '1' && bytes[3] <= '9');
  }
  return bytes.size() >= 512 && bytes.substr(257, 5) == "ustar"sv;
}

std::unique_ptr<Members> open_archive(const std::string& path, const Bytes& bytes) { return std::make_unique<Archive>(path, bytes); }

}  // namespace rxgraph::ingest
