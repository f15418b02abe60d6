package io.casewire.routing.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to do in a queue. Counting ends above {@link #MOST_COUNTED}.
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

  /** Beyond it a number tells a lead nothing more, and would cost as much as there is to count. */
  public static final int MOST_COUNTED = 1_000;

  /** A count for people. */
  public static String inWords(long count) {
    return count > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(count);
  }
}
