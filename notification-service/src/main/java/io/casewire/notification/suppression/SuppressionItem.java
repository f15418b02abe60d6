package io.casewire.notification.suppression;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reason not to write to an address.
 *
 * @param kind {@code permanent} keeps all mail from it, {@code complaint} automatic mail only
 * @param status the enhanced status code (RFC 3463) of the report that it rests on
 * @param until when it ends by itself
 * @param notificationId the notice that the report was about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Suppression")
public record SuppressionItem(
    @Schema(enumeration = {"permanent", "complaint"}) String kind,
    @Nullable String status,
    Instant since,
    Instant until,
    UUID notificationId) {}
