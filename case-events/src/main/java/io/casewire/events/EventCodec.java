package io.casewire.events;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * Events as UTF-8 JSON and back. Unknown fields are ignored, so that producers may grow first;
 * absent optional fields are left out. Thread-safe.
 */
public final class EventCodec {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .addMixIn(Event.class, HiddenSubject.class)
          .build();

  private EventCodec() {}

  /** The JSON of an event, UTF-8. */
  public static byte[] encode(Event event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every event has a JSON form: " + EventType.of(event), e);
    }
  }

  /**
   * Reads an event of a known type.
   *
   * @throws UnreadableEventException if the bytes are not JSON of this type; its message never
   *     repeats them
   */
  public static Event decode(EventType type, byte[] json) {
    try {
      Event event = JSON.readValue(json, type.record());
      if (event == null) {
        throw new UnreadableEventException(type, "no object");
      }
      return event;
    } catch (JsonMappingException e) {
      throw new UnreadableEventException(type, "at " + fieldsOf(e));
    } catch (IOException e) {
      throw new UnreadableEventException(type, "not JSON");
    }
  }

  private static String fieldsOf(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
        .collect(joining("."));
  }

  /** The subject travels in the envelope; in the body it would be a second truth. */
  private interface HiddenSubject {
    @JsonIgnore
    String subject();
  }
}
