package io.casewire.routing.directory;

import io.casewire.events.wire.WireName;

/** How a queue chooses among the agents who could take a case. */
public enum Strategy implements WireName {
  LEAST_LOADED,
  ROUND_ROBIN,
  LONGEST_IDLE
}
