package io.casewire.routing.assignment;

/** What brought an assignment about. */
public enum Trigger {
  QUEUE("queue"),
  REOPENED("reopened"),
  MANUAL("manual"),
  ESCALATION("escalation");

  private final String wireName;

  Trigger(String wireName) {
    this.wireName = wireName;
  }

  /** The name in every interface. */
  public String wireName() {
    return wireName;
  }
}
