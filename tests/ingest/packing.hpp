#pragma once
/// Makes archives and compressed files for tests, by libarchive.

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace rxgraph::ingest {

using PackedMembers = std::vector<std::pair<std::string, std::string>>;

/// An archive of `members` (name, content): `format` is "zip", "pax" (tar) or "raw" (one member); `filter` is "none", "gzip", "bzip2", "xz" or "zstd".
inline std::string packed(const char* format, const char* filter, const PackedMembers& members) {
  std::string out;
  archive* const a = archive_write_new();
  const auto append = [](archive*, void* to, const void* bytes, std::size_t size) -> la_ssize_t {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
  };
  if (archive_write_set_format_by_name(a, format) != ARCHIVE_OK) throw std::runtime_error(format);
  if (filter != std::string("none") && archive_write_add_filter_by_name(a, filter) != ARCHIVE_OK) throw std::runtime_error(filter);
  archive_write_set_bytes_in_last_block(a, 1);
  archive_write_open2(a, &out, nullptr, append, nullptr, nullptr);
  for (const auto& [name, content] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(a, entry);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  return out;
}

}  // namespace rxgraph::ingest
