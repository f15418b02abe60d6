package io.casewire.sla.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.kit.definition.DefinitionVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a calendar as it is shown.
 *
 * @param definedBy the agent's id; {@code system} for what came with the service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarView(
    String calendarId,
    long version,
    @Nullable String timeZone,
    @Nullable Map<String, List<List<String>>> hours,
    @Nullable List<CalendarBody.HolidayBody> holidays,
    @Nullable Boolean alwaysOpen,
    Instant definedAt,
    String definedBy) {

  static CalendarView of(DefinitionVersion stored, CalendarBody body) {
    return new CalendarView(
        stored.id(),
        stored.version(),
        body.timeZone(),
        body.hours(),
        body.holidays(),
        body.alwaysOpen(),
        stored.definedAt(),
        stored.definedBy());
  }
}
