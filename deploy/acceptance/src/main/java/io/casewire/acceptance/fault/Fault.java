package io.casewire.acceptance.fault;

import java.time.Duration;

/**
 * Something bad that happens to one process.
 *
 * @param at since the load began
 * @param process its name in the stack
 */
record Fault(Duration at, String process, Kind kind) {

  /** What happens. */
  enum Kind {
    /** SIGKILL; the launcher brings the process back. */
    KILLED,
    /** SIGSTOP, and SIGCONT after a while. */
    FROZEN
  }
}
