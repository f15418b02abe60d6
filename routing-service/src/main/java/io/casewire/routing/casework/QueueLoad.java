package io.casewire.routing.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to do in a queue.
 *
 * @param waiting open cases that nobody owns
 * @param oldest when the turn of the first of them began
 * @param owned open cases that somebody owns
 * @param pending cases that wait for their customer
 * @param overdue open cases of which a clock has run out
 * @param nextDue the next instant at which a clock of an open case runs out
 */
public record QueueLoad(
    String queue,
    long waiting,
    @Nullable Instant oldest,
    long owned,
    long pending,
    long overdue,
    @Nullable Instant nextDue) {

  /** Of a queue without open or pending cases. */
  public static QueueLoad none(String queue) {
    return new QueueLoad(queue, 0, null, 0, 0, 0, null);
  }
}
