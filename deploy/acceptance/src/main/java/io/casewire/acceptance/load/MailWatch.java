package io.casewire.acceptance.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the mail server for its arrivals and remembers the first mail of each recipient. */
final class MailWatch implements AutoCloseable {

  private static final int PAGE = 1000;
  private static final long PAUSE_MILLIS = 100;

  private final Http http;
  private final URI arrivals;
  private final Map<String, Instant> firstMail = new ConcurrentHashMap<>();
  private volatile boolean running = true;
  private long last;

  MailWatch(Http http, URI arrivals) {
    this.http = http;
    this.arrivals = arrivals;
    Thread.ofPlatform().daemon().name("mail-watch").start(this::watch);
  }

  /** When the mail server had the first mail to this address. */
  Instant firstMailTo(String address) {
    return firstMail.get(address);
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

  private int readPage() {
    URI page = arrivals.resolve("/arrivals?after=%d&limit=%d".formatted(last, PAGE));
    JsonNode items = Json.read(http.exchange(HttpRequest.newBuilder(page).build()).body());
    for (JsonNode item : items) {
      last = Math.max(last, item.get("n").asLong());
      firstMail.putIfAbsent(item.get("recipient").asText(), Instant.parse(item.get("at").asText()));
    }
    return items.size();
  }

  /** Ends soon; its thread is a daemon, so nothing waits for it. */
  @Override
  public void close() {
    running = false;
  }
}
