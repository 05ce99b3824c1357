#include "cli/run.hpp"

#include <cerrno>
#include <cstring>
#include <new>
#include <ostream>

#include "base/error.hpp"
#include "cli/graph_access.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs.hpp"
#include "ontology/load.hpp"

namespace rxgraph::cli {
namespace {

ExitCode fail(Session& session, ExitCode code, const std::string& line) {
  session.out.flush();
  session.error << line << '\n';
  return code;
}

/// "rxgraph build: --as-of: '20007' is no date; ...", and where help is.
ExitCode fail_usage(Session& session, const std::string& verb, const char* problem) {
  const std::string program = verb.empty() ? "rxgraph" : "rxgraph " + verb;
  return fail(session, ExitCode::usage, program + ": " + problem + "\nsee '" + program + " --help'");
}

ExitCode answer(const Request& request, Session& session) {
  switch (request.kind) {
    case Request::Kind::version: session.out << "rxgraph " RXGRAPH_VERSION "\n"; return ExitCode::done;
    case Request::Kind::help:
      session.out << (request.topic != nullptr ? request.topic->text() : request.verb == nullptr ? help_text() : help_text(*request.verb));
      return ExitCode::done;
    case Request::Kind::run: return request.verb->run(request.options, session);
  }
  return ExitCode::done;
}

/// The words that name the verb, for messages; empty where they name none.
std::string verb_of(const std::vector<std::string>& words) {
  for (const Verb& verb : verbs()) {
    if (!words.empty() && verb.name == words[0]) return words[0];
  }
  return {};
}

}  // namespace

int run(const std::vector<std::string>& words, const std::string& default_graph, Session& session) {
  ExitCode code = ExitCode::done;
  try {
    code = answer(parse_arguments(words, default_graph), session);
  } catch (const UsageError& error) {
    code = fail_usage(session, verb_of(words), error.what());
  } catch (const UnknownName& error) {
    code = fail_usage(session, verb_of(words), error.what());
  } catch (const NoSuchThing& unknown) {
    code = fail(session, ExitCode::no_answer, unknown.what());
  } catch (const Interrupted&) {
    code = fail(session, ExitCode::interrupted, "interrupted; nothing was written");
  } catch (const OntologyError& error) {
    code = fail(session, ExitCode::failed, error.what());
  } catch (const std::bad_alloc&) {
    code = fail(session, ExitCode::failed, "out of memory; give it fewer threads or smaller files");
  } catch (const std::exception& error) {
    code = fail(session, ExitCode::failed, error.what());
  }
  errno = 0;
  if (!session.out.flush() && code != ExitCode::failed) {
    const std::string reason = errno != 0 ? std::strerror(errno) : "No space left on device";
    code = fail(session, ExitCode::failed, "standard output: cannot be written: " + reason);
  }
  return static_cast<int>(code);
}

}  // namespace rxgraph::cli
