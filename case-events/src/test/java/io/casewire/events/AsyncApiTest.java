package io.casewire.events;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What outsiders read about the stream says the same as the code. */
class AsyncApiTest {

  private static final JsonNode DOCUMENT = read();

  @Test
  void every_type_is_a_message_of_its_topic_and_of_no_other() {
    assertEquals(typesByTopic(), messagesByTopic());
  }

  @ParameterizedTest
  @EnumSource
  void a_message_refers_to_the_schema_of_its_type(EventType type) {
    JsonNode message = DOCUMENT.at("/components/messages").path(Contract.nameOf(type));

    assertEquals(type.wireName(), message.path("name").asText());
    assertEquals(
        "./schemas/" + Contract.nameOf(type) + ".schema.json",
        message.at("/payload/schema/$ref").asText());
    assertEquals(
        Contract.schemaOf(type).path("description").asText(), message.path("summary").asText());
  }

  @Test
  void every_reference_of_the_document_leads_somewhere() {
    for (JsonNode reference : DOCUMENT.findValues("$ref")) {
      assertTrue(exists(reference.asText()), reference::asText);
    }
  }

  @Test
  void the_topics_have_their_fixed_number_of_partitions() {
    for (JsonNode partitions : DOCUMENT.path("channels").findValues("partitions")) {
      assertEquals(Topics.PARTITIONS, partitions.asInt());
    }
    assertEquals(2, DOCUMENT.path("channels").findValues("partitions").size());
  }

  @Test
  void every_topic_has_its_dead_letters() {
    List<String> addresses =
        DOCUMENT.path("channels").valueStream().map(c -> c.path("address").asText()).toList();

    for (String topic : List.of(Topics.CASE_EVENTS, Topics.DIRECTORY_EVENTS)) {
      assertTrue(addresses.contains(Topics.deadLettersOf(topic, "{service}")), topic);
    }
  }

  @Test
  void the_headers_are_those_that_the_envelope_writes() {
    JsonNode schema = DOCUMENT.at("/components/schemas/cloudEventHeaders");
    Map<String, String> all =
        headers(
            UUID.fromString("019cac1c-e21f-7000-8000-000000000003"),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertEquals(
        List.copyOf(all.keySet()),
        schema.path("properties").propertyStream().map(Map.Entry::getKey).toList());
    assertEquals(
        List.copyOf(headers(null, null).keySet()),
        schema.path("required").valueStream().map(JsonNode::asText).toList());
    assertEquals(List.of(), JsonSchemas.faultsOf(Contract.JSON.valueToTree(all), schema));
  }

  private static Map<String, List<String>> typesByTopic() {
    return List.of(Topics.CASE_EVENTS, Topics.DIRECTORY_EVENTS).stream()
        .collect(
            toMap(
                topic -> topic,
                topic ->
                    Arrays.stream(EventType.values())
                        .filter(type -> type.topic().equals(topic))
                        .map(Contract::nameOf)
                        .toList()));
  }

  private static Map<String, List<String>> messagesByTopic() {
    return DOCUMENT
        .path("channels")
        .valueStream()
        .filter(channel -> !channel.path("address").asText().contains(".dlq."))
        .collect(
            toMap(
                channel -> channel.path("address").asText(),
                channel ->
                    channel.path("messages").propertyStream().map(Map.Entry::getKey).toList()));
  }

  private static boolean exists(String reference) {
    if (reference.startsWith("#")) {
      return !DOCUMENT.at(reference.substring(1)).isMissingNode();
    }
    return Files.exists(Contract.asyncApi().resolveSibling(reference));
  }

  private static Map<String, String> headers(UUID customerId, String traceparent) {
    Event event = Contract.sample(EventType.CASE_QUEUED, "full.json").event();
    Cause cause = Cause.of("019cac1c-e21f-7000-8000-000000000001", traceparent);
    UUID id = UUID.fromString("019cac1c-e222-7b65-a0a1-5a8a9a4d2f10");
    Instant at = Instant.parse("2026-03-02T01:15:00.482Z");
    return CloudEventHeaders.of(Publication.of(event, customerId, id, 2, at, cause).envelope());
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Contract.asyncApi().toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
