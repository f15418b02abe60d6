package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why routing could not take a message into its case. */
public enum RefusalReason {
  CLOSED("closed"),
  MERGED("merged"),
  SPAM("spam");

  private final String wireName;

  RefusalReason(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
