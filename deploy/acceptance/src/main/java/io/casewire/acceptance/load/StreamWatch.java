package io.casewire.acceptance.load;

import io.casewire.events.CaseAssigned;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the case events as they come and remembers when each case was assigned. */
final class StreamWatch implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final Consumer<CaseAssigned> onAssigned;
  private final Map<UUID, Instant> assignedAt = new ConcurrentHashMap<>();
  private volatile boolean running = true;

  StreamWatch(String bootstrapServers, Consumer<CaseAssigned> onAssigned) {
    this.onAssigned = onAssigned;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(Topics.CASE_EVENTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList());
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    Thread.ofPlatform().daemon().name("stream-watch").start(this::watch);
  }

  /** When a case was first assigned, by the stream. */
  Instant assignedAt(UUID caseId) {
    return assignedAt.get(caseId);
  }

  private void watch() {
    while (running) {
      consumer.poll(Duration.ofMillis(100)).forEach(this::note);
    }
    consumer.close();
  }

  private void note(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
    if (type != null
        && EventType.CASE_ASSIGNED
            .wireName()
            .equals(new String(type.value(), StandardCharsets.UTF_8))) {
      CaseAssigned assigned =
          (CaseAssigned) EventCodec.decode(EventType.CASE_ASSIGNED, record.value());
      assignedAt.putIfAbsent(assigned.caseId(), assigned.at());
      onAssigned.accept(assigned);
    }
  }

  /** Ends soon; its thread is a daemon, so nothing waits for it. */
  @Override
  public void close() {
    running = false;
  }
}
