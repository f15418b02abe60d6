package io.casewire.routing.flow;

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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services as the stream shows them: says what they say, hears what routing says. */
final class StreamProbe implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Event> heard = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();

  StreamProbe() {
    Map<String, Object> broker =
        Map.of(
            "bootstrap.servers",
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of(Topics.CASE_EVENTS, Topics.DIRECTORY_EVENTS)) {
      for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic, partition));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Says something new. */
  OutgoingEvent say(Event event) {
    String source = EventType.of(event).source();
    long sequence = sequences.merge(source + event.subject(), 1L, Long::sum);
    OutgoingEvent outgoing =
        Publication.of(
            event,
            Ids.next(),
            sequence,
            Instant.now(),
            Cause.of(UUID.randomUUID().toString(), null));
    repeat(outgoing);
    return outgoing;
  }

  /** Says something once more, as at-least-once delivery does. */
  void repeat(OutgoingEvent outgoing) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(outgoing.topic(), outgoing.envelope().subject(), outgoing.body());
    CloudEventHeaders.of(outgoing.envelope())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(record);
    producer.flush();
  }

  /** All that routing has said of this kind about a subject until now. */
  <E extends Event> List<E> heard(Class<E> type, String subject) {
    consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
    return heard.stream()
        .filter(event -> event.subject().equals(subject))
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    EventEnvelope envelope =
        CloudEventHeaders.read(
            name ->
                new String(
                    record.headers().lastHeader(name) == null
                        ? new byte[0]
                        : record.headers().lastHeader(name).value(),
                    StandardCharsets.UTF_8));
    if (envelope.source().equals(Sources.ROUTING)) {
      heard.add(
          EventCodec.decode(EventType.byWireName(envelope.type()).orElseThrow(), record.value()));
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
