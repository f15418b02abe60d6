package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customer has said how content he is. A later event for the same resolution replaces an
 * earlier one.
 *
 * @param resolution which resolution of the case he rates, from 1
 * @param score 1, the worst, to 5
 */
public record CaseRated(UUID caseId, int resolution, int score, Instant at, Personal personal)
    implements CaseEvent {

  /** What he said about it, if anything. */
  public record Personal(@Nullable String comment) {}
}
