package io.casewire.intake.conversation;

import io.casewire.events.CaseEvent;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.UnreadableEventException;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.inbox.ReceivedEvent;
import java.util.UUID;

/** An event of a case, and itself as the cause of what follows from it. */
record CaseFact(CaseEvent event, Cause cause) {

  /**
   * Reads an event of a type that is consumed here.
   *
   * @throws UnreadableEventException if its body is not what its type says
   */
  static CaseFact of(ReceivedEvent received) {
    EventType type = EventType.byWireName(received.envelope().type()).orElseThrow();
    CaseEvent event = (CaseEvent) EventCodec.decode(type, received.body());
    return new CaseFact(event, Cause.of(received.envelope()));
  }

  UUID caseId() {
    return event.caseId();
  }
}
