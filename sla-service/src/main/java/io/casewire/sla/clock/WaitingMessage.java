package io.casewire.sla.clock;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer's message that is not answered yet.
 *
 * @param sequence of its event among those of intake for the case: a reply answers what its writer
 *     had seen, and that is every message up to a sequence
 * @param at when the customer sent it, as far as he can be believed
 */
public record WaitingMessage(long sequence, UUID messageId, Instant at) {

  boolean seenBy(long seenIntakeSeq) {
    return sequence <= seenIntakeSeq;
  }
}
