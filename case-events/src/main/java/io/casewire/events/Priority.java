package io.casewire.events;

import io.casewire.events.wire.WireName;

/** How urgent a case is, most urgent first: the natural order is the order of work. */
public enum Priority implements WireName {
  URGENT,
  HIGH,
  NORMAL,
  LOW
}
