#include "export/filings.hpp"

#include "base/record_json.hpp"
#include "export/append.hpp"

namespace rxgraph::exporting {
namespace {

void append_member(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  append_all(out, ",\"", key, "\":");
  append_json_string(out, value);
}

void append_ranges(std::string& out, std::string_view key, const std::vector<ByteRange>& ranges) {
  if (ranges.empty()) return;
  append_all(out, ",\"", key, "\":");
  char before = '[';
  for (const ByteRange& range : ranges) {
    out.push_back(before);
    before = ',';
    out.push_back('[');
    append_number(out, range.begin);
    out.push_back(',');
    append_number(out, range.end);
    out.push_back(']');
  }
  out.push_back(']');
}

}  // namespace

FilingIndex::FilingIndex(const graph::GraphView& view) {
  view.for_each_filing([&](const Filing& filing) {
    const std::uint32_t number = keys_.add(filing.key);
    if (number == filings_.size()) filings_.emplace_back();
    filings_[number] = {filing.accession, filing.form, filing.filed, filing.dated, filing.dated_by};
  });
}

const FilingFacts& FilingIndex::of(const Evidence& evidence) const {
  const std::uint32_t number = keys_.find(evidence.filing);
  if (number == NameNumbers::none) {
    patched_ = {evidence.accession, {}, {}, {}, {}};
    return patched_;
  }
  const FilingFacts& known = filings_[number];
  if (evidence.accession.empty() || evidence.accession == known.accession) return known;
  patched_ = known;
  patched_.accession = evidence.accession;
  return patched_;
}

ByteRange hull(const Evidence& evidence) noexcept {
  if (evidence.ranges.empty()) return {};
  return {evidence.ranges.front().begin, evidence.ranges.back().end};
}

void append_evidence_json(std::string& out, const Evidence& evidence, const FilingIndex& filings) {
  const FilingFacts& facts = filings.of(evidence);
  out += "{\"filing\":";
  append_json_string(out, evidence.filing);
  append_member(out, "accession", facts.accession);
  append_member(out, "form", facts.form);
  append_member(out, "filed", facts.filed);
  append_member(out, "dated", facts.dated);
  append_member(out, "dated_by", facts.dated_by);
  out += ",\"document\":";
  append_number(out, evidence.document);
  append_member(out, "section", evidence.section);
  append_ranges(out, "ranges", evidence.ranges);
  append_ranges(out, "context", evidence.context);
  append_member(out, "text", evidence.text);
  out.push_back('}');
}

void append_evidence_list_json(std::string& out, std::span<const Evidence> passages, const FilingIndex& filings) {
  out.push_back('[');
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (i > 0) out.push_back(',');
    append_evidence_json(out, passages[i], filings);
  }
  out.push_back(']');
}

}  // namespace rxgraph::exporting
