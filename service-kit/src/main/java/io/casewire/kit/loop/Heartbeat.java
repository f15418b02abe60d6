package io.casewire.kit.loop;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** What a loop tells of itself: its passes, its failures, and until when it waits on purpose. */
final class Heartbeat {

  private static final Logger LOG = Logger.getLogger(Heartbeat.class);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final String loop;
  private final Counter passes;
  private final Counter failures;
  private final Backoff backoff;
  private final LongSupplier nanoTime;
  private volatile boolean running;
  private volatile long silentSince;

  /**
   * @param nanoTime a clock that only goes forward, see {@link System#nanoTime}
   */
  Heartbeat(String loop, Counter passes, Counter failures, Backoff backoff, LongSupplier nanoTime) {
    this.loop = loop;
    this.passes = passes;
    this.failures = failures;
    this.backoff = backoff;
    this.nanoTime = nanoTime;
  }

  /** A pass begins. */
  void begins() {
    silentUntil(Duration.ZERO);
    running = true;
  }

  /** The pass has got somewhere, and goes on. */
  void goesOn() {
    backoff.reset();
    silentUntil(Duration.ZERO);
  }

  /**
   * The pass is done.
   *
   * @param wanted how long the loop is to wait now
   * @return how long it waits: no longer than a day
   */
  Duration done(Duration wanted) {
    Duration pause = wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    passes.increment();
    backoff.reset();
    silentUntil(pause);
    return pause;
  }

  /**
   * The pass has failed.
   *
   * @return how long the loop waits before the next one
   */
  Duration failed(Throwable failure) {
    failures.increment();
    Duration pause = backoff.next();
    silentUntil(pause);
    // Not the message, which may quote content.
    LOG.warnf("loop=%s failed because=%s", loop, failure.getClass().getName());
    LOG.debugf(failure, "loop=%s", loop);
    return pause;
  }

  /** The loop has been stopped on purpose. */
  void ends() {
    running = false;
  }

  String loop() {
    return loop;
  }

  /** For how long the loop has done nothing that it should have. */
  Duration silence() {
    long nanos = nanoTime.getAsLong() - silentSince;
    return running && nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
  }

  private void silentUntil(Duration pause) {
    silentSince = nanoTime.getAsLong() + pause.toNanos();
  }
}
