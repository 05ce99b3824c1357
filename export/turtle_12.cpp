#include "export/append.hpp"
#include "export/pieces.hpp"
#include "export/rdf_lines.hpp"
#include "export/serd_writer.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view reifies = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( ";

/// Hands the triples of RDF 1.1 on to serd, which knows no other, and keeps what is reified for the end of the file.
class Parting {
 public:
  Parting(std::vector<Prefix> prefixes, TerseRdf& terse) : prefixes_(std::move(prefixes)), terse_(terse) {}

  void take(std::string_view lines) {
    plain_.clear();
    while (!lines.empty()) {
      const std::string_view line = lines.substr(0, lines.find('\n') + 1);
      const std::size_t at = line.find(' ');
      if (line.substr(at).starts_with(reifies)) {
        add_reified(line.substr(at + reifies.size()), line.substr(0, at));
      } else {
        plain_ += line;
      }
      lines.remove_prefix(line.size());
    }
    terse_.triples().write(plain_.data(), static_cast<std::streamsize>(plain_.size()));
  }

  const std::string& reified() const noexcept { return reified_; }

 private:
  /// `triple` is "s p o )>> .": it is said of it that `reifier` stands for it, not that it holds.
  void add_reified(std::string_view triple, std::string_view reifier) {
    reified_ += "<< ";
    for (int term = 0; term < 3; ++term) {
      const std::size_t end = triple.find(' ');
      add_name(triple.substr(0, end));
      reified_ += ' ';
      triple.remove_prefix(end + 1);
    }
    reified_ += "~ ";
    add_name(reifier);
    reified_ += " >> .\n";
  }

  void add_name(std::string_view term) {
    const std::string name = shortened(term.substr(1, term.size() - 2), prefixes_);
    reified_ += name.empty() ? term : std::string_view(name);
  }

  std::vector<Prefix> prefixes_;
  TerseRdf& terse_;
  std::string plain_;    ///< Of the piece at hand.
  std::string reified_;  ///< A statement a line.
};

struct Take {
  Parting* parting;
  void operator()(std::string_view lines) const { parting->take(lines); }
};

}  // namespace

void write_turtle_12(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  std::ostream& file = out.file();
  file << "VERSION \"1.2\"\n";
  const std::vector<Prefix> prefixes = prefixes_of(view.ontology(), options);
  TerseRdf terse(TerseRdf::Syntax::turtle, prefixes, file);
  Parting parting(prefixes, terse);
  Pieces pieces(Take{&parting});
  std::ostream lines(&pieces);
  lines.exceptions(std::ios::badbit);
  write_rdf_lines(view, options, RdfForm::reified, lines, lines);
  terse.finish();
  file << '\n' << parting.reified();
}

}  // namespace rxgraph::exporting
