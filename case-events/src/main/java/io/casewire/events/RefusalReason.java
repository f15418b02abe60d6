package io.casewire.events;

import io.casewire.events.wire.WireName;

/** Why routing could not take a message into its case. */
public enum RefusalReason implements WireName {
  CLOSED,
  MERGED,
  SPAM
}
