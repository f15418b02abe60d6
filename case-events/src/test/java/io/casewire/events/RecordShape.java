package io.casewire.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Compares a schema with the record that it describes: names, order, types and what is required.
 */
final class RecordShape {

  private RecordShape() {}

  static void assertDescribes(Class<?> record, JsonNode schema) {
    RecordComponent[] components = record.getRecordComponents();
    assertEquals("object", schema.path("type").asText(), record::getSimpleName);
    assertEquals(
        Arrays.stream(components).map(RecordComponent::getName).toList(),
        schema.path("properties").propertyStream().map(Map.Entry::getKey).toList());
    assertEquals(
        Arrays.stream(components)
            .filter(RecordShape::isRequired)
            .map(RecordComponent::getName)
            .toList(),
        strings(schema.path("required")),
        () -> "required fields of " + record.getSimpleName());
    for (RecordComponent component : components) {
      JsonNode description = schema.path("properties").path(component.getName());
      assertDescribesValue(
          component.getGenericType(),
          description,
          record.getSimpleName() + "." + component.getName());
    }
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !isContainer(component.getType());
  }

  private static boolean isContainer(Class<?> type) {
    return List.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  private static void assertDescribesValue(Type type, JsonNode description, String where) {
    switch (type) {
      case ParameterizedType container -> assertDescribesContainer(container, description, where);
      case Class<?> enumType when enumType.isEnum() ->
          assertEquals(wireNamesOf(enumType), strings(description.path("enum")), where);
      case Class<?> record when record.isRecord() -> assertDescribes(record, description);
      case Class<?> plain -> assertDescribesPlain(plain, description, where);
      default -> throw new AssertionError("no JSON form for " + where);
    }
  }

  private static void assertDescribesContainer(
      ParameterizedType container, JsonNode description, String where) {
    assertTrue(description.has("default"), () -> where + " says that absent means empty");
    if (container.getRawType() == List.class) {
      assertEquals("array", description.path("type").asText(), where);
      assertDescribesValue(
          container.getActualTypeArguments()[0], description.path("items"), where + "[]");
    } else {
      assertEquals("object", description.path("type").asText(), where);
    }
  }

  private static void assertDescribesPlain(Class<?> type, JsonNode description, String where) {
    assertEquals(jsonTypeOf(type, where), description.path("type").asText(), where);
    if (type == UUID.class) {
      assertEquals("uuid", description.path("format").asText(), where);
    } else if (type == Instant.class) {
      assertEquals("date-time", description.path("format").asText(), where);
    }
  }

  private static String jsonTypeOf(Class<?> type, String where) {
    if (type == String.class
        || type == UUID.class
        || type == Instant.class
        || type == Duration.class) {
      return "string";
    } else if (type == int.class || type == long.class || type == Long.class) {
      return "integer";
    } else if (type == double.class) {
      return "number";
    } else if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    throw new AssertionError("no JSON form for " + where);
  }

  private static List<String> wireNamesOf(Class<?> enumType) {
    return strings(Contract.JSON.valueToTree(enumType.getEnumConstants()));
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
