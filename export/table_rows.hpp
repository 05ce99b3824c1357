#pragma once
/// Rows of a table of text: what tables have in common, whatever a cell may hold.

#include <ostream>
#include <string>

#include "export/append.hpp"

namespace rxgraph::exporting {

/// Cells one after the other, with `separator` between them, and LF after each row. How a text becomes a cell, the table itself knows.
class TableRows {
 public:
  TableRows(std::ostream& out, char separator) : buffer_(out), separator_(separator) {}

  template <typename Number>
  void number(Number number) {
    append_number(begin_cell(), number);
  }

  void end() {
    buffer_.text.push_back('\n');
    first_ = true;
    buffer_.drain();
  }

  /// Hands on what is left; after the last row.
  void flush() { buffer_.flush(); }

 protected:
  /// Where the next cell is to be appended.
  std::string& begin_cell() {
    if (!first_) buffer_.text.push_back(separator_);
    first_ = false;
    return buffer_.text;
  }

 private:
  Buffer buffer_;
  char separator_;
  bool first_ = true;
};

}  // namespace rxgraph::exporting
