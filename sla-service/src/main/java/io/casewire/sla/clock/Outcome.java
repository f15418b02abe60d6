package io.casewire.sla.clock;

import io.casewire.sla.escalation.EscalationLevel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that became true of a clock. Outcomes of one decision are in the order in which they
 * happened to their clock.
 */
public sealed interface Outcome {

  /** The clock after it. */
  Clock clock();

  /** When it became true, which may be long before it was noticed. */
  Instant at();

  /** A clock runs towards its due instant. */
  record Started(Clock clock, Instant at) implements Outcome {}

  /** The clock stands still; {@link Clock#remaining} is what it will get. */
  record Paused(Clock clock, Instant at) implements Outcome {}

  /**
   * A paused clock, the resolution clock of a reopened case, or a reply clock whose answer did not
   * arrive runs again.
   */
  record Resumed(Clock clock, Instant at) implements Outcome {}

  /**
   * What the clock waited for has happened.
   *
   * @param late whether that was after the due instant
   */
  record Met(Clock clock, Instant at, boolean late) implements Outcome {}

  record Cancelled(Clock clock, Instant at, CancelReason reason) implements Outcome {}

  /** The clock has other terms and another due instant. */
  record Retargeted(Clock clock, Instant at) implements Outcome {}

  record Warned(Clock clock, Instant at) implements Outcome {}

  /** The due instant passed; {@code at} is that instant. */
  record Breached(Clock clock, Instant at) implements Outcome {}

  /**
   * A breach was none, because what prevented it was only heard of later.
   *
   * @param at the instant of what prevented it
   * @param escalationIds what must be undone where it is still pending
   */
  record BreachWithdrawn(Clock clock, Instant at, List<UUID> escalationIds) implements Outcome {

    public BreachWithdrawn {
      escalationIds = List.copyOf(escalationIds);
    }
  }

  /** A level of the chain is reached. */
  record Escalated(Clock clock, Instant at, UUID escalationId, EscalationLevel level)
      implements Outcome {}
}
