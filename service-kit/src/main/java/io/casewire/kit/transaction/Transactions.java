package io.casewire.kit.transaction;

import io.casewire.kit.database.DatabaseConfig;
import io.casewire.kit.transaction.ConnectionLanes.Lane;
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

  /** A client waits longer than a request here, so that it hears that the database is busy. */
  private static final ConnectionQueue.WaitLimits WAIT_LIMITS =
      new ConnectionQueue.WaitLimits(
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofMillis(1500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1));

  /** For the probe of readiness: a busy service is ready all the same. */
  static final int KEPT_FREE = 1;

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;
  private final ConnectionQueue queue;
  private final Lane lane;
  private final Duration longestRead;

  @Inject
  Transactions(
      Mutiny.SessionFactory sessions,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections,
      DatabaseConfig config,
      MeterRegistry metrics) {
    this(sessions, vertx, queue(vertx, connections, metrics), Lane.REQUESTS, config.longestRead());
  }

  private Transactions(
      Mutiny.SessionFactory sessions,
      Vertx vertx,
      ConnectionQueue queue,
      Lane lane,
      Duration longestRead) {
    this.sessions = sessions;
    this.vertx = vertx;
    this.queue = queue;
    this.lane = lane;
    this.longestRead = longestRead;
  }

  private static ConnectionQueue queue(Vertx vertx, int connections, MeterRegistry metrics) {
    Counter refused = metrics.counter("casewire.database.refused");
    return new ConnectionQueue(
        vertx, connections - KEPT_FREE, WAIT_LIMITS, System::nanoTime, refused::increment);
  }

  /**
   * The same for batches: a batch of events, a pass over a queue, or work on what has been
   * accepted, one at a time each. When connections are short a batch goes before all other
   * transactions, since those would wait for its result next.
   */
  public Transactions forBatches() {
    return in(Lane.BATCHES);
  }

  /**
   * The same for chats that have begun. When connections are short a step of such a chat waits for
   * up to half a minute, and goes before new chats and requests.
   */
  public Transactions forOpenChats() {
    return in(Lane.OPEN_CHATS);
  }

  /**
   * The same for chats that begin. When connections are short the first step of a chat waits for up
   * to half a minute: to refuse visitors who come again at once would cost more.
   */
  public Transactions forNewChats() {
    return in(Lane.NEW_CHATS);
  }

  private Transactions in(Lane other) {
    return new Transactions(sessions, vertx, queue, other, longestRead);
  }

  /**
   * Whether so many requests wait for a connection, and have for so long, that one that comes now
   * would most likely wait in vain.
   */
  public boolean areCrowded() {
    return queue.isCrowded();
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
   * <p>While a client waits for the read, a statement that takes too long is stopped, and so is the
   * statement under way when the client leaves. A read of a batch ({@link #forBatches}) goes on,
   * since no client repeats it.
   *
   * @return fails with {@link ReadTimeoutException} if a statement took too long
   */
  public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return lane == Lane.BATCHES
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

  /** Takes the connection that is kept free, since all others may be busy. */
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
   * @param left is run when the caller has stopped waiting for the result
   */
  private <T> Uni<T> inOwnContext(Supplier<Uni<T>> work, Runnable left) {
    return inOwnContext(worker -> queue.run(work, worker, lane), left);
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

  /** Work that has begun ends by itself, also when its caller has left. */
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
