#include "tests/export/rdf_reading.hpp"

#include <memory>
#include <stdexcept>

namespace rxgraph::exporting {
namespace {

struct Reading {
  std::unique_ptr<SerdEnv, void (*)(SerdEnv*)> env{serd_env_new(nullptr), serd_env_free};
  std::set<ReadStatement> statements;
};

std::string text_of(const Reading& reading, const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  if (node->type != SERD_CURIE) return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
  SerdNode whole = serd_env_expand_node(reading.env.get(), node);
  if (whole.buf == nullptr) throw std::runtime_error("a prefix is not declared");
  std::string text(reinterpret_cast<const char*>(whole.buf), whole.n_bytes);
  serd_node_free(&whole);
  return text;
}

SerdStatus take_prefix(void* handle, const SerdNode* name, const SerdNode* uri) { return serd_env_set_prefix(static_cast<Reading*>(handle)->env.get(), name, uri); }

SerdStatus take(void* handle, SerdStatementFlags, const SerdNode* graph, const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
                const SerdNode* datatype, const SerdNode*) {
  Reading& reading = *static_cast<Reading*>(handle);
  reading.statements.insert({text_of(reading, graph), text_of(reading, subject), text_of(reading, predicate), text_of(reading, object),
                             text_of(reading, datatype), object->type == SERD_LITERAL});
  return SERD_SUCCESS;
}

}  // namespace

std::set<ReadStatement> read_rdf(const std::string& text, SerdSyntax syntax) {
  Reading reading;
  const std::unique_ptr<SerdReader, void (*)(SerdReader*)> reader(serd_reader_new(syntax, &reading, nullptr, nullptr, take_prefix, take, nullptr), serd_reader_free);
  serd_reader_set_strict(reader.get(), true);
  const SerdStatus status = serd_reader_read_string(reader.get(), reinterpret_cast<const uint8_t*>(text.c_str()));
  if (status > SERD_FAILURE) throw std::runtime_error(reinterpret_cast<const char*>(serd_strerror(status)));
  return std::move(reading.statements);
}

std::set<ReadStatement> without_graphs(const std::set<ReadStatement>& statements) {
  std::set<ReadStatement> triples;
  for (ReadStatement statement : statements) {
    statement.graph.clear();
    triples.insert(std::move(statement));
  }
  return triples;
}

}  // namespace rxgraph::exporting
