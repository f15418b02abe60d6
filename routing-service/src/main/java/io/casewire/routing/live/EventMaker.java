package io.casewire.routing.live;

import io.casewire.routing.casework.CaseChange;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;

/** Makes the events of a stream. Their ids say when they were sent. */
record EventMaker(Sse sse, Clock clock) {

  private static final String CASE = "case";
  private static final String REFRESH = "refresh";

  /** At once, so that the client knows that it is connected. */
  OutboundSseEvent first(boolean comesBack) {
    return comesBack ? refresh() : heartbeat();
  }

  OutboundSseEvent heartbeat() {
    return sse.newEventBuilder().comment("still here").build();
  }

  OutboundSseEvent refresh() {
    return event(REFRESH, "{}");
  }

  OutboundSseEvent changed(CaseChange change) {
    return event(CASE, "{\"caseId\":\"%s\"}".formatted(change.caseId()));
  }

  private OutboundSseEvent event(String name, String json) {
    return sse.newEventBuilder().name(name).id(Long.toString(clock.millis())).data(json).build();
  }
}
