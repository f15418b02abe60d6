package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** What moved a case to another status. */
public enum StatusChangeReason {
  AGENT("agent"),
  CUSTOMER_MESSAGE("customer-message"),
  REOPEN_WINDOW_PASSED("reopen-window-passed"),
  WAKE_UP("wake-up"),
  REPLY("reply"),
  CUSTOMER("customer"),
  ANSWER_UNDELIVERED("answer-undelivered");

  private final String wireName;

  StatusChangeReason(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
