package io.casewire.routing.stream;

import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.Inbox;
import io.casewire.kit.inbox.StreamRecords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands the polls of the stream to the inbox. */
@ApplicationScoped
class StreamConsumers {

  private final Inbox inbox;
  private final CaseEvents caseEvents;

  StreamConsumers(Inbox inbox, CaseEvents caseEvents) {
    this.inbox = inbox;
    this.caseEvents = caseEvents;
  }

  @Incoming(Topics.CASE_EVENTS)
  Uni<Void> caseEvents(ConsumerRecords<String, byte[]> poll) {
    return inbox.receive(StreamRecords.of(poll), caseEvents);
  }
}
