package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** The customer's own client has confirmed that it showed an agent's message. */
public record MessageDelivered(UUID caseId, UUID messageId, String via, Instant at)
    implements CaseEvent {}
