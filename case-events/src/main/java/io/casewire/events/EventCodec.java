package io.casewire.events;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events as UTF-8 JSON and back. Thread-safe.
 *
 * <p>Guarantees: unknown fields are ignored, so that producers may grow first; absent optional
 * fields are left out, and an absent list or map reads as an empty one; an event that lacks a
 * required field is neither written nor read; no value is coerced to another type. A constant that
 * an enum does not have makes the event unreadable: acting on a status or a reason that is not
 * understood would be worse than parking the key until the consumer is upgraded.
 */
public final class EventCodec {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private EventCodec() {}

  /**
   * The JSON of an event, UTF-8.
   *
   * @throws IllegalArgumentException if a required field is null: such an event must not leave
   */
  public static byte[] encode(Event event) {
    RequiredComponents.firstMissing(event)
        .ifPresent(
            path -> {
              throw new IllegalArgumentException(EventType.of(event).wireName() + " lacks " + path);
            });
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
    Event event = parse(type, json);
    if (event == null) {
      throw new UnreadableEventException(type, "no object");
    }
    RequiredComponents.firstMissing(event)
        .ifPresent(
            path -> {
              throw new UnreadableEventException(type, path + " is missing");
            });
    return event;
  }

  private static @Nullable Event parse(EventType type, byte[] json) {
    try {
      return JSON.readValue(json, type.record());
    } catch (JsonMappingException e) {
      throw new UnreadableEventException(type, "at " + pathOf(e));
    } catch (IOException e) {
      throw new UnreadableEventException(type, "not JSON");
    }
  }

  /** Field names only: the keys of a map are content. */
  private static String pathOf(JsonMappingException e) {
    return e.getPath().stream().map(EventCodec::nameOf).collect(joining("."));
  }

  private static String nameOf(JsonMappingException.Reference step) {
    boolean isField = step.getFieldName() != null && !(step.getFrom() instanceof Map);
    return isField ? step.getFieldName() : "[]";
  }
}
