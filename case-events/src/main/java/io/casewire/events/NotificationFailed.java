package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice was given up after its last attempt.
 *
 * @param cause the event that the notice would have told of
 * @param reason a code such as {@code rejected}; never the words of a mail server, which may quote
 *     addresses
 */
public record NotificationFailed(
    UUID caseId,
    UUID notificationId,
    UUID cause,
    String template,
    RecipientKind recipientKind,
    String channel,
    String reason,
    Instant at)
    implements CaseEvent {}
