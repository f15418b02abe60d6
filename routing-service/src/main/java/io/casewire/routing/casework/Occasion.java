package io.casewire.routing.casework;

import io.casewire.events.envelope.Cause;
import java.time.Instant;

/**
 * When, why and by whom something is done to a case.
 *
 * @param actor an agent's id, {@link #CUSTOMER} or {@link #SYSTEM}
 */
public record Occasion(Instant at, Cause cause, String actor) {

  public static final String CUSTOMER = "customer";
  public static final String SYSTEM = "system";
}
