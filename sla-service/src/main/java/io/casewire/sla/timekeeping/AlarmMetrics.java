package io.casewire.sla.timekeeping;

import io.casewire.sla.clock.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How late warnings, breaches and escalations are. */
@ApplicationScoped
class AlarmMetrics {

  private final Timer lateness;

  AlarmMetrics(MeterRegistry registry) {
    lateness =
        Timer.builder("casewire.sla.alarm.lateness")
            .description("From the instant that a clock reached to its being noticed")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(registry);
  }

  void raised(List<Outcome> outcomes, Instant now) {
    outcomes.forEach(outcome -> lateness.record(Duration.between(outcome.at(), now)));
  }
}
