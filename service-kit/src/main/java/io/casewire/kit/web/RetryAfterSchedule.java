package io.casewire.kit.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spreads refused clients over time: each one is given the next free instant to come back, so many
 * a second. However many clients were refused, those that come back are no more than the service
 * can look at, and they come in the order in which they were refused. Thread-safe.
 */
final class RetryAfterSchedule {

  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final long apart;
  private final Duration soonest;
  private final Duration latest;
  private final LongSupplier nanoTime;
  private long last;

  /**
   * @param latest the longest that a client is asked to wait; beyond it more of them come at once
   * @param nanoTime a clock that only goes forward, see {@link System#nanoTime}
   */
  RetryAfterSchedule(int perSecond, Duration soonest, Duration latest, LongSupplier nanoTime) {
    this.apart = NANOS / perSecond;
    this.soonest = soonest;
    this.latest = latest;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** The time from now to the next free instant, which is taken by this call. */
  synchronized Duration next() {
    long now = nanoTime.getAsLong();
    long wait = last - now + apart;
    wait = Math.min(Math.max(wait, soonest.toNanos()), latest.toNanos());
    last = now + wait;
    return Duration.ofNanos(wait);
  }
}
