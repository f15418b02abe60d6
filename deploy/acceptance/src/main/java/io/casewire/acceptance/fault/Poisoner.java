package io.casewire.acceptance.fault;

import io.casewire.acceptance.audit.PoisonMark;
import io.casewire.acceptance.client.Letter;
import io.casewire.acceptance.client.Post;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.LocalStack;
import io.casewire.events.EventType;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends what nobody can apply. */
final class Poisoner {

  private static final byte[] NO_JSON = "{\"caseId\":".getBytes(StandardCharsets.UTF_8);
  private static final String SUPPORT = "support@casewire.localhost";

  /** The broker may be away. */
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final String broker;
  private final Post post;

  /** Asks where all is before it may be away. */
  Poisoner(LocalStack stack) {
    this.broker = "127.0.0.1:" + stack.portOf("kafka");
    this.post = new Post(Deployment.of(stack).mail());
  }

  /** One of each kind. */
  void poison() {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            LIMIT.toMillis(),
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            (int) LIMIT.toMillis());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      send(producer, record());
      String caseId = UUID.randomUUID().toString();
      send(producer, opening(caseId, 1));
      send(producer, opening(caseId, 2));
    }
    oddMail();
  }

  private static ProducerRecord<String, byte[]> record() {
    return marked(UUID.randomUUID().toString(), Map.of());
  }

  /** It reads well until its body is looked at. */
  private static ProducerRecord<String, byte[]> opening(String caseId, long sequence) {
    return marked(
        caseId,
        CloudEventHeaders.of(
            new EventEnvelope(
                UUID.randomUUID(),
                EventType.CASE_OPENED.wireName(),
                "/casewire/intake",
                caseId,
                Instant.now(),
                sequence,
                caseId,
                caseId,
                null,
                null)));
  }

  private static ProducerRecord<String, byte[]> marked(String key, Map<String, String> headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.CASE_EVENTS, key, NO_JSON);
    record.headers().add(PoisonMark.HEADER, new byte[] {1});
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("can't poison the stream", e);
    }
  }

  /** Two different mails with one Message-ID: such a pair once stopped the mailbox. */
  private void oddMail() {
    Letter first = letter("poison-" + UUID.randomUUID());
    post.send(first);
    post.send(letter("poison-" + UUID.randomUUID()).withMessageId(first.messageId()));
  }

  private static Letter letter(String name) {
    return Letter.first(
        name + "@customers.example", SUPPORT, "Odd \u0001 mail", "Two mails have my Message-ID.");
  }
}
