package io.casewire.sla.calendar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as somebody sent it; nothing in it is checked yet, lists may even hold nulls.
 *
 * @param timeZone a zone of the tz database, for example {@code Asia/Shanghai}; only an always-open
 *     calendar can do without
 * @param hours by lower-case English weekday, slots as {@code ["09:00", "18:00"]}; a day that is
 *     not named is closed
 * @param holidays days whose hours differ from their weekday's
 * @param alwaysOpen whether hours and holidays are ignored and every instant counts
 */
public record CalendarDraft(
    @Nullable String timeZone,
    Map<String, List<List<String>>> hours,
    List<HolidayDraft> holidays,
    boolean alwaysOpen) {

  /**
   * A day with hours of its own.
   *
   * @param date ISO 8601, for example {@code 2026-10-01}
   * @param name how people call it; the date stands in for a missing one
   * @param hours the day's slots; none means closed all day
   */
  public record HolidayDraft(
      @Nullable String date, @Nullable String name, List<List<String>> hours) {}
}
