package io.casewire.acceptance.audit;

import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the whole stream and looks for gaps in the numbers of each source and subject. */
final class StreamOrder {

  private static final int SHOWN = 5;

  private final String bootstrapServers;

  StreamOrder(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** A repeated event is no gap: at-least-once is what the stream promises. */
  Finding check() {
    Map<String, Long> last = new HashMap<>();
    List<String> gaps = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CASE_EVENTS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> check(record, last, gaps));
      }
    }
    return new Finding("no gap in the stream", gaps.size(), gaps.stream().limit(SHOWN).toList());
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static void check(
      ConsumerRecord<String, byte[]> record, Map<String, Long> last, List<String> gaps) {
    EventEnvelope envelope = CloudEventHeaders.read(name -> text(record, name));
    String stream = envelope.source() + " " + envelope.subject();
    long before = last.getOrDefault(stream, 0L);
    if (envelope.sequence() > before + 1) {
      gaps.add("%s: %d follows %d".formatted(stream, envelope.sequence(), before));
    }
    last.merge(stream, envelope.sequence(), Math::max);
  }

  private static String text(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
