package io.casewire.kit.outbox;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.Applied;
import io.casewire.kit.inbox.Events;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.inbox.StreamRecords;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class OutboxTest {

  private static final String UNSENT = "select count(*) from outbox where subject = ?1";

  @Inject Transactions transactions;
  @Inject Outbox outbox;
  @Inject Applied applied;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void a_committed_event_is_sent_with_its_envelope_and_leaves_the_outbox() {
    // Given
    OutgoingEvent event = event(1, "{\"text\":\"付款失败\"}");

    // When
    append(List.of(event));

    // Then
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
    StreamRecord sent = sentOnTheTopic().getFirst();
    assertEquals(event.envelope(), CloudEventHeaders.read(sent.headers()::get));
    assertEquals(
        "{\"text\":\"付款失败\"}", new String(sent.body(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void an_event_of_a_transaction_that_fails_is_never_sent() {
    // Given
    Uni<Void> failing =
        transactions.write(
            unitOfWork ->
                outbox
                    .append(unitOfWork, List.of(event(1, "{}")))
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

    // When
    assertThrows(IllegalStateException.class, () -> failing.await().atMost(Duration.ofSeconds(10)));
    append(List.of(event(2, "{}")));

    // Then
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
    assertEquals(List.of(2L), sequences(sentOnTheTopic()));
  }

  @Test
  void events_of_a_subject_are_sent_in_the_order_of_their_commits() {
    // When
    IntStream.range(0, 20)
        .forEach(
            round ->
                append(
                    LongStream.rangeClosed(1, 10)
                        .mapToObj(n -> event(round * 10L + n, "{}"))
                        .toList()));

    // Then
    eventually(() -> assertEquals(0, applied.count(UNSENT, subject)));
    assertEquals(LongStream.rangeClosed(1, 200).boxed().toList(), sequences(sentOnTheTopic()));
  }

  @Test
  void an_event_that_no_broker_would_take_is_refused_at_once() {
    // Given
    OutgoingEvent large = event(1, "x".repeat(Outbox.MAX_BODY_BYTES + 1));

    // Then
    assertThrows(EventTooLargeException.class, () -> append(List.of(large)));
  }

  @Test
  void a_subject_stops_at_its_first_failure_and_others_go_on() {
    // Given
    AcknowledgedPrefix prefix = new AcknowledgedPrefix();

    // When
    prefix.add(row(1, "a"), true);
    prefix.add(row(2, "a"), false);
    prefix.add(row(3, "b"), true);
    prefix.add(row(4, "a"), true);

    // Then
    assertEquals(List.of(1L, 3L), prefix.ids());
    assertTrue(!prefix.complete());
  }

  private static UnsentRecord row(long id, String subject) {
    return new UnsentRecord(id, "t", subject, "{}", "{}", java.time.Instant.EPOCH);
  }

  private OutgoingEvent event(long sequence, String body) {
    ReceivedEvent received = ReceivedEvent.of(Events.record(subject, sequence, body));
    return new OutgoingEvent("case-events", received.envelope(), received.body());
  }

  private void append(List<OutgoingEvent> events) {
    transactions
        .write(unitOfWork -> outbox.append(unitOfWork, events))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static List<Long> sequences(List<StreamRecord> records) {
    return records.stream().map(record -> ReceivedEvent.of(record).envelope().sequence()).toList();
  }

  private List<StreamRecord> sentOnTheTopic() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("case-events").stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<StreamRecord> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        records.addAll(StreamRecords.of(consumer.poll(Duration.ofMillis(200))));
      }
      return records.stream().filter(record -> subject.equals(record.key())).toList();
    }
  }
}
