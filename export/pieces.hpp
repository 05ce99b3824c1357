#pragma once
/// A stream that hands on what is written to it in the pieces in which it came.

#include <streambuf>
#include <string_view>
#include <utility>

namespace rxgraph::exporting {

/// Calls `take(std::string_view)` for each piece; what that throws goes through a stream whose exceptions() holds badbit.
template <typename Take>
class Pieces : public std::streambuf {
 public:
  explicit Pieces(Take take) : take_(std::move(take)) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    take_(std::string_view(text, static_cast<std::size_t>(size)));
    return size;
  }

 private:
  Take take_;
};

}  // namespace rxgraph::exporting
