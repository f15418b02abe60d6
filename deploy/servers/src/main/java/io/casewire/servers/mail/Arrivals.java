package io.casewire.servers.mail;

import com.sun.net.httpserver.HttpHandler;
import io.casewire.servers.http.BadRequestException;
import io.casewire.servers.http.Reply;
import io.casewire.servers.http.Request;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest arrivals of mail in any mailbox, in order. */
final class Arrivals {

  /** How many are reported at once. */
  static final int MOST = 10_000;

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

  /**
   * A mail that reached a mailbox, as the report shows it.
   *
   * @param n its number, counted from 1 without gaps since the server started
   * @param recipient the address of the mailbox
   * @param messageId its {@code Message-ID} with angle brackets, or empty text
   * @param at when it arrived (ISO 8601)
   */
  record Arrival(long n, String recipient, String messageId, String at) {}

  synchronized void add(String recipient, String messageId) {
    count++;
    latest.put(count, new Arrival(count, recipient, messageId, clock.instant().toString()));
    if (count > capacity) {
      latest.remove(count - capacity);
    }
  }

  /** Those with a number above {@code n}, at most {@code limit}, oldest first. */
  List<Arrival> after(long n, int limit) {
    return latest.tailMap(n, false).values().stream().limit(limit).toList();
  }

  /** {@code GET /arrivals?after=<n>&limit=<m>}: a load tool asks no mailbox. */
  HttpHandler get(Request request) {
    var limit = Math.min(number(request, "limit", MOST), MOST);
    return Reply.json(200, after(number(request, "after", 0), (int) limit));
  }

  private static long number(Request request, String name, long otherwise) {
    var text = request.query().getOrDefault(name, String.valueOf(otherwise));
    if (!text.matches("[0-9]{1,18}")) {
      throw new BadRequestException("Not a number: " + name);
    }
    return Long.parseLong(text);
  }
}
