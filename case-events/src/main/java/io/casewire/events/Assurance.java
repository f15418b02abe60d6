package io.casewire.events;

import io.casewire.events.wire.WireName;

/** How well the sender of a case is known to be who he says. */
public enum Assurance implements WireName {
  NONE,
  SESSION
}
