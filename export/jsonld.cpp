#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/record_json.hpp"
#include "export/append.hpp"
#include "export/pieces.hpp"
#include "export/rdf_lines.hpp"
#include "export/rdf_terms.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

/// Makes node objects of lines of canonical N-Triples. What such a line escapes, it escapes as JSON does, so texts are copied.
class NodeObjects {
 public:
  NodeObjects(std::vector<Prefix> prefixes, std::ostream& out) : prefixes_(std::move(prefixes)), buffer_(out) {
    std::string& text = buffer_.text;
    text += "{\"@context\":{\"@version\":1.1";
    for (const Prefix& prefix : prefixes_) {
      text += ",\"" + prefix.name + "\":";
      append_json_string(text, prefix.iri);
    }
    text += "},\n\"@graph\":[";
  }

  /// Whole lines; those of one subject become one object where they follow one another.
  void take(std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n');
      if (end == std::string_view::npos || !lines.substr(0, end).ends_with(" .")) throw std::logic_error("a line of N-Triples is cut");
      take_line(lines.substr(0, end - 2));
      lines.remove_prefix(end + 1);
    }
    buffer_.drain();
  }

  void finish() {
    end_subject();
    buffer_.text += "\n]}\n";
    buffer_.flush();
  }

 private:
  void take_line(std::string_view line) {
    const std::string_view subject = taken_term(line);
    const std::string_view predicate = taken_term(line);
    std::string& out = buffer_.text;
    if (subject != subject_) {
      end_subject();
      subject_ = subject;
      out += any_ ? ",\n{\"@id\":\"" : "\n{\"@id\":\"";
      any_ = true;
      append_name(subject);
      out += '"';
    }
    if (predicate != predicate_) {
      end_predicate();
      predicate_ = predicate;
      out += ",\"";
      is_type_ = predicate.substr(1, predicate.size() - 2) == rdf_type;
      if (is_type_) {
        out += "@type";
      } else {
        append_name(predicate);
      }
      out += "\":[";
    } else {
      out.push_back(',');
    }
    append_object(line);
  }

  /// Takes an IRI or a blank node and the blank after it.
  static std::string_view taken_term(std::string_view& line) {
    const std::size_t size = std::min(line.find(' '), line.size());
    const std::string_view term = line.substr(0, size);
    line.remove_prefix(std::min(size + 1, line.size()));
    return term;
  }

  void end_predicate() {
    if (!predicate_.empty()) buffer_.text.push_back(']');
    predicate_.clear();
  }

  void end_subject() {
    end_predicate();
    if (!subject_.empty()) buffer_.text.push_back('}');
    subject_.clear();
  }

  /// `<iri>` or `_:label` as JSON-LD writes it in a text.
  void append_name(std::string_view term) {
    if (!term.starts_with('<')) {
      buffer_.text += term;
      return;
    }
    const std::string_view iri = term.substr(1, term.size() - 2);
    const std::string name = shortened(iri, prefixes_);
    buffer_.text += name.empty() ? iri : std::string_view(name);
  }

  void append_object(std::string_view object) {
    std::string& out = buffer_.text;
    if (object.starts_with('"')) return append_literal_object(object);
    out += is_type_ ? "\"" : "{\"@id\":\"";
    append_name(object);
    out += is_type_ ? "\"" : "\"}";
  }

  /// `object` is a literal as N-Triples has it.
  void append_literal_object(std::string_view object) {
    std::string& out = buffer_.text;
    const std::size_t quote = object.rfind('"');
    const std::string_view text = object.substr(0, quote + 1);
    const std::string_view rest = object.substr(quote + 1);
    if (rest.empty()) {
      out += text;
    } else if (rest.starts_with('@')) {
      append_all(out, "{\"@value\":", text, ",\"@language\":\"", rest.substr(1), "\"}");
    } else {
      append_typed(text, rest.substr(3, rest.size() - 4));
    }
  }

  void append_typed(std::string_view text, std::string_view type) {
    std::string& out = buffer_.text;
    const std::string_view plain = text.substr(1, text.size() - 2);
    const bool ours = type.starts_with(xsd);
    const std::string_view name = ours ? type.substr(xsd.size()) : type;
    const bool exact = name == "boolean" || (name == "integer" && plain.size() <= 15);  // as every reader of JSON holds it
    if (ours && exact) {
      out += plain;
      return;
    }
    append_all(out, "{\"@value\":", text, ",\"@type\":\"");
    if (ours) {
      append_all(out, "xsd:", name);
    } else {
      out += type;
    }
    out += "\"}";
  }

  std::vector<Prefix> prefixes_;
  Buffer buffer_;
  std::string subject_, predicate_;  ///< Of the object and the member that are open; empty where none is.
  bool is_type_ = false;             ///< `predicate_` is rdf:type.
  bool any_ = false;
};

/// The scheme of an IRI, "https".
std::string scheme_of(std::string_view iri) { return std::string(iri.substr(0, iri.find(':'))); }

/// Those prefixes that no IRI of the graph begins with by chance, for JSON-LD takes "meta:x" for a shortened name even where it
/// is an IRI of the scheme "meta"; and of them those that end as JSON-LD wants it of a prefix.
std::vector<Prefix> safe_prefixes(const Ontology& ontology, const ExportOptions& options) {
  std::set<std::string> schemes = {scheme_of(ontology.base_iri), scheme_of(options.base_iri)};
  for (const EntityType& type : ontology.types) schemes.insert(scheme_of(type.iri));
  for (const Relation& relation : ontology.relations) schemes.insert(scheme_of(relation.iri));
  std::vector<Prefix> prefixes = prefixes_of(ontology, options);
  std::erase_if(prefixes, [&](const Prefix& prefix) {
    const bool ends = std::string_view(":/?#[]@").find(prefix.iri.back()) != std::string_view::npos;
    return !ends || (prefix.name != "xsd" && schemes.contains(prefix.name));
  });
  return prefixes;
}

struct Take {
  NodeObjects* objects;
  void operator()(std::string_view lines) const { objects->take(lines); }
};

}  // namespace

void write_jsonld(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  NodeObjects objects(safe_prefixes(view.ontology(), options), out.file());
  Pieces pieces(Take{&objects});
  std::ostream lines(&pieces);
  lines.exceptions(std::ios::badbit);
  write_rdf_lines(view, options, RdfForm::as_they_come, lines, lines);
  objects.finish();
}

}  // namespace rxgraph::exporting
