package io.casewire.routing.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseOpened;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The audit finds what no interface can bring about, so the tests forge it in the database. */
@QuarkusTest
class ForgottenFlowTest extends FlowTest {

  @Inject Database database;

  @Test
  void nothing_is_found_of_cases_that_somebody_or_something_looks_after() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened owned = openedAndOwnedBy(agent);
    CaseOpened pending = openedAndOwnedBy(agent);
    CaseOpened resolved = openedAndOwnedBy(agent);
    CaseOpened closed = openedAndOwnedBy(agent);
    CaseOpened given = openedAndOwnedBy(agent);
    agent.goes("offline");
    CaseOpened waiting = opened();
    move(pending, Map.of("to", "pending", "wakeAt", tomorrow()));
    move(resolved, Map.of("to", "resolved"));
    move(closed, Map.of("to", "closed"));
    Desk expert = Desk.agent(queue + "-expert").worksOn("default", 5);
    Desk.BOSS
        .post(
            "/cases/" + given.caseId() + "/assignment",
            Map.of("agentId", expert.agentId(), "force", true))
        .statusCode(200);

    // Then
    assertEquals(List.of(), found(agent, owned, pending, resolved, closed, given, waiting));
    assertEquals(List.of(), found(expert));
  }

  @Test
  void a_case_in_no_queue_is_found() {
    CaseOpened opened = opened();

    database.run("update routing_case set queue = 'nowhere' where id = '%s'", opened);

    assertFound("no-queue", opened);
  }

  @Test
  void a_case_of_somebody_who_was_never_defined_is_found() {
    CaseOpened opened = opened();

    database.run(
        "update routing_case set owner = 'nobody', held_units = 1 where id = '%s'", opened);

    assertFound("owner-gone", opened);
  }

  @Test
  void a_case_of_an_agent_who_has_left_is_found() {
    CaseOpened opened = openedAndOwnedBy(onlineAgent());

    database.run("update agent set active = false where id = '%s-a'", queue);

    assertFound("owner-gone", opened);
  }

  @Test
  void a_case_of_an_agent_of_other_queues_is_found_unless_a_person_gave_it() {
    CaseOpened opened = openedAndOwnedBy(onlineAgent());

    database.run("update agent set queues = 'default' where id = '%s-a'", queue);

    assertFound("owner-not-in-queue", opened);
  }

  @Test
  void a_case_that_counts_although_nobody_owns_it_is_found() {
    CaseOpened opened = opened();

    database.run("update routing_case set held_units = 1 where id = '%s'", opened);

    assertFound("units-misplaced", opened);
  }

  @Test
  void a_load_that_is_not_the_sum_of_the_cases_is_found() {
    Desk agent = onlineAgent();
    openedAndOwnedBy(agent);

    database.run("update agent set load = load + 1 where id = '%s'", agent.agentId());

    assertEquals(List.of("load-differs " + agent.agentId()), found(agent));
  }

  @Test
  void a_pending_case_without_its_timer_is_found() {
    CaseOpened opened = opened();
    move(opened, Map.of("to", "pending", "wakeAt", tomorrow()));

    database.run("delete from timer where key = '%s'", opened);

    assertFound("no-wake-up", opened);
  }

  @Test
  void a_resolved_case_without_its_timer_is_found() {
    CaseOpened opened = opened();
    move(opened, Map.of("to", "resolved"));

    database.run("delete from timer where key = '%s'", opened);

    assertFound("no-close-timer", opened);
  }

  @Test
  void all_findings_of_one_case_are_listed_over_pages_of_one() {
    CaseOpened opened = opened();

    database.run(
        "update routing_case set queue = 'nowhere', held_units = 1 where id = '%s'", opened);

    List<String> expected =
        Stream.of("no-queue", "units-misplaced").map(kind -> kind + " " + opened.caseId()).toList();
    assertEquals(
        expected, everything(1).stream().filter(item -> item.contains(id(opened))).toList());
  }

  private static void assertFound(String kind, CaseOpened opened) {
    assertEquals(
        List.of(kind + " " + opened.caseId()),
        everything(200).stream().filter(item -> item.contains(id(opened))).toList());
  }

  private static List<String> found(Desk agent, CaseOpened... cases) {
    List<String> ids =
        Stream.concat(Stream.of(agent.agentId()), Stream.of(cases).map(ForgottenFlowTest::id))
            .toList();
    return everything(200).stream()
        .filter(item -> ids.contains(item.substring(item.indexOf(' ') + 1)))
        .toList();
  }

  /** All that the audit lists, as kind and id. */
  private static List<String> everything(int limit) {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      String query = cursor == null ? "" : "&cursor=" + cursor;
      JsonPath page =
          Desk.BOSS
              .get("/audit/forgotten?limit=" + limit + query)
              .statusCode(200)
              .extract()
              .jsonPath();
      List<Map<String, String>> items = page.getList("items");
      items.forEach(
          item ->
              all.add(item.get("kind") + " " + item.getOrDefault("caseId", item.get("agentId"))));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return all;
  }

  private static String id(CaseOpened opened) {
    return opened.caseId().toString();
  }

  private static void move(CaseOpened opened, Map<String, String> body) {
    Desk.BOSS.post("/cases/" + opened.caseId() + "/status", body).statusCode(200);
  }

  private static String tomorrow() {
    return Instant.now().plus(Duration.ofDays(1)).toString();
  }

  private Desk onlineAgent() {
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 5);
    agent.goes("online");
    return agent;
  }
}
