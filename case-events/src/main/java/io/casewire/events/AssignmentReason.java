package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a case got its owner. */
public enum AssignmentReason {
  CAPACITY("capacity"),
  MANUAL("manual"),
  ESCALATION("escalation"),
  STICKY("sticky");

  private final String wireName;

  AssignmentReason(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
