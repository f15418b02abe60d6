package io.casewire.kit.loop;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Repeats a piece of work: never twice at once in this process, at once when it was woken, else
 * after the pause that the last pass asked for. Thread-safe.
 *
 * <p>A wake-up during a pass leads to one more pass, so nothing that was committed before the
 * wake-up is overlooked. A failed pass is logged and tried again after a second.
 */
public final class WakefulLoop {

  private static final Logger LOG = Logger.getLogger(WakefulLoop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final String name;
  private final Vertx vertx;
  private final Supplier<Uni<Duration>> pass;

  private State state = State.STOPPED;
  private long sleepTimer;

  /**
   * @param pass does the work and tells how long to pause if nobody wakes the loop; zero means to
   *     go on at once
   */
  public WakefulLoop(String name, Vertx vertx, Supplier<Uni<Duration>> pass) {
    this.name = name;
    this.vertx = vertx;
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
    vertx.cancelTimer(sleepTimer);
    state = State.STOPPED;
  }

  /** There is a reason to work now. */
  public synchronized void wake() {
    switch (state) {
      case SLEEPING -> {
        vertx.cancelTimer(sleepTimer);
        run();
      }
      case WORKING -> state = State.WORKING_WOKEN;
      case WORKING_WOKEN, STOPPED -> {}
    }
  }

  /**
   * In a context of its own. Whoever woke the loop may go on using his, and with it the database
   * session that it holds: the work of both would become one transaction.
   */
  private void run() {
    state = State.WORKING;
    Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(
        ignored ->
            Uni.createFrom()
                .deferred(() -> pass.get())
                .subscribe()
                .with(this::sleep, this::sleepAfterFailure));
  }

  private void sleepAfterFailure(Throwable failure) {
    LOG.warnf("loop=%s failed because=%s", name, failure.getClass().getName());
    LOG.debugf(failure, "loop=%s", name);
    synchronized (this) {
      // Waking it again at once would only make it fail again.
      state = state == State.STOPPED ? State.STOPPED : State.WORKING;
    }
    sleep(AFTER_FAILURE);
  }

  private synchronized void sleep(Duration pause) {
    switch (state) {
      case STOPPED, SLEEPING -> {}
      case WORKING_WOKEN -> run();
      case WORKING -> {
        if (pause.isZero()) {
          run();
        } else {
          state = State.SLEEPING;
          sleepTimer = vertx.setTimer(Math.max(1, pause.toMillis()), ignored -> wake());
        }
      }
    }
  }

  private enum State {
    STOPPED,
    SLEEPING,
    WORKING,
    WORKING_WOKEN
  }
}
