package io.casewire.sla.clock;

import io.casewire.sla.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * Effective working time.
 *
 * @param counted what had been counted at {@code since}
 * @param since when the watch was last started or stopped
 */
public record Stopwatch(Duration counted, Instant since) {

  /** A running watch, read at an instant: what has counted until then. */
  Stopwatch ranUntil(Instant at, BusinessCalendar hours) {
    return new Stopwatch(counted.plus(hours.workingTimeBetween(since, at)), at);
  }

  /** A stopped watch, started again. */
  Stopwatch startedAgainAt(Instant at) {
    return new Stopwatch(counted, at);
  }

  Stopwatch cappedAt(Duration most) {
    return counted.compareTo(most) > 0 ? new Stopwatch(most, since) : this;
  }

  /**
   * When the watch shows {@code reading} if it runs from {@code since} on; at once when it already
   * does.
   *
   * <p>A calendar without enough open time left counts every hour from then on: a clock that could
   * never run out would leave its case forgotten.
   */
  Instant reaches(Duration reading, BusinessCalendar hours) {
    Duration left = reading.minus(counted);
    if (left.isNegative()) {
      return since;
    }
    return hours.deadlineAfter(since, left).orElseGet(() -> since.plus(left));
  }
}
