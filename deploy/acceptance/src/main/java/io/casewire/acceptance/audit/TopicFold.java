package io.casewire.acceptance.audit;

import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.UnreadableEventException;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.MalformedEnvelopeException;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
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

  private final Consumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Map<String, Long> last = new HashMap<>();
  private final List<String> gaps = new ArrayList<>();
  private final Map<UUID, FoldedCase> cases = new HashMap<>();
  private final Map<String, List<UUID>> casesOfAddress = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();
  private final Poison poison = new Poison();
  private final Alarms alarms = new Alarms();
  private final Answers answers = new Answers();

  TopicFold(String bootstrapServers) {
    this(
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer()));
  }

  TopicFold(Consumer<String, byte[]> consumer) {
    this.consumer = consumer;
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

  /** The questions that the stream alone answers. */
  List<Finding> check() {
    return List.of(
        Finding.of("no number is missing in the stream", gaps),
        Finding.of("every record of the stream can be read", unreadable),
        Finding.of("no alarm that was overtaken has moved a case", alarms.offences()),
        Finding.of("every answer that did not arrive is told of", answers.untold()));
  }

  /** The records that nobody can apply, and is meant to. */
  Poison poison() {
    return poison;
  }

  Map<UUID, FoldedCase> cases() {
    return Map.copyOf(cases);
  }

  /** The cases that a customer of this address has opened. */
  List<UUID> casesOf(String address) {
    return casesOfAddress.getOrDefault(address, List.of());
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    if (text(record, PoisonMark.HEADER) != null) {
      poison.add(record.key(), text(record, CloudEventHeaders.SOURCE));
      return;
    }
    try {
      apply(CloudEventHeaders.read(name -> text(record, name)), record.value());
    } catch (MalformedEnvelopeException | UnreadableEventException e) {
      unreadable.add("offset %d of %d".formatted(record.offset(), record.partition()));
    }
  }

  private void apply(EventEnvelope envelope, byte[] body) {
    String stream = envelope.source() + " " + envelope.subject();
    long before = last.getOrDefault(stream, 0L);
    if (envelope.sequence() > before + 1) {
      gaps.add("%s: %d follows %d".formatted(stream, envelope.sequence(), before));
    }
    if (envelope.sequence() > before) {
      last.put(stream, envelope.sequence());
      EventType.byWireName(envelope.type())
          .map(type -> (CaseEvent) EventCodec.decode(type, body))
          .ifPresent(
              event -> {
                alarms.hear(envelope, event);
                answers.hear(event);
                apply(event);
              });
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
