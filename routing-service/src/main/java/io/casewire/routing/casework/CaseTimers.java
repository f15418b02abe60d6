package io.casewire.routing.casework;

import io.casewire.kit.timer.DueTimer;
import io.casewire.routing.life.Phase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be done to a case later. A timer that has been overtaken stays where it is and does
 * nothing when it rings.
 */
final class CaseTimers {

  static final String WAKE_UP = "case-wake-up";
  static final String CLOSE = "case-close";

  private CaseTimers() {}

  /** The timer that a phase needs. */
  static Optional<DueTimer> of(UUID caseId, Phase phase) {
    return switch (phase) {
      case Phase.Pending(Instant wakeAt) when wakeAt != null ->
          Optional.of(timer(WAKE_UP, caseId, wakeAt));
      case Phase.Resolved(Instant reopenUntil) -> Optional.of(timer(CLOSE, caseId, reopenUntil));
      case Phase.Open _, Phase.Pending _, Phase.Ended _ -> Optional.empty();
    };
  }

  private static DueTimer timer(String kind, UUID caseId, Instant at) {
    return new DueTimer(kind, caseId.toString(), at, at.toString());
  }
}
