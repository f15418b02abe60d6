package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a level of an escalation chain asks routing to do. */
public enum EscalationAction {
  NOTIFY("notify"),
  REASSIGN("reassign"),
  RAISE_PRIORITY("raise-priority");

  private final String wireName;

  EscalationAction(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
