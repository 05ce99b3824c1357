#pragma once
/// Files of this machine.

#include <string>
#include <string_view>

#include "base/flow.hpp"

namespace rxgraph {

/// The bytes of the regular file `path`, mapped. Throws InputError naming path and reason (missing, a folder, a FIFO, no permission).
/// A file that is cut short while it is mapped is the caller's risk.
Bytes map_file(const std::string& path);

/// All of the regular file `path`. Throws InputError.
std::string read_text_file(const std::string& path);

/// All of standard input. Throws InputError.
std::string read_standard_input();

/// Writes `content` to `path` under a temporary name beside it and renames it. Throws OutputError.
void write_file(const std::string& path, std::string_view content);

}  // namespace rxgraph
