#pragma once
/// What a verb works with: streams, and the terminal behind them.

#include <cstddef>
#include <iosfwd>

namespace rxgraph::cli {

/// What stands behind standard output and standard error.
struct Terminal {
  bool output = false;      ///< Standard output is a terminal.
  bool error = false;       ///< Standard error is a terminal.
  std::size_t width = 80;   ///< Columns; of no meaning in a pipe.
};

/// The world of one run.
struct Session {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
  Terminal terminal;
};

}  // namespace rxgraph::cli
