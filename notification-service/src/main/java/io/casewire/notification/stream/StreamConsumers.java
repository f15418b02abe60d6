package io.casewire.notification.stream;

import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.Inbox;
import io.casewire.kit.inbox.SnapshotInbox;
import io.casewire.kit.inbox.StreamRecords;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands the polls of each topic to the inbox, with the handler of that topic. */
@ApplicationScoped
class StreamConsumers {

  private final Inbox inbox;
  private final SnapshotInbox snapshots;
  private final EventHandler caseEvents;
  private final EventHandler directoryEvents;

  StreamConsumers(Inbox inbox, SnapshotInbox snapshots, @All List<EventHandler> handlers) {
    this.inbox = inbox;
    this.snapshots = snapshots;
    this.caseEvents = handlerOf(Topics.CASE_EVENTS, handlers);
    this.directoryEvents = handlerOf(Topics.DIRECTORY_EVENTS, handlers);
  }

  @Incoming(Topics.CASE_EVENTS)
  Uni<Void> caseEvents(ConsumerRecords<String, byte[]> poll) {
    return inbox.receive(StreamRecords.of(poll), caseEvents);
  }

  @Incoming(Topics.DIRECTORY_EVENTS)
  Uni<Void> directoryEvents(ConsumerRecords<String, byte[]> poll) {
    return snapshots.receive(StreamRecords.of(poll), directoryEvents);
  }

  private static EventHandler handlerOf(String topic, List<EventHandler> handlers) {
    return handlers.stream()
        .filter(handler -> handler.topic().equals(topic))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no handler for " + topic));
  }
}
