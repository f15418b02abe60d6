package io.casewire.kit.transaction;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens transactions: one per message or request.
 *
 * <p>Guarantees: the work commits as a whole or not at all; actions given to {@link
 * UnitOfWork#afterCommit} run after the commit; it can be called from any thread, the work itself
 * always runs on an event loop and must not block it.
 */
@ApplicationScoped
public class Transactions {

  /** Shorter than a client waits, so that he hears that the database is busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;
  private final Turnstile turnstile;

  Transactions(
      Mutiny.SessionFactory sessions,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections) {
    this.sessions = sessions;
    this.vertx = vertx;
    this.turnstile = new Turnstile(vertx, connections, PATIENCE);
  }

  /** Does the work in a transaction and commits it when the work succeeds. */
  public <T> Uni<T> write(Function<UnitOfWork, Uni<T>> work) {
    return onSafeContext(
        () ->
            sessions
                .withTransaction(
                    (session, transaction) -> {
                      UnitOfWork unitOfWork = new UnitOfWork(session);
                      return work.apply(unitOfWork).map(result -> new Done<>(unitOfWork, result));
                    })
                .invoke(done -> done.unitOfWork().committed())
                .map(Done::result));
  }

  /** Reads without a transaction; what it changes in the session is not kept. */
  public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return onSafeContext(() -> sessions.withSession(work));
  }

  /**
   * Hibernate Reactive keeps its session in the Vert.x context, so the work needs a context that no
   * other work shares: the request's own, or a new one for loops, workers and other threads.
   */
  private <T> Uni<T> onSafeContext(Supplier<Uni<T>> work) {
    return turnstile.pass(() -> inSafeContext(work));
  }

  private <T> Uni<T> inSafeContext(Supplier<Uni<T>> work) {
    Context current = Vertx.currentContext();
    if (current != null
        && Context.isOnEventLoopThread()
        && VertxContext.isDuplicatedContext(current)) {
      return Uni.createFrom().deferred(() -> work.get());
    }
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
              VertxContextSafetyToggle.setContextSafe(own, true);
              own.runOnContext(
                  ignored ->
                      Uni.createFrom()
                          .deferred(() -> work.get())
                          .subscribe()
                          .with(emitter::complete, emitter::fail));
            });
  }

  private record Done<T>(UnitOfWork unitOfWork, T result) {}
}
