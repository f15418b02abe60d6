package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** How urgent a case is, most urgent first: the natural order is the order of work. */
public enum Priority {
  URGENT("urgent"),
  HIGH("high"),
  NORMAL("normal"),
  LOW("low");

  private final String wireName;

  Priority(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
