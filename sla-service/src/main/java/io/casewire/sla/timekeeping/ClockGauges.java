package io.casewire.sla.timekeeping;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.cases.OpenCounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * How many clocks are open. Every replica shows the same figures, because they share the tables.
 */
@ApplicationScoped
class ClockGauges {

  private static final Duration REFRESH = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final WakefulLoop loop;
  private volatile OpenCounts open = new OpenCounts(0, 0);
  private volatile int overdue;

  ClockGauges(Transactions transactions, LoopSupervisor loops, MeterRegistry registry) {
    this.transactions = transactions;
    this.loop = loops.onEventLoop("clock-gauges", this::refresh);
    registry.gauge("casewire.sla.clocks.running", this, gauges -> gauges.open.running());
    registry.gauge("casewire.sla.clocks.paused", this, gauges -> gauges.open.paused());
    registry.gauge("casewire.sla.clocks.overdue", this, gauges -> gauges.overdue);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  private Uni<Duration> refresh() {
    return transactions
        .read(
            session ->
                OpenCounts.read(session)
                    .invoke(counts -> open = counts)
                    .chain(() -> OpenCounts.overdue(session))
                    .invoke(count -> overdue = count))
        .replaceWith(REFRESH);
  }
}
