package io.casewire.events;

import io.casewire.events.wire.WireName;

/** Where a case is in its life. {@link #CLOSED}, {@link #MERGED} and {@link #SPAM} are final. */
public enum CaseStatus implements WireName {
  OPEN,
  PENDING,
  RESOLVED,
  CLOSED,
  MERGED,
  SPAM
}
