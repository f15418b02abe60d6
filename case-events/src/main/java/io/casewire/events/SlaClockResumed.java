package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A clock that was paused, or whose answer did not arrive, runs again towards a new due instant.
 */
public record SlaClockResumed(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant resumedAt,
    Instant dueAt,
    long policyVersion,
    long calendarVersion)
    implements CaseEvent {}
