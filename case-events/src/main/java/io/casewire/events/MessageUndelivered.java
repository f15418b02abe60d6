package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's message was not seen in its channel in time; it is to go by mail if an address is
 * known. Never published for a message that was published as delivered, nor the other way round.
 *
 * @param via the channel that did not deliver
 */
public record MessageUndelivered(UUID caseId, UUID messageId, String via, Instant at)
    implements CaseEvent {}
