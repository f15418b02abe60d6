package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The case waits in a queue for an owner.
 *
 * @param waitingSince keeps its value while the case moves between queues, so a case never loses
 *     its turn
 */
public record CaseQueued(UUID caseId, String queue, Instant waitingSince) implements CaseEvent {}
