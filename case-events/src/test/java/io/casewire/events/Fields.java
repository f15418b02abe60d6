package io.casewire.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Fields by dotted path, for example {@code personal.text}. A path enters an array of objects at
 * its first element: {@code attachments.digest}. The keys of a map are no fields.
 */
final class Fields {

  private Fields() {}

  /** All fields that a schema describes. */
  static List<String> describedBy(JsonNode schema) {
    List<String> fields = new ArrayList<>();
    forEachDescribed(schema, "", (path, _) -> fields.add(path));
    return fields;
  }

  /** The described fields that a body has. */
  static List<String> in(JsonNode body, JsonNode schema) {
    return describedBy(schema).stream().filter(field -> has(body, field)).toList();
  }

  /** What the schema says of a field. */
  static JsonNode description(JsonNode schema, String field) {
    JsonNode description = schema;
    for (String name : field.split("\\.")) {
      description = objectOf(description).path("properties").path(name);
    }
    return description;
  }

  /** The body's objects with described fields, itself first. */
  static List<ObjectNode> objectsIn(JsonNode body, JsonNode schema) {
    List<ObjectNode> objects = new ArrayList<>(List.of((ObjectNode) body));
    for (String field : in(body, schema)) {
      if (objectOf(description(schema, field)).has("properties")
          && at(body, field) instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return objects;
  }

  static boolean isEmptyContainer(JsonNode body, String field) {
    JsonNode value = owner(body, field).path(last(field));
    return value.isContainerNode() && value.isEmpty();
  }

  static JsonNode without(String field, JsonNode body) {
    JsonNode copy = body.deepCopy();
    owner(copy, field).remove(last(field));
    return copy;
  }

  static JsonNode with(String field, String value, JsonNode body) {
    JsonNode copy = body.deepCopy();
    owner(copy, field).set(last(field), TextNode.valueOf(value));
    return copy;
  }

  static void forEachDescribed(
      JsonNode schema, String prefix, BiConsumer<String, JsonNode> consumer) {
    objectOf(schema)
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String path = prefix + property.getKey();
              consumer.accept(path, property.getValue());
              forEachDescribed(property.getValue(), path + ".", consumer);
            });
  }

  private static JsonNode objectOf(JsonNode schema) {
    return schema.has("items") ? schema.get("items") : schema;
  }

  private static boolean has(JsonNode body, String field) {
    return !at(body, field).isMissingNode();
  }

  private static JsonNode at(JsonNode body, String field) {
    JsonNode value = body;
    for (String name : field.split("\\.")) {
      value = value.path(name);
      value = value.isArray() && value.path(0).isObject() ? value.get(0) : value;
    }
    return value;
  }

  private static ObjectNode owner(JsonNode body, String field) {
    int end = field.lastIndexOf('.');
    return (ObjectNode) (end < 0 ? body : at(body, field.substring(0, end)));
  }

  private static String last(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }
}
