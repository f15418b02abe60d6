package io.casewire.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that the launcher sends. */
enum Signal {
  TERM,
  INT,
  CONT,
  KILL;

  /** What asks a component to stop in good order. */
  static Signal thatStops(Component component) {
    return switch (component) {
      // SIGTERM would make PostgreSQL wait until the last client has left.
      case POSTGRES -> INT;
      case INTAKE, ROUTING, NOTIFICATION, SLA, KAFKA, MAIL, ISSUER -> TERM;
    };
  }

  /** Sends it; a process that is gone does not mind. */
  void send(long pid) {
    try {
      new ProcessBuilder("kill", "-" + name(), String.valueOf(pid))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
