package io.casewire.events;

import io.casewire.events.wire.WireName;

/** What a level of an escalation chain asks routing to do. */
public enum EscalationAction implements WireName {
  NOTIFY,
  REASSIGN,
  RAISE_PRIORITY
}
