package io.casewire.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.casewire.sla.calendar.CalendarDraft.HolidayDraft;
import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDraftTest {

  private static final long MONDAY = LocalDate.of(2026, 11, 23).toEpochDay();

  @Test
  void a_day_may_have_several_slots_and_end_at_midnight() {
    // Given
    var draft = Calendars.inZone("Asia/Shanghai").on("monday", "13:00-24:00", "09:00-12:00");

    // When
    var calendar = draft.build("desk", 7);

    // Then
    assertEquals("desk", calendar.id());
    assertEquals(7, calendar.version());
    assertEquals(List.of(new Slot(540, 720), new Slot(780, 1440)), calendar.slotsOf(MONDAY));
  }

  @Test
  void slots_may_touch() {
    assertAccepted(Calendars.inZone("UTC").on("monday", "09:00-12:00", "12:00-13:00").draft());
  }

  @ParameterizedTest
  @ValueSource(strings = {"25:00", "9:00", "09:60", "24:01", "noon", "", "09:00:00", "-1:00"})
  void a_bad_time_is_refused(String time) {
    var slots = List.of(List.of("08:00", "08:30"), List.of(time, "18:00"));

    assertRefused(
        "hours.monday[1]", new CalendarDraft("UTC", Map.of("monday", slots), List.of(), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"18:00-09:00", "09:00-09:00", "24:00-24:00"})
  void a_reversed_or_empty_slot_is_refused(String slot) {
    assertRefused("hours.monday[0]", Calendars.inZone("UTC").on("monday", slot).draft());
  }

  @Test
  void overlapping_slots_are_refused_in_any_order() {
    assertRefused(
        "hours.friday[2]",
        Calendars.inZone("UTC").on("friday", "13:00-18:00", "08:00-09:00", "12:00-13:01").draft());
  }

  @Test
  void a_slot_that_is_no_pair_is_refused() {
    var slots = Arrays.asList(List.of("09:00"), null);

    assertRefused(
        List.of("hours.monday[0]", "hours.monday[1]"),
        new CalendarDraft("UTC", Map.of("monday", slots), List.of(), false));
  }

  @Test
  void a_calendar_without_any_open_hours_is_refused() {
    assertRefused("hours", Calendars.inZone("UTC").draft());
    assertRefused("hours", Calendars.inZone("UTC").on("monday").holiday("2026-10-01", "x").draft());
  }

  @Test
  void hours_on_a_holiday_alone_are_open_hours() {
    assertAccepted(
        Calendars.inZone("UTC").holiday("2026-10-01", "open day", "10:00-14:00").draft());
  }

  @Test
  void an_always_open_calendar_needs_no_hours() {
    assertAccepted(new CalendarDraft("UTC", Map.of(), List.of(), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "", "Europe/berlin ", "EST5"})
  void an_unknown_zone_is_refused(String zone) {
    assertRefused("timeZone", Calendars.inZone(zone).onWorkdays("09:00-17:00").draft());
  }

  @Test
  void a_missing_zone_is_refused() {
    assertRefused("timeZone", Calendars.inZone(null).onWorkdays("09:00-17:00").draft());
  }

  @Test
  void an_unknown_weekday_is_refused() {
    assertRefused(
        "hours.funday",
        Calendars.inZone("UTC").onWorkdays("09:00-17:00").on("funday", "09:00-17:00").draft());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "01.10.2026", "2026-1-1", "+12026-01-01", ""})
  void a_bad_date_is_refused(String date) {
    assertRefused(
        "holidays[0].date",
        Calendars.inZone("UTC").onWorkdays("09:00-17:00").holiday(date, "x").draft());
  }

  @Test
  void a_date_may_be_a_holiday_only_once() {
    assertRefused(
        "holidays[1].date",
        Calendars.inZone("UTC")
            .onWorkdays("09:00-17:00")
            .holiday("2026-10-01", "a")
            .holiday("2026-10-01", "b")
            .draft());
  }

  @Test
  void a_holidays_own_hours_are_checked_like_any_other() {
    assertRefused(
        List.of("holidays[0].hours[0]", "holidays[1]"),
        new CalendarDraft(
            "UTC",
            Map.of("monday", List.of(List.of("09:00", "17:00"))),
            Arrays.asList(
                new HolidayDraft("2026-10-01", null, List.of(List.of("14:00", "10:00"))), null),
            false));
  }

  @Test
  void everything_wrong_is_named_at_once() {
    assertRefused(
        List.of("timeZone", "hours.monday[0]", "holidays[0].date"),
        Calendars.inZone("Nowhere").on("monday", "9-17").holiday("soon", "x").draft());
  }

  @Test
  void sizes_are_limited() {
    var slots = Collections.nCopies(25, List.of("09:00", "10:00"));
    var holidays = Collections.nCopies(2_001, new HolidayDraft("2026-10-01", null, List.of()));
    var longName = new HolidayDraft("2026-10-01", "x".repeat(201), List.of());

    assertRefused(
        List.of("hours.monday", "holidays"),
        new CalendarDraft("UTC", Map.of("monday", slots), holidays, false));
    assertRefused("holidays[0].name", new CalendarDraft("UTC", Map.of(), List.of(longName), true));
  }

  private static void assertAccepted(CalendarDraft draft) {
    assertInstanceOf(Validated.Valid.class, BusinessCalendar.of("support", 1, draft));
  }

  private static void assertRefused(String field, CalendarDraft draft) {
    assertRefused(List.of(field), draft);
  }

  private static void assertRefused(List<String> fields, CalendarDraft draft) {
    switch (BusinessCalendar.of("support", 1, draft)) {
      case Validated.Valid<BusinessCalendar>(var calendar) ->
          throw new AssertionError("accepted " + calendar.id());
      case Validated.Invalid<BusinessCalendar>(var violations) ->
          assertEquals(fields, violations.stream().map(Violation::field).toList());
    }
  }
}
