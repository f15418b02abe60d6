package io.casewire.sla.preview;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.casewire.sla.rules.CalendarBody;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar, by its id or written out; exactly one of the two is set. */
@Schema(
    oneOf = {String.class, CalendarBody.class},
    description = "The id of a calendar, or a calendar written out")
record CalendarChoice(@Nullable String id, @Nullable @Valid CalendarBody inline) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CalendarChoice of(String id) {
    return new CalendarChoice(id, null);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CalendarChoice of(CalendarBody inline) {
    return new CalendarChoice(null, inline);
  }
}
