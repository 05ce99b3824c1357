#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <streambuf>
#include <string>

#include "base/error.hpp"
#include "export/compress.hpp"
#include "export/format.hpp"

namespace rxgraph::exporting {
namespace {

std::string remedy_of(int error) {
  switch (error) {
    case ENOSPC: case EDQUOT: case EFBIG: return "free space or choose another place";
    case ENOENT: return "make its folder first";
    case EACCES: case EPERM: case EROFS: return "choose a place where you may write";
    case ENOTDIR: case EEXIST: return "choose another name";
    default: return "choose another place";
  }
}

[[noreturn]] void fail(const std::string& path, int error) {
  throw OutputError(path, std::string("cannot be written: ") + std::strerror(error) + "; " + remedy_of(error));
}

/// Writes to a descriptor that it owns, compressed where there is a compressor. Throws OutputError, which names `path`.
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer(int descriptor, bool owned, std::string path, std::unique_ptr<Compressor> compressor)
      : descriptor_(descriptor), owned_(owned), path_(std::move(path)), compressor_(std::move(compressor)) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
  ~DescriptorBuffer() override {
    if (owned_ && descriptor_ >= 0) ::close(descriptor_);
  }

  std::uint64_t bytes() const noexcept { return written_ + static_cast<std::uint64_t>(pptr() - pbase()); }

  /// Writes and syncs what is left, and makes the file executable if `executable`. No more can be written after it.
  void finish(bool executable) {
    if (error_ != 0) fail(path_, error_);
    empty();
    if (compressor_) {
      compressed_.clear();
      compressor_->end(compressed_);
      write_out(compressed_.data(), compressed_.size());
      compressor_.reset();
    }
    if (!owned_) return;
    if (executable) {
      struct stat status{};
      if (::fstat(descriptor_, &status) != 0) fail(path_, errno);
      if (::fchmod(descriptor_, status.st_mode | ((status.st_mode & 0444U) >> 2U)) != 0) fail(path_, errno);
    }
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail(path_, errno);
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 && errno != EINTR) fail(path_, errno);
  }

 protected:
  int_type overflow(int_type c) override {
    empty();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

  std::streamsize xsputn(const char* text, std::streamsize size) override {
    if (size > epptr() - pptr()) empty();
    if (size >= static_cast<std::streamsize>(buffer_.size())) {
      write(text, static_cast<std::size_t>(size));
    } else {
      std::memcpy(pptr(), text, static_cast<std::size_t>(size));
      pbump(static_cast<int>(size));
    }
    return size;
  }

  int sync() override {
    empty();
    return 0;
  }

 private:
  void empty() {
    const auto size = static_cast<std::size_t>(pptr() - pbase());
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    write(buffer_.data(), size);
  }

  void write(const char* text, std::size_t size) {
    if (!compressor_) return write_out(text, size);
    compressed_.clear();
    compressor_->add({text, size}, compressed_);
    write_out(compressed_.data(), compressed_.size());
  }

  void write_out(const char* text, std::size_t size) {
    while (size > 0) {
      const ssize_t done = ::write(descriptor_, text, size);
      if (done < 0) {
        if (errno == EINTR) continue;
        error_ = errno;
        fail(path_, error_);
      }
      text += done;
      size -= static_cast<std::size_t>(done);
      written_ += static_cast<std::uint64_t>(done);
    }
  }

  int descriptor_;
  bool owned_;
  std::string path_;
  std::unique_ptr<Compressor> compressor_;
  std::string compressed_;
  std::uint64_t written_ = 0;
  int error_ = 0;  ///< The first that a write met: nothing is whole after it.
  std::array<char, 16384> buffer_;
};

/// One file under way: written in place where there is nothing to rename (a pipe, a device, standard output).
struct OpenFile {
  std::string path;
  std::string temporary;  ///< Empty for what is written in place.
  bool executable = false;
  bool renamed = false;
  std::unique_ptr<DescriptorBuffer> buffer;
  std::unique_ptr<std::ostream> stream;
};

bool is_special(const std::string& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

bool is_folder(const std::string& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

/// A link is followed, so that its target is replaced and not the link.
std::string behind_links(const std::string& path) {
  std::error_code error;
  const auto target = std::filesystem::canonical(path, error);
  return error ? path : target.string();
}

OpenFile open_file(const std::string& path, bool compressed) {
  OpenFile file;
  int descriptor = -1;
  if (path == "-") {
    file.path = "standard output";
    descriptor = STDOUT_FILENO;
  } else if (is_folder(path)) {
    throw OutputError(path, "is a folder; name a file");
  } else if (is_special(path)) {
    file.path = path;
    descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    file.path = behind_links(path);
    file.temporary = file.path + ".tmp" + std::to_string(::getpid());
    descriptor = ::open(file.temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  }
  if (descriptor < 0) fail(path, errno);
  file.buffer = std::make_unique<DescriptorBuffer>(descriptor, path != "-", file.path, compressed ? compressor_for(path) : nullptr);
  file.stream = std::make_unique<std::ostream>(file.buffer.get());
  file.stream->exceptions(std::ios::badbit);
  return file;
}

void sync_folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);  // the files themselves are on disk; a folder that cannot be synced is no reason to fail
  ::close(descriptor);
}

}  // namespace

struct OutputSet::Impl {
  std::string path;
  bool folder = false;
  bool made_folder = false;
  bool committed = false;
  std::map<std::string, OpenFile, std::less<>> files;

  void make_folder() {
    if (path == "-") throw OutputError("standard output", "cannot hold a folder of files; name a folder");
    if (::mkdir(path.c_str(), 0777) == 0) {
      made_folder = true;
    } else if (errno != EEXIST) {
      fail(path, errno);
    } else if (!is_folder(path)) {
      throw OutputError(path, "is a file; name a folder");
    }
  }

  void abandon() noexcept {
    for (auto& [name, file] : files) {
      file.stream.reset();
      file.buffer.reset();
      if (file.temporary.empty()) continue;
      ::unlink(file.renamed ? file.path.c_str() : file.temporary.c_str());
    }
    if (made_folder) ::rmdir(path.c_str());
  }
};

OutputSet::OutputSet(std::string path, bool folder) : impl_(std::make_unique<Impl>()) {
  while (folder && path.size() > 1 && path.ends_with('/')) path.pop_back();
  impl_->path = std::move(path);
  impl_->folder = folder;
}

OutputSet::~OutputSet() {
  if (!impl_->committed) impl_->abandon();
}

std::ostream& OutputSet::file(std::string_view name) {
  const auto known = impl_->files.find(name);
  if (known != impl_->files.end()) return *known->second.stream;
  if (impl_->folder && impl_->files.empty()) impl_->make_folder();
  OpenFile opened = open_file(impl_->folder ? impl_->path + "/" + std::string(name) : impl_->path, !impl_->folder);
  return *impl_->files.emplace(name, std::move(opened)).first->second.stream;
}

void OutputSet::executable(std::string_view name) {
  file(name);
  impl_->files.find(name)->second.executable = true;
}

void OutputSet::commit() {
  for (auto& [name, file] : impl_->files) file.buffer->finish(file.executable);
  for (auto& [name, file] : impl_->files) {
    if (file.temporary.empty()) continue;
    if (::rename(file.temporary.c_str(), file.path.c_str()) != 0) fail(file.path, errno);
    file.renamed = true;
  }
  impl_->committed = true;
  for (const auto& [name, file] : impl_->files) {
    if (!file.temporary.empty()) {
      sync_folder_of(file.path);
      break;
    }
  }
}

std::uint64_t OutputSet::bytes() const noexcept {
  std::uint64_t bytes = 0;
  for (const auto& [name, file] : impl_->files) bytes += file.buffer->bytes();
  return bytes;
}

std::size_t OutputSet::files() const noexcept { return impl_->files.size(); }

}  // namespace rxgraph::exporting
