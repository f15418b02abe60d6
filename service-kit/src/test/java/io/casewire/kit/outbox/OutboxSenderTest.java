package io.casewire.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {

  private static final String TOPIC = "case-events";

  private final UnsentRecord first = record(1, "a case");
  private final UnsentRecord second = record(2, "a case");

  @Test
  void nothing_overtakes_a_record_for_which_the_broker_is_away() throws InterruptedException {
    // Given
    Broker broker = new Broker(first.body(), new TimeoutException("no metadata"));

    // When
    SendResult result = sender(broker).send(List.of(record(0, "another"), first, second));

    // Then
    assertEquals(List.of("body 0"), broker.bodies());
    assertEquals(List.of("body 0"), acknowledged(result));
    assertTrue(result.isUnanswered());
    assertEquals(Map.of(), result.refusals());
    assertTrue(broker.closed());
  }

  @Test
  void a_record_that_is_refused_stops_its_subject_and_no_other() throws InterruptedException {
    // Given
    Broker broker = new Broker(first.body(), new RecordTooLargeException("of the record"));

    // When
    SendResult result = sender(broker).send(List.of(first, record(3, "another"), second));

    // Then
    assertEquals(List.of("body 3"), acknowledged(result));
    assertEquals(Map.of(TOPIC + "/a case", "RecordTooLargeException"), result.refusals());
    assertFalse(result.isUnanswered());
  }

  @Test
  void what_was_sent_before_the_refused_record_of_its_subject_is_sent() throws Exception {
    Broker broker = new Broker(second.body(), new RecordTooLargeException("of the record"));

    SendResult result = sender(broker).send(List.of(first, second));

    assertEquals(List.of(first.body()), acknowledged(result));
  }

  @Test
  void a_topic_that_is_not_allowed_is_refused_as_a_whole() throws InterruptedException {
    Broker broker = new Broker(first.body(), new TopicAuthorizationException("of the topic"));

    SendResult result = sender(broker).send(List.of(first, record(3, "another")));

    assertEquals(List.of(), broker.bodies());
    assertEquals(Map.of(TOPIC, "TopicAuthorizationException"), result.refusals());
  }

  @Test
  void nothing_is_handed_over_before_the_partitions_are_known() throws InterruptedException {
    // Given
    Broker broker = new BrokerWithoutTopics();

    // When
    SendResult result = sender(broker).send(List.of(first, second));

    // Then
    assertEquals(List.of(), broker.bodies());
    assertEquals(List.of(), acknowledged(result));
    assertTrue(result.isUnanswered());
  }

  @Test
  void a_topic_that_the_broker_does_not_have_is_told_from_a_broker_that_is_away() throws Exception {
    // Given
    OutboxSender sender =
        new OutboxSender(
            BrokerWithoutTopics::new, topic -> Optional.of(new Refusal(topic, "missing")));

    // When
    SendResult result = sender.send(List.of(first));

    // Then
    assertEquals(Map.of(TOPIC, "missing"), result.refusals());
    assertFalse(result.isUnanswered());
  }

  @Test
  void after_an_exception_of_any_kind_the_next_pass_has_a_new_producer() {
    Broker broker = new Broker(first.body(), null);

    assertThrows(IllegalStateException.class, () -> sender(broker).send(List.of(first)));

    assertTrue(broker.closed());
  }

  private static OutboxSender sender(Broker broker) {
    return new OutboxSender(() -> broker, topic -> Optional.empty());
  }

  private static List<String> acknowledged(SendResult result) {
    return result.acknowledged().stream().map(UnsentRecord::body).toList();
  }

  private static UnsentRecord record(long id, String subject) {
    return new UnsentRecord(id, TOPIC, subject, "{}", "body " + id, Instant.EPOCH);
  }

  /** Takes everything but one body, and says so at once. */
  private static class Broker extends MockProducer<String, byte[]> {

    private final String refused;
    private final @Nullable Exception failure;

    Broker(String refused, @Nullable Exception failure) {
      super(
          new Cluster(
              null,
              List.of(),
              List.of(new PartitionInfo(TOPIC, 0, null, null, null)),
              Set.of(),
              Set.of()),
          true,
          null,
          new StringSerializer(),
          new ByteArraySerializer());
      this.refused = refused;
      this.failure = failure;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
      if (!new String(record.value()).equals(refused)) {
        return super.send(record);
      }
      if (failure == null) {
        throw new IllegalStateException("of the client");
      }
      return CompletableFuture.failedFuture(failure);
    }

    List<String> bodies() {
      return history().stream().map(record -> new String(record.value())).toList();
    }
  }

  private static final class BrokerWithoutTopics extends Broker {

    BrokerWithoutTopics() {
      super("", null);
    }

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
      throw new TimeoutException("not in the metadata");
    }
  }
}
