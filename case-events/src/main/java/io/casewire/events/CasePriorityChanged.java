package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The priority changed.
 *
 * @param escalationId the escalation that raised it, if one did; clocks then keep their targets
 */
public record CasePriorityChanged(
    UUID caseId, Priority from, Priority to, @Nullable UUID escalationId, Instant at)
    implements CaseEvent {}
