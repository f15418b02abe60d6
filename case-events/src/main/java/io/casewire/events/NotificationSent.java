package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice was handed over to its channel.
 *
 * @param cause the event that the notice tells of
 * @param rfcMessageId the mail's Message-ID; intake keeps it, so that an answer finds its case
 * @param messageId the agent's message that the notice carries, if it carries one
 */
public record NotificationSent(
    UUID caseId,
    UUID notificationId,
    UUID cause,
    String template,
    RecipientKind recipientKind,
    String channel,
    @Nullable String rfcMessageId,
    @Nullable UUID messageId,
    Instant at)
    implements CaseEvent {}
