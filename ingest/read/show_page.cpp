#include "ingest/read/show_page.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/read/account.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/page.hpp"
#include "ingest/read/read.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_shown = 240;  ///< Bytes of markup, payload and the like that are shown whole,
constexpr std::size_t shown_front = 120;    ///< and what is shown of longer ones.
constexpr std::size_t shown_back = 40;

/// `at`, moved back to where a UTF-8 sequence begins.
std::size_t whole_before(std::string_view bytes, std::size_t at) noexcept {
  for (unsigned back = 0; back < 3 && at > 0 && at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80; ++back) --at;
  return at;
}

std::string number(std::uint64_t value) { return std::to_string(value); }

/// Appends bytes of a file that were put to `use`.
void append_used(std::string& out, std::string_view bytes, Use use) {
  if (use == Use::text) return append_escaped(out, bytes);
  const bool blank = bytes.size() <= longest_shown && trimmed(bytes).empty();
  if (blank) return append_escaped(out, bytes);
  out += "<i class=\"";
  out += name_of(use)[0];
  out += "\">";
  if (bytes.size() <= longest_shown) {
    append_escaped(out, bytes);
  } else {
    const std::size_t front = whole_before(bytes, shown_front);
    const std::size_t back = whole_before(bytes, bytes.size() - shown_back);
    append_escaped(out, bytes.substr(0, front));
    out += " \u2026 " + number(back - front) + " bytes of " + std::string(name_of(use)) + " \u2026 ";
    append_escaped(out, bytes.substr(back));
  }
  out += "</i>";
}

/// The bytes of a document as filed, from its first to its last, in pieces. Runs of sentences are links.
class FiledSide {
 public:
  /// `document` and `file` must outlive this; its sentences are numbered from `first`.
  FiledSide(std::string_view file, const DocumentText& document, std::size_t first) : file_(file), uses_(uses_of(document)), at_(document.document.body.begin) {
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
      unsigned part = 0;
      for (const ByteRange& where : document.map.bytes(document.sentences[i].text)) marks_.push_back({where, first + i, part++});
    }
    std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.where.begin < b.where.begin; });
    std::uint64_t end = 0;
    for (Mark& mark : marks_) {  // two sentences share the byte of a character that was read as several
      mark.where.begin = std::max(mark.where.begin, end);
      mark.where.end = end = std::max(mark.where.end, mark.where.begin);
    }
  }

  /// `end`, or the end of its line where only a little markup is left of it.
  std::uint64_t with_line_end(std::uint64_t end) const {
    constexpr std::size_t most = 200;
    const auto next = std::upper_bound(uses_.begin(), uses_.end(), end, [](std::uint64_t at, const UsedRange& each) { return at < each.where.begin; });
    if (next == uses_.begin() || (next - 1)->use != Use::markup || (next - 1)->where.end <= end) return end;
    const std::size_t line = file_.substr(end, std::min<std::uint64_t>((next - 1)->where.end - end, most)).find('\n');
    return line == std::string_view::npos ? end : end + line + 1;
  }

  /// What stands before `end` and was not given yet.
  std::string up_to(std::uint64_t end) {
    std::string out;
    bool open = false;
    while (at_ < end && use_ < uses_.size()) {
      for (; mark_ < marks_.size() && marks_[mark_].where.end <= at_; ++mark_) {
        if (marks_[mark_].where.begin == marks_[mark_].where.end) out += begin_link(marks_[mark_], true) + "</a>";
      }
      const bool inside = mark_ < marks_.size() && marks_[mark_].where.begin <= at_;
      if (inside && !open) out += begin_link(marks_[mark_], at_ == marks_[mark_].where.begin);
      std::uint64_t stop = std::min(end, uses_[use_].where.end);
      if (mark_ < marks_.size()) stop = std::min(stop, inside ? marks_[mark_].where.end : marks_[mark_].where.begin);
      append_used(out, file_.substr(at_, stop - at_), uses_[use_].use);
      at_ = stop;
      use_ += at_ == uses_[use_].where.end;
      open = inside && at_ < marks_[mark_].where.end;
      if (inside && !open) out += "</a>";
    }
    return open ? out + "</a>" : out;
  }

 private:
  struct Mark {
    ByteRange where;
    std::size_t sentence = 0;
    unsigned part = 0;
  };

  static std::string begin_link(const Mark& mark, bool first) {
    const std::string id = number(mark.sentence);
    return "<a href=\"#s" + id + "\"" + (first ? " id=\"b" + id + (mark.part > 0 ? "." + number(mark.part) : "") + "\"" : "") + ">";
  }

  std::string_view file_;
  std::vector<UsedRange> uses_;
  std::vector<Mark> marks_;
  std::uint64_t at_ = 0;
  std::size_t use_ = 0;
  std::size_t mark_ = 0;
};

/// What was read of a document, block by block. Sentences are links.
class ReadSide {
 public:
  ReadSide(const DocumentText& document, std::size_t first) : document_(document), first_(first) {}

  std::string block(const Block& block) {
    switch (block.kind) {
      case Block::Kind::heading: return "<h4>" + words(block.text) + "</h4>";
      case Block::Kind::list_item: return "<p class=\"item\">" + words(block.text) + "</p>";
      case Block::Kind::paragraph:
      case Block::Kind::cell: break;
    }
    return "<p>" + words(block.text) + "</p>";
  }

  /// Its cells at their columns; a cell that spans rows stands in its first one.
  std::string table(const Table& table) {
    std::string out = "<table>";
    for (std::uint32_t i = table.first_block; i < table.last_block;) {
      const unsigned row = document_.blocks[i].row;
      out += "<tr>";
      unsigned column = 0;
      while (i < table.last_block && document_.blocks[i].row == row) {
        const Block& cell = document_.blocks[i];
        std::string inside = words(cell.text);
        for (++i; i < table.last_block && document_.blocks[i].row == row && document_.blocks[i].column == cell.column; ++i) {
          inside += "<br>" + words(document_.blocks[i].text);
        }
        const unsigned next = i < table.last_block && document_.blocks[i].row == row ? document_.blocks[i].column : table.columns;
        const unsigned span = std::max(1U, std::min<unsigned>(cell.column_span, next > cell.column ? next - cell.column : 1));
        if (cell.column > column) out += "<td" + spanning(cell.column - column) + "></td>";
        const std::string name = cell.header ? "th" : "td";
        out += "<" + name + spanning(span) + ">" + inside + "</" + name + ">";
        column = cell.column + span;
      }
      out += "</tr>";
    }
    return out + "</table>";
  }

 private:
  static std::string spanning(unsigned columns) { return columns > 1 ? " colspan=\"" + number(columns) + "\"" : ""; }

  /// The words of `range`, which never goes back behind one before.
  std::string words(TextRange range) {
    const std::vector<Sentence>& all = document_.sentences;
    std::string out;
    std::uint32_t at = range.begin;
    while (sentence_ < all.size() && all[sentence_].text.end <= at) ++sentence_;
    for (; sentence_ < all.size() && all[sentence_].text.begin < range.end; ++sentence_) {
      const TextRange whole = all[sentence_].text;
      const TextRange here{std::max(whole.begin, at), std::min(whole.end, range.end)};
      append_escaped(out, document_.words({at, here.begin}));
      const std::string id = number(first_ + sentence_);
      out += "<a href=\"#b" + id + "\"" + (here.begin == whole.begin ? " id=\"s" + id + "\"" : "") + " title=\"" + bytes_of_sentence(whole) + "\">";
      append_escaped(out, document_.words(here));
      out += "</a>";
      at = here.end;
      if (whole.end > range.end) return out;
    }
    append_escaped(out, document_.words({at, range.end}));
    return out;
  }

  std::string bytes_of_sentence(TextRange text) const {
    std::string shown = "bytes";
    for (const ByteRange& where : document_.map.bytes(text)) shown += " " + number(where.begin) + "-" + number(where.end);
    return shown;
  }

  const DocumentText& document_;
  std::size_t first_;
  std::size_t sentence_ = 0;
};

std::string account_line(const ByteAccount& account) {
  std::string line = number(bytes_of(account)) + " bytes";
  for (const Use use : all_uses) {
    if (bytes_of(account, use) > 0) line += ", " + number(bytes_of(account, use)) + " " + std::string(name_of(use));
  }
  return "<p class=\"n\">" + line + "</p>";
}

std::string heading_of(const Document& document) {
  std::string line = "document " + number(document.number);
  for (const std::string* const part : {&document.type, &document.filename, &document.description}) {
    if (!part->empty()) line += " \u00B7 " + *part;
  }
  return "<h2>" + escaped(line) + "</h2>";
}

std::string facts_of(const Filing& filing) {
  std::string out;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out += "<p>" + escaped(name) + ": " + escaped(value) + "</p>";
  };
  add("accession", filing.accession);
  add("form", filing.form);
  add("filed", filing.filed);
  add("period", filing.period);
  for (const Filer& filer : filing.filers) add(filer.role.empty() ? "filer" : filer.role, filer.name + (filer.cik.empty() ? "" : ", CIK " + filer.cik));
  for (const std::string& item : filing.items) add("item", item);
  return out;
}

/// Writes the rows of one filing.
class PageWriter {
 public:
  PageWriter(const RawFiling& raw, const std::function<void(std::string_view)>& write) : file_(raw.bytes.view()), write_(write) {
    write_(page_head(raw.path) + "<header><h1>" + escaped(raw.path) + "</h1><p class=\"n\">left: the file as filed; right: what was read. A sentence leads to its bytes, and they lead back.</p></header>\n");
  }

  /// `account` ends with `document`.
  void add(const DocumentText& document, const Filing& filing, const FileAccount& account) {
    std::string out;
    pass_over(out, account, account.documents.size() - 1, filing);
    envelope(out, document.document.body.begin, filing);
    append_row(out, "", heading_of(document.document) + account_line(document.account));
    rows(out, document);
    at_ = document.document.body.end;
    ++next_;
    sentences_ += document.sentences.size();
    write_(out);
  }

  void end(const Filing& filing, const FileAccount& account) {
    std::string out;
    pass_over(out, account, account.documents.size(), filing);
    envelope(out, file_.size(), filing);
    append_row(out, "", "<h2>all of it</h2>" + account_line(account.total()));
    write_(out);
    write_(page_foot());
  }

 private:
  /// Documents without text, up to number `last` of `account`.
  void pass_over(std::string& out, const FileAccount& account, std::size_t last, const Filing& filing) {
    for (; next_ < last; ++next_) {
      const DocumentAccount& each = account.documents[next_];
      const ByteRange body = each.document.body;
      envelope(out, body.begin, filing);
      const Use use = *std::max_element(all_uses.begin(), all_uses.end(), [&](Use a, Use b) { return bytes_of(each.account, a) < bytes_of(each.account, b); });
      std::string left;
      append_used(left, file_.substr(body.begin, body.end - body.begin), use);
      append_row(out, left, heading_of(each.document) + "<p>no text</p>" + account_line(each.account));
      at_ = body.end;
    }
  }

  /// What stands between documents and before the first one, up to `end`.
  void envelope(std::string& out, std::uint64_t end, const Filing& filing) {
    if (end <= at_) return;
    const bool first = at_ == 0;
    append_row(out, "<i>" + escaped(file_.substr(at_, end - at_)) + "</i>", first ? facts_of(filing) : "");
    at_ = end;
  }

  void rows(std::string& out, const DocumentText& document) const {
    FiledSide filed(file_, document, sentences_);
    ReadSide read(document, sentences_);
    auto section = document.sections.begin();
    const auto end_of = [&](const Block& block) {
      const auto bytes = document.map.bytes(block.text);
      return bytes.empty() ? std::uint64_t{0} : bytes.back().end;
    };
    for (std::uint32_t i = 0; i < document.blocks.size();) {
      std::string right;
      for (; section != document.sections.end() && section->first_block <= i; ++section) {
        right += "<h3>section " + escaped(section->name) + "</h3>";
      }
      const Block& block = document.blocks[i];
      std::uint64_t end = end_of(block);
      if (block.table >= 0) {
        const Table& table = document.tables[static_cast<std::size_t>(block.table)];
        for (; i < table.last_block; ++i) end = std::max(end, end_of(document.blocks[i]));
        right += read.table(table);
      } else {
        ++i;
        right += read.block(block);
      }
      append_row(out, filed.up_to(filed.with_line_end(end)), right);
    }
    const std::string rest = filed.up_to(document.document.body.end);
    if (!trimmed(rest).empty()) append_row(out, rest, "");
  }

  std::string_view file_;
  const std::function<void(std::string_view)>& write_;
  std::uint64_t at_ = 0;
  std::size_t next_ = 0;       ///< Of the account's documents.
  std::size_t sentences_ = 0;  ///< Of the documents before.
};

}  // namespace

void show_page(const RawFiling& raw, DiagnosticSink& diagnostics, const std::function<void(std::string_view)>& write) {
  PageWriter page(raw, write);
  FileAccount account;
  const Filing filing = read_filing(raw, diagnostics, [&](DocumentText&& document, const Filing& facts) { page.add(document, facts, account); }, &account);
  page.end(filing, account);
}

}  // namespace rxgraph::ingest
