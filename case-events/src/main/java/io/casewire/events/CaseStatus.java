package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a case is in its life. {@link #CLOSED}, {@link #MERGED} and {@link #SPAM} are final. */
public enum CaseStatus {
  OPEN("open"),
  PENDING("pending"),
  RESOLVED("resolved"),
  CLOSED("closed"),
  MERGED("merged"),
  SPAM("spam");

  private final String wireName;

  CaseStatus(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
