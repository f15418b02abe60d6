package io.casewire.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a timeline.
 *
 * @param until exclusive, always after {@code from}
 * @param counted how much of it is working time: all or nothing
 * @param why {@code open}, {@code closed}, or {@code holiday:} with the holiday's name
 */
public record TimelineRow(Instant from, Instant until, Duration counted, String why) {

  static final String OPEN = "open";
  static final String CLOSED = "closed";
  static final String HOLIDAY = "holiday:";

  static TimelineRow of(Instant from, Instant until, String why) {
    Duration counted = why.equals(OPEN) ? Duration.between(from, until) : Duration.ZERO;
    return new TimelineRow(from, until, counted, why);
  }

  /** The holiday's name, if it is because of one that nothing counted. */
  public Optional<String> holiday() {
    return why.startsWith(HOLIDAY)
        ? Optional.of(why.substring(HOLIDAY.length()))
        : Optional.empty();
  }
}
