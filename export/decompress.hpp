#pragma once
/// Decompression of what is read back.

#include <istream>
#include <memory>
#include <string>

namespace rxgraph::exporting {

/// What the file `path` holds, unpacked where it begins as gzip or zstd does, whatever its name. Throws InputError where it cannot be read; a
/// stream that is cut off or damaged throws it while it is read.
std::unique_ptr<std::istream> open_uncompressed(const std::string& path);

}  // namespace rxgraph::exporting
