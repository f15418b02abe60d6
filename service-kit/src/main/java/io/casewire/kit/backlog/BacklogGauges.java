package io.casewire.kit.backlog;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.setaside.SetAsideGauges;
import io.casewire.kit.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Counts what waits in the tables of the kit and shows it as gauges. Every replica shows the same
 * figures, because they share the tables.
 */
@ApplicationScoped
class BacklogGauges {

  private static final Duration REFRESH = Duration.ofSeconds(10);

  private static final String BACKLOG =
      """
      select
        (select count(*) from outbox),
        (select coalesce(extract(epoch from clock_timestamp() - min(appended_at)), 0) from outbox),
        (select count(*) from timer where due_at < statement_timestamp() - interval '1 second')
      """;

  private final Transactions transactions;
  private final SetAsideGauges setAside;
  private final WakefulLoop loop;
  private volatile Backlog last = new Backlog(0, 0, 0);

  BacklogGauges(
      Transactions transactions,
      SetAsideGauges setAside,
      LoopSupervisor loops,
      MeterRegistry registry) {
    this.transactions = transactions;
    this.setAside = setAside;
    this.loop = loops.onEventLoop("backlog", this::refresh);
    registry.gauge("casewire.outbox.unsent", this, gauges -> gauges.last.unsent());
    registry.gauge(
        "casewire.outbox.oldest.unsent.seconds", this, gauges -> gauges.last.oldestUnsent());
    registry.gauge("casewire.timers.overdue", this, gauges -> gauges.last.overdueTimers());
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
                session
                    .createNativeQuery(BACKLOG, Object[].class)
                    .getSingleResult()
                    .invoke(row -> last = Backlog.of(row))
                    .chain(() -> setAside.refresh(session)))
        .replaceWith(REFRESH);
  }

  private record Backlog(double unsent, double oldestUnsent, double overdueTimers) {

    static Backlog of(Object[] row) {
      return new Backlog(number(row[0]), number(row[1]), number(row[2]));
    }

    private static double number(Object value) {
      return ((Number) value).doubleValue();
    }
  }
}
