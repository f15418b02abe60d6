package io.casewire.kit.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says to those who are refused when to come back: one after the other, so many a second, as a desk
 * gives out numbers. However many they are, what comes back is no more than can be looked at, and
 * who was refused first comes back first. Thread-safe.
 */
final class Appointments {

  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final long apart;
  private final Duration soonest;
  private final Duration latest;
  private final LongSupplier nanoTime;
  private long last;

  /**
   * @param latest the longest that anybody is asked to wait; beyond it they come in greater numbers
   * @param nanoTime a clock that only goes forward, see {@link System#nanoTime}
   */
  Appointments(int perSecond, Duration soonest, Duration latest, LongSupplier nanoTime) {
    this.apart = NANOS / perSecond;
    this.soonest = soonest;
    this.latest = latest;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** The time from now to the next appointment. */
  synchronized Duration next() {
    long now = nanoTime.getAsLong();
    long wait = last - now + apart;
    wait = Math.min(Math.max(wait, soonest.toNanos()), latest.toNanos());
    last = now + wait;
    return Duration.ofNanos(wait);
  }
}
