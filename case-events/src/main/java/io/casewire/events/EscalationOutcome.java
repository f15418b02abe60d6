package io.casewire.events;

import io.casewire.events.wire.WireName;

/**
 * How routing ended an escalation: acted on, overtaken by events, or without anybody to turn to.
 */
public enum EscalationOutcome implements WireName {
  DONE,
  OBSOLETE,
  NOBODY
}
