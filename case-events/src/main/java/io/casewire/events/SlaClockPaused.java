package io.casewire.events;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A clock stands still while the case waits for the customer.
 *
 * @param dueAt the due instant that is given up; the clock has none until it is resumed
 * @param remaining working time left
 */
public record SlaClockPaused(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant pausedAt,
    Duration remaining,
    long policyVersion,
    long calendarVersion)
    implements CaseEvent {}
