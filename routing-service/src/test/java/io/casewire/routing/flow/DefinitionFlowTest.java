package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.AgentDefined;
import io.casewire.events.QueueDefined;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DefinitionFlowTest extends FlowTest {

  @Test
  void a_queue_stays_readable_as_it_was_when_a_decision_named_it() {
    // Given
    String id = queue + "-kept";
    define(id, Map.of("name", "First", "order", 950, "strategy", "round-robin"));
    define(id, Map.of("name", "Second", "order", 951));

    // Then
    Desk.BOSS
        .get("/queues/" + id + "?version=1")
        .body("name", equalTo("First"))
        .body("strategy", equalTo("round-robin"));
    Desk.BOSS.get("/queues/" + id).body("name", equalTo("Second")).body("version", equalTo(2));
    Desk.BOSS.get("/queues/" + id + "?version=3").statusCode(404);
    Desk.BOSS.get("/queues/" + id + "?version=x").statusCode(400);
  }

  @Test
  void a_queue_is_published_with_the_rules_that_work_it_off() {
    String id = queue + "-published";

    define(
        id,
        Map.of(
            "name",
            "Cards",
            "order",
            952,
            "requiredSkills",
            List.of("cards"),
            "weights",
            Map.of("chat", 3)));

    eventually(() -> assertEquals(1, stream.heard(QueueDefined.class, id).size()));
    assertEquals(
        new QueueDefined.Rules(952, "least-loaded", List.of("cards"), Map.of("chat", 3)),
        stream.heard(QueueDefined.class, id).getFirst().rules());
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptTimeout", "overflow"})
  void what_a_queue_can_not_do_yet_is_refused_by_name(String field) {
    Desk.BOSS
        .put(
            "/queues/" + queue + "-refused",
            Map.of(
                "name",
                "Refused",
                "order",
                953,
                field,
                field.equals("overflow") ? Map.of("after", "PT5M", "to", "default") : "PT5M"))
        .statusCode(422)
        .body("violations.field", equalTo(List.of(field)));
    Desk.BOSS.get("/queues/" + queue + "-refused").statusCode(404);
  }

  @Test
  void queues_and_agents_are_listed_by_id() {
    // Given
    define(queue + "-b", Map.of("name", "B", "order", 954));
    define(queue + "-a", Map.of("name", "A", "order", 955));
    Desk agent = Desk.agent(queue + "-z").worksOn(queue, 1);

    // Then
    assertEquals(List.of(queue + "-a", queue + "-b"), ids("/queues", "queueId", queue + "-"));
    assertEquals(List.of(agent.agentId()), ids("/agents", "agentId", agent.agentId()));
    agent.get("/agents").statusCode(403);
  }

  @Test
  void presence_tells_who_changed_it_and_when() {
    // Given
    Desk agent = Desk.agent(queue + "-present").worksOn(queue, 1);
    agent.goes("online");
    agent.goes("online");
    Desk.BOSS.put("/agents/" + agent.agentId() + "/presence", Map.of("state", "away"));

    // Then
    Desk.BOSS
        .get("/agents/" + agent.agentId() + "/presence-changes")
        .statusCode(200)
        .body("items.to", equalTo(List.of("away", "online")))
        .body("items.from", equalTo(List.of("online", "offline")))
        .body("items.by", equalTo(List.of("boss", agent.agentId())))
        .body("items.at.size()", equalTo(2));
    agent.get("/agents/" + agent.agentId() + "/presence-changes").statusCode(403);
  }

  @Test
  void each_definition_of_an_agent_is_published_with_its_version() {
    String id = queue + "-twice";

    Desk.agent(id).worksOn(queue, 1);
    Desk.agent(id).worksOn(queue, 2);

    eventually(
        () ->
            assertEquals(
                List.of(1L, 2L),
                stream.heard(AgentDefined.class, id).stream().map(AgentDefined::version).toList()));
  }

  private void define(String id, Map<String, Object> definition) {
    int status = Desk.BOSS.put("/queues/" + id, definition).extract().statusCode();
    assertEquals(2, status / 100);
  }

  private static List<String> ids(String path, String field, String prefix) {
    return pages(path, null, field).stream().filter(id -> id.startsWith(prefix)).toList();
  }

  private static List<String> pages(String path, String cursor, String field) {
    var page =
        Desk.BOSS
            .get(path + "?limit=200" + (cursor == null ? "" : "&cursor=" + cursor))
            .statusCode(200)
            .extract();
    List<String> ids = page.path("items." + field);
    String next = page.path("nextCursor");
    return next == null
        ? ids
        : Stream.concat(ids.stream(), pages(path, next, field).stream()).toList();
  }
}
