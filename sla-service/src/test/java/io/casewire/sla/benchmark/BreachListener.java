package io.casewire.sla.benchmark;

import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.SlaBreached;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hears breaches as soon as they are in the topic. */
final class BreachListener implements AutoCloseable {

  private final Consumer<SlaBreached> onBreach;
  private final Thread thread;
  private volatile boolean closed;

  BreachListener(Consumer<SlaBreached> onBreach) {
    this.onBreach = onBreach;
    this.thread = Thread.ofPlatform().unstarted(this::listen);
  }

  void start() {
    thread.start();
  }

  private void listen() {
    Map<String, Object> broker =
        Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.CASE_EVENTS, partition))
            .toList();
    try (var consumer =
        new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      while (!closed) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
      }
    }
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    String type =
        new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    if (type.equals(EventType.SLA_BREACHED.wireName())) {
      onBreach.accept((SlaBreached) EventCodec.decode(EventType.SLA_BREACHED, record.value()));
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
