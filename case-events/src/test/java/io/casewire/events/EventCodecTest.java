package io.casewire.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  private static final UUID CASE = UUID.fromString("019cac1c-e220-7e2b-acfa-79496c5ea1b3");
  private static final UUID MESSAGE = UUID.fromString("019cac1c-e220-7931-ae0a-5f8259eb4f1a");
  private static final Instant AT = Instant.parse("2026-03-02T01:15:00.482Z");

  @Test
  void an_absent_optional_field_is_left_out() {
    Event refused = new MessageRefused(CASE, MESSAGE, RefusalReason.CLOSED, null, AT);

    assertFalse(text(EventCodec.encode(refused)).contains("intoCaseId"));
  }

  @Test
  void an_optional_field_that_is_null_is_absent() {
    MessageRefused refused =
        (MessageRefused)
            decode(
                EventType.MESSAGE_REFUSED,
                """
                {"caseId": "%s", "messageId": "%s", "reason": "closed", "intoCaseId": null, "at": "%s"}
                """
                    .formatted(CASE, MESSAGE, AT));

    assertNull(refused.intoCaseId());
  }

  @Test
  void an_absent_list_is_an_empty_one() {
    SlaBreachWithdrawn withdrawn =
        (SlaBreachWithdrawn)
            decode(
                EventType.SLA_BREACH_WITHDRAWN,
                """
                {"caseId": "%s", "clockId": "%s", "metric": "firstResponse", "metAt": "%s"}
                """
                    .formatted(CASE, MESSAGE, AT));

    assertEquals(List.of(), withdrawn.escalationIds());
  }

  @Test
  void a_moment_keeps_its_nanoseconds() {
    Instant precise = Instant.parse("2026-03-02T01:15:00.123456789Z");
    Event delivered = new MessageDelivered(CASE, MESSAGE, "chat", precise);

    assertEquals(
        delivered, EventCodec.decode(EventType.MESSAGE_DELIVERED, EventCodec.encode(delivered)));
  }

  @Test
  void the_subject_stays_out_of_the_body() {
    Event delivered = new MessageDelivered(CASE, MESSAGE, "chat", AT);

    assertFalse(text(EventCodec.encode(delivered)).contains("\"subject\""));
  }

  @Test
  void an_event_without_a_required_field_does_not_leave() {
    Event noted = new CaseNoteAdded(CASE, MESSAGE, "li.na", AT, new CaseNoteAdded.Personal(null));

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> EventCodec.encode(noted));

    assertEquals("io.casewire.case.note-added.v1 lacks personal.text", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "42",
        "[]",
        "secret",
        "{\"caseId\": \"secret",
        "{\"caseId\": \"secret\"}",
        "{\"caseId\": 7, \"x\": \"secret\"}",
        "{\"personal\": {\"text\": \"secret\"",
        "{\"personal\": \"secret\"}",
        "{} \"secret\"",
        "{\"at\": \"secret\"}"
      })
  void bytes_that_are_no_event_are_refused_without_being_repeated(String json) {
    UnreadableEventException e =
        assertThrows(UnreadableEventException.class, () -> decode(EventType.CASE_NOTE_ADDED, json));

    assertTrue(e.getMessage().startsWith("io.casewire.case.note-added.v1 can't be read: "));
    assertFalse(e.getMessage().contains("secret"), e::getMessage);
    assertNull(e.getCause(), "a cause would carry the content into logs");
  }

  @Test
  void bytes_that_are_no_UTF_8_are_refused() {
    byte[] latin1 = "{\"agentId\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThrows(
        UnreadableEventException.class, () -> EventCodec.decode(EventType.CASE_NOTE_ADDED, latin1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          position  | "1"
          position  | 1.5
          position  | true
          position  | null
          automatic | "true"
          automatic | 0
          automatic | null
          confidence| "0.5"
          priority  | 0
          priority  | "URGENT"
          priority  | null
          caseId    | null
          caseId    | ""
          receivedAt| ""
          personal  | null
          references| "one"
          references| [null]
          """)
  void a_value_of_another_type_is_never_coerced(String field, String value) {
    String full = Contract.sample(EventType.CASE_OPENED, "full.json").json();
    String changed = replaceValue(full, field, value);

    UnreadableEventException e =
        assertThrows(UnreadableEventException.class, () -> decode(EventType.CASE_OPENED, changed));

    assertTrue(e.getMessage().contains(field), e::getMessage);
  }

  @Test
  void the_keys_of_a_map_are_content_and_not_repeated() {
    UnreadableEventException e =
        assertThrows(
            UnreadableEventException.class,
            () -> decode(EventType.AGENT_DEFINED, "{\"languages\": {\"secret\": []}}"));

    assertEquals("io.casewire.agent.defined.v1 can't be read: at languages.[]", e.getMessage());
  }

  private static String replaceValue(String json, String field, String value) {
    ObjectNode tree = (ObjectNode) Contract.parse(json);
    return tree.set(field, Contract.parse(value)).toString();
  }

  private static Event decode(EventType type, String json) {
    return EventCodec.decode(type, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
