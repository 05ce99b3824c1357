// What a reader takes for the words of each page or text of a filing, for bench/compare-readers: one word a line.
// "words_of rxgraph|gumbo|libxml2 FILE" prints, for each document that holds text, a line
// "=<TAB>number<TAB>html or ascii<TAB>first byte<TAB>one past the last", and then its words. Of ours, what is left out as page furniture, and of an
// ASCII document also what is hidden, stands between the bytes 01 and 02, where the page shows it.

#include <cstdio>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "bench/other_readers.hpp"
#include "ingest/read/container.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/read.hpp"

namespace {

using namespace rxgraph;
using namespace rxgraph::ingest;

struct Quiet : DiagnosticSink {
  void report(Diagnostic) override {}
};

/// Writes the characters of a document and its furniture in order of the page.
class WordPrinter {
 public:
  WordPrinter(const DocumentText& document, std::string_view file, bool html) : document_(document), file_(file) {
    for (const LeftOut& each : document.left_out) {
      if (each.kind == LeftOut::Kind::furniture || (!html && each.kind == LeftOut::Kind::hidden)) furniture_.push_back(each.where);
    }
    last_end_ = document.document.body.begin;
  }

  std::string print() {
    for (std::uint32_t at = 0; at < document_.text.size(); ++at) {
      const char c = document_.text[at];
      const auto where = document_.map.bytes({at, at + 1});
      if (!where.empty()) add_furniture(where.front().begin);
      if (c == ' ' || c == '\n') {
        end_word_ = true;
        if (!where.empty()) glued_ = false;
        continue;
      }
      if (end_word_ && !glued_) end_word();
      end_word_ = glued_ = parted_ = false;
      word_.push_back(c);
      if (!where.empty()) last_end_ = where.front().end;
    }
    add_furniture(document_.document.body.end);
    end_word();
    return std::move(out_);
  }

 private:
  /// True if nothing stands between two places of the file that parts words.
  bool touch(std::uint64_t end, std::uint64_t begin) const {
    if (begin < end || begin - end > 4000) return false;
    return read_passage("x" + std::string(file_.substr(end, begin - end)) + "x") == "xx";
  }

  void add_furniture(std::uint64_t before) {
    for (; next_ < furniture_.size() && furniture_[next_].begin < before; ++next_) {
      const ByteRange where = furniture_[next_];
      std::string shown = read_passage(file_.substr(where.begin, where.end - where.begin));
      if (shown.empty() || shown == ";") {  // of a blank between two words
        parted_ = true;
        continue;
      }
      if (shown.front() == ';') {  // the end of a reference to a blank
        parted_ = true;
        shown.erase(0, 1);
      }
      const bool mark = shown.size() < 12;
      if (parted_ || !mark || !touch(last_end_, where.begin)) end_word();
      parted_ = false;
      for (char& c : shown) {
        if (c == ' ' || c == '\n') c = '_';
      }
      word_ += "\x01" + shown + "\x02";
      last_end_ = where.end;
      glued_ = mark && touch(where.end, before);
      end_word_ = !glued_;
    }
  }

  void end_word() {
    if (!word_.empty()) out_ += word_ + "\n";
    word_.clear();
    end_word_ = false;
  }

  const DocumentText& document_;
  std::string_view file_;
  std::vector<ByteRange> furniture_;
  std::size_t next_ = 0;
  std::uint64_t last_end_ = 0;
  bool end_word_ = false;
  bool glued_ = false;   ///< The next character goes on with the furniture before it.
  bool parted_ = false;  ///< White space of furniture stands before the next.
  std::string word_;
  std::string out_;
};

std::string one_a_line(std::string text) {
  for (char& c : text) {
    if (is_blank(c)) c = '\n';
  }
  return text;
}

}  // namespace

int main(int count, char** words) {
  const std::string reader = count == 3 ? words[1] : "";
  if (reader != "rxgraph" && reader != "gumbo" && reader != "libxml2") {
    std::fputs("usage: words_of rxgraph|gumbo|libxml2 FILE\n", stderr);
    return 2;
  }
  const RawFiling raw{words[2], map_file(words[2])};
  const std::string_view file = raw.bytes.view();
  Quiet quiet;
  for (const DocumentText& document : read_filing(raw, quiet).documents) {
    const ByteRange where = document.document.body;
    const std::string_view body = file.substr(where.begin, where.end - where.begin);
    const bool html = writing_of(body, document.document.type) == Writing::html;
    std::printf("=\t%u\t%s\t%llu\t%llu\n", document.document.number, html ? "html" : "ascii", static_cast<unsigned long long>(where.begin),
                static_cast<unsigned long long>(where.end));
    std::string text = reader == "rxgraph" ? WordPrinter(document, file, html).print() : one_a_line(reader == "gumbo" ? bench::text_by_gumbo(body) : bench::text_by_libxml2(body));
    text.push_back('\n');
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
}
