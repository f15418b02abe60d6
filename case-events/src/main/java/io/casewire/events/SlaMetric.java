package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a clock measures. */
public enum SlaMetric {
  FIRST_RESPONSE("firstResponse"),
  NEXT_RESPONSE("nextResponse"),
  RESOLUTION("resolution"),
  UPDATE("update");

  private final String wireName;

  SlaMetric(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
