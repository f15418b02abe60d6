package io.casewire.acceptance.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done to the stack while it bears a load. */
public interface Disturbance {

  /** Nothing. */
  Disturbance NONE =
      new Disturbance() {
        @Override
        public void start() {}

        @Override
        public void awaitEnd() {}
      };

  /**
   * A time in which one process was away and no other one.
   *
   * @param process its name in the stack
   */
  record Absence(String process, Instant from, Instant until) {}

  /** The absences that no other one touched; known when all is over. */
  default List<Absence> loneAbsences() {
    return List.of();
  }

  /** When the last process was back; empty if none was away. */
  default Optional<Instant> end() {
    return Optional.empty();
  }

  /** Begins; returns at once. */
  void start();

  /** Returns when all is over and everything runs again. */
  void awaitEnd();
}
