package io.casewire.routing.directory;

import java.time.Instant;

/**
 * An agent and how he is at work at this moment.
 *
 * @param load units of work he holds: the weight of every open case he owns
 * @param idleSince since when he has not been given anything: his last assignment, or when he last
 *     came online if that is later
 * @param lastTurn his place in the ring of the queue that is being planned: the number of the last
 *     assignment that went to him there, 0 before his first
 */
public record AgentAtWork(
    Agent agent, Presence presence, int load, Instant idleSince, long lastTurn) {

  /** The agent's id. */
  public String id() {
    return agent.id();
  }

  /** Whether he can be turned to now. */
  public boolean isOnline() {
    return agent.active() && presence == Presence.ONLINE;
  }

  /**
   * Whether a case of this weight may stay with him or come back to him without anybody's order.
   *
   * @param weight units, at least 1
   */
  public boolean hasRoomFor(int weight) {
    return isOnline() && load + weight <= agent.capacity();
  }
}
