package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** How well the sender of a case is known to be who he says. */
public enum Assurance {
  NONE("none"),
  SESSION("session");

  private final String wireName;

  Assurance(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
