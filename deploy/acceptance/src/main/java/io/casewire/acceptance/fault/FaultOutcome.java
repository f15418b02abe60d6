package io.casewire.acceptance.fault;

import java.time.Duration;

/**
 * A fault that has happened.
 *
 * @param at when it really happened, since the load began
 * @param backAfter how long the process was away
 * @param starts how often it had to be started: one that starts while something it needs is away
 *     may end again
 */
public record FaultOutcome(
    Duration at, String process, String what, Duration backAfter, int starts) {

  @Override
  public String toString() {
    return "%7.1f s  %-15s %-8s %6.1f s %7d"
        .formatted(seconds(at), process, what, seconds(backAfter), starts);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
