package io.casewire.routing.desk;

import org.jspecify.annotations.Nullable;

/**
 * To whom or where a case is to go; exactly one of both.
 *
 * @param force also to an agent who is offline
 */
public record AssignmentBody(
    @Nullable String agentId, @Nullable String queueId, @Nullable Boolean force) {

  boolean isForced() {
    return Boolean.TRUE.equals(force);
  }
}
