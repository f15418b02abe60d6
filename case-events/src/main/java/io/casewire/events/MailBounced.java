package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail server or a reader's provider reported about a mail that we had sent. Published only if
 * the report encloses a Message-ID of ours.
 *
 * @param rfcMessageId the Message-ID of our mail; notification finds its delivery by it
 * @param status the enhanced status code (RFC 3463), for example {@code 5.1.1}
 */
public record MailBounced(
    UUID caseId, String rfcMessageId, BounceKind kind, @Nullable String status, Instant at)
    implements CaseEvent {}
