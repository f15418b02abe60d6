package io.casewire.routing.directory;

import io.casewire.events.wire.WireName;

/** Whether an agent takes work now. He sets it himself; it does not expire. */
public enum Presence implements WireName {
  ONLINE,
  AWAY,
  OFFLINE
}
