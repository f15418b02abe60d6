package io.casewire.sla.flow;

import io.casewire.events.CaseEvent;
import io.casewire.events.Event;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.Publication;
import io.casewire.events.Sources;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services as the stream shows them: says what they say, hears what sla says. */
public final class StreamProbe implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, List<Heard>> heard = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();

  public StreamProbe() {
    Map<String, Object> broker =
        Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.CASE_EVENTS, partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Says something new. */
  public OutgoingEvent say(Event event) {
    String source = EventType.of(event).source();
    long sequence = sequences.merge(source + event.subject(), 1L, Long::sum);
    Cause cause = Cause.of(UUID.randomUUID().toString(), null);
    OutgoingEvent outgoing = Publication.of(event, Ids.next(), sequence, Instant.now(), cause);
    repeat(outgoing);
    return outgoing;
  }

  /** Says something once more, as at-least-once delivery does. */
  public void repeat(OutgoingEvent outgoing) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(outgoing.topic(), outgoing.envelope().subject(), outgoing.body());
    CloudEventHeaders.of(outgoing.envelope())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(record);
    producer.flush();
  }

  /** All that sla has said about a case until now, in order. */
  public List<Heard> heard(UUID caseId) {
    consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
    return List.copyOf(heard.getOrDefault(caseId.toString(), List.of()));
  }

  /** All of this kind that sla has said about a case until now, in order. */
  public <E extends CaseEvent> List<E> heard(Class<E> type, UUID caseId) {
    return heard(caseId).stream()
        .map(Heard::event)
        .flatMap(event -> type.isInstance(event) ? Stream.of(type.cast(event)) : Stream.empty())
        .toList();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    EventEnvelope envelope = CloudEventHeaders.read(name -> header(record, name));
    if (envelope.source().equals(Sources.SLA)) {
      EventType type = EventType.byWireName(envelope.type()).orElseThrow();
      heard
          .computeIfAbsent(record.key(), _ -> new ArrayList<>())
          .add(new Heard(envelope, EventCodec.decode(type, record.value())));
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }

  /** Something that was said. */
  public record Heard(EventEnvelope envelope, Event event) {}
}
