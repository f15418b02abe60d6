package io.casewire.events;

import io.casewire.events.wire.WireName;

/** What a member of staff may do; a later one includes the earlier ones. */
public enum AgentRole implements WireName {
  AGENT,
  LEAD,
  SUPERVISOR,
  ADMIN
}
