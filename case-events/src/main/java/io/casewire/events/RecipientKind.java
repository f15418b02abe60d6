package io.casewire.events;

import io.casewire.events.wire.WireName;

/** The kind of recipient of a notice. */
public enum RecipientKind implements WireName {
  CUSTOMER,
  AGENT
}
