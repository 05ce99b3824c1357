#include "export/statement_reader.hpp"

#include <serd/serd.h>

#include <cstdint>
#include <cstdio>

#include "export/read_evidence.hpp"

namespace rxgraph::exporting {
namespace {

std::string text_of(const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

struct ReaderFree {
  void operator()(SerdReader* reader) const noexcept { serd_reader_free(reader); }
};

}  // namespace

struct StatementReader::Impl {
  LineStatement statement;
  std::string fault;  ///< The first that serd gave.
  std::unique_ptr<SerdReader, ReaderFree> reader;

  static SerdStatus take(void* handle, SerdStatementFlags, const SerdNode*, const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
                         const SerdNode* datatype, const SerdNode*) {
    LineStatement& to = static_cast<Impl*>(handle)->statement;
    to.subject = text_of(subject);
    to.predicate = text_of(predicate);
    to.object = text_of(object);
    to.datatype = text_of(datatype);
    to.literal = object->type == SERD_LITERAL;
    return SERD_SUCCESS;
  }

  static SerdStatus note(void* handle, const SerdError* error) {
    std::string& fault = static_cast<Impl*>(handle)->fault;
    char text[200];
    if (fault.empty() && std::vsnprintf(text, sizeof text, error->fmt, *error->args) > 0) fault = text;
    while (fault.ends_with('\n')) fault.pop_back();
    return SERD_SUCCESS;
  }
};

StatementReader::StatementReader() : impl_(std::make_unique<Impl>()) {
  impl_->reader.reset(serd_reader_new(SERD_NQUADS, impl_.get(), nullptr, nullptr, nullptr, Impl::take, nullptr));
  serd_reader_set_strict(impl_->reader.get(), true);
  serd_reader_set_error_sink(impl_->reader.get(), Impl::note, impl_.get());
}

StatementReader::~StatementReader() = default;

const LineStatement& StatementReader::read(const std::string& line) {
  impl_->fault.clear();
  impl_->statement.subject.clear();
  const SerdStatus status = serd_reader_read_string(impl_->reader.get(), reinterpret_cast<const std::uint8_t*>(line.c_str()));
  if (status > SERD_FAILURE || !impl_->fault.empty() || impl_->statement.subject.empty()) {
    throw GraphFault("no statement of N-Quads" + (impl_->fault.empty() ? "" : " (" + impl_->fault + ")") + "; export the graph anew");
  }
  return impl_->statement;
}

}  // namespace rxgraph::exporting
