#include "base/flow.hpp"

namespace rxgraph {

Bytes::Bytes(std::string held) {
  auto owned = std::make_shared<const std::string>(std::move(held));
  view_ = *owned;
  owner_ = std::move(owned);
}

}  // namespace rxgraph
