package io.casewire.notification.reaction;

import io.casewire.events.CaseEvent;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.kit.inbox.ReceivedEvent;
import java.util.UUID;

/** An event of a case with its envelope. */
record Fact(EventEnvelope envelope, CaseEvent event) {

  static Fact of(ReceivedEvent received) {
    EventType type =
        EventType.byWireName(received.envelope().type())
            .orElseThrow(() -> new IllegalArgumentException("a type that nobody consumes"));
    return new Fact(received.envelope(), (CaseEvent) EventCodec.decode(type, received.body()));
  }

  UUID caseId() {
    return event.caseId();
  }
}
