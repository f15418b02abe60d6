package io.casewire.servers.mail;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;

/** The latest arrivals, in order. */
final class Arrivals {

  private final int capacity;
  private final Clock clock;
  private final ArrayDeque<Arrival> latest = new ArrayDeque<>();
  private long count;

  /**
   * @param capacity how many are remembered; the oldest are forgotten first
   */
  Arrivals(int capacity, Clock clock) {
    this.capacity = capacity;
    this.clock = clock;
  }

  synchronized void add(String recipient, String messageId) {
    count++;
    latest.addLast(new Arrival(count, recipient, messageId, clock.instant()));
    if (latest.size() > capacity) {
      latest.removeFirst();
    }
  }

  /** Those with a number above {@code n}, at most {@code limit}, oldest first. */
  synchronized List<Arrival> after(long n, int limit) {
    var oldest = count - latest.size();
    return latest.stream().skip(Math.max(0, n - oldest)).limit(limit).toList();
  }
}
