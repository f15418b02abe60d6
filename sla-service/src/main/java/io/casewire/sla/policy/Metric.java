package io.casewire.sla.policy;

/** What a clock of a case measures. */
public enum Metric {
  /** From the customer's first message to the first public reply of an agent. */
  FIRST_RESPONSE("firstResponse"),
  /** From the oldest message that is not answered yet to the reply that answers it. */
  NEXT_RESPONSE("nextResponse"),
  /** From the customer's first message until the case is resolved. */
  RESOLUTION("resolution");

  private final String wireName;

  Metric(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  public String wireName() {
    return wireName;
  }

  /** Whether the clock waits for a public reply to a message. */
  public boolean awaitsReply() {
    return this != RESOLUTION;
  }
}
