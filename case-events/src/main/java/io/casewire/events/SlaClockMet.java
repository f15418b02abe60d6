package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What the clock waited for happened.
 *
 * @param late whether it happened after the due instant
 */
public record SlaClockMet(UUID caseId, UUID clockId, SlaMetric metric, Instant metAt, boolean late)
    implements CaseEvent {}
