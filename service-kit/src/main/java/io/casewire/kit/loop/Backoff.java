package io.casewire.kit.loop;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a loop waits after a failure: longer each time, and never in step with other loops. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);

  private final Duration longest;
  private final RandomGenerator random;
  private Duration next = FIRST;

  Backoff(Duration longest, RandomGenerator random) {
    this.longest = longest;
    this.random = random;
  }

  /** Between half and the whole of a pause that doubles with each call. */
  synchronized Duration next() {
    Duration pause = next.compareTo(longest) < 0 ? next : longest;
    next = pause.multipliedBy(2);
    long half = pause.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  /** The trouble is over. */
  synchronized void reset() {
    next = FIRST;
  }
}
