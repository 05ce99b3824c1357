#pragma once
/// Rows of several kinds that come mixed and go out in batches of one kind.

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace rxgraph::exporting {

/// Collects rows by kind. `send(kind, rows, count)` gets the rows of one kind, joined by ',', when they are many or long,
/// and all that are left by `flush`.
template <typename Kind, typename Send>
class RowBatches {
 public:
  RowBatches(std::size_t most_rows, std::size_t most_bytes, Send send) : most_rows_(most_rows), most_bytes_(most_bytes), send_(std::move(send)) {}

  /// The text that a row of `kind` is to be appended to; `added` must follow.
  std::string& row(const Kind& kind) {
    current_ = &*batches_.try_emplace(kind).first;
    std::string& rows = current_->second.rows;
    if (!rows.empty()) rows.push_back(',');
    return rows;
  }

  /// Sends the batch that a row was just added to if it is full.
  void added() {
    Batch& batch = current_->second;
    if (++batch.count >= most_rows_ || batch.rows.size() >= most_bytes_) send(current_->first, batch);
  }

  /// Sends what is left, in order of kind.
  void flush() {
    for (auto& [kind, batch] : batches_) {
      if (batch.count > 0) send(kind, batch);
    }
  }

 private:
  struct Batch {
    std::string rows;
    std::size_t count = 0;
  };

  void send(const Kind& kind, Batch& batch) {
    send_(kind, batch.rows, batch.count);
    batch.rows.clear();
    batch.count = 0;
  }

  std::size_t most_rows_;
  std::size_t most_bytes_;
  Send send_;
  std::map<Kind, Batch> batches_;
  std::pair<const Kind, Batch>* current_ = nullptr;
};

}  // namespace rxgraph::exporting
