#include "export/compress.hpp"

#include <zlib.h>
#include <zstd.h>

#include <array>
#include <new>
#include <stdexcept>

namespace rxgraph::exporting {
namespace {

constexpr std::string_view gzip_ending = ".gz";
constexpr std::string_view zstd_ending = ".zst";

class Gzip : public Compressor {
 public:
  Gzip() {
    constexpr int window = 15;
    constexpr int with_gzip_header = 16;
    if (deflateInit2(&stream_, 6, Z_DEFLATED, window + with_gzip_header, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() override { deflateEnd(&stream_); }

  void add(std::string_view bytes, std::string& out) override {
    constexpr std::size_t most = std::size_t{1} << 30;
    while (!bytes.empty()) {
      const std::string_view part = bytes.substr(0, most);
      bytes.remove_prefix(part.size());
      run(part, Z_NO_FLUSH, out);
    }
  }
  void end(std::string& out) override { run({}, Z_FINISH, out); }

 private:
  void run(std::string_view bytes, int flush, std::string& out) {
    std::array<Bytef, 1 << 16> piece;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write there
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = piece.data();
      stream_.avail_out = static_cast<uInt>(piece.size());
      if (deflate(&stream_, flush) == Z_STREAM_ERROR) throw std::logic_error("zlib refuses what it is given");
      out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
};

class Zstd : public Compressor {
 public:
  Zstd() : context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, 3);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;
  ~Zstd() override { ZSTD_freeCCtx(context_); }

  void add(std::string_view bytes, std::string& out) override { run(bytes, ZSTD_e_continue, out); }
  void end(std::string& out) override { run({}, ZSTD_e_end, out); }

 private:
  void run(std::string_view bytes, ZSTD_EndDirective directive, std::string& out) {
    std::array<char, 1 << 16> piece;
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    for (;;) {
      ZSTD_outBuffer output{piece.data(), piece.size(), 0};
      const std::size_t left = ZSTD_compressStream2(context_, &output, &input, directive);
      if (ZSTD_isError(left)) throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(left));
      out.append(piece.data(), output.pos);
      if (directive == ZSTD_e_end ? left == 0 : input.pos == input.size) return;
    }
  }

  ZSTD_CCtx* context_;
};

}  // namespace

std::unique_ptr<Compressor> compressor_for(std::string_view path) {
  if (path.ends_with(gzip_ending)) return std::make_unique<Gzip>();
  if (path.ends_with(zstd_ending)) return std::make_unique<Zstd>();
  return nullptr;
}

std::string_view without_compression(std::string_view path) noexcept {
  for (const std::string_view ending : {gzip_ending, zstd_ending}) {
    if (path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  }
  return path;
}

}  // namespace rxgraph::exporting
