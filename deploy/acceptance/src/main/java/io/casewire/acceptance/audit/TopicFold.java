package io.casewire.acceptance.audit;

import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Every case as the stream tells it, from the beginning. A repeated event counts once: at least
 * once is what the stream promises.
 */
final class TopicFold implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Map<String, Long> last = new HashMap<>();
  private final List<String> gaps = new ArrayList<>();
  private final Map<UUID, FoldedCase> cases = new HashMap<>();
  private final Map<String, List<UUID>> casesOfAddress = new HashMap<>();

  TopicFold(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(Topics.CASE_EVENTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads what was added since. */
  void catchUp() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
      consumer.poll(Duration.ofMillis(200)).forEach(this::apply);
    }
  }

  /** Where a number is missing between two events of one source and subject. */
  List<String> gaps() {
    return List.copyOf(gaps);
  }

  Map<UUID, FoldedCase> cases() {
    return Map.copyOf(cases);
  }

  /** The cases that a customer of this address has opened. */
  List<UUID> casesOf(String address) {
    return casesOfAddress.getOrDefault(address, List.of());
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    EventEnvelope envelope = CloudEventHeaders.read(name -> text(record, name));
    String stream = envelope.source() + " " + envelope.subject();
    long before = last.getOrDefault(stream, 0L);
    if (envelope.sequence() > before + 1) {
      gaps.add("%s: %d follows %d".formatted(stream, envelope.sequence(), before));
    }
    if (envelope.sequence() > before) {
      last.put(stream, envelope.sequence());
      EventType.byWireName(envelope.type())
          .ifPresent(type -> apply((CaseEvent) EventCodec.decode(type, record.value())));
    }
  }

  private void apply(CaseEvent event) {
    if (event instanceof CaseOpened opened) {
      FoldedCase first = FoldedCase.of(opened);
      cases.put(opened.caseId(), first);
      if (first.address() != null) {
        casesOfAddress
            .computeIfAbsent(first.address(), _ -> new ArrayList<>())
            .add(opened.caseId());
      }
    } else {
      cases.computeIfPresent(event.caseId(), (_, known) -> known.after(event));
    }
  }

  private static @Nullable String text(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
