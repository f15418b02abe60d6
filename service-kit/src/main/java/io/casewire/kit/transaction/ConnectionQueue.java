package io.casewire.kit.transaction;

import io.casewire.kit.transaction.ConnectionLanes.Lane;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many transactions run at once, so that a transaction always finds a free connection in
 * the pool. The others wait here, each in its lane of {@link ConnectionLanes}.
 *
 * <p>A request waits for a bounded time. A request that waits longer than its client is served in
 * vain and delays the requests behind it: an overloaded service would then serve no client in time.
 * So once requests have been waiting for a moment, a new request waits for a short time only; most
 * clients are told at once to come back, and the others are served. A chat waits longer, since its
 * open socket shows that its visitor is still there. While the database is away the chats stand
 * still: a refusal and a new attempt would cost more than waiting.
 *
 * <p>The pool of Vert.x could limit the wait by itself. It loses the connection that comes free for
 * a waiter that has just given up, until no connection is left (seen with Vert.x 4.5.26 under
 * overload). So no transaction waits at the pool.
 */
final class ConnectionQueue {

  private static final Logger LOG = Logger.getLogger(ConnectionQueue.class);

  private final Vertx vertx;
  private final WaitLimits limits;
  private final LongSupplier nanoTime;
  private final Runnable refused;
  private final int connections;
  private final ConnectionLanes<Waiter> lanes = new ConnectionLanes<>();
  private int free;
  private long requestsSince;
  private boolean refusing;

  /**
   * How long a transaction waits for a connection.
   *
   * @param request the usual limit
   * @param requestInCrowd the limit for a request while requests have been waiting all the time
   * @param crowdAfter for how long requests must have been waiting for that
   * @param chat the limit for a chat
   * @param standstill the pause between attempts of chats while the database is away
   */
  record WaitLimits(
      Duration request,
      Duration requestInCrowd,
      Duration crowdAfter,
      Duration chat,
      Duration standstill) {}

  /**
   * @param nanoTime a clock that only goes forward, see {@link System#nanoTime}
   * @param refused is called for each transaction that gave up waiting
   */
  ConnectionQueue(
      Vertx vertx, int connections, WaitLimits limits, LongSupplier nanoTime, Runnable refused) {
    this.vertx = vertx;
    this.connections = connections;
    this.free = connections;
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.refused = refused;
  }

  /**
   * Runs a transaction as soon as it may have a connection.
   *
   * @param worker runs it: the wait ends in the context of the transaction that gave its connection
   *     back, and must not go on there
   * @param lane where it waits
   * @return fails with {@link DatabaseBusyException} if no connection came free in time
   */
  <T> Uni<T> run(Supplier<Uni<T>> work, Executor worker, Lane lane) {
    return Uni.createFrom()
        .<Void>emitter(emitter -> enter(emitter, lane))
        .emitOn(worker)
        .chain(
            () ->
                Uni.createFrom()
                    .deferred(() -> work.get())
                    .onTermination()
                    .invoke((done, failure, cancelled) -> leave(failure)));
  }

  private void enter(UniEmitter<? super Void> emitter, Lane lane) {
    synchronized (this) {
      if (free == 0 || !lanes.isMoving(lane)) {
        Waiter waiter = new Waiter(emitter);
        long longest = limitIn(lane).toMillis();
        waiter.timer = vertx.setTimer(longest, ignored -> giveUp(waiter, lane));
        lanes.add(waiter, lane);
        return;
      }
      free--;
    }
    emitter.complete(null);
  }

  private Duration limitIn(Lane lane) {
    return switch (lane) {
      case BATCHES -> limits.request();
      case OPEN_CHATS, NEW_CHATS -> limits.chat();
      case REQUESTS -> limitOfRequest();
    };
  }

  private Duration limitOfRequest() {
    if (lanes.length(Lane.REQUESTS) == 0) {
      requestsSince = nanoTime.getAsLong();
      refusing = false;
    }
    return isLong() ? limits.requestInCrowd() : limits.request();
  }

  private boolean isLong() {
    return nanoTime.getAsLong() - requestsSince > limits.crowdAfter().toNanos();
  }

  /** Whether a request that comes now would most likely be sent away after a wait. */
  synchronized boolean isCrowded() {
    return lanes.length(Lane.REQUESTS) >= connections && isLong();
  }

  private void giveUp(Waiter waiter, Lane lane) {
    boolean first;
    synchronized (this) {
      if (!lanes.remove(waiter, lane)) {
        return;
      }
      first = !refusing;
      refusing = true;
    }
    if (first) {
      // Once: each refused client gets an answer of its own, and there may be thousands.
      LOG.warn("database away or busy: requests are told to come back later");
    }
    refused.run();
    waiter.emitter.fail(new DatabaseBusyException());
  }

  private void leave(@Nullable Throwable failure) {
    boolean away = failure != null && Faults.isOutage(failure);
    List<Waiter> next;
    synchronized (this) {
      if (away && lanes.stop()) {
        vertx.setTimer(limits.standstill().toMillis(), ignored -> moveOn());
      }
      free++;
      next = admitted();
    }
    next.forEach(this::begin);
  }

  private void moveOn() {
    List<Waiter> next;
    synchronized (this) {
      lanes.moveOn();
      next = admitted();
    }
    next.forEach(this::begin);
  }

  private List<Waiter> admitted() {
    List<Waiter> admitted = new ArrayList<>(1);
    while (free > 0) {
      Waiter next = lanes.next();
      if (next == null) {
        break;
      }
      free--;
      admitted.add(next);
    }
    return admitted;
  }

  private void begin(Waiter waiter) {
    vertx.cancelTimer(waiter.timer);
    waiter.emitter.complete(null);
  }

  private static final class Waiter {

    private final UniEmitter<? super Void> emitter;
    private long timer;

    Waiter(UniEmitter<? super Void> emitter) {
      this.emitter = emitter;
    }
  }
}
