package io.casewire.routing.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is: with an owner, or in its queue.
 *
 * @param owner agent id; null while nobody owns it
 * @param queue the queue it belongs to, also while somebody owns it
 * @param waitingSince the beginning of its turn: kept over queues and over owners who give it back,
 *     so that nobody waits anew because of them; it begins again when a case is reopened
 */
public record Place(@Nullable String owner, String queue, Instant waitingSince) {

  /** Whether nobody owns it. */
  public boolean isUnowned() {
    return owner == null;
  }

  boolean isOwnedBy(String agentId) {
    return agentId.equals(owner);
  }

  Place ownedBy(@Nullable String agentId) {
    return new Place(agentId, queue, waitingSince);
  }

  Place queued(String newQueue, Instant since) {
    return new Place(owner, newQueue, since);
  }
}
