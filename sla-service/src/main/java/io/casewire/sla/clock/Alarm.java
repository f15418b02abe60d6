package io.casewire.sla.clock;

import io.casewire.sla.escalation.EscalationLevel;
import io.casewire.sla.policy.Metric;
import java.time.Duration;
import java.time.Instant;

/** Something that a running clock raises at an instant, if nothing happens before. */
sealed interface Alarm {

  Metric metric();

  Instant at();

  /**
   * @param offset the effective working time that has passed then
   */
  record Warning(Metric metric, Instant at, Duration offset) implements Alarm {}

  record Breach(Metric metric, Instant at) implements Alarm {}

  record Escalation(Metric metric, Instant at, EscalationLevel level) implements Alarm {}
}
