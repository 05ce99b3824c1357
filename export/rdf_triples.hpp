#pragma once
/// The triples of one block of lines, while they are made.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/append.hpp"
#include "export/line_blocks.hpp"
#include "export/rdf_terms.hpp"

namespace rxgraph::exporting {

/// Collects the triples of one block: what follows the beginning that all their subjects share. A subject is given
/// as what it has beyond that beginning.
class Triples {
 public:
  static constexpr std::string_view plain_end = " .\n";

  /// Three terms.
  void add(std::string_view subject, std::string_view predicate, std::string_view object) {
    start(subject, predicate) += object;
    end();
  }
  /// Nothing where `value` is empty, as below.
  void literal(std::string_view subject, std::string_view predicate, std::string_view value) {
    if (value.empty()) return;
    append_literal(start(subject, predicate), value);
    end();
  }
  void date(std::string_view subject, std::string_view predicate, std::string_view value) {
    if (value.empty()) return;
    append_date(start(subject, predicate), value);
    end();
  }
  void integer(std::string_view subject, std::string_view predicate, std::uint64_t value) {
    append_integer(start(subject, predicate), value);
    end();
  }
  void position(std::string_view subject, std::string_view predicate, std::uint64_t value) {
    std::string& out = start(subject, predicate);
    out.push_back('"');
    append_number(out, value);
    out += "\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>";
    end();
  }

  /// Begins a triple whose object the caller appends to the text and follows by `end()`, or takes back by `drop()`.
  std::string& start(std::string_view subject, std::string_view predicate) {
    begins_.push_back(text_.size());
    append_all(text_, subject, " ", predicate, " ");
    return text_;
  }

  /// The same of a subject and a predicate that stand together in `lead`, with the blanks after each.
  std::string& start(std::string_view lead) {
    begins_.push_back(text_.size());
    return text_ += lead;
  }
  void end() { text_ += end_; }

  /// A triple of `lead` and an object.
  void add_after(std::string_view lead, std::string_view object) {
    start(lead) += object;
    end();
  }

  /// How all triples that begin from here on end.
  void end_with(std::string end) { end_ = std::move(end); }

  void drop() {
    text_.resize(begins_.back());
    begins_.pop_back();
  }

  /// Hands the triples on as those of `key`.
  void close(LineBlocks& blocks, std::string_view key) {
    split();
    if (!rests_.empty()) blocks.add(key, rests_);
    clear();
  }

  /// Appends them to `out`, each after `prefix` and `key`, sorted.
  void close(std::string& out, std::string_view prefix, std::string_view key) {
    split();
    std::sort(rests_.begin(), rests_.end());
    rests_.erase(std::unique(rests_.begin(), rests_.end()), rests_.end());
    for (const std::string_view rest : rests_) append_all(out, prefix, key, rest);
    clear();
  }

 private:
  void split() {
    rests_.clear();
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      const std::size_t next = i + 1 < begins_.size() ? begins_[i + 1] : text_.size();
      rests_.emplace_back(text_.data() + begins_[i], next - begins_[i]);
    }
  }

  void clear() {
    text_.clear();
    begins_.clear();
  }

  std::string text_;
  std::string end_{plain_end};
  std::vector<std::size_t> begins_;
  std::vector<std::string_view> rests_;
};

}  // namespace rxgraph::exporting
