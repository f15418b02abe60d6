package io.casewire.servers.mail;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest arrivals, in order. */
final class Arrivals {

  private final int capacity;
  private final Clock clock;
  private final ConcurrentSkipListMap<Long, Arrival> latest = new ConcurrentSkipListMap<>();
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
    latest.put(count, new Arrival(count, recipient, messageId, clock.instant()));
    if (count > capacity) {
      latest.remove(count - capacity);
    }
  }

  /** Those with a number above {@code n}, at most {@code limit}, oldest first. */
  List<Arrival> after(long n, int limit) {
    return latest.tailMap(n, false).values().stream().limit(limit).toList();
  }
}
