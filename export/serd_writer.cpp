#include "export/serd_writer.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "export/escape.hpp"
#include "export/pieces.hpp"

namespace rxgraph::exporting {
namespace {

const std::uint8_t* bytes_of(const std::string& text) { return reinterpret_cast<const std::uint8_t*>(text.c_str()); }

/// A node of `text`, which must not change while it is in use. Serd looks at the number of characters only to compare nodes.
SerdNode node_of(const std::string& text, SerdType type) { return {bytes_of(text), text.size(), text.size(), 0, type}; }

/// Appends the text that `escaped`, the inside of a literal of canonical N-Triples, means. False where it is none.
bool unescape(std::string& out, std::string_view escaped) {
  constexpr std::string_view letters = "btnfr\"\\", meanings = "\b\t\n\f\r\"\\";
  while (!escaped.empty()) {
    const std::size_t plain = std::min(escaped.find('\\'), escaped.size());
    out += escaped.substr(0, plain);
    escaped.remove_prefix(plain);
    if (escaped.empty()) break;
    const std::size_t letter = escaped.size() < 2 ? std::string_view::npos : letters.find(escaped[1]);
    if (letter != std::string_view::npos) {
      out += meanings[letter];
      escaped.remove_prefix(2);
      continue;
    }
    unsigned code = 0;
    if (escaped.size() < 6 || escaped[1] != 'u' || std::from_chars(escaped.data() + 2, escaped.data() + 6, code, 16).ptr != escaped.data() + 6) return false;
    append_utf8(out, code);
    escaped.remove_prefix(6);
  }
  return true;
}

constexpr PlainBytes plain_resource = plain_without(" <>\"\\");

/// The first byte of `term` from `at` on that no resource of canonical N-Triples has within it, or its end.
std::size_t next_mark(std::string_view term, std::size_t at) {
  const auto is_mark = [term](std::size_t place) { return plain_resource.special.find(term[place]) != std::string_view::npos; };
  for (at = plain_end(term, at, plain_resource); at < term.size() && !is_mark(at);) at = plain_end(term, at + 1, plain_resource);
  return at;
}

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* owned) const { Free(owned); }
};

}  // namespace

struct TerseRdf::Impl {
  explicit Impl(std::ostream& to) : out(to) {}

  static std::size_t write(const void* text, std::size_t size, void* self) {
    static_cast<Impl*>(self)->text.append(static_cast<const char*>(text), size);
    return size;
  }

  static SerdStatus take(void* self, SerdStatementFlags, const SerdNode*, const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
                         const SerdNode* datatype, const SerdNode* language) {
    Impl& to = *static_cast<Impl*>(self);
    SerdNode short_object = *object;
    short_object.flags = 0;  // else a text with quotes or line ends becomes a long string, and serd's own reader fails on some of them
    return serd_writer_write_statement(to.writer.get(), 0, to.graph.empty() ? nullptr : &to.graph_node, subject, predicate, &short_object, datatype, language);
  }

  static SerdStatus note(void* self, const SerdError* error) {
    std::string& reason = static_cast<Impl*>(self)->reason;
    char text[200];
    if (reason.empty() && std::vsnprintf(text, sizeof text, error->fmt, *error->args) > 0) reason = text;
    if (reason.ends_with('\n')) reason.pop_back();
    return SERD_SUCCESS;
  }

  void check(SerdStatus status) {
    if (status <= SERD_FAILURE && reason.empty()) return;
    throw std::logic_error("serd refuses a statement: " + (reason.empty() ? std::string(reinterpret_cast<const char*>(serd_strerror(status))) : reason));
  }

  void hand_on() {
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
  }

  void declare(const Prefix& prefix) {
    const SerdNode name_node = serd_node_from_string(SERD_LITERAL, bytes_of(prefix.name));
    const SerdNode iri_node = serd_node_from_string(SERD_URI, bytes_of(prefix.iri));
    check(serd_writer_set_prefix(writer.get(), &name_node, &iri_node));
  }

  /// All of `lines` are of the present graph. Canonical ones are taken apart here, which takes half the time; serd's reader
  /// tells what is wrong with others.
  void read(std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
      if (!take_canonical(lines.substr(0, end))) {
        piece = lines.substr(0, end);
        check(serd_reader_read_string(reader.get(), bytes_of(piece)));
      }
      lines.remove_prefix(end);
    }
  }

  /// Takes "<s> <p> object .", of blank nodes also. False, and nothing is written, where `line` is none.
  bool take_canonical(std::string_view line) {
    if (!line.ends_with(" .\n")) return false;
    line.remove_suffix(3);
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos) return false;
    SerdNode subject, predicate, object, datatype = SERD_NODE_NULL, language = SERD_NODE_NULL;
    const bool resources = resource(line.substr(0, first), subject_text, subject) && resource(line.substr(first + 1, second - first - 1), predicate_text, predicate);
    line.remove_prefix(second + 1);
    if (!resources || predicate.type != SERD_URI) return false;
    if (!line.starts_with('"')) {
      if (!resource(line, object_text, object)) return false;
    } else if (!literal(line, object, datatype, language)) {
      return false;
    }
    check(serd_writer_write_statement(writer.get(), 0, graph.empty() ? nullptr : &graph_node, &subject, &predicate, &object, &datatype, &language));
    return true;
  }

  static bool resource(std::string_view term, std::string& text, SerdNode& node) {
    const bool iri = term.size() > 2 && term.front() == '<' && next_mark(term, 1) == term.size() - 1 && term.back() == '>';
    const bool blank = term.size() > 2 && term.starts_with("_:") && next_mark(term, 2) == term.size();
    if (!iri && !blank) return false;
    text = iri ? term.substr(1, term.size() - 2) : term.substr(2);
    node = node_of(text, iri ? SERD_URI : SERD_BLANK);
    return true;
  }

  bool literal(std::string_view term, SerdNode& object, SerdNode& datatype, SerdNode& language) {
    const std::size_t quote = term.rfind('"');
    object_text.clear();
    if (quote == 0 || !unescape(object_text, term.substr(1, quote - 1))) return false;
    object = node_of(object_text, SERD_LITERAL);
    term.remove_prefix(quote + 1);
    if (term.empty()) return true;
    if (term.starts_with("^^")) return resource(term.substr(2), type_text, datatype);
    if (!term.starts_with('@') || term.size() < 2) return false;
    type_text = term.substr(1);
    language = node_of(type_text, SERD_LITERAL);
    return true;
  }

  void read_named(std::string_view lines) {
    run.clear();
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n') + 1;
      const std::size_t split = lines.find("> ") + 2;
      const std::string_view name = lines.substr(1, split - 3);
      if (name != graph) {
        read(std::exchange(run, {}));
        graph = name;
        graph_node = serd_node_from_string(SERD_URI, bytes_of(graph));
      }
      run += lines.substr(split, end - split);
      lines.remove_prefix(end);
    }
    read(run);
  }

  std::ostream& out;
  std::string text;    ///< Written by serd and not yet handed on: no exception may pass through it.
  std::string piece, run;
  std::string subject_text, predicate_text, object_text, type_text;  ///< Of the statement at hand.
  std::string graph;   ///< IRI of the graph that statements belong to; empty for the default graph.
  SerdNode graph_node = SERD_NODE_NULL;
  std::string reason;  ///< The first that serd gave.
  std::unique_ptr<SerdEnv, Freed<serd_env_free>> env;
  std::unique_ptr<SerdWriter, Freed<serd_writer_free>> writer;
  std::unique_ptr<SerdReader, Freed<serd_reader_free>> reader;

  struct Triples {
    Impl* self;
    void operator()(std::string_view lines) const { self->read(lines); self->hand_on(); }
  };
  struct Named {
    Impl* self;
    void operator()(std::string_view lines) const { self->read_named(lines); self->hand_on(); }
  };
  Pieces<Triples> triple_pieces{Triples{this}};
  Pieces<Named> named_pieces{Named{this}};
  std::ostream triples{&triple_pieces};
  std::ostream named{&named_pieces};
};

TerseRdf::TerseRdf(Syntax syntax, std::span<const Prefix> prefixes, std::ostream& out) : impl_(std::make_unique<Impl>(out)) {
  Impl& impl = *impl_;
  impl.triples.exceptions(std::ios::badbit);
  impl.named.exceptions(std::ios::badbit);
  impl.env.reset(serd_env_new(nullptr));
  impl.writer.reset(serd_writer_new(syntax == Syntax::turtle ? SERD_TURTLE : SERD_TRIG, static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED | SERD_STYLE_BULK),
                                    impl.env.get(), nullptr, Impl::write, &impl));
  impl.reader.reset(serd_reader_new(SERD_NTRIPLES, &impl, nullptr, nullptr, nullptr, Impl::take, nullptr));
  serd_writer_set_error_sink(impl.writer.get(), Impl::note, &impl);
  serd_reader_set_error_sink(impl.reader.get(), Impl::note, &impl);
  for (const Prefix& prefix : prefixes) impl.declare(prefix);
  impl.hand_on();
}

TerseRdf::~TerseRdf() = default;

std::ostream& TerseRdf::triples() noexcept { return impl_->triples; }

std::ostream& TerseRdf::named() noexcept { return impl_->named; }

void TerseRdf::finish() {
  impl_->check(serd_writer_finish(impl_->writer.get()));
  impl_->hand_on();
}

}  // namespace rxgraph::exporting
