package io.casewire.routing.escalation;

import io.casewire.events.CaseStatus;
import io.casewire.events.Priority;
import io.casewire.routing.directory.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What an escalation has to know of its case.
 *
 * @param owner agent id; null while nobody owns it
 * @param queue the queue it belongs to
 * @param answered whether the message that the clock waited for has been answered meanwhile
 * @param overtakingSeq the sequence of the last event that {@link
 *     io.casewire.routing.life.Sight#isOvertakenBy overtakes} what had not seen it
 */
public record CaseAtHand(
    CaseStatus status,
    @Nullable String owner,
    Queue queue,
    Priority priority,
    boolean answered,
    long overtakingSeq) {

  /**
   * Whether the escalation has been overtaken. A pending case whose decider knew that it was
   * pending still counts: its policy lets the clock run on.
   */
  boolean isBeyond(Escalation escalation) {
    return answered
        || !escalation.sight().covers(overtakingSeq)
        || switch (status) {
          case OPEN, PENDING -> false;
          case RESOLVED, CLOSED, MERGED, SPAM -> true;
        };
  }
}
