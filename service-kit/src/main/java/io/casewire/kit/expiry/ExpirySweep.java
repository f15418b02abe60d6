package io.casewire.kit.expiry;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.setaside.WorkQueue;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Deletes what is not kept any longer, in batches, so that no transaction takes long. A table whose
 * rows can't be deleted is set aside, by its name, until a later sweep or a retry succeeds; the
 * other tables are swept all the same.
 */
@ApplicationScoped
public class ExpirySweep implements WorkQueue {

  private static final int BATCH = 1_000;
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final String NAME = "expiry";

  private final Transactions transactions;
  private final SetAside setAside;
  private final List<Expiring> expiring;
  private final WakefulLoop loop;

  ExpirySweep(
      Transactions transactions,
      SetAside setAside,
      LoopSupervisor loops,
      @All List<Expiring> expiring) {
    this.transactions = transactions;
    this.setAside = setAside;
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

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Uni<Void> retry(String table) {
    return Multi.createFrom()
        .iterable(expiring)
        .filter(kind -> kind.table().equals(table))
        .onItem()
        .transformToUniAndConcatenate(this::sweep)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Integer> sweep(Expiring kind) {
    return transactions
        .write(unitOfWork -> delete(unitOfWork, kind))
        .onFailure(failure -> !Faults.isTransient(failure) || Faults.isUnclear(failure))
        .recoverWithUni(
            failure ->
                transactions
                    .write(unitOfWork -> setAside.add(unitOfWork, NAME, kind.table(), failure))
                    .replaceWith(0));
  }

  private Uni<Integer> delete(UnitOfWork unitOfWork, Expiring kind) {
    return unitOfWork
        .statement(kind.deletion())
        .bind(BATCH)
        .update()
        .call(() -> setAside.remove(unitOfWork, NAME, kind.table()));
  }
}
