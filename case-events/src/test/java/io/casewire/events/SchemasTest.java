package io.casewire.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemasTest {

  private static final Set<String> NAMES_OF_PERSONAL_DATA =
      Set.of(
          "from",
          "replyTo",
          "customerName",
          "subject",
          "text",
          "fileNames",
          "name",
          "email",
          "phone");

  @Test
  void no_schema_is_without_its_type_and_no_type_without_its_schema() {
    assertEquals(
        Arrays.stream(EventType.values()).map(Contract::nameOf).sorted().toList(),
        Contract.namesOfSchemas());
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_is_valid_by_its_own_meta_schema(EventType type) {
    assertEquals(List.of(), JsonSchemas.faultsOfSchema(type));
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_carries_the_wire_name(EventType type) {
    JsonNode schema = Contract.schemaOf(type);

    assertEquals(type.wireName(), schema.path("title").asText());
    assertTrue(
        schema.path("$id").asText().endsWith("/" + Contract.nameOf(type) + ".schema.json"),
        () -> schema.path("$id").asText());
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_describes_its_record_exactly(EventType type) {
    RecordShape.assertDescribes(type.record(), Contract.schemaOf(type));
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_is_open_for_fields_added_later(EventType type) {
    JsonNode schema = Contract.schemaOf(type);

    assertEquals(List.of(), schema.findValues("unevaluatedProperties"));
    assertFalse(schema.findValues("additionalProperties").stream().anyMatch(JsonNode::isBoolean));
  }

  @ParameterizedTest
  @EnumSource
  void personal_data_stands_in_the_object_personal_and_nowhere_else(EventType type) {
    Fields.forEachDescribed(
        Contract.schemaOf(type),
        "",
        (path, description) ->
            assertFalse(
                isNamedLikePersonalData(path)
                    && !path.startsWith("personal.")
                    && !isWordOfTheDesk(type, path, description),
                () -> type.wireName() + " has " + path + " outside of personal"));
  }

  private static boolean isNamedLikePersonalData(String path) {
    return NAMES_OF_PERSONAL_DATA.contains(path.substring(path.lastIndexOf('.') + 1));
  }

  /**
   * A constant of an enum ({@code from} of a change) and a queue's name say nothing of a person.
   */
  private static boolean isWordOfTheDesk(EventType type, String path, JsonNode description) {
    return description.has("enum") || type == EventType.QUEUE_DEFINED && path.equals("name");
  }
}
