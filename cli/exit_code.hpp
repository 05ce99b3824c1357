#pragma once
/// What the program tells its caller.

namespace rxgraph::cli {

enum class ExitCode : int {
  done = 0,           ///< Done; of `verify`, `ontology check`, `ontology test`: and nothing is wrong.
  no_answer = 1,      ///< Done, but something was found wrong, or there is no answer or no such name.
  usage = 2,          ///< The command line is wrong.
  partly = 3,         ///< Some inputs could not be read; the rest is done and stored.
  failed = 4,         ///< Nothing could be done: input, ontology or store unreadable, disk full.
  interrupted = 130,  ///< Ctrl-C; what is stored is said.
};

}  // namespace rxgraph::cli
