package io.casewire.intake.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits for a person to look at it.
 *
 * @param from as the mail claims; absent when it names nobody
 * @param subject redacted
 * @param size bytes
 * @param reason the rule that held it back, by its stable name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuarantineItem(
    UUID quarantineId,
    Instant receivedAt,
    Instant expiresAt,
    String mailbox,
    @Nullable String from,
    String subject,
    long size,
    String reason) {}
