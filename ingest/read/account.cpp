#include "ingest/read/account.hpp"

#include <algorithm>

namespace rxgraph::ingest {
namespace {

Use use_of(LeftOut::Kind kind) noexcept {
  switch (kind) {
    case LeftOut::Kind::furniture: return Use::furniture;
    case LeftOut::Kind::hidden: return Use::hidden;
    case LeftOut::Kind::payload: return Use::payload;
    case LeftOut::Kind::unreadable: return Use::unreadable;
  }
  return Use::hidden;
}

/// Appends `range`, or makes the last one longer.
void append(std::vector<UsedRange>& uses, UsedRange range) {
  if (range.where.begin >= range.where.end) return;
  if (!uses.empty() && uses.back().use == range.use && uses.back().where.end == range.where.begin) {
    uses.back().where.end = range.where.end;
  } else {
    uses.push_back(range);
  }
}

}  // namespace

std::string_view name_of(Use use) noexcept {
  switch (use) {
    case Use::text: return "text";
    case Use::markup: return "markup";
    case Use::furniture: return "furniture";
    case Use::hidden: return "hidden";
    case Use::payload: return "payload";
    case Use::unreadable: return "unreadable";
  }
  return "markup";
}

std::uint64_t bytes_of(const ByteAccount& account, Use use) noexcept {
  switch (use) {
    case Use::text: return account.text;
    case Use::markup: return account.markup;
    case Use::furniture: return account.furniture;
    case Use::hidden: return account.hidden;
    case Use::payload: return account.payload;
    case Use::unreadable: return account.unreadable;
  }
  return 0;
}

std::uint64_t bytes_of(const ByteAccount& account) noexcept {
  std::uint64_t sum = 0;
  for (const Use use : all_uses) sum += bytes_of(account, use);
  return sum;
}

ByteAccount operator+(const ByteAccount& a, const ByteAccount& b) noexcept {
  ByteAccount sum = a;
  sum.text += b.text;
  sum.markup += b.markup;
  sum.furniture += b.furniture;
  sum.hidden += b.hidden;
  sum.payload += b.payload;
  sum.unreadable += b.unreadable;
  return sum;
}

std::vector<UsedRange> uses_of(const DocumentText& document) {
  std::vector<UsedRange> known;
  for (const ByteRange& where : document.map.file_ranges()) known.push_back({where, Use::text});
  const auto middle = static_cast<std::ptrdiff_t>(known.size());
  for (const LeftOut& each : document.left_out) known.push_back({each.where, use_of(each.kind)});
  std::inplace_merge(known.begin(), known.begin() + middle, known.end());

  std::vector<UsedRange> uses;
  std::uint64_t at = document.document.body.begin;
  for (const UsedRange& each : known) {
    append(uses, {{at, each.where.begin}, Use::markup});
    append(uses, each);
    at = each.where.end;
  }
  append(uses, {{at, document.document.body.end}, Use::markup});
  return uses;
}

ByteAccount FileAccount::total() const noexcept {
  ByteAccount sum = envelope;
  for (const DocumentAccount& each : documents) sum = sum + each.account;
  return sum;
}

}  // namespace rxgraph::ingest
