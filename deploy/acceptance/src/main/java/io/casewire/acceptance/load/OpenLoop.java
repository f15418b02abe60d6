package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts web requests at their appointed times. Latency counts from the appointed time, so a stall
 * of the stack is felt by every request that was due meanwhile.
 */
final class OpenLoop {

  private final Http http;
  private final List<URI> intakes;
  private final String channelKey;
  private final CustomerTexts texts;

  final Latencies acceptLatency = new Latencies();
  final Queue<AcceptedCase> accepted = new ConcurrentLinkedQueue<>();
  final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

  OpenLoop(Http http, List<URI> intakes, String channelKey, long seed) {
    this.http = http;
    this.intakes = intakes;
    this.channelKey = channelKey;
    this.texts = new CustomerTexts(seed);
  }

  /** Sends so many requests at this rate and waits for their answers. */
  void run(double rate, long requests, String runId) throws InterruptedException {
    CountDownLatch answers = new CountDownLatch(Math.toIntExact(requests));
    long start = System.nanoTime();
    for (long i = 0; i < requests; i++) {
      long appointed = start + (long) (i * 1e9 / rate);
      LockSupport.parkNanos(appointed - System.nanoTime());
      post("load-%s-%d@customers.example".formatted(runId, i), i, appointed, answers);
    }
    answers.await();
  }

  private void post(String address, long number, long appointed, CountDownLatch answers) {
    URI intake = intakes.get((int) (number % intakes.size()));
    HttpRequest request =
        Http.json("POST", intake.resolve("/api/v1/requests"), channelKey, texts.request(address));
    http.send(request)
        .whenComplete(
            (response, failure) -> {
              acceptLatency.add(Duration.ofNanos(System.nanoTime() - appointed));
              note(address, response, failure);
              answers.countDown();
            });
  }

  private void note(String address, HttpResponse<String> response, Throwable failure) {
    if (failure != null) {
      count(failure.getClass().getSimpleName());
    } else if (response.statusCode() == 201) {
      UUID caseId = UUID.fromString(Json.read(response.body()).get("caseId").asText());
      accepted.add(new AcceptedCase(caseId, address, Instant.now()));
    } else {
      count("HTTP " + response.statusCode());
    }
  }

  private void count(String reason) {
    refused.computeIfAbsent(reason, ignored -> new LongAdder()).increment();
  }
}
