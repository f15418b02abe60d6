package io.casewire.notification.smtp;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Ends an attempt that takes too long by interrupting its thread: a virtual thread that is
 * interrupted in the use of a socket closes the socket and goes on with an exception (JEP 444).
 */
final class AttemptLimit {

  private final Vertx vertx;
  private final Duration limit;

  AttemptLimit(Vertx vertx, Duration limit) {
    this.vertx = vertx;
    this.limit = limit;
  }

  /** Makes the attempt on the calling thread. */
  <T> T within(Supplier<T> attempt) {
    Guard guard = new Guard(Thread.currentThread());
    long timer = vertx.setTimer(limit.toMillis(), _ -> guard.interrupt());
    try {
      return attempt.get();
    } finally {
      vertx.cancelTimer(timer);
      guard.lower();
    }
  }

  /** Lets no interruption come after the end of the attempt, where it would hit the next one. */
  private static final class Guard {

    private final Thread thread;
    private boolean raised = true;

    Guard(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (raised) {
        thread.interrupt();
      }
    }

    synchronized void lower() {
      raised = false;
      Thread.interrupted();
    }
  }
}
