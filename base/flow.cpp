#include "base/flow.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace rxgraph {

Bytes::Bytes(std::string held) {
  auto owned = std::make_shared<const std::string>(std::move(held));
  view_ = *owned;
  owner_ = std::move(owned);
}

void Bytes::release(ByteRange range) const noexcept {
  if (!mapped_ || range.end > view_.size() || range.begin >= range.end) return;
  // Whole pages only: what stands beside them on a page may be in use.
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto first = reinterpret_cast<std::uintptr_t>(view_.data());
  const std::uintptr_t begin = (first + range.begin + page - 1) / page * page;
  const std::uintptr_t end = (first + range.end) / page * page;
  if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

}  // namespace rxgraph
