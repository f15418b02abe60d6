package io.casewire.routing.live;

import io.casewire.routing.casework.CaseChange;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;

/** Makes the events of a stream. The ids of those that tell something say when they were sent. */
record EventMaker(Sse sse, Clock clock, Duration heartbeatEvery) {

  private static final String CASE = "case";
  private static final String REFRESH = "refresh";
  private static final String HEARTBEAT = "heartbeat";

  /** An event and no comment, which a browser would keep from its page. */
  OutboundSseEvent heartbeat() {
    return sse.newEventBuilder()
        .name(HEARTBEAT)
        .data("{\"seconds\":%d}".formatted(heartbeatEvery.toSeconds()))
        .build();
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
