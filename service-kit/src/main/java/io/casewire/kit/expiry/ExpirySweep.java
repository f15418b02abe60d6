package io.casewire.kit.expiry;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Deletes what is not kept any longer, in batches, so that no transaction takes long. */
@ApplicationScoped
public class ExpirySweep {

  private static final int BATCH = 1_000;
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final List<Expiring> expiring;
  private final WakefulLoop loop;

  ExpirySweep(Transactions transactions, LoopSupervisor loops, @All List<Expiring> expiring) {
    this.transactions = transactions;
    this.expiring = expiring;
    this.loop =
        loops.onEventLoop(
            "expiry-sweep",
            // An outage is no news here, and nothing is urgent.
            () -> pass().onFailure(Faults::isTransient).recoverWithItem(PAUSE));
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  /** Deletes a batch of each kind and tells how long there is nothing more to do. */
  public Uni<Duration> pass() {
    return Multi.createFrom()
        .iterable(expiring)
        .onItem()
        .transformToUniAndConcatenate(this::sweep)
        .collect()
        .asList()
        .map(counts -> counts.contains(BATCH) ? Duration.ZERO : PAUSE);
  }

  private Uni<Integer> sweep(Expiring kind) {
    return transactions.write(
        unitOfWork -> unitOfWork.statement(kind.deletion()).bind(BATCH).update());
  }
}
