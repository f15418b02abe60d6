package io.casewire.sla.clock;

import io.casewire.events.wire.WireName;

/** Why a clock has nothing left to wait for. */
public enum CancelReason implements WireName {
  /** The case was resolved, so nobody waits for a reply. */
  RESOLVED,
  CLOSED,
  MERGED,
  SPAM,
  /** The case's policy has no such target any more. */
  NO_TARGET,
  /** The message it waited for belongs to another case. */
  MESSAGE_REFUSED,
  /** A message from before the one it waited for waits again, and has its clock back. */
  EARLIER_MESSAGE
}
