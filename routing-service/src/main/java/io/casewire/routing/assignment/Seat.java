package io.casewire.routing.assignment;

import io.casewire.routing.directory.Agent;
import io.casewire.routing.directory.AgentAtWork;
import java.time.Instant;

/** An agent during one pass: his load and his turn move on with every case that he is given. */
final class Seat {

  private final AgentAtWork atWork;
  private final int alike;
  private final int capacity;
  private int load;
  private Instant idleSince;
  private long lastTurn;

  /**
   * @param alike how many further agents this one stands for
   */
  Seat(AgentAtWork atWork, int alike) {
    this.atWork = atWork;
    this.alike = alike;
    this.capacity = atWork.agent().capacity();
    this.load = atWork.load();
    this.idleSince = atWork.idleSince();
    this.lastTurn = atWork.lastTurn();
  }

  void take(int weight, Instant now, long turn) {
    load += weight;
    idleSince = now;
    lastTurn = turn;
  }

  boolean hasRoomFor(int weight) {
    return load + weight <= capacity;
  }

  int alike() {
    return alike;
  }

  AgentAtWork atWork() {
    return atWork;
  }

  Agent agent() {
    return atWork.agent();
  }

  String id() {
    return atWork.id();
  }

  int capacity() {
    return capacity;
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
