package io.casewire.sla.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.kit.problem.Problem;
import io.casewire.sla.calendar.CalendarDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as a supervisor defines it, which is also the form in which it is kept; the rules of
 * its values are {@link io.casewire.sla.calendar.BusinessCalendar}'s.
 *
 * @param hours by weekday, {@code monday} to {@code sunday}: pairs of opening and closing time
 * @param alwaysOpen false when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Calendar")
public record CalendarBody(
    @Nullable String timeZone,
    @Nullable Map<String, List<List<String>>> hours,
    @Nullable List<@Valid HolidayBody> holidays,
    @Nullable Boolean alwaysOpen) {

  /** A day with hours of its own; without any it is closed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Holiday")
  public record HolidayBody(
      @NotNull String date, @Nullable String name, @Nullable List<List<String>> hours) {

    private CalendarDraft.HolidayDraft draft() {
      return new CalendarDraft.HolidayDraft(date, name, hours == null ? List.of() : hours);
    }
  }

  /**
   * The same for the domain to judge.
   *
   * @param field where the calendar stands in the input, with a dot behind it, or nothing
   * @throws Problem 400 if the time zone is missing
   */
  public CalendarDraft draft(String field) {
    boolean always = Boolean.TRUE.equals(alwaysOpen);
    if (timeZone == null && !always) {
      throw Problem.invalid(field + "timeZone", "must not be null");
    }
    return new CalendarDraft(
        timeZone,
        hours == null ? Map.of() : hours,
        holidays == null ? List.of() : holidays.stream().map(HolidayBody::draft).toList(),
        always);
  }
}
