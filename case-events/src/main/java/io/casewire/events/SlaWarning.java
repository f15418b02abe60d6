package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock comes close to its due instant.
 *
 * @param noticedAt when it was found out, if that was long after: an outage delays, and loses
 *     nothing
 * @param seenRoutingSeq the last sequence of routing's events of this case that sla had applied:
 *     what came after it and matters makes this obsolete
 */
public record SlaWarning(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant warnedAt,
    long policyVersion,
    long calendarVersion,
    @Nullable Instant noticedAt,
    @Nullable Long seenRoutingSeq)
    implements CaseEvent {}
