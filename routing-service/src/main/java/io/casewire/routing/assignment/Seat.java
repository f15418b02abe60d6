package io.casewire.routing.assignment;

import io.casewire.routing.directory.AgentAtWork;
import java.time.Instant;

/** An agent during one round: load and turn move on with every case that the agent is given. */
final class Seat {

  private final AgentAtWork atWork;
  private final int agents;
  private int load;
  private Instant idleSince;
  private long lastTurn;

  /**
   * @param alike how many further agents this one stands for
   */
  Seat(AgentAtWork atWork, int alike) {
    this.atWork = atWork;
    this.agents = 1 + alike;
    this.load = atWork.load();
    this.idleSince = atWork.idleSince();
    this.lastTurn = atWork.lastTurn();
  }

  void take(int weight, Instant now, long turn) {
    load += weight;
    idleSince = now;
    lastTurn = turn;
  }

  AgentAtWork atWork() {
    return atWork;
  }

  /** How many agents this one counts for. */
  int agents() {
    return agents;
  }

  String id() {
    return atWork.id();
  }

  int capacity() {
    return atWork.agent().capacity();
  }

  int load() {
    return load;
  }

  Instant idleSince() {
    return idleSince;
  }

  long lastTurn() {
    return lastTurn;
  }
}
