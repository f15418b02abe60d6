package io.casewire.sla.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message that is not answered yet.
 *
 * @param sequence of its event among those of intake for the case: a reply answers what its writer
 *     had seen, and that is every message up to a sequence
 * @param at when the customer sent it, as far as he can be believed
 * @param againSince when it became known that its answer was none; null if it never had one
 */
public record WaitingMessage(
    long sequence, UUID messageId, Instant at, @Nullable Instant againSince) {

  WaitingMessage(long sequence, UUID messageId, Instant at) {
    this(sequence, messageId, at, null);
  }

  WaitingMessage again(Instant since) {
    return new WaitingMessage(sequence, messageId, at, since);
  }

  /** Since when anybody could know that it waits. */
  Instant knownSince() {
    return againSince == null ? at : againSince;
  }

  boolean seenBy(long seenIntakeSeq) {
    return sequence <= seenIntakeSeq;
  }
}
