package io.casewire.events;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A clock stands still while the case waits for the customer.
 *
 * @param remaining working time left
 */
public record SlaClockPaused(
    UUID caseId, UUID clockId, SlaMetric metric, Instant pausedAt, Duration remaining)
    implements CaseEvent {}
