package io.casewire.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** How far behind the relay is. */
@ApplicationScoped
class OutboxMetrics {

  private final Clock clock;
  private final Timer lag;
  private final Counter failures;
  private final AtomicReference<Instant> oldestUnsent = new AtomicReference<>(Instant.MAX);

  OutboxMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.lag =
        Timer.builder("casewire.outbox.lag")
            .description("from writing an event to the broker's acknowledgement")
            .publishPercentileHistogram()
            .register(registry);
    this.failures = registry.counter("casewire.outbox.send.failures");
    registry.gauge("casewire.outbox.oldest.unsent.seconds", this, OutboxMetrics::oldestAge);
  }

  void sent(List<UnsentRecord> records) {
    Instant now = clock.instant();
    records.forEach(record -> lag.record(Duration.between(record.appendedAt(), now)));
    oldestUnsent.set(Instant.MAX);
  }

  void unsent(List<UnsentRecord> records) {
    failures.increment();
    oldestUnsent.set(records.getFirst().appendedAt());
  }

  private double oldestAge() {
    Instant oldest = oldestUnsent.get();
    return oldest.equals(Instant.MAX)
        ? 0
        : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }
}
