package io.casewire.routing.stream;

import io.casewire.events.CaseEvent;
import io.casewire.events.Event;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.UnreadableEventException;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.routing.casework.Occasion;
import java.time.Instant;
import java.util.UUID;

/** An event of a case with its envelope. */
record Fact(EventEnvelope envelope, CaseEvent event) {

  /**
   * Reads an event of a type that is consumed here.
   *
   * @throws UnreadableEventException if its body is not what its type says
   */
  static Fact of(ReceivedEvent received) {
    EventType type = EventType.byWireName(received.envelope().type()).orElseThrow();
    Event event = EventCodec.decode(type, received.body());
    return new Fact(received.envelope(), (CaseEvent) event);
  }

  UUID caseId() {
    return event.caseId();
  }

  /** The event as the occasion of what follows from it. */
  Occasion occasion(Instant now, String actor) {
    return new Occasion(now, Cause.of(envelope), actor);
  }
}
