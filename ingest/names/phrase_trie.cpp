#include "ingest/names/phrase_trie.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "base/short_list.hpp"

namespace rxgraph::ingest::naming {
namespace {

std::uint64_t edge_key(std::uint32_t node, std::uint64_t key) noexcept {
  return key ^ (std::uint64_t{node} + 1) * 0x9e3779b97f4a7c15ULL;
}

}  // namespace

struct PhraseTrie::Impl {
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> edges;
  std::vector<ShortList<std::uint32_t, 2>> payloads{1};
};

PhraseTrie::PhraseTrie() : impl_(std::make_unique<Impl>()) {}
PhraseTrie::~PhraseTrie() = default;
PhraseTrie::PhraseTrie(PhraseTrie&&) noexcept = default;
PhraseTrie& PhraseTrie::operator=(PhraseTrie&&) noexcept = default;

void PhraseTrie::add(std::span<const std::uint64_t> keys, std::uint32_t payload) {
  if (keys.empty()) return;
  std::uint32_t node = root;
  for (const std::uint64_t key : keys) {
    const auto [edge, added] = impl_->edges.try_emplace(edge_key(node, key), static_cast<std::uint32_t>(impl_->payloads.size()));
    if (added) impl_->payloads.emplace_back();
    node = edge->second;
  }
  auto& list = impl_->payloads[node];
  if (std::find(list.begin(), list.end(), payload) == list.end()) list.push_back(payload);
}

std::uint32_t PhraseTrie::step(std::uint32_t node, std::uint64_t key) const noexcept {
  const auto edge = impl_->edges.find(edge_key(node, key));
  return edge == impl_->edges.end() ? root : edge->second;
}

std::span<const std::uint32_t> PhraseTrie::payloads(std::uint32_t node) const noexcept {
  const auto& list = impl_->payloads[node];
  return {list.begin(), list.size()};
}

}  // namespace rxgraph::ingest::naming
