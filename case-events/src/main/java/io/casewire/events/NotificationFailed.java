package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice was given up after its last attempt.
 *
 * @param cause the event that the notice would have told of
 * @param reason a code such as {@code rejected}; never the words of a mail server, which may quote
 *     addresses
 * @param messageId the agent's message that the notice would have carried, if it carried one
 */
public record NotificationFailed(
    UUID caseId,
    UUID notificationId,
    UUID cause,
    String template,
    RecipientKind recipientKind,
    String channel,
    String reason,
    @Nullable UUID messageId,
    Instant at)
    implements CaseEvent {}
