package io.casewire.events;

import io.casewire.events.wire.WireName;

/** Who a notice is for. */
public enum RecipientKind implements WireName {
  CUSTOMER,
  AGENT
}
