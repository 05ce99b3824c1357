/// Archives and compressed files: their members are drawn one after the other, whatever is damaged in them.

#include "base/error.hpp"
#include "ingest/read/members.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

namespace {

constexpr int most_members = 64;  ///< Of one input: more say nothing new.

void draw(const Bytes& bytes) {
  const auto members = ingest::open_archive("input", bytes);
  for (int i = 0; i < most_members && members->advance(); ++i) {
    fuzz::require(members->path().starts_with("input"), "a member is named after its container");
    try {
      members->read();
    } catch (const InputError&) {  // The others are read all the same.
    }
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file = fuzz::text_of(data, size);
  if (!ingest::is_packed(file)) return 0;
  try {
    draw(Bytes(std::string(file)));
  } catch (const InputError&) {
  }
  return 0;
}
