package io.casewire.sla.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out open spans and the reasons of the time between them. */
final class Timeline {

  private final BusinessCalendar calendar;
  private final LocalDays days;
  private final List<TimelineRow> rows = new ArrayList<>();

  Timeline(BusinessCalendar calendar) {
    this.calendar = calendar;
    this.days = new LocalDays(calendar.zone());
  }

  /** The rows; empty when there are more than {@code most}. */
  Optional<List<TimelineRow>> between(Instant from, Instant until, int most) {
    if (calendar.alwaysOpen()) {
      add(from, until, TimelineRow.OPEN);
      return Optional.of(List.copyOf(rows));
    }
    var spans = new OpenSpans(calendar, from);
    Instant at = from;
    while (rows.size() <= most && at.isBefore(until) && spans.next()) {
      Instant opens = clip(spans.start(), at, until);
      Instant closes = clip(spans.end(), at, until);
      addClosed(at, opens);
      add(opens, closes, TimelineRow.OPEN);
      at = closes;
    }
    if (rows.size() > most) {
      return Optional.empty();
    }
    addClosed(at, until);
    return Optional.of(List.copyOf(rows));
  }

  /** Splits closed time at the midnights where a holiday begins or ends. */
  private void addClosed(Instant from, Instant until) {
    long day = LocalDays.dayOf(from, calendar.zone());
    Instant at = from;
    while (at.isBefore(until)) {
      Instant midnight = clip(days.opening(day + 1, 0), at, until);
      add(at, midnight, reasonOn(day));
      at = midnight;
      day++;
    }
  }

  private String reasonOn(long day) {
    return calendar
        .holidayOn(day)
        .map(holiday -> TimelineRow.HOLIDAY + holiday.name())
        .orElse(TimelineRow.CLOSED);
  }

  private void add(Instant from, Instant until, String why) {
    if (!from.isBefore(until)) {
      return;
    }
    Instant start = from;
    if (!rows.isEmpty() && rows.getLast().why().equals(why)) {
      start = rows.removeLast().from();
    }
    rows.add(TimelineRow.of(start, until, why));
  }

  private static Instant clip(long epochSecond, Instant earliest, Instant latest) {
    Instant instant = Instant.ofEpochSecond(epochSecond);
    if (instant.isBefore(earliest)) {
      return earliest;
    }
    return instant.isAfter(latest) ? latest : instant;
  }
}
