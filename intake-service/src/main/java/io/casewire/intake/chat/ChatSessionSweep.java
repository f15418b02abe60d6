package io.casewire.intake.chat;

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

/** Forgets sessions whose token nobody can use any more. Their cases stay. */
@ApplicationScoped
class ChatSessionSweep {

  private static final int BATCH = 500;
  private static final Duration PAUSE = Duration.ofHours(1);

  private static final String SWEEP =
      """
      delete from chat_session where id in (
        select id from chat_session where expires_at < statement_timestamp()
        limit ?1 for update skip locked)
      """;

  private final Transactions transactions;
  private final WakefulLoop loop;

  ChatSessionSweep(Transactions transactions, Vertx vertx) {
    this.transactions = transactions;
    this.loop =
        new WakefulLoop(
            "chat-session-sweep",
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

  private Uni<Duration> pass() {
    return transactions
        .write(
            unitOfWork ->
                unitOfWork
                    .session()
                    .createNativeQuery(SWEEP)
                    .setParameter(1, BATCH)
                    .executeUpdate())
        .map(swept -> swept < BATCH ? PAUSE : Duration.ZERO);
  }
}
