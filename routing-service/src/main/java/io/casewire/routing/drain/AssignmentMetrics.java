package io.casewire.routing.drain;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** What the drainer does, and how long the first of each queue has waited. */
@ApplicationScoped
class AssignmentMetrics {

  private static final Duration REFRESH = Duration.ofSeconds(15);

  /** One index probe for each queue. */
  static final String OLDEST =
      """
      select queue.id, cast(extract(epoch from clock_timestamp() - first.waiting_since) as integer)
      from queue cross join lateral (
        select waiting_since from routing_case
        where routing_case.queue = queue.id and status = 'OPEN' and owner is null
        order by waiting_since limit 1) first
      """;

  private final Transactions transactions;
  private final Counter decisions;
  private final Counter failures;
  private final MultiGauge oldest;
  private final WakefulLoop loop;

  AssignmentMetrics(Transactions transactions, MeterRegistry registry, LoopSupervisor loops) {
    this.transactions = transactions;
    this.decisions = registry.counter("casewire.assignment.decisions");
    this.failures = registry.counter("casewire.assignment.failures");
    this.oldest =
        MultiGauge.builder("casewire.assignment.oldest.waiting.seconds")
            .description("how long the first case of a queue has waited for an owner")
            .register(registry);
    this.loop = loops.onEventLoop("assignment-gauges", this::refresh);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  void decided(int cases) {
    decisions.increment(cases);
  }

  void failed() {
    failures.increment();
  }

  private Uni<Duration> refresh() {
    return transactions
        .read(session -> PlainStatement.of(session, OLDEST).rows())
        .invoke(this::show)
        .replaceWith(REFRESH);
  }

  private void show(List<Object[]> rows) {
    oldest.register(
        rows.stream()
            .map(row -> MultiGauge.Row.of(Tags.of("queue", (String) row[0]), (Integer) row[1]))
            .toList(),
        true);
  }
}
