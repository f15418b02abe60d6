package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why an agent's answer did not reach the customer. */
public enum UndeliveredOutcome {
  /** It was decided not to send it. */
  SUPPRESSED("suppressed"),
  /** It was given up. */
  FAILED("failed"),
  /** It was sent and came back. */
  BOUNCED("bounced");

  private final String wireName;

  UndeliveredOutcome(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
