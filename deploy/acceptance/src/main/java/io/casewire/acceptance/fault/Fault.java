package io.casewire.acceptance.fault;

import java.time.Duration;

/**
 * Something bad that happens to one process, or to all by way of the stream.
 *
 * @param at since the load began
 * @param process its name in the stack
 * @param length how long it lasts, where that does not depend on how soon a process comes back
 */
record Fault(Duration at, String process, Kind kind, Duration length) {

  /** What happens. */
  enum Kind {
    /** SIGKILL; the launcher brings the process back. */
    KILLED,
    /**
     * SIGSTOP of it and of its children, and SIGCONT after a while. Connections stay open and new
     * ones are taken, and nothing answers: for a server what a network that swallows everything is.
     */
    FROZEN,
    /** Stopped in good order, and started after a while. */
    AWAY,
    /** SIGKILL; the launcher brings the process back after a while. */
    GONE,
    /** Gets what nobody can apply. */
    POISONED,
    /** Has no room on its disk for a while. */
    FULL
  }
}
