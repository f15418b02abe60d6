package io.casewire.routing.directory;

/** How a queue chooses among the agents who could take a case. */
public enum Strategy {
  LEAST_LOADED("least-loaded"),
  ROUND_ROBIN("round-robin"),
  LONGEST_IDLE("longest-idle");

  private final String wireName;

  Strategy(String wireName) {
    this.wireName = wireName;
  }

  /** The name in every interface. */
  public String wireName() {
    return wireName;
  }
}
