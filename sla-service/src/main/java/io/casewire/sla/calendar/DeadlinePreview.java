package io.casewire.sla.calendar;

import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violations;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a span of working time would be due at, with the explanation.
 *
 * @param timeline from the start to {@code dueAt}
 */
public record DeadlinePreview(Instant dueAt, List<TimelineRow> timeline) {

  /** Ten years of 365 days, in minutes: the longest span that can be asked for. */
  public static final long MAX_MINUTES = Duration.ofDays(10 * 365).toMinutes();

  /** Enough for ten years of work in days of eight hours; nobody reads more. */
  static final int MOST_ROWS = 100_000;

  private static final BigDecimal LIMIT = BigDecimal.valueOf(MAX_MINUTES);
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  public DeadlinePreview {
    timeline = List.copyOf(timeline);
  }

  /**
   * Answers a preview request.
   *
   * @param calendar the named calendar, or the outcome of reading the one that was sent
   * @param start RFC 3339 with any offset and any fraction of a second
   * @param minutes of working time, whole, at least 1 and at most {@link #MAX_MINUTES}
   * @return the preview, or violations of {@code calendar.…}, {@code start} and {@code minutes}; a
   *     calendar that runs out of open time is a violation of {@code calendar}, a span that takes
   *     too many rows to explain one of {@code minutes}
   */
  public static Validated<DeadlinePreview> of(
      Validated<BusinessCalendar> calendar, @Nullable String start, @Nullable BigDecimal minutes) {
    var violations = new Violations();
    Optional<BusinessCalendar> hours = violations.take(calendar.under("calendar"));
    Optional<Instant> from = readStart(start, violations);
    Optional<Duration> working = readMinutes(minutes, violations);
    if (hours.isEmpty() || from.isEmpty() || working.isEmpty()) {
      return violations.refusal();
    }
    return preview(hours.get(), from.get(), working.get());
  }

  private static Validated<DeadlinePreview> preview(
      BusinessCalendar calendar, Instant start, Duration working) {
    var violations = new Violations();
    Optional<Instant> dueAt = calendar.deadlineAfter(start, working);
    if (dueAt.isEmpty()) {
      violations.add("calendar", "must have that much open time after the start");
      return violations.refusal();
    }
    Optional<List<TimelineRow>> timeline = calendar.timeline(start, dueAt.get(), MOST_ROWS);
    if (timeline.isEmpty()) {
      violations.add("minutes", "must fit a timeline of at most " + MOST_ROWS + " rows");
      return violations.refusal();
    }
    return new Validated.Valid<>(new DeadlinePreview(dueAt.get(), timeline.get()));
  }

  private static Optional<Instant> readStart(@Nullable String start, Violations violations) {
    try {
      Instant at = OffsetDateTime.parse(start == null ? "" : start).toInstant();
      if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
        return Optional.of(at);
      }
    } catch (DateTimeException notRfc3339) {
      // Reported below, together with a missing one.
    }
    violations.add("start", "must be an RFC 3339 date and time with an offset");
    return Optional.empty();
  }

  private static Optional<Duration> readMinutes(
      @Nullable BigDecimal minutes, Violations violations) {
    if (minutes == null || minutes.signum() <= 0 || minutes.compareTo(LIMIT) > 0) {
      violations.add("minutes", "must be between 1 and " + MAX_MINUTES);
      return Optional.empty();
    }
    if (minutes.stripTrailingZeros().scale() > 0) {
      violations.add("minutes", "must be a whole number");
      return Optional.empty();
    }
    return Optional.of(Duration.ofMinutes(minutes.longValueExact()));
  }
}
