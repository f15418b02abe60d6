package io.casewire.notification;

import io.casewire.events.Event;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.id.Ids;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Speaks for the other services on the stream, and hears what this one says. */
@ApplicationScoped
public class EventLog {

  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, Long> sequences = new HashMap<>();

  EventLog(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Publishes events in this order; returns their ids. */
  public List<UUID> publish(Event... events) {
    List<UUID> ids = new ArrayList<>();
    for (Event event : events) {
      OutgoingEvent outgoing = numbered(event);
      ids.add(outgoing.envelope().id());
      send(outgoing);
    }
    return ids;
  }

  /** Publishes an event and then the very same record again, as a producer does after a fault. */
  public void publishTwice(Event event) {
    OutgoingEvent outgoing = numbered(event);
    send(outgoing);
    send(outgoing);
  }

  /** What this service has said about a case, oldest first. */
  public List<Event> heardAbout(UUID caseId) {
    return recordsAbout(caseId).stream().map(EventLog::decode).toList();
  }

  /** The numbers of what this service has said about a case. */
  public List<Long> sequencesAbout(UUID caseId) {
    return recordsAbout(caseId).stream()
        .map(heard -> Long.parseLong(header(heard, CloudEventHeaders.SEQUENCE)))
        .toList();
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private OutgoingEvent numbered(Event event) {
    String stream = EventType.of(event).source() + " " + event.subject();
    long sequence = sequences.merge(stream, 1L, Long::sum);
    return Publication.of(
        event, Ids.next(), sequence, Facts.AT, Cause.of(Ids.next().toString(), null));
  }

  private void send(OutgoingEvent event) {
    ProducerRecord<String, byte[]> sent =
        new ProducerRecord<>(event.topic(), event.envelope().subject(), event.body());
    CloudEventHeaders.of(event.envelope())
        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(sent).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker did not take an event", e);
    }
  }

  private List<ConsumerRecord<String, byte[]>> recordsAbout(UUID caseId) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CASE_EVENTS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found.stream()
        .filter(heard -> caseId.toString().equals(heard.key()))
        .filter(heard -> header(heard, CloudEventHeaders.SOURCE).equals("/casewire/notification"))
        .toList();
  }

  private static Event decode(ConsumerRecord<String, byte[]> heard) {
    EventType type = EventType.byWireName(header(heard, CloudEventHeaders.TYPE)).orElseThrow();
    return EventCodec.decode(type, heard.value());
  }

  private static String header(ConsumerRecord<String, byte[]> heard, String name) {
    return new String(heard.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
