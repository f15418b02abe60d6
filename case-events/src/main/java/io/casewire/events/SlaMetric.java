package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;
import io.casewire.events.wire.WireName;

/** What a clock measures. */
public enum SlaMetric implements WireName {
  FIRST_RESPONSE("firstResponse"),
  NEXT_RESPONSE("nextResponse"),
  RESOLUTION("resolution"),
  UPDATE("update");

  private final String wireName;

  SlaMetric(String wireName) {
    this.wireName = wireName;
  }

  @Override
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
