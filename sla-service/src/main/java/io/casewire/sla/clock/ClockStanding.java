package io.casewire.sla.clock;

/** What people are told of a clock. */
public enum ClockStanding {
  RUNNING("running"),
  PAUSED("paused"),
  MET("met"),
  /** Not met in time, even if it was met later. */
  BREACHED("breached"),
  CANCELLED("cancelled");

  private final String wireName;

  ClockStanding(String wireName) {
    this.wireName = wireName;
  }

  /** The name in every interface. */
  public String wireName() {
    return wireName;
  }
}
