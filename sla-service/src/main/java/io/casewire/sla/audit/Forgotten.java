package io.casewire.sla.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case that nothing would bring to anybody's notice.
 *
 * @param caseNumber null for an alarm timer of a case that does not exist
 * @param clockId null if there is no clock that the reason is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ForgottenCase")
record Forgotten(
    UUID caseId,
    @Nullable String caseNumber,
    @Nullable UUID clockId,
    @Schema(
            enumeration = {
              "no-clock",
              "clock-without-timer",
              "timer-after-deadline",
              "paused-in-open-case",
              "timer-without-clock"
            })
        String reason) {}
