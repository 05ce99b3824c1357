#pragma once
/// Lines of N-Triples and N-Quads read with serd, one by one.

#include <memory>
#include <string>

namespace rxgraph::exporting {

/// One statement: IRIs without brackets, escapes resolved. Its graph is not told.
struct LineStatement {
  std::string subject, predicate, object;
  std::string datatype;  ///< Of a literal that has one.
  bool literal = false;  ///< The object is one.
};

class StatementReader {
 public:
  StatementReader();
  ~StatementReader();
  StatementReader(const StatementReader&) = delete;
  StatementReader& operator=(const StatementReader&) = delete;

  /// The statement of `line`, which ends with a LF; valid until the next call. Throws GraphFault with serd's reason where it is none.
  const LineStatement& read(const std::string& line);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rxgraph::exporting
