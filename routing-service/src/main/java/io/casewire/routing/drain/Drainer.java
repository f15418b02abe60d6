package io.casewire.routing.drain;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.wake.DrainSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/**
 * Empties the queues, one after the other, as often as there may be something to do: it is woken by
 * new work, by freed capacity and by agents who come online here, and looks once in a while for
 * what other replicas have changed.
 */
@ApplicationScoped
class Drainer {

  private final Transactions transactions;
  private final WaitingCases waiting;
  private final QueuePass queuePass;
  private final WakefulLoop loop;
  private final DrainSignal signal;
  private final DrainConfig config;

  Drainer(
      Transactions transactions,
      WaitingCases waiting,
      QueuePass queuePass,
      DrainSignal signal,
      DrainConfig config,
      LoopSupervisor loops) {
    this.transactions = transactions.ahead();
    this.waiting = waiting;
    this.queuePass = queuePass;
    this.signal = signal;
    this.config = config;
    this.loop = loops.onEventLoop("drainer", this::pass);
  }

  void start(@Observes StartupEvent event) {
    signal.wakes(loop::wake);
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  private Uni<Duration> pass() {
    return transactions
        .read(waiting::queues)
        .chain(
            queues ->
                Multi.createFrom()
                    .iterable(queues)
                    .onItem()
                    .transformToUniAndConcatenate(queue -> drain(queue, Optional.empty()))
                    .collect()
                    .asList())
        .map(ends -> ends.contains(Progress.CONTENDED) ? config.contention() : config.poll());
  }

  /** Goes through a queue from its head, or from after a turn, until nobody else can be served. */
  private Uni<Progress> drain(String queue, Optional<Turn> after) {
    return transactions
        .write(unitOfWork -> queuePass.plan(unitOfWork, queue, after))
        .chain(
            progress ->
                progress instanceof Progress.UpTo(Turn turn)
                    ? drain(queue, Optional.of(turn))
                    : Uni.createFrom().item(progress));
  }
}
