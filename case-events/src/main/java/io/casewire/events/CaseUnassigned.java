package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The case lost its owner; a {@link CaseQueued} follows.
 *
 * @param reason a code such as {@code declined}, never free text
 */
public record CaseUnassigned(UUID caseId, String agentId, String reason, Instant at)
    implements CaseEvent {}
