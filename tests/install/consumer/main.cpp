/// A program that uses rxgraph as a library: reads a text, keeps what it states, asks, and exports. usage: consumer FOLDER

#include <iostream>
#include <string>

#include "base/flow.hpp"
#include "export/format.hpp"
#include "graph/store.hpp"
#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "query/show.hpp"

namespace {

class Messages : public rxgraph::DiagnosticSink {
 public:
  void report(rxgraph::Diagnostic diagnostic) override { std::cerr << diagnostic.message << '\n'; }
};

}  // namespace

int main(int, char** words) {
  const std::string folder = words[1];
  const rxgraph::Ontology& ontology = rxgraph::core();
  Messages messages;
  const rxgraph::ingest::Extractor extractor(ontology);
  const rxgraph::RawFiling raw{"note.txt", rxgraph::Bytes(std::string("Genentech, Inc. develops trastuzumab. Trastuzumab targets HER2.\n"))};

  rxgraph::graph::Store store = rxgraph::graph::Store::open(folder + "/note.rxg", rxgraph::graph::Store::Mode::write);
  store.set_ontology({rxgraph::core_ontology()});
  rxgraph::graph::StoreSink sink(store);
  sink.accept(extractor.extract(raw, messages));
  store.commit();
  store.rebuild(ontology);

  const auto portrait = rxgraph::query::show(store, ontology, "target/her2", {});
  std::cout << (portrait ? portrait->node.name : "nothing") << " is the end of " << (portrait ? portrait->groups.size() : 0) << " kind of fact\n";

  rxgraph::exporting::OutputSet out(folder + "/note.graphml", false);
  rxgraph::exporting::format_named("graphml").write(*store.view(ontology), {}, out);
  out.commit();
  std::cout << out.bytes() << " bytes of GraphML\n";
}
