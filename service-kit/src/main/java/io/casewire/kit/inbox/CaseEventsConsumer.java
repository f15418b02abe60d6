package io.casewire.kit.inbox;

import io.casewire.events.envelope.Topics;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands polls of {@code case-events} to the inbox, in a service that configures this channel. */
@ApplicationScoped
@IfBuildProperty(
    name = "mp.messaging.incoming." + Topics.CASE_EVENTS + ".connector",
    stringValue = "smallrye-kafka")
class CaseEventsConsumer {

  private final Inbox inbox;
  private final EventHandler handler;

  CaseEventsConsumer(Inbox inbox, EventHandlers handlers) {
    this.inbox = inbox;
    this.handler = handlers.of(Topics.CASE_EVENTS);
  }

  @Incoming(Topics.CASE_EVENTS)
  Uni<Void> receive(ConsumerRecords<String, byte[]> poll) {
    return inbox.receive(StreamRecord.allOf(poll), handler);
  }
}
