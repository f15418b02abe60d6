package io.casewire.events;

import io.casewire.events.wire.WireName;

/** Why an agent's answer did not reach the customer. */
public enum UndeliveredOutcome implements WireName {
  /** It was decided not to send it. */
  SUPPRESSED,
  /** It was given up. */
  FAILED,
  /** It was sent and came back. */
  BOUNCED
}
