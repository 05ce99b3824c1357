#include "base/file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace rxgraph {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const noexcept { return number_; }

  /// Closes and returns false where the system reports a failure that it had held back.
  bool close() noexcept { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

[[noreturn]] void fail_to_read(const std::string& path, int error) {
  switch (error) {
    case ENOENT: throw InputError(path, "no such file; check the path");
    case EACCES: throw InputError(path, "no permission to read; check its mode and owner");
    default: throw InputError(path, std::string("cannot be read: ") + std::strerror(error));
  }
}

/// Opens a regular file and gives its size. Never waits for the other end of a FIFO.
std::pair<int, std::uint64_t> open_regular(const std::string& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (number < 0) fail_to_read(path, errno);
  struct stat status {};
  if (::fstat(number, &status) != 0 || !S_ISREG(status.st_mode)) {
    const bool folder = S_ISDIR(status.st_mode);
    ::close(number);
    throw InputError(path, folder ? "is a folder; name a file" : "is no regular file; copy it to one");
  }
  return {number, static_cast<std::uint64_t>(status.st_size)};
}

/// Hands all that `number` gives to `into.append`, piece by piece.
template <typename Sink>
void read_all(int number, const std::string& path, Sink& into) {
  char buffer[1 << 16];
  for (;;) {
    const ssize_t got = ::read(number, buffer, sizeof buffer);
    if (got < 0) {
      if (errno == EINTR) continue;
      fail_to_read(path, errno);
    }
    if (got == 0) return;
    into.append(std::string_view(buffer, static_cast<std::size_t>(got)));
  }
}

/// The `size` bytes of a file, mapped.
Bytes mapped(int number, std::uint64_t size, const std::string& path) {
  void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, number, 0);
  if (memory == MAP_FAILED) fail_to_read(path, errno);
  ::madvise(memory, size, MADV_SEQUENTIAL);
  std::shared_ptr<const void> owner(memory, [length = size](const void* at) { ::munmap(const_cast<void*>(at), length); });
  return Bytes(std::move(owner), std::string_view(static_cast<const char*>(memory), size), true);
}

[[noreturn]] void fail_to_spool(const std::string& path, int error) {
  throw OutputError(path, std::string("temporary file cannot be written: ") + std::strerror(error) + "; free space or set TMPDIR");
}

constexpr std::uint64_t spool_beyond = 16 << 20;

}  // namespace

Bytes map_file(const std::string& path) {
  const auto [number, size] = open_regular(path);
  const Descriptor descriptor(number);
  return size == 0 ? Bytes(std::string()) : mapped(descriptor.get(), size, path);
}

std::string read_text_file(const std::string& path) {
  const auto [number, size] = open_regular(path);
  const Descriptor descriptor(number);
  std::string content;
  read_all(descriptor.get(), path, content);
  return content;
}

Bytes read_standard_input() {
  Spool spool;
  read_all(STDIN_FILENO, "-", spool);
  return spool.take();
}

Spool::Spool() = default;

Spool::~Spool() {
  if (file_ >= 0) ::close(file_);
}

void Spool::append(std::string_view bytes) {
  size_ += bytes.size();
  if (file_ < 0 && size_ <= spool_beyond) {
    held_.append(bytes);
    return;
  }
  if (file_ < 0) {
    const char* const folder = std::getenv("TMPDIR");
    path_ = std::string(folder && *folder ? folder : "/tmp") + "/rxgraph-XXXXXX";
    file_ = ::mkostemp(path_.data(), O_CLOEXEC);
    if (file_ < 0) fail_to_spool(path_, errno);
    ::unlink(path_.c_str());
    write(held_);
    held_ = {};
  }
  write(bytes);
}

void Spool::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail_to_spool(path_, errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

Bytes Spool::take() { return file_ < 0 ? Bytes(std::move(held_)) : mapped(file_, size_, path_); }

void write_file(const std::string& path, std::string_view content) {
  const std::string temporary = path + ".tmp" + std::to_string(::getpid());
  const auto fail = [&](int error) {
    ::unlink(temporary.c_str());
    throw OutputError(path, std::string("cannot be written: ") + std::strerror(error) + "; free space or choose another place");
  };
  Descriptor descriptor(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (descriptor.get() < 0) fail(errno);
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor.get(), content.data(), content.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail(errno);
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(descriptor.get()) != 0 && errno != EINVAL) fail(errno);
  if (!descriptor.close()) fail(errno);
  if (::rename(temporary.c_str(), path.c_str()) != 0) fail(errno);
}

}  // namespace rxgraph
