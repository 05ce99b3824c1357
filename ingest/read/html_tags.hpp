#pragma once
/// The tags of a page with what their attributes say, each way of writing one read once.

#include <array>
#include <cstdint>
#include <string_view>

#include "ingest/read/html_style.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {

/// A tag, and what a start tag's attributes change.
struct PageTag : Tag {
  StyleChange change;             ///< Of all its attributes, so that "align" and "face" count as styles.
  bool linked = false;            ///< <a href>.
  std::uint16_t column_span = 1;  ///< Of a cell, 1 to 1000.
  std::uint16_t row_span = 1;
};

/// `tag_at` with a memory: pages repeat a few hundred tags thousands of times.
class PageTags {
 public:
  /// The tag at `at`, where `bytes[at]` is "<". Holds until the next call.
  const PageTag& at(std::string_view bytes, std::size_t at);

 private:
  void read_attributes(PageTag& tag);

  struct Entry {
    std::uint64_t key = 0;  ///< Hash of the bytes of the tag.
    PageTag tag;
  };
  std::array<Entry, 1024> entries_{};
  PageTag other_;
  StyleCache styles_;
};

}  // namespace rxgraph::ingest
