package io.casewire.sla.policy;

import io.casewire.events.wire.WireName;

/** Which time counts towards a target. */
public enum TargetHours implements WireName {
  /** The open hours of the policy's calendar. */
  BUSINESS,
  /** Every hour. */
  CALENDAR
}
