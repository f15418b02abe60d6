package io.casewire.acceptance.load;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.Event;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.NotificationSent;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.UnreadableEventException;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the case events as they come, tells others, and remembers when what happened. */
final class StreamWatch implements AutoCloseable {

  static final String ACKNOWLEDGEMENT = "case-acknowledged";

  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

  /** Everything else is not even read. */
  private static final Set<EventType> WATCHED =
      Set.of(
          EventType.CASE_OPENED,
          EventType.CUSTOMER_MESSAGE_RECEIVED,
          EventType.CASE_ASSIGNED,
          EventType.CASE_AGENT_REPLIED,
          EventType.NOTIFICATION_SENT,
          EventType.NOTIFICATION_SUPPRESSED);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Consumer<CaseEvent>> listeners;
  private final Map<String, Opening> openings = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> assignedAt = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> acknowledgedAt = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean running = true;

  /** A case that was opened, and when the stream was told of it. */
  record Opening(UUID caseId, Instant toldAt) {}

  StreamWatch(String bootstrapServers, List<Consumer<CaseEvent>> listeners) {
    this.listeners = List.copyOf(listeners);
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // In large pieces: the watch must not cost the broker what it measures.
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1024 * 1024,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(Topics.CASE_EVENTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList());
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    thread = Thread.ofPlatform().daemon().name("stream-watch").start(this::watch);
  }

  /** The case of the customer of this address. */
  @Nullable Opening openingOf(String address) {
    return openings.get(address);
  }

  /** When a case was first assigned, by the stream. */
  @Nullable Instant assignedAt(UUID caseId) {
    return assignedAt.get(caseId);
  }

  /** When it was settled that a case is acknowledged, or why it is not. */
  @Nullable Instant acknowledgedAt(UUID caseId) {
    return acknowledgedAt.get(caseId);
  }

  private void watch() {
    while (running) {
      Iterator<ConsumerRecord<String, byte[]>> news =
          consumer.poll(Duration.ofMillis(100)).iterator();
      while (running && news.hasNext()) {
        note(news.next());
      }
    }
    consumer.close();
  }

  private void note(ConsumerRecord<String, byte[]> record) {
    try {
      typeOf(record)
          .filter(WATCHED::contains)
          .ifPresent(
              type ->
                  note(
                      EventCodec.decode(type, record.value()),
                      Instant.ofEpochMilli(record.timestamp())));
    } catch (UnreadableEventException _) {
      // The audit asks whether it was meant to be one.
    }
  }

  private static Optional<EventType> typeOf(ConsumerRecord<String, byte[]> record) {
    return Optional.ofNullable(record.headers().lastHeader(CloudEventHeaders.TYPE))
        .flatMap(
            header -> EventType.byWireName(new String(header.value(), StandardCharsets.UTF_8)));
  }

  private void note(Event event, Instant toldAt) {
    switch (event) {
      case CaseOpened opened -> remember(opened, toldAt);
      case CaseAssigned assigned -> assignedAt.putIfAbsent(assigned.caseId(), assigned.at());
      case NotificationSent sent when sent.template().equals(ACKNOWLEDGEMENT) ->
          acknowledgedAt.putIfAbsent(sent.caseId(), sent.at());
      case NotificationSuppressed not when not.template().equals(ACKNOWLEDGEMENT) ->
          acknowledgedAt.putIfAbsent(not.caseId(), not.at());
      case CaseAgentReplied _, CustomerMessageReceived _ -> {
        // Only the listeners care.
      }
      default -> {
        return;
      }
    }
    listeners.forEach(listener -> listener.accept((CaseEvent) event));
  }

  private void remember(CaseOpened opened, Instant toldAt) {
    String from = opened.personal().from();
    if (from != null) {
      openings.putIfAbsent(from, new Opening(opened.caseId(), toldAt));
    }
  }

  /** From then on no listener is told anything. */
  @Override
  public void close() {
    running = false;
    try {
      thread.join(PATIENCE_AT_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
