package io.casewire.sla.preview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be computed; the rules of the values are {@link
 * io.casewire.sla.calendar.DeadlinePreview}'s.
 *
 * @param start RFC 3339 with an offset
 * @param minutes of working time, a whole number
 */
@Schema(name = "DeadlineRequest")
record PreviewBody(
    @NotNull @Valid CalendarChoice calendar, @NotNull String start, @NotNull BigDecimal minutes) {}
