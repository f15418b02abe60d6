package io.casewire.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
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
 * Sends rows and tells what became of each. After any failure its producer is closed, with whatever
 * it still had in flight, and the next call begins with a new one: a producer that goes on after a
 * failure could let a later record of a subject overtake an earlier one.
 */
final class OutboxSender implements AutoCloseable {

  /** Each of them takes a way to the broker and back, and the pass holds a transaction. */
  private static final int MOST_ONE_BY_ONE = 50;

  private final Supplier<Producer<String, byte[]>> producers;
  private final Function<String, Optional<Refusal>> topicCheck;
  private @Nullable Producer<String, byte[]> producer;
  private boolean oneByOne;

  OutboxSender(String bootstrapServers, String clientId) {
    this(
        () ->
            new KafkaProducer<>(
                config(bootstrapServers, clientId),
                new StringSerializer(),
                new ByteArraySerializer()),
        topic -> refusalOf(new BrokerTopics(bootstrapServers), topic));
  }

  /**
   * @param topicCheck asked about a topic that the producer can't find in time, since the producer
   *     does not tell a missing topic from a missing broker
   */
  OutboxSender(
      Supplier<Producer<String, byte[]>> producers,
      Function<String, Optional<Refusal>> topicCheck) {
    this.producers = producers;
    this.topicCheck = topicCheck;
  }

  private static Optional<Refusal> refusalOf(BrokerTopics topics, String topic) {
    try {
      return topics.refusals(List.of(topic)).stream().findFirst();
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
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
  SendResult send(List<UnsentRecord> records) throws InterruptedException {
    SendResult result = new SendResult();
    boolean complete = false;
    try {
      if (knowsPartitions(records, result)) {
        sendKnown(records, result);
      }
      complete = !result.isUnanswered() && result.refusals().isEmpty();
    } finally {
      if (!complete) {
        close();
      }
    }
    return result;
  }

  /**
   * Together, or after that has failed one by one, and then together again. A batch with a record
   * that is too large for the topic is not refused: the producer splits it into batches of its own
   * size, so into the same batch, until the time is over. Alone such a record is refused.
   */
  private void sendKnown(List<UnsentRecord> records, SendResult result)
      throws InterruptedException {
    if (oneByOne) {
      oneByOne = false;
      for (UnsentRecord record : records.subList(0, Math.min(records.size(), MOST_ONE_BY_ONE))) {
        sendTogether(List.of(record), result);
        if (result.isUnanswered()) {
          break;
        }
      }
    } else {
      sendTogether(records, result);
      oneByOne = result.isUnanswered();
    }
  }

  private void sendTogether(List<UnsentRecord> records, SendResult result)
      throws InterruptedException {
    for (HandedOver sent : handOver(records, result)) {
      judge(sent, result);
    }
  }

  /**
   * Before anything is handed over, since a producer that has to wait for them gives up on single
   * records, and in that time sends others.
   *
   * @return whether anything can be sent; a refused topic takes the pass's time, so the others wait
   *     for the next pass
   */
  private boolean knowsPartitions(List<UnsentRecord> records, SendResult result) {
    for (String topic : records.stream().map(UnsentRecord::topic).distinct().toList()) {
      try {
        openProducer().partitionsFor(topic);
      } catch (KafkaException e) {
        Refusal.ofTopic(e, topic)
            .or(() -> topicCheck.apply(topic))
            .ifPresentOrElse(result::refusedAtOnce, result::unanswered);
        return false;
      }
    }
    return true;
  }

  private List<HandedOver> handOver(List<UnsentRecord> records, SendResult result) {
    List<HandedOver> sent = new ArrayList<>(records.size());
    for (UnsentRecord record : records) {
      if (result.isRefused(record)) {
        continue;
      }
      Future<RecordMetadata> answer = handOver(record);
      if (answer.state() != Future.State.FAILED) {
        sent.add(new HandedOver(record, answer));
        continue;
      }
      Optional<Refusal> refusal = Refusal.of(answer.exceptionNow(), record);
      refusal.ifPresentOrElse(result::refusedAtOnce, result::unanswered);
      if (refusal.isEmpty()) {
        // The broker is away. The next record might be of the same subject, and get through.
        break;
      }
    }
    openProducer().flush();
    return sent;
  }

  private Future<RecordMetadata> handOver(UnsentRecord record) {
    try {
      return openProducer().send(record.toProducerRecord());
    } catch (KafkaException | UnreadableRecordException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void judge(HandedOver sent, SendResult result) throws InterruptedException {
    try {
      sent.answer().get();
      result.acknowledged(sent.record());
    } catch (ExecutionException e) {
      Refusal.of(e.getCause(), sent.record())
          .ifPresentOrElse(result::refused, () -> result.unanswered(sent.record()));
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

  private record HandedOver(UnsentRecord record, Future<RecordMetadata> answer) {}
}
