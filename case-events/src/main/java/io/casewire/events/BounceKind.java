package io.casewire.events;

import io.casewire.events.wire.WireName;

/** A report about one of our mails says this of its recipient. */
public enum BounceKind implements WireName {
  /** The address takes no mail and will not: RFC 3463 class 5 about the mailbox or its domain. */
  PERMANENT,
  /** This mail did not arrive; another one may. */
  TRANSIENT,
  /** The mail arrived, and its reader called it unwanted (RFC 5965). */
  COMPLAINT
}
