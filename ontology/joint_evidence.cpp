#include "ontology/joint_evidence.hpp"

#include <algorithm>

namespace rxgraph::ontology {

namespace {

bool same_document(const Evidence& a, const Evidence& b) { return a.filing == b.filing && a.document == b.document; }

std::uint64_t distance(const Evidence& a, const Evidence& b) {
  if (a.ranges.empty() || b.ranges.empty()) return 0;
  const std::uint64_t left = a.ranges.front().begin;
  const std::uint64_t right = b.ranges.front().begin;
  return left < right ? right - left : left - right;
}

/// The passage of `premise` in the document of `passage` that is nearest to it; null where there is none.
const Evidence* nearest(const Statement& premise, const Evidence& passage) {
  const Evidence* best = nullptr;
  for (const Evidence& one : premise.evidence)
    if (same_document(one, passage) && (!best || distance(one, passage) < distance(*best, passage))) best = &one;
  return best;
}

std::vector<ByteRange> united(std::vector<ByteRange> ranges, const std::vector<ByteRange>& more) {
  ranges.insert(ranges.end(), more.begin(), more.end());
  std::sort(ranges.begin(), ranges.end());
  ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
  return ranges;
}

bool covers(const Evidence& whole, const Evidence& part) {
  return std::all_of(part.ranges.begin(), part.ranges.end(), [&](const ByteRange& range) {
    return std::any_of(whole.ranges.begin(), whole.ranges.end(),
                       [&](const ByteRange& one) { return one.begin <= range.begin && range.end <= one.end; });
  });
}

/// Both passages as one. Ranges that overlap only in part stay side by side, so that each still has its words.
Evidence joined(const Evidence& a, const Evidence& b) {
  const Evidence* only = covers(a, b) ? &a : covers(b, a) ? &b : nullptr;
  const Evidence& first = only ? *only : a.ranges < b.ranges ? a : b;
  const Evidence& second = &first == &a ? b : a;
  Evidence both = first;
  both.context = united(a.context, b.context);
  if (only) return both;
  both.ranges = united(a.ranges, b.ranges);
  both.text = first.text + " | " + second.text;
  return both;
}

}  // namespace

JointEvidence joint_evidence(std::span<const Statement* const> premises) {
  JointEvidence result;
  std::vector<Evidence>& all = result.evidence;
  for (const Evidence& passage : premises.front()->evidence) {
    Evidence whole = passage;
    const bool complete = std::all_of(premises.begin() + 1, premises.end(), [&](const Statement* premise) {
      const Evidence* near = nearest(*premise, passage);
      if (near) whole = joined(whole, *near);
      return near != nullptr;
    });
    if (complete) all.push_back(std::move(whole));
  }
  result.whole = !all.empty();
  if (!result.whole)
    for (const Statement* premise : premises)
      if (!premise->evidence.empty()) all.push_back(premise->evidence.front());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return result;
}

}  // namespace rxgraph::ontology
