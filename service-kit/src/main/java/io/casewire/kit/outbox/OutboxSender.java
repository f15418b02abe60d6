package io.casewire.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
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

  private final Map<String, Object> config;
  private @Nullable KafkaProducer<String, byte[]> producer;

  OutboxSender(String bootstrapServers, String clientId) {
    config = new HashMap<>();
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
      for (UnsentRecord record : records) {
        answers.add(openProducer().send(record.toProducerRecord()));
      }
      openProducer().flush();
    } catch (KafkaException e) {
      // The rest counts as not acknowledged and stays in the outbox.
      return answers;
    }
    return answers;
  }

  private static boolean isAcknowledged(Future<RecordMetadata> answer) throws InterruptedException {
    try {
      answer.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  private KafkaProducer<String, byte[]> openProducer() {
    if (producer == null) {
      producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
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
