#include <algorithm>
#include <charconv>
#include <istream>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "base/error.hpp"
#include "export/rdf_terms.hpp"
#include "export/read_evidence.hpp"
#include "export/read_graph.hpp"
#include "export/shape.hpp"
#include "export/statement_reader.hpp"

namespace rxgraph::exporting {
namespace {

/// What `part` of an IRI was before it was percent-encoded, where encoding makes the same of it again; else `part`.
std::string decoded(std::string_view part) {
  std::string text;
  for (std::size_t at = 0; at < part.size(); ++at) {
    unsigned byte = 0;
    const bool encoded = part[at] == '%' && at + 2 < part.size() &&
                         std::from_chars(part.data() + at + 1, part.data() + at + 3, byte, 16).ptr == part.data() + at + 3;
    text.push_back(encoded ? static_cast<char>(byte) : part[at]);
    if (encoded) at += 2;
  }
  std::string again;
  append_iri_text(again, text);
  return again == part ? text : std::string(part);
}

template <typename Number>
Number number_of(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) throw GraphFault("'" + std::string(text.substr(0, 40)) + "' is no number of its kind; export the graph anew");
  return number;
}

Value value_of(const LineStatement& read) {
  constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
  if (!read.literal) throw GraphFault("a qualifier is no literal; export the graph anew");
  if (!read.datatype.starts_with(xsd)) return read.object;
  const std::string_view type = std::string_view(read.datatype).substr(xsd.size());
  if (type == "integer" || type == "decimal") return number_of<double>(read.object);
  if (type == "boolean") return read.object == "true";
  return read.object;
}

struct Passage {
  Evidence evidence;
  ByteRange whole;
  bool has_whole = false;
  std::map<std::uint32_t, ByteRange> parts, context;
};

struct Fact {
  graph::Edge edge;
  std::optional<Modality> modality;
  std::uint64_t passages = 0;
  std::map<std::uint32_t, Passage> evidence;
};

struct FilingParts {
  Filing filing;
  std::map<std::uint32_t, Filer> filers;
  std::map<std::uint32_t, Document> documents;
};

struct Thing {
  graph::Node node;
  std::vector<std::string> types;
};

/// Puts statements where they belong by the IRIs of docs/formats.md.
class Collector {
 public:
  explicit Collector(const Ontology& ontology) : ontology_(ontology), scheme_(ontology, "") {
    ontology_base_ = scheme_.terms.substr(1, scheme_.terms.size() - 1 - std::string_view("meta/").size());
    for (const EntityType& type : ontology.types) types_.emplace(opened(scheme_.type(ontology, type.name)), type.name);
    for (const Relation& relation : ontology.relations) relations_.emplace(opened(scheme_.relation(ontology, relation.name)), relation.name);
    things_ = scheme_.things.substr(1);
    statements_ = scheme_.statements.substr(1);
    filings_ = scheme_.filings.substr(1);
  }

  void take(const LineStatement& read) {
    if (!placed_) place(read.subject);
    if (read.subject.starts_with(statements_)) return take_statement(read, std::string_view(read.subject).substr(statements_.size()));
    if (read.subject.starts_with(filings_)) return take_filing(read, std::string_view(read.subject).substr(filings_.size()));
    if (read.subject.starts_with(things_)) return take_thing(read, read.subject.substr(things_.size()));
    throw GraphFault("'" + read.subject + "' is neither a thing, a statement nor a filing; give a file that 'rxgraph export --format nquads' wrote");
  }

  graph::WholeGraph graph() {
    graph::WholeGraph whole;
    for (auto& [key, parts] : filing_parts_) whole.filings.push_back(finished(parts));
    for (auto& [uid, thing] : thing_parts_) whole.nodes.push_back(finished(thing));
    std::map<std::string_view, std::string_view> types, accessions;
    for (const graph::Node& node : whole.nodes) types.emplace(node.uid, node.type);
    for (const Filing& filing : whole.filings) accessions.emplace(filing.key, filing.accession);
    for (auto& [uid, fact] : facts_) {
      graph::Edge& edge = whole.edges.emplace_back(finished(fact, types));
      for (Evidence& evidence : edge.evidence) {
        if (const auto known = accessions.find(evidence.filing); known != accessions.end()) evidence.accession = known->second;
      }
    }
    types.clear();  // they view into the nodes, which move now
    std::sort(whole.filings.begin(), whole.filings.end(), [](const Filing& a, const Filing& b) { return a.key < b.key; });
    std::sort(whole.nodes.begin(), whole.nodes.end(), [](const graph::Node& a, const graph::Node& b) { return a.uid < b.uid; });
    std::sort(whole.edges.begin(), whole.edges.end(), [](const graph::Edge& a, const graph::Edge& b) {
      return std::tie(a.source, a.relation, a.target, a.uid) < std::tie(b.source, b.relation, b.target, b.uid);
    });
    return whole;
  }

 private:
  static std::string opened(const std::string& term) { return term.substr(1, term.size() - 2); }

  /// Finds out below which base the export stands: the ontology's, or the one that `subject`, the first of the file, tells.
  void place(std::string_view subject) {
    placed_ = true;
    for (const std::string& known : {filings_, statements_, things_}) {
      if (subject.starts_with(known)) return;
    }
    for (const std::string_view folder : {"filing/", "statement/", "thing/"}) {
      const std::size_t at = subject.rfind(folder);
      if (at == std::string_view::npos || at == 0) continue;
      const std::string base(subject.substr(0, at));
      filings_ = base + "filing/";
      statements_ = base + "statement/";
      things_ = base + "thing/";
      return;
    }
  }

  /// The name of the term `iri`: as `declared`, else what stands below the ontology's base.
  std::string name_of_term(const std::unordered_map<std::string, std::string>& declared, const std::string& iri) const {
    const auto found = declared.find(iri);
    if (found != declared.end()) return found->second;
    return iri.starts_with(ontology_base_) ? decoded(std::string_view(iri).substr(ontology_base_.size())) : iri;
  }

  /// What `iri` has beyond `folder`, decoded; empty where it does not begin with it.
  static std::string below(std::string_view folder, std::string_view iri) {
    return iri.starts_with(folder) ? decoded(iri.substr(folder.size())) : std::string();
  }

  /// The local name of a term of rxgraph itself; empty where `iri` is none.
  std::string_view meta(const std::string& iri) const {
    const std::string_view folder = std::string_view(scheme_.terms).substr(1);
    return iri.starts_with(folder) ? std::string_view(iri).substr(folder.size()) : std::string_view();
  }

  void take_thing(const LineStatement& read, const std::string& path) {
    Thing& thing = thing_parts_[path];
    thing.node.uid = decoded(path);
    if (read.predicate == rdf_ + "type") {
      thing.types.push_back(name_of_term(types_, read.object));
    } else if (read.predicate == rdfs_label_) {
      thing.node.name = read.object;
    } else if (read.predicate == skos_alt_label_) {
      thing.node.aliases.push_back(read.object);
    } else if (meta(read.predicate) == "filings") {
      thing.node.filings = number_of<std::uint32_t>(read.object);
    } else if (const std::string registry = below(ontology_base_ + "registry/", read.predicate); !registry.empty()) {
      thing.node.ids[registry] = read.object;
    }  // facts as triples of their own and links to elsewhere follow from the rest
  }

  void take_filing(const LineStatement& read, std::string_view path) {
    const auto [key, rest] = split(path);
    const auto [folder, number] = split(rest);
    FilingParts& parts = filing_parts_[std::string(key)];
    if (folder == "filer") return take_filer(read, parts.filers[number_of<std::uint32_t>(number)]);
    if (folder == "document") return take_document(read, parts.documents[number_of<std::uint32_t>(number)], number_of<std::uint32_t>(number));
    Filing& filing = parts.filing;
    filing.key = decoded(key);
    const std::string_view term = meta(read.predicate);
    if (read.predicate == dcterms_ + "identifier") filing.accession = read.object;
    if (read.predicate == dcterms_ + "issued") filing.filed = read.object;
    if (read.predicate == dcterms_ + "date") filing.dated = read.object;
    if (term == "form") filing.form = read.object;
    if (term == "period") filing.period = read.object;
    if (term == "item") filing.items.push_back(read.object);
    if (read.predicate == prov_ + "wasAttributedTo") parts.filers[number_of<std::uint32_t>(std::string_view(read.object).substr(read.object.rfind('/') + 1))];
  }

  void take_filer(const LineStatement& read, Filer& filer) const {
    if (read.predicate == rdfs_label_) filer.name = read.object;
    if (meta(read.predicate) == "role") filer.role = read.object;
    if (read.predicate == ontology_base_ + "registry/cik") filer.cik = read.object;
    if (read.predicate == ontology_base_ + "registry/ticker") filer.tickers.push_back(read.object);
  }

  void take_document(const LineStatement& read, Document& document, std::uint32_t number) const {
    document.number = number;
    if (meta(read.predicate) == "documentType") document.type = read.object;
    if (meta(read.predicate) == "filename") document.filename = read.object;
  }

  void take_statement(const LineStatement& read, std::string_view path) {
    const std::size_t at = path.find("/evidence/");
    Fact& fact = facts_[std::string(path.substr(0, at))];
    if (at != std::string_view::npos) {
      const auto [number, rest] = split(path.substr(at + std::string_view("/evidence/").size()));
      return take_passage(read, fact.evidence[number_of<std::uint32_t>(number)], rest);
    }
    graph::Edge& edge = fact.edge;
    edge.uid = decoded(path);
    const std::string_view term = meta(read.predicate);
    if (read.predicate == rdf_ + "subject") {
      edge.source = below(things_, read.object);
    } else if (read.predicate == rdf_ + "predicate") {
      edge.relation = name_of_term(relations_, read.object);
    } else if (read.predicate == rdf_ + "object") {
      edge.target = below(things_, read.object);
    } else if (term == "modality") {
      fact.modality = modality_named(read.object);
      if (!fact.modality) throw GraphFault("unknown modality '" + read.object + "'; export the graph anew");
    } else if (term == "confidence") {
      edge.confidence = number_of<double>(read.object);
    } else if (term == "derived") {
      edge.derived = read.object == "true";
    } else if (term == "rule") {
      edge.rules.push_back(read.object);
    } else if (term == "passages") {
      fact.passages = number_of<std::uint64_t>(read.object);
    } else if (const std::string qualifier = below(ontology_base_ + "qualifier/", read.predicate); !qualifier.empty()) {
      std::vector<Value>& values = edge.qualifiers[qualifier];
      Value value = value_of(read);
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));  // it may stand in several graphs
    }
  }

  /// `path` is what the subject has beyond the passage: "", "quote", "bytes", "part/1", "part/1/bytes", likewise "context".
  void take_passage(const LineStatement& read, Passage& passage, std::string_view path) {
    const auto [folder, rest] = split(path);
    if (folder.empty()) {
      if (read.predicate == oa_ + "hasSource") take_source(read.object, passage.evidence);
      if (meta(read.predicate) == "section") passage.evidence.section = read.object;
    } else if (folder == "quote") {
      if (read.predicate == oa_ + "exact") passage.evidence.text = read.object;
    } else if (folder == "bytes") {
      passage.has_whole = true;
      take_bytes(read, passage.whole);
    } else if (folder == "part" || folder == "context") {
      const auto [number, last] = split(rest);
      ByteRange& range = (folder == "part" ? passage.parts : passage.context)[number_of<std::uint32_t>(number)];
      if (last == "bytes") take_bytes(read, range);
    }
  }

  void take_source(std::string_view document, Evidence& evidence) const {
    const std::size_t at = document.rfind("/document/");
    if (!document.starts_with(filings_) || at == std::string_view::npos) throw GraphFault("a passage has no document of a filing; export the graph anew");
    evidence.filing = decoded(document.substr(filings_.size(), at - filings_.size()));
    evidence.document = number_of<std::uint32_t>(document.substr(at + std::string_view("/document/").size()));
  }

  void take_bytes(const LineStatement& read, ByteRange& range) const {
    if (read.predicate == oa_ + "start") range.begin = number_of<std::uint64_t>(read.object);
    if (read.predicate == oa_ + "end") range.end = number_of<std::uint64_t>(read.object);
  }

  /// What stands before the first '/' of `path`, and after it.
  static std::pair<std::string_view, std::string_view> split(std::string_view path) {
    const std::size_t at = path.find('/');
    return {path.substr(0, at), at == std::string_view::npos ? std::string_view() : path.substr(at + 1)};
  }

  static Filing finished(FilingParts& parts) {
    Filing filing = std::move(parts.filing);
    for (auto& [number, filer] : parts.filers) filing.filers.push_back(std::move(filer));
    for (auto& [number, document] : parts.documents) filing.documents.push_back(std::move(document));
    return filing;
  }

  /// Of the types of a thing, that of which all the others are parents is its own.
  graph::Node finished(Thing& thing) const {
    for (const std::string& type : thing.types) {
      const std::vector<std::string> chain = type_chain(ontology_, type);
      const auto is_above = [&](const std::string& other) { return std::find(chain.begin(), chain.end(), other) != chain.end(); };
      if (thing.node.type.empty() || std::all_of(thing.types.begin(), thing.types.end(), is_above)) thing.node.type = type;
    }
    if (thing.node.type.empty()) throw GraphFault("the thing '" + thing.node.uid + "' has no type; export the graph anew");
    std::sort(thing.node.aliases.begin(), thing.node.aliases.end());
    return std::move(thing.node);
  }

  graph::Edge finished(Fact& fact, const std::map<std::string_view, std::string_view>& types) const {
    graph::Edge& edge = fact.edge;
    const auto type_of = [&](const std::string& uid) {
      const auto found = types.find(uid);
      if (found == types.end()) throw GraphFault("the fact " + edge.uid + " ends at '" + uid + "', which is no thing of the file; export the graph anew");
      return std::string(found->second);
    };
    if (!fact.modality) throw GraphFault("the edge " + edge.uid + " has no modality; export the graph anew");
    edge.modality = *fact.modality;
    edge.source_type = type_of(edge.source);
    edge.target_type = type_of(edge.target);
    for (auto& [number, passage] : fact.evidence) edge.evidence.push_back(finished(passage));
    if (edge.evidence.empty() || edge.evidence.size() != fact.passages) {
      throw GraphFault("the edge " + edge.uid + " comes without all its evidence; export the graph with --evidence all");
    }
    std::sort(edge.rules.begin(), edge.rules.end());
    edge.rules.erase(std::unique(edge.rules.begin(), edge.rules.end()), edge.rules.end());
    for (auto& [name, values] : edge.qualifiers) std::sort(values.begin(), values.end());
    return std::move(edge);
  }

  static Evidence finished(Passage& passage) {
    Evidence evidence = std::move(passage.evidence);
    if (passage.has_whole) evidence.ranges.push_back(passage.whole);
    for (const auto& [number, range] : passage.parts) evidence.ranges.push_back(range);
    for (const auto& [number, range] : passage.context) evidence.context.push_back(range);
    return evidence;
  }

  const std::string rdf_ = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs_label_ = "http://www.w3.org/2000/01/rdf-schema#label",
                    skos_alt_label_ = "http://www.w3.org/2004/02/skos/core#altLabel", dcterms_ = "http://purl.org/dc/terms/",
                    prov_ = "http://www.w3.org/ns/prov#", oa_ = "http://www.w3.org/ns/oa#";
  const Ontology& ontology_;
  IriScheme scheme_;
  std::string ontology_base_, things_, statements_, filings_;
  bool placed_ = false;
  std::unordered_map<std::string, std::string> types_, relations_;  ///< IRI to name.
  std::map<std::string, FilingParts> filing_parts_;  ///< By key as the IRI has it, as are the next two.
  std::map<std::string, Fact> facts_;
  std::map<std::string, Thing> thing_parts_;
};

}  // namespace

graph::WholeGraph read_rdf_graph(std::istream& in, const std::string& path, const Ontology& ontology) {
  StatementReader reader;
  Collector collector(ontology);
  std::string line;
  std::uint32_t number = 0;
  try {
    while (std::getline(in, line)) {
      ++number;
      line += '\n';
      collector.take(reader.read(line));
    }
    return collector.graph();
  } catch (const GraphFault& fault) {
    throw InputError(path, std::max(number, 1U), 1, fault.what());
  }
}

}  // namespace rxgraph::exporting
