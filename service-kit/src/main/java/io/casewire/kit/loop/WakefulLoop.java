package io.casewire.kit.loop;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Repeats a piece of work on an event loop: never twice at once in this process, at once when it
 * was woken, else after the pause that the last pass asked for. Thread-safe.
 *
 * <p>A wake-up during a pass leads to one more pass, so nothing that was committed before the
 * wake-up is overlooked. After a failure the loop waits whether it is woken or not, since a further
 * pass at once would only fail again.
 */
public final class WakefulLoop {

  private final Vertx vertx;
  private final Heartbeat heartbeat;
  private final Supplier<Uni<Duration>> pass;

  private State state = State.STOPPED;
  private long timer;

  WakefulLoop(Vertx vertx, Heartbeat heartbeat, Supplier<Uni<Duration>> pass) {
    this.vertx = vertx;
    this.heartbeat = heartbeat;
    this.pass = pass;
  }

  /** Begins with a first pass. */
  public synchronized void start() {
    if (state == State.STOPPED) {
      run();
    }
  }

  /** Ends after the pass that is under way, if any. */
  public synchronized void stop() {
    vertx.cancelTimer(timer);
    heartbeat.ends();
    state = State.STOPPED;
  }

  /** There is a reason to work now. */
  public synchronized void wake() {
    switch (state) {
      case SLEEPING -> {
        vertx.cancelTimer(timer);
        run();
      }
      case WORKING -> state = State.WORKING_WOKEN;
      case WORKING_WOKEN, BACKING_OFF, STOPPED -> {}
    }
  }

  /**
   * In a context of its own. The caller that woke the loop may go on using its context, and with it
   * the database session that the context holds: the work of both would become one transaction.
   */
  private void run() {
    state = State.WORKING;
    heartbeat.begins();
    Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(
        ignored ->
            Uni.createFrom()
                .deferred(() -> pass.get())
                .map(heartbeat::done)
                .subscribe()
                .with(this::sleep, this::backOff));
  }

  private synchronized void sleep(Duration pause) {
    switch (state) {
      case STOPPED, SLEEPING, BACKING_OFF -> {}
      case WORKING_WOKEN -> run();
      case WORKING -> {
        if (pause.isZero()) {
          run();
        } else {
          state = State.SLEEPING;
          runAfter(pause);
        }
      }
    }
  }

  private synchronized void backOff(Throwable failure) {
    if (state != State.STOPPED) {
      state = State.BACKING_OFF;
      runAfter(heartbeat.failed(failure));
    }
  }

  private void runAfter(Duration pause) {
    timer = vertx.setTimer(Math.max(1, pause.toMillis()), ignored -> runUnlessStopped());
  }

  private synchronized void runUnlessStopped() {
    if (state == State.SLEEPING || state == State.BACKING_OFF) {
      run();
    }
  }

  private enum State {
    STOPPED,
    SLEEPING,
    WORKING,
    WORKING_WOKEN,
    BACKING_OFF
  }
}
