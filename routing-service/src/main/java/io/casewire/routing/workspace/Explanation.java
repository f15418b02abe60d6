package io.casewire.routing.workspace;

import java.time.Instant;
import java.util.List;

/**
 * A routing decision in words.
 *
 * @param sentence what was decided and why it was to be decided
 * @param lines every agent who was looked at
 * @param others how many more were looked at, for the same reasons
 */
public record Explanation(Instant at, String sentence, List<Line> lines, int others) {

  /**
   * An agent as the decision found him.
   *
   * @param reason why he was chosen, or why not
   */
  public record Line(String agentId, boolean chosen, String reason, int load, int capacity) {}
}
