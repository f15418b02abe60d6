package io.casewire.sla.benchmark;

import io.casewire.events.Event;
import io.casewire.events.EventType;
import io.casewire.events.Publication;
import io.casewire.events.SlaBreached;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.id.Ids;
import io.casewire.kit.inbox.EventHandlers;
import io.casewire.kit.inbox.Inbox;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.sla.flow.CaseScript;
import io.casewire.sla.flow.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints figures and asserts none: how many events a second the clocks take in, and how late a
 * breach is in the topic. Run it with {@code -Dcasewire.benchmark=true}; broker, database and
 * service share the machine, and the database does not wait for the disk.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "casewire.benchmark", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockBenchmark extends FlowTest {

  private static final int CASES = 10_000;
  private static final int POLL = 500;
  private static final Duration LEAD_TIME = Duration.ofSeconds(60);
  private static final Duration SPREAD = Duration.ofMinutes(1);

  @Inject Inbox inbox;
  @Inject EventHandlers handlers;

  @Test
  @Order(1)
  void events_a_second() {
    for (int round = 1; round <= 3; round++) {
      Instant openedAt = Instant.now();
      List<CaseScript> scripts = scripts(CASES, _ -> openedAt);
      List<StreamRecord> opened =
          scripts.stream().map(script -> record(script.opened(), 1)).toList();
      List<StreamRecord> answered =
          scripts.stream().map(script -> record(script.answered(openedAt, 1), 1)).toList();
      print("events/s, cases opened: %.0f", perSecond(opened));
      print("events/s, replies:      %.0f", perSecond(answered));
    }
  }

  @Test
  @Order(2)
  void lateness_of_breaches() {
    // Given
    Instant first = Instant.now().plus(LEAD_TIME);
    Duration step = SPREAD.dividedBy(CASES);
    List<CaseScript> scripts =
        scripts(CASES, number -> first.plus(step.multipliedBy(number)).minus(HOUR));
    receive(scripts.stream().map(script -> record(script.opened(), 1)).toList());

    // When
    List<Double> lateness = Collections.synchronizedList(new ArrayList<>());
    try (var listener = new BreachListener(breach -> lateness.add(seconds(breach)))) {
      listener.start();
      Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> lateness.size() >= CASES);
    }

    // Then
    List<Double> sorted = lateness.stream().sorted().toList();
    print(
        "lateness of %d breaches within %s, in the topic: p50 %.3f s, p99 %.3f s, max %.3f s",
        sorted.size(), SPREAD, at(sorted, 0.5), at(sorted, 0.99), sorted.getLast());
  }

  private List<CaseScript> scripts(int many, IntFunction<Instant> openedAt) {
    return IntStream.range(0, many)
        .mapToObj(number -> CaseScript.through(channel, openedAt.apply(number)))
        .toList();
  }

  private double perSecond(List<StreamRecord> records) {
    long start = System.nanoTime();
    receive(records);
    return records.size() * 1e9 / (System.nanoTime() - start);
  }

  private void receive(List<StreamRecord> records) {
    for (int from = 0; from < records.size(); from += POLL) {
      List<StreamRecord> poll = records.subList(from, Math.min(from + POLL, records.size()));
      inbox.receive(poll, handlers.of(Topics.CASE_EVENTS)).await().atMost(Duration.ofMinutes(1));
    }
  }

  private static StreamRecord record(Event event, long sequence) {
    Cause cause = Cause.of(UUID.randomUUID().toString(), null);
    OutgoingEvent outgoing =
        Publication.of(event, null, Ids.next(), sequence, Instant.now(), cause);
    Map<String, String> headers = CloudEventHeaders.of(outgoing.envelope());
    return new StreamRecord(
        EventType.of(event).topic(), 0, 0, event.subject(), headers, outgoing.body());
  }

  private static double seconds(SlaBreached breach) {
    return Duration.between(breach.dueAt(), Instant.now()).toMillis() / 1000.0;
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static void print(String format, Object... values) {
    System.out.println("benchmark: " + String.format(Locale.ROOT, format, values));
  }
}
