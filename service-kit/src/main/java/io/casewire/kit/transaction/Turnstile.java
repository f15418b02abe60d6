package io.casewire.kit.transaction;

import io.casewire.kit.transaction.WaitingLines.Line;
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
 * Lets so much work at the database at once, and others wait for their turn, for a while.
 *
 * <p>Who waits longer than his own caller does would be served for nobody, and so would everybody
 * after him: a service that has more to do than it can would do nothing any more that anybody still
 * waits for. So once the line of requests has not been empty for a moment, waiting in it is short:
 * most are told at once to come back, and the others are served in time. Only those wait long whose
 * connection shows that they are still there. While the database is away they stand still, since to
 * be told so and to come back costs more than to wait.
 *
 * <p>The pool could limit the wait by itself, but then it loses the connection that comes free for
 * somebody who has just given up, until none is left (seen with Vert.x 4.5.26 under overload). So
 * nobody waits at the pool.
 */
final class Turnstile {

  private static final Logger LOG = Logger.getLogger(Turnstile.class);

  private final Vertx vertx;
  private final Patience patience;
  private final LongSupplier nanoTime;
  private final Runnable refused;
  private final int places;
  private final WaitingLines<Waiter> lines = new WaitingLines<>();
  private int free;
  private long requestsSince;
  private boolean refusing;

  /**
   * How long somebody waits.
   *
   * @param usual for a place
   * @param inCrowd for a place, when other requests have been waiting all the time
   * @param crowdAfter how long others have been waiting then
   * @param staying for a place, who stays connected
   * @param standstill between attempts of those who stay, while the database is away
   */
  record Patience(
      Duration usual,
      Duration inCrowd,
      Duration crowdAfter,
      Duration staying,
      Duration standstill) {}

  /**
   * @param nanoTime a clock that only goes forward, see {@link System#nanoTime}
   * @param refused hears of everybody for whom no place came free in time
   */
  Turnstile(Vertx vertx, int places, Patience patience, LongSupplier nanoTime, Runnable refused) {
    this.vertx = vertx;
    this.places = places;
    this.free = places;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.refused = refused;
  }

  /**
   * Does the work when there is a place.
   *
   * @param worker does it: a place comes free in the context of whoever leaves it, which is not the
   *     one to go on in
   * @param line where it waits
   * @return fails with {@link DatabaseBusyException} if none came free in time
   */
  <T> Uni<T> pass(Supplier<Uni<T>> work, Executor worker, Line line) {
    return Uni.createFrom()
        .<Void>emitter(emitter -> enter(emitter, line))
        .emitOn(worker)
        .chain(
            () ->
                Uni.createFrom()
                    .deferred(() -> work.get())
                    .onTermination()
                    .invoke((done, failure, cancelled) -> leave(failure)));
  }

  private void enter(UniEmitter<? super Void> emitter, Line line) {
    synchronized (this) {
      if (free == 0 || !lines.isMoving(line)) {
        Waiter waiter = new Waiter(emitter);
        long longest = patienceIn(line).toMillis();
        waiter.timer = vertx.setTimer(longest, ignored -> giveUp(waiter, line));
        lines.add(waiter, line);
        return;
      }
      free--;
    }
    emitter.complete(null);
  }

  private Duration patienceIn(Line line) {
    return switch (line) {
      case AHEAD -> patience.usual();
      case BEGUN, STAYING -> patience.staying();
      case REQUESTS -> patienceOfRequest();
    };
  }

  private Duration patienceOfRequest() {
    if (lines.length(Line.REQUESTS) == 0) {
      requestsSince = nanoTime.getAsLong();
      refusing = false;
    }
    return isLong() ? patience.inCrowd() : patience.usual();
  }

  private boolean isLong() {
    return nanoTime.getAsLong() - requestsSince > patience.crowdAfter().toNanos();
  }

  /** Whether a request that comes now would most likely be sent away after a wait. */
  synchronized boolean isCrowded() {
    return lines.length(Line.REQUESTS) >= places && isLong();
  }

  private void giveUp(Waiter waiter, Line line) {
    boolean first;
    synchronized (this) {
      if (!lines.remove(waiter, line)) {
        return;
      }
      first = !refusing;
      refusing = true;
    }
    if (first) {
      // Once, since each of those to come is told himself, and they may be many.
      LOG.warn("database away or busy: requests are told to come back later");
    }
    refused.run();
    waiter.emitter.fail(new DatabaseBusyException());
  }

  private void leave(@Nullable Throwable failure) {
    boolean away = failure != null && Faults.isOutage(failure);
    List<Waiter> next;
    synchronized (this) {
      if (away && lines.stop()) {
        vertx.setTimer(patience.standstill().toMillis(), ignored -> moveOn());
      }
      free++;
      next = admitted();
    }
    next.forEach(this::begin);
  }

  private void moveOn() {
    List<Waiter> next;
    synchronized (this) {
      lines.moveOn();
      next = admitted();
    }
    next.forEach(this::begin);
  }

  private List<Waiter> admitted() {
    List<Waiter> admitted = new ArrayList<>(1);
    while (free > 0) {
      Waiter next = lines.next();
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
