package io.casewire.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

  private static final String BERLIN = "Europe/Berlin";

  private final BusinessCalendar office =
      Calendars.inZone(BERLIN)
          .onWorkdays("09:00-12:00", "13:00-18:00")
          .holiday("2026-12-24", "Heiligabend", "09:00-12:00")
          .holiday("2026-12-25", "Weihnachten")
          .holiday("2026-11-28", "Inventur", "10:00-14:00")
          .build();

  @Test
  void a_span_skips_the_lunch_break_and_the_night() {
    assertDue("2026-11-24T10:00", office, "2026-11-23T11:00", Duration.ofHours(7));
  }

  @Test
  void a_span_that_ends_at_close_is_due_at_close() {
    assertDue("2026-11-23T12:00", office, "2026-11-23T09:00", Duration.ofHours(3));
    assertDue("2026-11-23T18:00", office, "2026-11-23T09:00", Duration.ofHours(8));
  }

  @Test
  void a_start_at_close_counts_from_the_next_opening() {
    assertDue("2026-11-24T09:01", office, "2026-11-23T18:00", Duration.ofMinutes(1));
  }

  @Test
  void a_start_in_closed_time_counts_from_the_next_opening() {
    assertDue("2026-11-23T09:30", office, "2026-11-22T03:17", Duration.ofMinutes(30));
  }

  @Test
  void a_holiday_does_not_count() {
    assertDue("2026-12-28T10:00", office, "2026-12-24T11:00", Duration.ofHours(2));
  }

  @Test
  void a_holidays_own_hours_replace_those_of_a_closed_weekday_too() {
    assertDue("2026-11-28T11:00", office, "2026-11-27T17:00", Duration.ofHours(2));
  }

  @Test
  void always_open_ignores_hours_and_holidays() {
    // Given
    var draft = Calendars.inZone(BERLIN).onWorkdays("09:00-10:00").holiday("2026-12-25", "x");
    var always = new CalendarDraft(BERLIN, draft.draft().hours(), draft.draft().holidays(), true);
    var calendar = Calendars.valid(BusinessCalendar.of("support", 1, always));

    // Then
    assertDue("2026-12-25T22:00", calendar, "2026-12-25T02:00", Duration.ofHours(20));
  }

  @Test
  void the_fraction_of_the_starts_second_is_kept() {
    // Given
    Instant start = local("2026-11-23T17:59:30").plusNanos(250_000_000);

    // Then
    assertEquals(
        Optional.of(local("2026-11-24T09:00:30").plusNanos(250_000_000)),
        office.deadlineAfter(start, Duration.ofMinutes(1)));
    assertEquals(
        Optional.of(local("2026-11-24T09:01:00")),
        office.deadlineAfter(local("2026-11-23T18:00").plusNanos(1), Duration.ofMinutes(1)));
  }

  @Test
  void no_work_is_due_at_once() {
    Instant night = local("2026-11-23T03:00");

    assertEquals(Optional.of(night), office.deadlineAfter(night, Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> office.deadlineAfter(night, Duration.ofNanos(-1)));
  }

  @Test
  void a_boundary_inside_a_gap_is_the_transitions_instant() {
    // Given: in Berlin, 2027-03-28 has no time between 02:00 and 03:00
    var opensInGap = Calendars.inZone(BERLIN).on("sunday", "02:30-04:00").build();
    var closesInGap = Calendars.inZone(BERLIN).on("sunday", "01:00-02:30").build();
    Instant transition = Instant.parse("2027-03-28T01:00:00Z");

    // Then
    assertEquals(
        Optional.of(transition.plusSeconds(600)),
        opensInGap.deadlineAfter(transition.minusSeconds(86_400), Duration.ofMinutes(10)));
    assertEquals(
        Optional.of(transition),
        closesInGap.deadlineAfter(transition.minusSeconds(86_400), Duration.ofHours(1)));
  }

  @Test
  void a_slot_inside_a_gap_does_not_exist_that_day() {
    // Given
    var calendar = Calendars.inZone(BERLIN).on("sunday", "02:10-02:50").build();

    // Then
    assertDue("2027-04-04T02:11", calendar, "2027-03-27T00:00", Duration.ofMinutes(1));
  }

  @Test
  void a_slot_across_an_overlap_opens_at_the_first_and_closes_at_the_second_passing() {
    // Given: in Berlin, 2026-10-25 has the time between 02:00 and 03:00 twice
    var calendar = Calendars.inZone(BERLIN).on("sunday", "02:15-02:45").build();
    Instant firstOpening = Instant.parse("2026-10-25T00:15:00Z");
    Instant secondClosing = Instant.parse("2026-10-25T01:45:00Z");

    // Then
    assertEquals(
        Optional.of(secondClosing),
        calendar.deadlineAfter(firstOpening.minusSeconds(7200), Duration.ofMinutes(90)));
  }

  @Test
  void slots_that_touch_inside_an_overlap_count_once() {
    // Given
    var calendar = Calendars.inZone(BERLIN).on("sunday", "01:00-02:30", "02:30-04:00").build();

    // Then
    assertEquals(
        Duration.ofHours(4),
        calendar.workingTimeBetween(local("2026-10-25T00:00"), local("2026-10-25T06:00")));
  }

  @Test
  void a_day_whose_midnight_does_not_exist_opens_with_its_first_instant() {
    // Given: in Santiago, 2026-09-06 begins at 01:00
    var calendar = Calendars.inZone("America/Santiago").everyDay("00:00-24:00").build();

    // Then
    assertEquals(
        Duration.ofHours(23),
        calendar.workingTimeBetween(
            Instant.parse("2026-09-06T04:00:00Z"), Instant.parse("2026-09-07T03:00:00Z")));
  }

  @Test
  void a_closure_of_many_months_is_skipped() {
    // Given
    var calendar = Calendars.inZone("UTC").onWorkdays("09:00-17:00");
    for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
      calendar.holiday(day.toString(), "renovation");
    }

    // Then
    assertEquals(
        Optional.of(Instant.parse("2028-01-03T10:00:00Z")),
        calendar.build().deadlineAfter(Instant.parse("2025-12-31T17:00:00Z"), Duration.ofHours(1)));
  }

  @Test
  void a_calendar_that_runs_out_of_open_time_has_no_deadline() {
    // Given
    var once = Calendars.inZone("UTC").holiday("2026-10-01", "open day", "10:00-12:00").build();
    Instant before = Instant.parse("2026-01-01T00:00:00Z");

    // Then
    assertEquals(
        Optional.of(Instant.parse("2026-10-01T12:00:00Z")),
        once.deadlineAfter(before, Duration.ofHours(2)));
    assertEquals(Optional.empty(), once.deadlineAfter(before, Duration.ofMinutes(121)));
    assertEquals(
        Optional.empty(),
        once.deadlineAfter(Instant.parse("2026-10-02T00:00:00Z"), Duration.ofMinutes(1)));
  }

  @Test
  void a_deadline_that_rfc_3339_can_not_write_is_none() {
    // Given
    var rare = Calendars.inZone(BERLIN).on("monday", "09:00-09:01").build();
    var always =
        Calendars.valid(
            BusinessCalendar.of("a", 1, new CalendarDraft("UTC", Map.of(), List.of(), true)));

    // Then
    assertEquals(
        Optional.empty(),
        rare.deadlineAfter(local("2026-11-23T09:00"), Duration.ofMinutes(5_256_000)));
    assertEquals(
        Optional.empty(),
        always.deadlineAfter(Instant.parse("9999-12-31T00:00:00Z"), Duration.ofDays(1)));
  }

  @Test
  void time_that_runs_backwards_is_no_working_time() {
    assertEquals(
        Duration.ZERO,
        office.workingTimeBetween(local("2026-11-23T12:00"), local("2026-11-23T09:00")));
  }

  private static void assertDue(
      String dueAt, BusinessCalendar calendar, String start, Duration working) {
    assertEquals(Optional.of(local(dueAt)), calendar.deadlineAfter(local(start), working));
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.of(BERLIN)).toInstant();
  }
}
