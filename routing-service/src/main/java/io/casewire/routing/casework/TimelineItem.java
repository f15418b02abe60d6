package io.casewire.routing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param type the event's name, such as {@code case.assigned}
 * @param by an agent's id, {@code customer} or {@code system}
 * @param text what was written, where something was
 * @param detail the event's facts
 */
public record TimelineItem(
    UUID eventId,
    String type,
    Instant at,
    String by,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String detail) {}
