package io.casewire.notification.attempt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a notice is on its way. Two states are left again: what was sent may come back, and what
 * was given up is queued again when a supervisor asks for it.
 */
public enum DeliveryState {
  /** To be sent, for the first time or again. */
  QUEUED,
  /** The channel has taken it. */
  SENT,
  /** It was sent and came back: its recipient did not get it. */
  BOUNCED,
  /** Given up. */
  FAILED,
  /** Decided not to be sent. */
  SUPPRESSED;

  /** The name in tables and interfaces. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of this name. */
  public static Optional<DeliveryState> byWireName(String name) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(name)).findFirst();
  }
}
