package io.casewire.sla.cases;

import io.casewire.kit.timer.DueTimer;
import java.time.Instant;
import java.util.UUID;

/** The timers of cases: one for each case, for the next thing that its clocks will raise. */
public final class CaseAlarms {

  /** The kind of the timers. */
  public static final String KIND = "clock-alarm";

  private CaseAlarms() {}

  static DueTimer timer(UUID caseId, Instant at) {
    return new DueTimer(KIND, caseId.toString(), at, "");
  }

  /** The case that a timer is about. */
  public static UUID caseOf(DueTimer timer) {
    return UUID.fromString(timer.key());
  }
}
