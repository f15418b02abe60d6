package io.casewire.events;

import io.casewire.events.wire.WireName;

/** Why a case got its owner. */
public enum AssignmentReason implements WireName {
  CAPACITY,
  MANUAL,
  ESCALATION,
  STICKY
}
