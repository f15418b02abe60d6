package io.casewire.routing.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened to a case, for people.
 *
 * @param type the event's name without its prefix and version, such as {@code case.assigned}
 * @param detail the event's facts as JSON; texts are kept apart
 */
record TimelineEntry(
    UUID eventId, UUID caseId, String type, Instant at, String actor, String detail) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PREFIX = "io.casewire.";
  private static final List<String> OF_A_MESSAGE =
      List.of(
          "messageId",
          "channel",
          "automatic",
          "transactionRef",
          "continuesCaseId",
          "possiblyRelatedCaseId",
          "movedFromCaseId",
          "messageIdReused");
  private static final List<String> KEPT_ELSEWHERE = List.of("caseId", "at", "personal");

  static TimelineEntry of(UUID eventId, CaseEvent event, Instant at, String actor) {
    return new TimelineEntry(eventId, event.caseId(), name(event), at, actor, detail(event));
  }

  private static String name(CaseEvent event) {
    String wireName = EventType.of(event).wireName();
    return wireName.substring(PREFIX.length(), wireName.lastIndexOf('.'));
  }

  private static String detail(CaseEvent event) {
    try {
      ObjectNode facts = (ObjectNode) JSON.readTree(EventCodec.encode(event));
      switch (event) {
        case CaseOpened _, CustomerMessageReceived _ -> facts.retain(OF_A_MESSAGE);
        default -> facts.remove(KEPT_ELSEWHERE);
      }
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts always have a JSON form", e);
    } catch (IOException e) {
      throw new IllegalStateException("an encoded event is JSON", e);
    }
  }
}
