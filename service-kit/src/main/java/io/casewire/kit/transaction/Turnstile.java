package io.casewire.kit.transaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Lets as much work at the database at once as there are connections. Others wait for their turn,
 * for a while.
 *
 * <p>The pool could limit the wait by itself, but then it loses the connection that comes free for
 * somebody who has just given up, until none is left (seen with Vert.x 4.5.26 under overload). So
 * nobody waits at the pool.
 */
final class Turnstile {

  private final Vertx vertx;
  private final Duration patience;
  private final Deque<Waiter> waitingAhead = new ArrayDeque<>();
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private int free;

  Turnstile(Vertx vertx, int places, Duration patience) {
    this.vertx = vertx;
    this.free = places;
    this.patience = patience;
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
        waiter.timer = vertx.setTimer(patience.toMillis(), ignored -> giveUp(waiter, line));
        line.add(waiter);
        return;
      }
      free--;
    }
    emitter.complete(null);
  }

  private void giveUp(Waiter waiter, Deque<Waiter> line) {
    boolean stillWaiting;
    synchronized (this) {
      stillWaiting = line.remove(waiter);
    }
    if (stillWaiting) {
      waiter.emitter.fail(new DatabaseBusyException());
    }
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
