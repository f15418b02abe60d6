package io.casewire.kit.transaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Lets so much work at the database at once, and others wait for their turn, for a while.
 *
 * <p>Who waits longer than his own caller does would be served for nobody, and so would everybody
 * after him: a service that has more to do than it can would do nothing any more that anybody still
 * waits for. So once the line has not been empty for a moment, waiting is short: most are told at
 * once to come back, and the others are served in time.
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
  private final int places;
  private final Deque<Waiter> waitingAhead = new ArrayDeque<>();
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private final Runnable refused;
  private int free;
  private long lineSince;
  private boolean refusing;

  /**
   * How long somebody waits.
   *
   * @param usual for a place
   * @param inCrowd for a place, when others have been waiting all the time
   * @param crowdAfter how long others have been waiting then
   */
  record Patience(Duration usual, Duration inCrowd, Duration crowdAfter) {}

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
   * @param ahead whether it goes before all that do not
   * @return fails with {@link DatabaseBusyException} if none came free in time
   */
  <T> Uni<T> pass(Supplier<Uni<T>> work, Executor worker, boolean ahead) {
    return Uni.createFrom()
        .<Void>emitter(emitter -> enter(emitter, ahead ? waitingAhead : waiting))
        .emitOn(worker)
        .chain(
            () -> Uni.createFrom().deferred(() -> work.get()).onTermination().invoke(this::leave));
  }

  private void enter(UniEmitter<? super Void> emitter, Deque<Waiter> line) {
    synchronized (this) {
      if (free == 0) {
        Waiter waiter = new Waiter(emitter);
        long longest = patienceIn(line).toMillis();
        waiter.timer = vertx.setTimer(longest, ignored -> giveUp(waiter, line));
        line.add(waiter);
        return;
      }
      free--;
    }
    emitter.complete(null);
  }

  private Duration patienceIn(Deque<Waiter> line) {
    if (line == waitingAhead) {
      return patience.usual();
    }
    if (waiting.isEmpty()) {
      lineSince = nanoTime.getAsLong();
      refusing = false;
    }
    return isLong() ? patience.inCrowd() : patience.usual();
  }

  private boolean isLong() {
    return nanoTime.getAsLong() - lineSince > patience.crowdAfter().toNanos();
  }

  /** Whether who comes now would most likely be sent away after a wait. */
  synchronized boolean isCrowded() {
    return waiting.size() >= places && isLong();
  }

  private void giveUp(Waiter waiter, Deque<Waiter> line) {
    boolean first;
    synchronized (this) {
      if (!line.remove(waiter)) {
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

  private void leave() {
    Waiter next;
    synchronized (this) {
      next = waitingAhead.isEmpty() ? waiting.poll() : waitingAhead.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    vertx.cancelTimer(next.timer);
    next.emitter.complete(null);
  }

  private static final class Waiter {

    private final UniEmitter<? super Void> emitter;
    private long timer;

    Waiter(UniEmitter<? super Void> emitter) {
      this.emitter = emitter;
    }
  }
}
