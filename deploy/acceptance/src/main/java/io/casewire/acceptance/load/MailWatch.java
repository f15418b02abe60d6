package io.casewire.acceptance.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks the mail server for its arrivals and remembers the first mail of each recipient. */
final class MailWatch implements AutoCloseable {

  private static final int PAGE = 1000;
  private static final long PAUSE_MILLIS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Http http;
  private final URI arrivals;
  private final Map<String, Arrival> firstMail = new ConcurrentHashMap<>();
  private final Map<String, Integer> copies = new ConcurrentHashMap<>();
  private volatile boolean running = true;
  private long last;

  /** A mail that reached a mailbox. */
  record Arrival(String messageId, Instant at) {}

  MailWatch(Http http, URI arrivals) {
    this.http = http;
    this.arrivals = arrivals;
    Thread.ofPlatform().daemon().name("mail-watch").start(this::watch);
  }

  /** The first mail that this address got. */
  @Nullable Arrival firstMailTo(String address) {
    return firstMail.get(address);
  }

  /** The mails that one mailbox got several times, and how often. */
  Map<String, Integer> repeats() {
    Map<String, Integer> repeats = new TreeMap<>();
    copies.forEach(
        (mail, count) -> {
          if (count > 1) {
            repeats.put(mail, count);
          }
        });
    return repeats;
  }

  private void watch() {
    try {
      while (running) {
        if (readPage() < PAGE) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A mail server that does not answer is asked again. */
  private int readPage() {
    URI page = arrivals.resolve("/arrivals?after=%d&limit=%d".formatted(last, PAGE));
    try {
      JsonNode items =
          Json.read(http.exchange(HttpRequest.newBuilder(page).timeout(TIMEOUT).build()).body());
      items.forEach(this::note);
      return items.size();
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  private void note(JsonNode item) {
    last = Math.max(last, item.get("n").asLong());
    String recipient = item.get("recipient").asText();
    String messageId = item.get("messageId").asText();
    firstMail.putIfAbsent(
        recipient, new Arrival(messageId, Instant.parse(item.get("at").asText())));
    copies.merge(messageId + " to " + recipient, 1, Integer::sum);
  }

  /** Ends soon; its thread is a daemon, so nothing waits for it. */
  @Override
  public void close() {
    running = false;
  }
}
