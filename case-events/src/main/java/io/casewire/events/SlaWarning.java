package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock comes close to its due instant.
 *
 * @param noticedAt when it was found out, if that was long after: an outage delays, and loses
 *     nothing
 */
public record SlaWarning(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant warnedAt,
    long policyVersion,
    long calendarVersion,
    @Nullable Instant noticedAt)
    implements CaseEvent {}
