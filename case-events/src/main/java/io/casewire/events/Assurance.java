package io.casewire.events;

import io.casewire.events.wire.WireName;

/** How well it is known that the sender of a case is the person that he claims to be. */
public enum Assurance implements WireName {
  NONE,
  SESSION
}
