package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** It was decided that a notice is not to be sent, and why. */
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
