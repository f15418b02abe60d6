package io.casewire.kit.setaside;

import io.casewire.kit.setaside.SetAsideTable.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** How much of each queue is set aside, as of the last look into the table. */
@ApplicationScoped
public class SetAsideGauges {

  private volatile Map<String, Backlog> last = Map.of();

  SetAsideGauges(MeterRegistry registry, @All List<WorkQueue> queues) {
    for (WorkQueue queue : queues) {
      gauge(registry, "casewire.set.aside", queue, Backlog::items);
      gauge(
          registry,
          "casewire.set.aside.oldest.seconds",
          queue,
          backlog -> backlog.oldest().toSeconds());
    }
  }

  private void gauge(
      MeterRegistry registry, String name, WorkQueue queue, ToDoubleFunction<Backlog> value) {
    Gauge.builder(
            name,
            this,
            gauges -> value.applyAsDouble(gauges.last.getOrDefault(queue.name(), Backlog.NONE)))
        .tag("queue", queue.name())
        .register(registry);
  }

  /** Looks into the table. */
  public Uni<Void> refresh(Mutiny.Session session) {
    return SetAsideTable.backlog(session).invoke(found -> last = found).replaceWithVoid();
  }
}
