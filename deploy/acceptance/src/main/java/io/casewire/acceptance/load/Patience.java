package io.casewire.acceptance.load;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How the clients of a load insist: they try again after a pause that grows, until the load is
 * over. No two of them in step, and none so often that it keeps the services from recovering.
 *
 * @param answerWithin how long one attempt may take
 */
record Patience(Duration answerWithin, Instant until) {

  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final int DOUBLINGS = 7;
  private static final long SECOND_MILLIS = 1000;
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("patience").factory());

  /** From now on for so long, by the wall's clock: a load is a client of real processes. */
  static Patience lasting(Duration answerWithin, Duration length) {
    return new Patience(answerWithin, Instant.now().plus(length));
  }

  /** Whether another attempt is worth while. */
  boolean lasts() {
    return Instant.now().isBefore(until);
  }

  /** Runs work after the pause that follows this many attempts. */
  void later(int attempts, Runnable work) {
    after(pauseAfter(attempts), work);
  }

  /** Runs work when a service has asked for it; what it says are whole seconds. */
  static void afterAskedFor(Duration wait, Runnable work) {
    after(wait.plusMillis(ThreadLocalRandom.current().nextLong(SECOND_MILLIS)), work);
  }

  /** Waits for the pause that follows this many attempts. */
  void pause(int attempts) {
    LockSupport.parkNanos(pauseAfter(attempts).toNanos());
  }

  /** Runs work after a while, on a thread that may wait. */
  static void after(Duration pause, Runnable work) {
    TIMER.schedule(() -> Thread.ofVirtual().start(work), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Duration pauseAfter(int attempts) {
    long longest = FIRST_PAUSE_MILLIS << Math.min(attempts, DOUBLINGS);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }
}
