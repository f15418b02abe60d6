package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that had been handed over came back: its recipient did not get it.
 *
 * @param cause the event that the notice told of
 * @param reason a code such as {@code unknown-mailbox}; never the words of a mail server, which may
 *     quote addresses
 * @param messageId the agent's message that the notice carried, if it carried one
 */
public record NotificationBounced(
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
