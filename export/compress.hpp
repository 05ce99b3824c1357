#pragma once
/// Compression of what is written, chosen by the end of the file's name.

#include <memory>
#include <string>
#include <string_view>

namespace rxgraph::exporting {

/// Compresses a stream piece by piece. Equal input gives equal output, whatever the pieces.
class Compressor {
 public:
  virtual ~Compressor() = default;

  /// Appends to `out` what `bytes` add to the compressed stream, maybe nothing yet.
  virtual void add(std::string_view bytes, std::string& out) = 0;

  /// Appends the end of the compressed stream. Nothing may be added after it.
  virtual void end(std::string& out) = 0;
};

/// gzip for ".gz" (zlib, level 6, no name and no time in its header), zstd for ".zst" (level 3, with a checksum), else null.
std::unique_ptr<Compressor> compressor_for(std::string_view path);

/// `path` without ".gz" or ".zst".
std::string_view without_compression(std::string_view path) noexcept;

}  // namespace rxgraph::exporting
