package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What the clock waited for happened.
 *
 * @param dueAt the clock's last due instant; of a paused clock the one it gave up
 * @param late whether it happened after the due instant
 */
public record SlaClockMet(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant metAt,
    boolean late,
    long policyVersion,
    long calendarVersion)
    implements CaseEvent {}
