package io.casewire.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final BusinessCalendar desk =
      Calendars.inZone("Asia/Shanghai")
          .onWorkdays("09:00-12:00", "13:00-18:00")
          .holiday("2026-10-01", "国庆节")
          .holiday("2026-10-02", "国庆节", "10:00-11:00")
          .holiday("2026-12-31", null)
          .build();

  @Test
  void every_stretch_says_whether_it_counts_and_why() {
    assertRows(
        desk,
        "2026-11-23T11:00",
        "2026-11-23T14:00",
        "11-23T11:00 11-23T12:00 PT1H open",
        "11-23T12:00 11-23T13:00 PT0S closed",
        "11-23T13:00 11-23T14:00 PT1H open");
  }

  @Test
  void a_night_and_a_weekend_are_one_closed_row() {
    assertRows(
        desk,
        "2026-11-27T18:00",
        "2026-11-30T10:00",
        "11-27T18:00 11-30T09:00 PT0S closed",
        "11-30T09:00 11-30T10:00 PT1H open");
  }

  @Test
  void a_holiday_begins_and_ends_at_midnight() {
    assertRows(
        desk,
        "2026-09-30T17:00",
        "2026-10-01T08:00",
        "09-30T17:00 09-30T18:00 PT1H open",
        "09-30T18:00 10-01T00:00 PT0S closed",
        "10-01T00:00 10-01T08:00 PT0S holiday:国庆节");
  }

  @Test
  void outside_a_holidays_own_hours_the_reason_is_the_holiday() {
    assertRows(
        desk,
        "2026-10-01T12:00",
        "2026-10-03T01:00",
        "10-01T12:00 10-02T10:00 PT0S holiday:国庆节",
        "10-02T10:00 10-02T11:00 PT1H open",
        "10-02T11:00 10-03T00:00 PT0S holiday:国庆节",
        "10-03T00:00 10-03T01:00 PT0S closed");
  }

  @Test
  void a_nameless_holiday_is_called_by_its_date() {
    assertRows(
        desk,
        "2026-12-31T10:00",
        "2026-12-31T11:00",
        "12-31T10:00 12-31T11:00 PT0S holiday:2026-12-31");
  }

  @Test
  void zero_length_rows_are_left_out() {
    assertRows(desk, "2026-11-23T18:00", "2026-11-23T18:01", "11-23T18:00 11-23T18:01 PT0S closed");
    assertRows(desk, "2026-11-23T18:00", "2026-11-23T18:00");
  }

  @Test
  void days_that_are_open_all_round_are_one_row() {
    assertRows(
        Calendars.inZone("Asia/Shanghai").everyDay("00:00-12:00", "12:00-24:00").build(),
        "2026-11-23T18:00",
        "2026-12-23T18:00",
        "11-23T18:00 12-23T18:00 PT720H open");
  }

  @Test
  void an_always_open_calendar_has_one_row() {
    assertRows(
        BusinessCalendar.calendarTime(),
        "2026-10-01T00:00",
        "2026-10-02T00:00",
        "10-01T00:00 10-02T00:00 PT24H open");
  }

  private static void assertRows(
      BusinessCalendar calendar, String from, String until, String... rows) {
    assertEquals(
        List.of(rows),
        calendar.timeline(instant(from), instant(until), 100).orElseThrow().stream()
            .map(TimelineTest::text)
            .toList());
  }

  private static String text(TimelineRow row) {
    return "%s %s %s %s".formatted(text(row.from()), text(row.until()), row.counted(), row.why());
  }

  private static String text(Instant instant) {
    return instant.atZone(SHANGHAI).toLocalDateTime().toString().substring("2026-".length());
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}
