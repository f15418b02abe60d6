package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import io.casewire.events.StatusChangeReason;
import io.casewire.routing.directory.AgentAtWork;
import java.util.Optional;

/** What the owner of a case can do about it at this moment; a later value includes the earlier. */
public enum OwnerState {
  /** The agent has left, or does not work on the queue any more. */
  GONE,
  /** The agent is away or offline. */
  ABSENT,
  /** The agent is online and holds as much as the capacity allows. */
  FULL,
  /** The agent is online and has room for the case. */
  READY;

  /**
   * The state of a case's owner.
   *
   * @param owner empty if nobody works here under that name
   * @param hasRoom whether the case fits into the owner's capacity
   */
  public static OwnerState of(CaseState state, Optional<AgentAtWork> owner, boolean hasRoom) {
    if (owner.isEmpty() || !canWorkOn(state, owner.get())) {
      return GONE;
    }
    if (!owner.get().isOnline()) {
      return ABSENT;
    }
    return hasRoom ? READY : FULL;
  }

  /**
   * A case under way may be with an agent of another queue to whom a person gave it. Once it is
   * done with, it comes back only to somebody who works on its queue.
   */
  private static boolean canWorkOn(CaseState state, AgentAtWork owner) {
    return state.isUnderWay()
        ? owner.agent().active()
        : owner.agent().canWorkOn(state.place().queue());
  }

  /** Whether the owner keeps a case that leaves this status for open. */
  boolean keepsReopened(CaseStatus from, StatusChangeReason why) {
    return switch (why) {
      case CUSTOMER_MESSAGE, ANSWER_UNDELIVERED ->
          isAtLeast(from == CaseStatus.PENDING ? FULL : READY);
      // The agent chose the time, or a colleague looks after it.
      case WAKE_UP, AGENT -> isAtLeast(ABSENT);
      case REPLY, CUSTOMER, REOPEN_WINDOW_PASSED -> true;
    };
  }

  private boolean isAtLeast(OwnerState least) {
    return compareTo(least) >= 0;
  }
}
