package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock was not met in time.
 *
 * @param breachedAt equal to {@code dueAt}, whenever it was noticed
 * @param noticedAt when it was found out, if that was long after: an outage delays, and loses
 *     nothing
 */
public record SlaBreached(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant breachedAt,
    long policyVersion,
    long calendarVersion,
    @Nullable Instant noticedAt)
    implements CaseEvent {}
