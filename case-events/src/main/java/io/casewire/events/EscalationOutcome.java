package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How routing ended an escalation: acted on, overtaken by events, or without anybody to turn to.
 */
public enum EscalationOutcome {
  DONE("done"),
  OBSOLETE("obsolete"),
  NOBODY("nobody");

  private final String wireName;

  EscalationOutcome(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
