package io.casewire.sla.calendar;

import io.casewire.sla.input.Validated;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a calendar: which instants count as working time. Immutable.
 *
 * <ul>
 *   <li>Weekly slots are local times of the calendar's zone; a holiday's own slots replace those of
 *       its weekday, also where that weekday is closed.
 *   <li>A slot boundary inside a gap of the zone (clocks go forward) is the instant of the
 *       transition. Of a boundary that happens twice (clocks go back) an opening takes the first
 *       and a closing the second.
 *   <li>Opening is inclusive and closing exclusive: a span of work that ends at closing time is due
 *       then, and one that starts at closing time counts from the next opening.
 *   <li>An always-open calendar ignores its slots and holidays.
 * </ul>
 */
public final class BusinessCalendar {

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant LATEST = LAST_DAY.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
  private static final int DAYS_A_WEEK = 7;
  private static final BusinessCalendar CALENDAR_TIME =
      new BusinessCalendar("", 0, ZoneOffset.UTC, Map.of(), Map.of(), true);

  private final String id;
  private final long version;
  private final ZoneId zone;
  private final List<List<Slot>> slotsFromMonday;
  private final Map<LocalDate, Holiday> holidays;
  private final boolean alwaysOpen;
  private final long lastOpenDay;

  BusinessCalendar(
      String id,
      long version,
      ZoneId zone,
      Map<DayOfWeek, List<Slot>> week,
      Map<LocalDate, Holiday> holidays,
      boolean alwaysOpen) {
    this.id = id;
    this.version = version;
    this.zone = zone;
    this.slotsFromMonday =
        Arrays.stream(DayOfWeek.values())
            .map(day -> List.copyOf(week.getOrDefault(day, List.of())))
            .toList();
    this.holidays = Map.copyOf(holidays);
    this.alwaysOpen = alwaysOpen;
    this.lastOpenDay = findLastOpenDay();
  }

  /**
   * Reads a draft.
   *
   * @return the calendar, or one violation for each bad, reversed, empty or overlapping slot, bad
   *     or repeated date, unknown weekday or zone, or for having no open hours at all
   */
  public static Validated<BusinessCalendar> of(String id, long version, CalendarDraft draft) {
    return new CalendarReader().read(id, version, draft);
  }

  /** The calendar of a target in calendar hours: every second counts. */
  public static BusinessCalendar calendarTime() {
    return CALENDAR_TIME;
  }

  public String id() {
    return id;
  }

  public long version() {
    return version;
  }

  /**
   * The instant at which {@code working} of open time has passed since {@code start}; {@code start}
   * itself when it is zero.
   *
   * @return empty when the calendar has not that much open time left before the year 10000
   * @throws IllegalArgumentException when {@code working} is negative
   */
  public Optional<Instant> deadlineAfter(Instant start, Duration working) {
    if (working.isNegative()) {
      throw new IllegalArgumentException("working time must not be negative");
    }
    if (working.isZero()) {
      return Optional.of(start);
    }
    Optional<Instant> deadline =
        alwaysOpen ? Optional.of(start.plus(working)) : countDown(start, working);
    return deadline.filter(instant -> !instant.isAfter(LATEST));
  }

  private Optional<Instant> countDown(Instant start, Duration working) {
    var spans = new OpenSpans(this, start);
    Duration left = working;
    while (spans.next()) {
      Instant from = later(start, Instant.ofEpochSecond(spans.start()));
      Duration span = Duration.between(from, Instant.ofEpochSecond(spans.end()));
      if (span.compareTo(left) >= 0) {
        return Optional.of(from.plus(left));
      }
      left = left.minus(span);
    }
    return Optional.empty();
  }

  /** The open time between two instants; zero when {@code until} is not after {@code from}. */
  public Duration workingTimeBetween(Instant from, Instant until) {
    if (!until.isAfter(from)) {
      return Duration.ZERO;
    }
    return alwaysOpen ? Duration.between(from, until) : count(from, until);
  }

  private Duration count(Instant from, Instant until) {
    var spans = new OpenSpans(this, from);
    Duration counted = Duration.ZERO;
    while (spans.next() && spans.start() <= until.getEpochSecond()) {
      Instant start = later(from, Instant.ofEpochSecond(spans.start()));
      Instant end = earlier(until, Instant.ofEpochSecond(spans.end()));
      counted = counted.plus(Duration.between(start, end));
    }
    return counted;
  }

  /**
   * Explains the time between two instants: what counted, and why the rest did not. Rows follow
   * each other without a gap; neighbours of the same reason are one row.
   *
   * @return empty when it takes more rows than {@code most}
   */
  public Optional<List<TimelineRow>> timeline(Instant from, Instant until, int most) {
    return new Timeline(this).between(from, until, most);
  }

  ZoneId zone() {
    return zone;
  }

  boolean alwaysOpen() {
    return alwaysOpen;
  }

  /** The slots of a local day, in order. */
  List<Slot> slotsOf(long epochDay) {
    Optional<Holiday> holiday = holidayOn(epochDay);
    if (holiday.isPresent()) {
      return holiday.get().slots();
    }
    // Day 0 of the epoch was a Thursday.
    return slotsFromMonday.get(Math.floorMod(epochDay + 3, DAYS_A_WEEK));
  }

  Optional<Holiday> holidayOn(long epochDay) {
    return holidays.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(holidays.get(LocalDate.ofEpochDay(epochDay)));
  }

  /** The last local day that may have a slot. */
  long lastOpenDay() {
    return lastOpenDay;
  }

  private long findLastOpenDay() {
    if (slotsFromMonday.stream().anyMatch(slots -> !slots.isEmpty())) {
      return LAST_DAY.toEpochDay();
    }
    return holidays.values().stream()
        .filter(holiday -> !holiday.slots().isEmpty())
        .mapToLong(holiday -> holiday.date().toEpochDay())
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
