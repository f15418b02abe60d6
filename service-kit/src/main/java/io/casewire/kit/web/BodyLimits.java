package io.casewire.kit.web;

import java.time.Duration;

/**
 * What is asked of a body.
 *
 * @param longest the most bytes that it may have
 * @param within the time for a small one
 * @param bytesPerSecond the pace at which the time for a larger one grows
 */
record BodyLimits(long longest, Duration within, long bytesPerSecond) {

  /** The time in which so many bytes must have arrived, and more. */
  long allowedNanos(long received) {
    return within.plusSeconds(received / bytesPerSecond).toNanos();
  }
}
