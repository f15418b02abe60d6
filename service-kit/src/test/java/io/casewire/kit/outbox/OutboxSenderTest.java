package io.casewire.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {

  private static final String TOPIC = "case-events";

  private final UnsentRecord first = record(1, "a case");
  private final UnsentRecord second = record(2, "a case");

  @Test
  void nothing_overtakes_a_record_that_is_refused_at_once() throws InterruptedException {
    // Given
    Broker broker = new Broker(first.body());
    OutboxSender sender = new OutboxSender(() -> broker);

    // When
    AcknowledgedPrefix acknowledged = sender.send(List.of(record(0, "another"), first, second));

    // Then
    assertEquals(List.of("body 0"), broker.bodies());
    assertEquals(List.of(0L), acknowledged.ids());
    assertFalse(acknowledged.complete());
    assertTrue(broker.closed());
  }

  @Test
  void nothing_is_handed_over_before_the_partitions_are_known() throws InterruptedException {
    // Given
    Broker broker =
        new Broker("") {
          @Override
          public List<PartitionInfo> partitionsFor(String topic) {
            throw new TimeoutException("no broker");
          }
        };

    // When
    AcknowledgedPrefix acknowledged = new OutboxSender(() -> broker).send(List.of(first, second));

    // Then
    assertEquals(List.of(), broker.bodies());
    assertEquals(List.of(), acknowledged.ids());
  }

  private static UnsentRecord record(long id, String subject) {
    return new UnsentRecord(id, TOPIC, subject, "{}", "body " + id, Instant.EPOCH);
  }

  /** Takes everything but one body, of which it says so at once. */
  private static class Broker extends MockProducer<String, byte[]> {

    private final String refused;

    Broker(String refused) {
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
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
      return new String(record.value()).equals(refused)
          ? CompletableFuture.failedFuture(new TimeoutException("no metadata"))
          : super.send(record);
    }

    List<String> bodies() {
      return history().stream().map(record -> new String(record.value())).toList();
    }
  }
}
