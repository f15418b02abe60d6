package io.casewire.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinePreviewTest {

  private static final String START = "2026-11-23T10:00:00+08:00";

  private final Validated<BusinessCalendar> desk =
      new Validated.Valid<>(
          Calendars.inZone("Asia/Shanghai").onWorkdays("09:00-12:00", "13:00-18:00").build());

  @Test
  void a_preview_has_the_due_instant_and_the_timeline_up_to_it() {
    // When
    var preview = DeadlinePreview.of(desk, START, new BigDecimal("180"));

    // Then
    var dueAt = Instant.parse("2026-11-23T06:00:00Z");
    var noon = Instant.parse("2026-11-23T04:00:00Z");
    var one = Instant.parse("2026-11-23T05:00:00Z");
    assertEquals(
        new Validated.Valid<>(
            new DeadlinePreview(
                dueAt,
                List.of(
                    new TimelineRow(
                        Instant.parse("2026-11-23T02:00:00Z"), noon, Duration.ofHours(2), "open"),
                    new TimelineRow(noon, one, Duration.ZERO, "closed"),
                    new TimelineRow(one, dueAt, Duration.ofHours(1), "open")))),
        preview);
  }

  @ParameterizedTest
  @ValueSource(strings = {START, "2026-11-23T02:00:00.123456789Z", "2026-11-22T16:00:00-10:00"})
  void offsets_and_fractions_of_the_start_are_accepted(String start) {
    assertInstanceOf(Validated.Valid.class, DeadlinePreview.of(desk, start, BigDecimal.TEN));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-11-23",
        "2026-11-23T10:00:00",
        "2026-02-30T10:00:00Z",
        "+12026-11-23T10:00:00Z",
        "2026-11-23T10:00:60Z"
      })
  void a_bad_start_is_refused(String start) {
    assertRefused(List.of("start"), DeadlinePreview.of(desk, start, BigDecimal.TEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "60.0", "6E+1", "5256000"})
  void whole_minutes_up_to_ten_years_are_accepted(BigDecimal minutes) {
    assertInstanceOf(Validated.Valid.class, DeadlinePreview.of(desk, START, minutes));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"0", "-1", "0.5", "1.000001", "5256001", "1E+999999999", "1E-999999999"})
  void other_minutes_are_refused(BigDecimal minutes) {
    assertRefused(List.of("minutes"), DeadlinePreview.of(desk, START, minutes));
  }

  @Test
  void an_inline_calendars_violations_are_named_inside_it() {
    // Given
    var draft = Calendars.inZone("Nowhere").on("monday", "9-17").draft();

    // When
    var preview = DeadlinePreview.of(BusinessCalendar.of("inline", 0, draft), "x", BigDecimal.ZERO);

    // Then
    assertRefused(
        List.of("calendar.timeZone", "calendar.hours.monday[0]", "start", "minutes"), preview);
  }

  @Test
  void a_calendar_that_was_open_only_in_the_past_is_refused() {
    // Given
    var past = Calendars.inZone("UTC").holiday("2026-10-01", "open day", "10:00-12:00").build();

    // When
    var preview = DeadlinePreview.of(new Validated.Valid<>(past), START, BigDecimal.ONE);

    // Then
    assertRefused(List.of("calendar"), preview);
  }

  private static void assertRefused(List<String> fields, Validated<DeadlinePreview> preview) {
    switch (preview) {
      case Validated.Valid<DeadlinePreview>(var value) ->
          throw new AssertionError("accepted, due " + value.dueAt());
      case Validated.Invalid<DeadlinePreview>(var violations) ->
          assertEquals(fields, violations.stream().map(Violation::field).toList());
    }
  }
}
