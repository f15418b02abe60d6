package io.casewire.sla.timekeeping;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Transactions;
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

  private static final String COUNTS =
      """
      select
        count(*) filter (where phase = 'RUNNING'),
        count(*) filter (where phase = 'PAUSED'),
        count(*) filter (where phase = 'RUNNING' and due_at < clock_timestamp())
      from clock where live and phase in ('RUNNING', 'PAUSED')
      """;

  private final Transactions transactions;
  private final WakefulLoop loop;
  private volatile Counts last = new Counts(0, 0, 0);

  ClockGauges(Transactions transactions, LoopSupervisor loops, MeterRegistry registry) {
    this.transactions = transactions;
    this.loop = loops.onEventLoop("clock-gauges", this::refresh);
    registry.gauge("casewire.sla.clocks.running", this, gauges -> gauges.last.running());
    registry.gauge("casewire.sla.clocks.paused", this, gauges -> gauges.last.paused());
    registry.gauge("casewire.sla.clocks.overdue", this, gauges -> gauges.last.overdue());
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  private Uni<Duration> refresh() {
    return transactions
        .read(session -> session.createNativeQuery(COUNTS, Object[].class).getSingleResult())
        .invoke(row -> last = Counts.of(row))
        .replaceWith(REFRESH);
  }

  private record Counts(long running, long paused, long overdue) {

    static Counts of(Object[] row) {
      return new Counts(number(row[0]), number(row[1]), number(row[2]));
    }

    private static long number(Object value) {
      return ((Number) value).longValue();
    }
  }
}
