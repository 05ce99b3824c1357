#include "export/decompress.hpp"

#include <zlib.h>
#include <zstd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>
#include <streambuf>
#include <string_view>

#include "base/error.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;

/// Unpacks a stream piece by piece; several compressed streams one after the other are one text.
class Decompressor {
 public:
  virtual ~Decompressor() = default;

  struct Step {
    std::size_t taken = 0;  ///< Bytes of the input.
    std::size_t made = 0;   ///< Bytes of the output.
    bool good = true;       ///< False where the input is damaged.
    bool whole = false;     ///< A compressed stream ends here.
  };
  virtual Step step(std::string_view in, char* out, std::size_t size) = 0;
};

class Gunzip : public Decompressor {
 public:
  Gunzip() {
    constexpr int window = 15;
    constexpr int with_gzip_header = 16;
    if (inflateInit2(&stream_, window + with_gzip_header) != Z_OK) throw std::bad_alloc();
  }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;
  ~Gunzip() override { inflateEnd(&stream_); }

  Step step(std::string_view in, char* out, std::size_t size) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // zlib does not write there
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) inflateReset(&stream_);
    return {in.size() - stream_.avail_in, size - stream_.avail_out, status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR, status == Z_STREAM_END};
  }

 private:
  z_stream stream_{};
};

class Unzstd : public Decompressor {
 public:
  Unzstd() : context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
  }
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;
  ~Unzstd() override { ZSTD_freeDCtx(context_); }

  Step step(std::string_view in, char* out, std::size_t size) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out, size, 0};
    const std::size_t left = ZSTD_decompressStream(context_, &output, &input);
    return {input.pos, output.pos, ZSTD_isError(left) == 0, left == 0};
  }

 private:
  ZSTD_DCtx* context_;
};

class UnpackingBuffer : public std::streambuf {
 public:
  UnpackingBuffer(std::ifstream file, std::string path, std::unique_ptr<Decompressor> decompressor)
      : file_(std::move(file)), path_(std::move(path)), decompressor_(std::move(decompressor)) {}

 protected:
  int_type underflow() override {
    for (;;) {
      if (rest_.empty() && file_) {
        file_.read(in_.data(), in_.size());
        rest_ = {in_.data(), static_cast<std::size_t>(file_.gcount())};
      }
      if (rest_.empty() && whole_) return traits_type::eof();
      const Decompressor::Step step = decompressor_->step(rest_, out_.data(), out_.size());
      if (!step.good) throw InputError(path_, "is damaged: it cannot be unpacked; write it anew");
      if (rest_.empty() && step.made == 0) throw InputError(path_, "is cut off; write it anew");
      rest_.remove_prefix(step.taken);
      whole_ = step.whole;
      if (step.made == 0) continue;
      setg(out_.data(), out_.data(), out_.data() + step.made);
      return traits_type::to_int_type(out_[0]);
    }
  }

 private:
  std::ifstream file_;
  std::string path_;
  std::unique_ptr<Decompressor> decompressor_;
  std::array<char, piece_size> in_;
  std::array<char, piece_size> out_;
  std::string_view rest_;  ///< Of `in_`, what is not unpacked yet.
  bool whole_ = true;      ///< No compressed stream is begun.
};

class UnpackedFile : public std::istream {
 public:
  UnpackedFile(std::ifstream file, std::string path, std::unique_ptr<Decompressor> decompressor)
      : std::istream(nullptr), buffer_(std::move(file), std::move(path), std::move(decompressor)) {
    rdbuf(&buffer_);
    exceptions(std::ios::badbit);  // else what the buffer throws is lost
  }

 private:
  UnpackingBuffer buffer_;
};

}  // namespace

std::unique_ptr<std::istream> open_uncompressed(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::array<char, 4> start{};
  if (file) file.read(start.data(), start.size());
  if (!file.is_open() && errno == ENOENT) throw InputError(path, "no such file; check the path");
  if (!file.is_open() || file.bad()) throw InputError(path, "cannot be read; check the path and its mode");
  const std::string_view magic(start.data(), static_cast<std::size_t>(file.gcount()));
  file.clear();
  for (std::size_t i = 0; i < magic.size(); ++i) file.unget();  // a pipe cannot be read anew
  if (magic.starts_with("\x1F\x8B")) return std::make_unique<UnpackedFile>(std::move(file), path, std::make_unique<Gunzip>());
  if (magic == "\x28\xB5\x2F\xFD") return std::make_unique<UnpackedFile>(std::move(file), path, std::make_unique<Unzstd>());
  return std::make_unique<std::ifstream>(std::move(file));
}

}  // namespace rxgraph::exporting
