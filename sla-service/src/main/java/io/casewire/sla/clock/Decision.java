package io.casewire.sla.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a fact, or from time.
 *
 * @param clocks the case's clocks from now on
 * @param outcomes what became true, in order
 * @param nextAlarmAt when {@link ClockDecider#timeReached} has to be called, if no fact comes
 *     before; in the past when that is overdue, null when nothing is left to be raised
 */
public record Decision(CaseClocks clocks, List<Outcome> outcomes, @Nullable Instant nextAlarmAt) {

  public Decision {
    outcomes = List.copyOf(outcomes);
  }
}
