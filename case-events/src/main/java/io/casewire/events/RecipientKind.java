package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who a notice is for. */
public enum RecipientKind {
  CUSTOMER("customer"),
  AGENT("agent");

  private final String wireName;

  RecipientKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
