package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * It was decided that a notice is not to be sent, and why.
 *
 * @param cause the event that the notice would have told of
 * @param reason a code such as {@code no-address}; never the words of a mail server, which may
 *     quote addresses
 */
public record NotificationSuppressed(
    UUID caseId,
    UUID notificationId,
    UUID cause,
    String template,
    RecipientKind recipientKind,
    String channel,
    String reason,
    Instant at)
    implements CaseEvent {}
