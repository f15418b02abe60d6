package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The clock has nothing left to wait for.
 *
 * @param dueAt the clock's last due instant; of a paused clock the one it gave up
 * @param reason a code such as {@code case-closed}, never free text
 */
public record SlaClockCancelled(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant dueAt,
    Instant cancelledAt,
    String reason,
    long policyVersion,
    long calendarVersion)
    implements CaseEvent {}
