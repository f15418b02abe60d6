package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock runs.
 *
 * @param clockId the same for all events of one clock
 * @param dueAt the instant the clock must be met by, inclusive
 * @param startedAt the effective instant it counts from
 * @param awaitedMessageId the customer's message that waits for an answer, for response clocks
 */
public record SlaClockStarted(
    UUID caseId,
    UUID clockId,
    SlaMetric metric,
    Instant startedAt,
    Instant dueAt,
    String policy,
    long policyVersion,
    String calendar,
    long calendarVersion,
    @Nullable UUID awaitedMessageId)
    implements CaseEvent {}
