package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The case's priority or classification changed, and with it the clock's target.
 *
 * @param dueAt the new due instant; of a paused clock the one it would have if it went on at {@code
 *     at}
 */
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
