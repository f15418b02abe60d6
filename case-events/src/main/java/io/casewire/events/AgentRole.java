package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a member of staff may do; a later one includes the earlier ones. */
public enum AgentRole {
  AGENT("agent"),
  LEAD("lead"),
  SUPERVISOR("supervisor"),
  ADMIN("admin");

  private final String wireName;

  AgentRole(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
