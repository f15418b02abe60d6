package io.casewire.kit.loop;

import java.time.Duration;

/**
 * How long a loop waits for a wake-up before it looks by itself: longer each time that a look finds
 * nothing, and short again after a look that finds something. The longest pause is the time after
 * which a lost wake-up is made up for. Thread-safe.
 */
public final class PollPause {

  private final Duration shortest;
  private final Duration longest;
  private Duration next;

  /**
   * @param shortest the pause after a look that has found something
   * @param longest the longest pause; no less than the shortest
   */
  public PollPause(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest.compareTo(shortest) < 0 ? shortest : longest;
    this.next = shortest;
  }

  /**
   * The pause after a look.
   *
   * @param found whether the look has found something to do
   */
  public synchronized Duration after(boolean found) {
    Duration pause = found ? shortest : next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return pause;
  }
}
