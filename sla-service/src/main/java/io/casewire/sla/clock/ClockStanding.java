package io.casewire.sla.clock;

import io.casewire.events.wire.WireName;

/** What people are told of a clock. */
public enum ClockStanding implements WireName {
  RUNNING,
  PAUSED,
  MET,
  /** Not met in time, even if it was met later. */
  BREACHED,
  CANCELLED
}
