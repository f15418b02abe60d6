package io.casewire.routing.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.AgentRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {

  @Test
  void a_sound_agent_and_a_sound_queue_have_no_violations() {
    assertEquals(List.of(), Agents.agent("mei", "refunds").agent().violations());
    assertEquals(List.of(), Queues.queue("refunds", Strategy.ROUND_ROBIN, "dispute").violations());
    assertEquals(List.of(), Queue.undefinedDefault().violations());
  }

  @Test
  void every_wrong_field_of_an_agent_is_named_at_once() {
    // Given
    Agent agent =
        new Agent(
            "Mei",
            1,
            " ",
            "nowhere",
            AgentRole.AGENT,
            Set.of("no spaces"),
            Set.of("Ä"),
            Map.of("Chinese", LanguageLevel.NATIVE),
            1001,
            true);

    // When
    List<String> fields = agent.violations().stream().map(Violation::field).toList();

    // Then
    assertEquals(
        List.of("agentId", "name", "email", "queues", "skills", "languages", "capacity"), fields);
  }

  @Test
  void every_wrong_field_of_a_queue_is_named_at_once() {
    // Given
    Queue queue =
        new Queue(
            "refunds",
            1,
            "",
            -1,
            QueueMatch.ANY,
            Strategy.LEAST_LOADED,
            Set.of(),
            Map.of("chat", 0),
            "*");

    // When
    List<String> fields = queue.violations().stream().map(Violation::field).toList();

    // Then
    assertEquals(List.of("name", "order", "escalateTo", "weights.chat"), fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        "refunds.zh_1-b",
        "a234567890123456789012345678901234567890123456789012345678901234"
      })
  void ids_of_the_documented_form_are_taken(String id) {
    assertEquals(List.of(), new Violations().id("queueId", id).found());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        ".a",
        "A",
        "a b",
        "退款",
        "a2345678901234567890123456789012345678901234567890123456789012345"
      })
  void other_ids_are_refused(String id) {
    assertEquals(1, new Violations().id("queueId", id).found().size());
  }

  @Test
  void a_chat_costs_two_units_unless_the_queue_says_otherwise() {
    // Given
    Queue usual = Queue.undefinedDefault();

    // Then
    assertEquals(2, usual.weightOf("chat"));
    assertEquals(1, usual.weightOf("email"));
  }
}
