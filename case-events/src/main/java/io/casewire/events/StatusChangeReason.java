package io.casewire.events;

import io.casewire.events.wire.WireName;

/** What moved a case to another status. */
public enum StatusChangeReason implements WireName {
  AGENT,
  CUSTOMER_MESSAGE,
  REOPEN_WINDOW_PASSED,
  WAKE_UP,
  REPLY,
  CUSTOMER,
  ANSWER_UNDELIVERED
}
