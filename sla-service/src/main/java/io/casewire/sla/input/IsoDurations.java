package io.casewire.sla.input;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ISO 8601 durations in days, hours, minutes and seconds, as policies are written in. */
public final class IsoDurations {

  /** What a well-formed one has to be, for violations. */
  public static final String RULE = "must be an ISO 8601 duration of at most 3650 days";

  private static final Duration LONGEST = Duration.ofDays(3650);

  private IsoDurations() {}

  /** The duration; empty when it is missing, malformed, negative or longer than ten years. */
  public static Optional<Duration> parse(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(Duration::parse)
          .filter(duration -> !duration.isNegative() && duration.compareTo(LONGEST) <= 0);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
