package io.casewire.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows and tells which were acknowledged. After any failure its producer is closed, with
 * whatever it still had in flight, and the next call begins with a new one: a producer that goes on
 * after a failure could let a later record of a subject overtake an earlier one.
 */
final class OutboxSender implements AutoCloseable {

  private final Supplier<Producer<String, byte[]>> producers;
  private @Nullable Producer<String, byte[]> producer;

  OutboxSender(String bootstrapServers, String clientId) {
    this(
        () ->
            new KafkaProducer<>(
                config(bootstrapServers, clientId),
                new StringSerializer(),
                new ByteArraySerializer()));
  }

  OutboxSender(Supplier<Producer<String, byte[]>> producers) {
    this.producers = producers;
  }

  private static Map<String, Object> config(String bootstrapServers, String clientId) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A pass goes out when all of it is handed over, with one batch for each partition: of two
    // batches the second could arrive where the first does not, and overtake it.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 1000);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 1024 * 1024);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    // Shorter than the database's limit for a transaction that waits (V0001).
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3000);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    return config;
  }

  /** Sends in order and waits for every answer. */
  AcknowledgedPrefix send(List<UnsentRecord> records) throws InterruptedException {
    AcknowledgedPrefix acknowledged = new AcknowledgedPrefix();
    List<Future<RecordMetadata>> answers = handOver(records);
    for (int i = 0; i < records.size(); i++) {
      acknowledged.add(records.get(i), i < answers.size() && isAcknowledged(answers.get(i)));
    }
    if (!acknowledged.complete()) {
      close();
    }
    return acknowledged;
  }

  private List<Future<RecordMetadata>> handOver(List<UnsentRecord> records) {
    List<Future<RecordMetadata>> answers = new ArrayList<>(records.size());
    try {
      learnPartitions(records);
      for (UnsentRecord record : records) {
        Future<RecordMetadata> answer = openProducer().send(record.toProducerRecord());
        answers.add(answer);
        if (answer.state() == Future.State.FAILED) {
          // Refused at once. The next record might be of the same subject, and get through.
          break;
        }
      }
      openProducer().flush();
    } catch (KafkaException e) {
      // The rest counts as not acknowledged and stays in the outbox.
      return answers;
    }
    return answers;
  }

  /**
   * Before anything is handed over, since a producer that has to wait for them gives up on single
   * records, and in that time sends others.
   */
  private void learnPartitions(List<UnsentRecord> records) {
    records.stream().map(UnsentRecord::topic).distinct().forEach(openProducer()::partitionsFor);
  }

  private static boolean isAcknowledged(Future<RecordMetadata> answer) throws InterruptedException {
    try {
      answer.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  private Producer<String, byte[]> openProducer() {
    if (producer == null) {
      producer = producers.get();
    }
    return producer;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
