package io.casewire.kit.inbox;

import io.casewire.events.envelope.Topics;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hands polls of {@code directory-events} to the inbox for snapshots, in a service that configures
 * this channel.
 */
@ApplicationScoped
@IfBuildProperty(
    name = "mp.messaging.incoming." + Topics.DIRECTORY_EVENTS + ".connector",
    stringValue = "smallrye-kafka")
class DirectoryEventsConsumer {

  private final SnapshotInbox snapshots;
  private final EventHandler handler;

  DirectoryEventsConsumer(SnapshotInbox snapshots, EventHandlers handlers) {
    this.snapshots = snapshots;
    this.handler = handlers.of(Topics.DIRECTORY_EVENTS);
  }

  @Incoming(Topics.DIRECTORY_EVENTS)
  Uni<Void> receive(ConsumerRecords<String, byte[]> poll) {
    return snapshots.receive(StreamRecord.allOf(poll), handler);
  }
}
