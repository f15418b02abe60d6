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
 */
public record CaseAtHand(
    CaseStatus status, @Nullable String owner, Queue queue, Priority priority, boolean answered) {

  /**
   * Whether the escalation has been overtaken. A pending case still counts: it was late when the
   * level was reached, or its policy lets the clock run on.
   */
  boolean isBeyondEscalation() {
    return answered
        || switch (status) {
          case OPEN, PENDING -> false;
          case RESOLVED, CLOSED, MERGED, SPAM -> true;
        };
  }
}
