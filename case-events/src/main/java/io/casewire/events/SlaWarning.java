package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** A clock comes close to its due instant. */
public record SlaWarning(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant warnedAt,
    long policyVersion,
    long calendarVersion)
    implements CaseEvent {}
