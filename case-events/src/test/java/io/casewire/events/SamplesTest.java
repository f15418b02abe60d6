package io.casewire.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casewire.events.Contract.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The approved samples are the contract in the form that other programs see. A change of the
 * records that would change the wire fails here.
 */
class SamplesTest {

  static Stream<Sample> samples() {
    return Contract.samples();
  }

  @Test
  void no_folder_of_samples_is_without_its_type() {
    assertEquals(
        Arrays.stream(EventType.values()).map(Contract::nameOf).sorted().toList(),
        Contract.namesOfSampleFolders());
  }

  @ParameterizedTest
  @EnumSource
  void every_type_has_a_full_and_a_minimal_sample(EventType type) {
    List<String> names = Contract.samplesOf(type).map(Sample::name).toList();

    assertTrue(names.containsAll(List.of("full.json", "minimal.json")), names::toString);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_is_what_the_codec_writes(Sample sample) {
    String written = new String(EventCodec.encode(sample.event()), StandardCharsets.UTF_8);

    assertEquals(sample.tree(), Contract.parse(written));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_is_valid_by_its_schema(Sample sample) {
    assertEquals(List.of(), JsonSchemas.faultsOf(sample.tree(), sample.type()));
  }

  @ParameterizedTest
  @EnumSource
  void the_samples_of_a_type_show_every_field_of_it(EventType type) {
    Set<String> shown = new TreeSet<>();
    Contract.samplesOf(type).forEach(sample -> shown.addAll(sample.fields()));

    assertEquals(new TreeSet<>(Fields.describedBy(Contract.schemaOf(type))), shown);
  }

  @ParameterizedTest
  @EnumSource
  void a_minimal_sample_holds_no_optional_value(EventType type) {
    Sample minimal = Contract.sample(type, "minimal.json");

    for (String field : minimal.fields()) {
      assertTrue(
          Fields.isEmptyContainer(minimal.tree(), field) || isNeeded(minimal, field),
          () -> field + " can be left out");
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_reader_needs_the_fields_that_the_schema_requires_and_no_others(Sample sample) {
    for (String field : sample.fields()) {
      JsonNode without = Fields.without(field, sample.tree());
      boolean valid = JsonSchemas.faultsOf(without, sample.type()).isEmpty();

      assertEquals(valid, isReadable(sample.type(), without), field);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fields_added_later_are_ignored(Sample sample) {
    // Given
    JsonNode grown = sample.tree();
    Fields.objectsIn(grown, Contract.schemaOf(sample.type())).forEach(SamplesTest::addFields);

    // When
    Event read = EventCodec.decode(sample.type(), bytes(grown));

    // Then
    assertEquals(sample.event(), read);
    assertEquals(List.of(), JsonSchemas.faultsOf(grown, sample.type()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_constant_added_later_makes_an_event_unreadable_for_older_consumers(Sample sample) {
    // Given
    JsonNode schema = Contract.schemaOf(sample.type());
    List<String> enums =
        sample.fields().stream()
            .filter(field -> Fields.description(schema, field).has("enum"))
            .toList();

    for (String field : enums) {
      // When
      JsonNode grown = Fields.with(field, "added-later", sample.tree());

      // Then
      UnreadableEventException e =
          assertThrows(
              UnreadableEventException.class,
              () -> EventCodec.decode(sample.type(), bytes(grown)),
              field);
      assertEquals(sample.type().wireName() + " can't be read: at " + field, e.getMessage());
    }
  }

  private static boolean isNeeded(Sample sample, String field) {
    return !isReadable(sample.type(), Fields.without(field, sample.tree()));
  }

  private static boolean isReadable(EventType type, JsonNode body) {
    try {
      EventCodec.decode(type, bytes(body));
      return true;
    } catch (UnreadableEventException _) {
      return false;
    }
  }

  private static void addFields(ObjectNode object) {
    object.put("addedLater", "x").putObject("alsoAdded").put("deep", 1);
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
