package io.casewire.intake.quarantine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to hold back; nothing of its text.
 *
 * @param sender as the mail claims
 * @param subject redacted
 * @param size bytes
 * @param reason the rule that held it back, by its stable name
 */
public record QuarantineEntry(
    UUID id,
    Instant receivedAt,
    String mailbox,
    @Nullable String sender,
    String subject,
    long size,
    String reason) {}
