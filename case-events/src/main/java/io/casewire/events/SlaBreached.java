package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A clock was not met in time.
 *
 * @param breachedAt equal to {@code dueAt}, whenever it was noticed
 */
public record SlaBreached(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant breachedAt,
    long policyVersion,
    long calendarVersion)
    implements CaseEvent {}
