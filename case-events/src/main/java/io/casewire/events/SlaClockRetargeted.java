package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** The case's priority or classification changed, and with it the clock's target. */
public record SlaClockRetargeted(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    String policy,
    long policyVersion,
    String calendar,
    long calendarVersion,
    Instant at)
    implements CaseEvent {}
