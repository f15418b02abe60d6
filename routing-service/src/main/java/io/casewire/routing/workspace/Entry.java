package io.casewire.routing.workspace;

import io.casewire.routing.casework.MessageFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the story of a case.
 *
 * @param kind {@code customer}, {@code agent}, {@code note} or {@code event}
 * @param by who wrote it or brought it about
 * @param text what was written, or what happened in words
 * @param unsent why it did not reach the customer, in words; null while it did, as far as is known
 * @param remarks what else is known of it, a line each
 * @param quoted what was cut off from it as a quote or signature
 * @param files what came with it
 */
public record Entry(
    UUID id,
    String kind,
    Instant at,
    String by,
    String text,
    @Nullable String unsent,
    List<String> remarks,
    @Nullable String quoted,
    List<MessageFile> files) {

  private static final String EVENT = "event";

  /** Something that nobody wrote. */
  static Entry event(UUID id, Instant at, String by, String text) {
    return new Entry(id, EVENT, at, by, text, null, List.of(), null, List.of());
  }

  /** Whether somebody wrote it. */
  public boolean isWritten() {
    return !kind.equals(EVENT);
  }
}
