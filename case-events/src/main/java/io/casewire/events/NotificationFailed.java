package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** A notice was given up after its last attempt. */
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
