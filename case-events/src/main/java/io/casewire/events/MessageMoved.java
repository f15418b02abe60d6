package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Intake moved a refused message out of this case: to {@code toCaseId}, where it appears as that
 * case's first or next message. At most once for a message and a case.
 */
public record MessageMoved(UUID caseId, UUID messageId, UUID toCaseId, Instant at)
    implements CaseEvent {}
