package io.casewire.kit.idempotency;

import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Removes answers that are no longer kept. */
@ApplicationScoped
class AnswerSweep {

  private static final int BATCH = 1_000;
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final WakefulLoop loop;

  AnswerSweep(Transactions transactions, Vertx vertx) {
    this.transactions = transactions;
    this.loop =
        new WakefulLoop(
            "idempotency-sweep",
            vertx,
            // An outage is no news here, and nothing is urgent.
            () -> pass().onFailure(Faults::isTransient).recoverWithItem(PAUSE));
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  Uni<Duration> pass() {
    return transactions
        .write(unitOfWork -> Answers.sweep(unitOfWork.session(), BATCH))
        .map(swept -> swept < BATCH ? PAUSE : Duration.ZERO);
  }
}
