#include "cli/graph_writing.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"

namespace rxgraph::cli {
namespace {

/// False also where nobody may look; opening the file tells.
bool is_there(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::vector<graph::Decision> chosen_decisions(const std::vector<std::string>& paths, const Ontology& ontology) {
  std::vector<graph::DecisionFile> files;
  for (const std::string& path : paths) files.push_back({path, read_text_file(path)});
  return graph::read_decisions(files, ontology);
}

}  // namespace

GraphWriting::GraphWriting(const Options& options, Report& report)
    : report_(report),
      is_new_(!is_there(graph_to_write(options))),
      store_(graph::Store::open(graph_to_write(options), graph::Store::Mode::write)),
      sink_(store_) {
  try {
    chosen_ = load_ontology_for(options, store_);
    store_.set_ontology(chosen_.sources);
    if (!options.decisions.empty()) store_.set_decisions(chosen_decisions(options.decisions, chosen_.ontology));
  } catch (...) {
    give_up();
    throw;
  }
}

void GraphWriting::finish() {
  store_.commit();
  store_.rebuild(chosen_.ontology);
  for (const graph::Decision& decision : store_.decisions()) {
    for (const std::string& name : decision.names) {
      const auto hits = store_.find(name);
      const auto is_meant = [&](const graph::Store::NameHit& hit) { return hit.type == decision.type; };
      if (std::none_of(hits.begin(), hits.end(), is_meant)) report_.note(decision.where() + ": no " + decision.type + " of the graph is called '" + name + "'");
    }
  }
}

void GraphWriting::give_up() {
  if (!is_new_) return;
  const std::string path = store_.path();
  { const graph::Store closed = std::move(store_); }
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

std::string GraphWriting::stored_line() const {
  const graph::Store::Summary all = store_.summary();
  return counted(sink_.statements(), "statement", "statements") + " stored; " + counted(all.edges, "fact", "facts") + " about " +
         counted(all.nodes, "thing", "things") + " from " + counted(all.filings, "filing", "filings") + " -> " + store_.path() + " (" +
         size_text(all.file_bytes) + ")";
}

}  // namespace rxgraph::cli
