package io.casewire.testkit;

import io.casewire.events.Event;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.events.envelope.Topics;
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

/**
 * The other services as the stream shows them to the one under test: says what they say, numbered
 * as they would, and hears what that one says.
 */
public final class StreamProbe implements AutoCloseable {

  private static final Duration LISTENING = Duration.ofMillis(100);

  private final String listenedTo;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Heard> heard = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();

  /** Something that the service has said. */
  public record Heard(EventEnvelope envelope, Event event) {}

  /**
   * @param source the CloudEvents source of the service under test
   */
  public StreamProbe(String source) {
    listenedTo = source;
    Map<String, Object> broker =
        Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(Topics.CASE_EVENTS, Topics.DIRECTORY_EVENTS)
            .flatMap(
                topic ->
                    IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Says something new. */
  public OutgoingEvent say(Event event) {
    String source = EventType.of(event).source();
    long sequence = sequences.merge(source + " " + event.subject(), 1L, Long::sum);
    Cause cause = Cause.of(UUID.randomUUID().toString(), null);
    // By the machine's clock, as the services and their database go by it.
    OutgoingEvent outgoing =
        Publication.of(event, null, UUID.randomUUID(), sequence, Instant.now(), cause);
    repeat(outgoing);
    return outgoing;
  }

  /** Says several things in this order. */
  public void sayAll(Event... events) {
    Stream.of(events).forEach(this::say);
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

  /** All that the service has said about a subject until now, in order. */
  public List<Heard> heard(String subject) {
    listen();
    return heard.stream().filter(one -> one.event().subject().equals(subject)).toList();
  }

  /** All of this kind that it has said about a subject until now, in order. */
  public <E extends Event> List<E> heard(Class<E> type, String subject) {
    return heard(type).stream().filter(event -> event.subject().equals(subject)).toList();
  }

  /** All of this kind that it has said until now; in order for each subject. */
  public <E extends Event> List<E> heard(Class<E> type) {
    listen();
    return heard.stream().map(Heard::event).filter(type::isInstance).map(type::cast).toList();
  }

  /** To the end as it is now, so that what is not heard has not been said. */
  private void listen() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(LISTENING).forEach(this::hear);
    }
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    EventEnvelope envelope = CloudEventHeaders.read(name -> header(record, name));
    if (envelope.source().equals(listenedTo)) {
      EventType type = EventType.byWireName(envelope.type()).orElseThrow();
      if (envelope.customerId() == null && type.topic().equals(Topics.CASE_EVENTS)) {
        throw new AssertionError(type + " does not name the customer of its case");
      }
      heard.add(new Heard(envelope, EventCodec.decode(type, record.value())));
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
}
