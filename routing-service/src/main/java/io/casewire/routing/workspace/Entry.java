package io.casewire.routing.workspace;

import java.time.Instant;
import java.util.UUID;

/**
 * Something in the story of a case.
 *
 * @param kind {@code customer}, {@code agent}, {@code note} or {@code event}
 * @param by who wrote it or brought it about
 * @param text what was written, or what happened in words
 */
public record Entry(UUID id, String kind, Instant at, String by, String text) {

  /** Whether somebody wrote it. */
  public boolean isWritten() {
    return !kind.equals("event");
  }
}
