#include "cli/interrupt.hpp"

#include <csignal>

namespace rxgraph::cli {
namespace {

volatile std::sig_atomic_t pressed = 0;

extern "C" void note_interrupt(int) { pressed = 1; }

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  pressed = 0;
  handle(note_interrupt);
}

InterruptWatch::~InterruptWatch() { handle(SIG_DFL); }

bool InterruptWatch::seen() const noexcept { return pressed != 0; }

}  // namespace rxgraph::cli
