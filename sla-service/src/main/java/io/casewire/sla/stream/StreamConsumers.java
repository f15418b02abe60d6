package io.casewire.sla.stream;

import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandlers;
import io.casewire.kit.inbox.Inbox;
import io.casewire.kit.inbox.SnapshotInbox;
import io.casewire.kit.inbox.StreamRecords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands the polls of each topic to the inbox. */
@ApplicationScoped
class StreamConsumers {

  private final Inbox inbox;
  private final SnapshotInbox snapshots;
  private final EventHandlers handlers;

  StreamConsumers(Inbox inbox, SnapshotInbox snapshots, EventHandlers handlers) {
    this.inbox = inbox;
    this.snapshots = snapshots;
    this.handlers = handlers;
  }

  @Incoming(Topics.CASE_EVENTS)
  Uni<Void> caseEvents(ConsumerRecords<String, byte[]> poll) {
    return inbox.receive(StreamRecords.of(poll), handlers.of(Topics.CASE_EVENTS));
  }

  @Incoming(Topics.DIRECTORY_EVENTS)
  Uni<Void> directoryEvents(ConsumerRecords<String, byte[]> poll) {
    return snapshots.receive(StreamRecords.of(poll), handlers.of(Topics.DIRECTORY_EVENTS));
  }
}
