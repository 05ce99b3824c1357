#pragma once
/// Ctrl-C as a question instead of an end.

#include <stdexcept>

namespace rxgraph::cli {

/// While one lives, the first Ctrl-C (or SIGTERM) is only noted; the second ends the program at once. One at a time.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  bool seen() const noexcept;
};

/// Thrown where a stage can only be left by an exception.
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("interrupted") {}
};

}  // namespace rxgraph::cli
