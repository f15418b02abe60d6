package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/** The clock has nothing left to wait for. */
public record SlaClockCancelled(
    UUID caseId, UUID clockId, SlaMetric metric, Instant cancelledAt, String reason)
    implements CaseEvent {}
