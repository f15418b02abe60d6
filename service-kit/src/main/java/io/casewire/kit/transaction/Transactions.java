package io.casewire.kit.transaction;

import io.casewire.kit.database.DatabaseConfig;
import io.casewire.kit.transaction.WaitingLines.Line;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens transactions: one per message or request.
 *
 * <p>Guarantees: the work commits as a whole or not at all; actions given to {@link
 * UnitOfWork#afterCommit} run after the commit; it can be called from any thread, the work itself
 * always runs on an event loop and must not block it; pieces of work that run at once have nothing
 * in common.
 */
@ApplicationScoped
public class Transactions {

  /** Shorter than a client waits, so that he hears that the database is busy. */
  private static final Turnstile.Patience PATIENCE =
      new Turnstile.Patience(
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofMillis(1500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1));

  /** For the probe of readiness: a service that is busy is not one that can't work. */
  static final int KEPT_FREE = 1;

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;
  private final Turnstile turnstile;
  private final Line line;
  private final Duration longestRead;

  @Inject
  Transactions(
      Mutiny.SessionFactory sessions,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections,
      DatabaseConfig config,
      MeterRegistry metrics) {
    this(
        sessions,
        vertx,
        turnstile(vertx, connections, metrics),
        Line.REQUESTS,
        config.longestRead());
  }

  private Transactions(
      Mutiny.SessionFactory sessions,
      Vertx vertx,
      Turnstile turnstile,
      Line line,
      Duration longestRead) {
    this.sessions = sessions;
    this.vertx = vertx;
    this.turnstile = turnstile;
    this.line = line;
    this.longestRead = longestRead;
  }

  private static Turnstile turnstile(Vertx vertx, int connections, MeterRegistry metrics) {
    Counter refused = metrics.counter("casewire.database.refused");
    return new Turnstile(
        vertx, connections - KEPT_FREE, PATIENCE, System::nanoTime, refused::increment);
  }

  /**
   * The same for work that is done for many at once, one piece at a time (a batch of events, a pass
   * over a queue), and for what has been accepted already. When connections are short it goes ahead
   * of everybody else, since what it does is what they would wait for next.
   */
  public Transactions ahead() {
    return in(Line.AHEAD);
  }

  /**
   * The same for those who are being served already and stay connected for as long as they wait.
   * When connections are short they wait for half a minute, and go before who is new.
   */
  public Transactions begun() {
    return in(Line.BEGUN);
  }

  /**
   * The same for those who are new and stay connected for as long as they wait. When connections
   * are short they wait for half a minute, which costs less than to send them away and have them
   * come again.
   */
  public Transactions staying() {
    return in(Line.STAYING);
  }

  private Transactions in(Line other) {
    return new Transactions(sessions, vertx, turnstile, other, longestRead);
  }

  /**
   * Whether so many requests wait for a connection, and have for so long, that one that comes now
   * would most likely wait in vain.
   */
  public boolean areCrowded() {
    return turnstile.isCrowded();
  }

  /** Does the work in a transaction and commits it when the work succeeds. */
  public <T> Uni<T> write(Function<UnitOfWork, Uni<T>> work) {
    return inOwnContext(
        () ->
            sessions
                .withTransaction(
                    (session, transaction) -> {
                      UnitOfWork unitOfWork = new UnitOfWork(session);
                      return work.apply(unitOfWork)
                          .call(unitOfWork::runLastSteps)
                          .map(result -> new Done<>(unitOfWork, result));
                    })
                .invoke(done -> done.unitOfWork().committed())
                .map(Done::result));
  }

  /**
   * Reads; what it changes in the session is not kept.
   *
   * <p>When a client waits for it, a statement that takes too long is stopped, and so is the one
   * that is under way when the client leaves. What is read {@link #ahead} of requests goes on,
   * since nobody would do it instead.
   *
   * @return fails with {@link ReadTimeoutException} if a statement took too long
   */
  public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return line == Line.AHEAD
        ? inOwnContext(() -> sessions.withSession(work))
        : Uni.createFrom().deferred(() -> read(work, new BoundedRead(longestRead, this::cancel)));
  }

  private <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work, BoundedRead read) {
    return inOwnContext(
        () -> {
          read.requireClient();
          return sessions.withTransaction((session, transaction) -> read.run(session, work));
        },
        read::leave);
  }

  /** Takes the connection that no transaction gets, since the others may all be busy. */
  private Uni<Void> cancel(int serverProcess) {
    return inOwnContext(
        worker ->
            Uni.createFrom()
                .voidItem()
                .emitOn(worker)
                .chain(
                    () ->
                        sessions.withSession(
                            session ->
                                PlainStatement.of(session, "select pg_cancel_backend($1)")
                                    .bind(serverProcess)
                                    .value(Boolean.class)
                                    .replaceWithVoid())),
        () -> {});
  }

  /**
   * Hibernate Reactive keeps its session in the Vert.x context: two pieces of work in one context
   * would share a session, and the commit of one would tear the other apart. So all work gets a
   * context of its own, whatever context it is called from; the caller goes on in his.
   */
  private <T> Uni<T> inOwnContext(Supplier<Uni<T>> work) {
    return inOwnContext(work, () -> {});
  }

  /**
   * @param left is run when nobody waits for the result any more
   */
  private <T> Uni<T> inOwnContext(Supplier<Uni<T>> work, Runnable left) {
    return inOwnContext(worker -> turnstile.pass(work, worker, line), left);
  }

  private <T> Uni<T> inOwnContext(Function<Executor, Uni<T>> work, Runnable left) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context caller = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
              Uni<T> result =
                  Uni.createFrom()
                      .emitter(
                          emitter -> {
                            emitter.onTermination(left);
                            begin(work, emitter);
                          });
              return caller == null ? result : result.emitOn(executorOf(caller));
            });
  }

  /** Once begun it ends by itself, also when nobody waits for it any more. */
  private <T> void begin(Function<Executor, Uni<T>> work, UniEmitter<? super T> emitter) {
    Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(own, true);
    work.apply(executorOf(own)).subscribe().with(emitter::complete, emitter::fail);
  }

  private static Executor executorOf(Context context) {
    return command -> context.runOnContext(ignored -> command.run());
  }

  private record Done<T>(UnitOfWork unitOfWork, T result) {}
}
