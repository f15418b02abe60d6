package io.casewire.kit.json;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a field wants, in the words of JSON instead of Java's. */
final class ExpectedInput {

  private static final JsonMapper WIRE_NAMES = new JsonMapper();

  private ExpectedInput() {}

  static String of(MismatchedInputException failure) {
    Class<?> type = failure.getTargetType();
    if (type == null) {
      return "has the wrong type";
    }
    if (type == String.class) {
      return failure instanceof InvalidFormatException
          ? "must not hold half of a surrogate pair"
          : "must be text";
    }
    return "must be " + (type.isEnum() ? "one of " + namesOf(type) : nameOf(type));
  }

  private static String namesOf(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> WIRE_NAMES.convertValue(constant, String.class))
        .collect(Collectors.joining(", "));
  }

  private static String nameOf(Class<?> type) {
    if (type == Instant.class || type == OffsetDateTime.class) {
      return "a time as in RFC 3339, with offset";
    }
    if (type == Duration.class) {
      return "a duration as in ISO 8601, such as PT5M";
    }
    if (type == LocalDate.class) {
      return "a date as in ISO 8601";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (type == byte[].class) {
      return "base64";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return type.isArray() || Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }
}
