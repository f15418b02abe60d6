package io.casewire.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long events lie in the outbox, and how often the broker did not take them. */
@ApplicationScoped
class OutboxMetrics {

  private final Clock clock;
  private final Timer lag;
  private final Counter failures;

  OutboxMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.lag =
        Timer.builder("casewire.outbox.lag")
            .description("from writing an event to the broker's acknowledgement")
            .publishPercentileHistogram()
            .register(registry);
    this.failures = registry.counter("casewire.outbox.send.failures");
  }

  void sent(List<UnsentRecord> records) {
    Instant now = clock.instant();
    records.forEach(record -> lag.record(Duration.between(record.appendedAt(), now)));
  }

  void failed() {
    failures.increment();
  }
}
