package io.casewire.intake.quarantine;

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

/**
 * Forgets mail that has been kept long enough; its content is an orphan then ({@link
 * RawMailBlobs}).
 */
@ApplicationScoped
class RawMailSweep {

  private static final int BATCH = 1_000;
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private static final String FORGET =
      """
      delete from raw_mail where id in
        (select id from raw_mail where kept_until < statement_timestamp() limit ?1)
      """;

  private final Transactions transactions;
  private final WakefulLoop loop;

  RawMailSweep(Transactions transactions, Vertx vertx) {
    this.transactions = transactions;
    this.loop =
        new WakefulLoop(
            "raw-mail-sweep",
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
        .write(
            unitOfWork ->
                unitOfWork
                    .session()
                    .createNativeQuery(FORGET)
                    .setParameter(1, BATCH)
                    .executeUpdate())
        .map(forgotten -> forgotten < BATCH ? PAUSE : Duration.ZERO);
  }
}
