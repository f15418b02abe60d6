package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseOpened;
import io.casewire.events.CaseUnassigned;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the cases of somebody who can't work on them any more. */
@QuarkusTest
class WorkLostFlowTest extends FlowTest {

  private static final int MORE_THAN_A_BATCH = 250;

  @Inject Database database;

  @Test
  void the_open_and_pending_cases_of_an_agent_who_leaves_go_back_to_their_queue() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened open = openedAndOwnedBy(agent);
    CaseOpened pending = openedAndOwnedBy(agent);
    agent.post("/cases/" + pending.caseId() + "/status", Map.of("to", "pending")).statusCode(200);

    // When
    define(agent, "agent", List.of(queue), false);

    // Then
    eventually(() -> isOwnedBy(open, null));
    eventually(() -> isOwnedBy(pending, null));
    hasStatus(pending, "pending");
    Desk.BOSS.get("/agents/" + agent.agentId()).body("load", equalTo(0));
    eventually(
        () ->
            assertEquals(
                "work-lost",
                stream.heard(CaseUnassigned.class, open.subject()).getFirst().reason()));
  }

  @Test
  void only_the_cases_of_a_queue_that_was_taken_from_an_agent_go_back() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened lost = openedAndOwnedBy(agent);
    define(agent, "agent", List.of(queue, "default"), true);
    CaseOpened kept = opened();
    Desk.BOSS
        .post("/cases/" + kept.caseId() + "/assignment", Map.of("queueId", "default"))
        .statusCode(200);
    Desk.BOSS
        .post("/cases/" + kept.caseId() + "/assignment", Map.of("agentId", agent.agentId()))
        .statusCode(200);

    // When
    define(agent, "agent", List.of("default"), true);

    // Then
    eventually(() -> isOwnedBy(lost, null));
    isOwnedBy(kept, agent.agentId());
  }

  @Test
  void a_supervisor_who_becomes_an_agent_gives_back_what_is_in_other_queues() {
    // Given
    Desk chief = new Desk(queue + "-chief", "supervisor");
    define(chief, "supervisor", List.of(), true);
    CaseOpened opened = opened();
    chief
        .post(
            "/cases/" + opened.caseId() + "/assignment",
            Map.of("agentId", chief.agentId(), "force", true))
        .statusCode(200);

    // When
    define(chief, "agent", List.of("default"), true);

    // Then
    eventually(() -> isOwnedBy(opened, null));
  }

  @Test
  void a_resolved_case_that_opens_again_does_not_go_to_an_owner_who_has_left() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened byCustomer = openedAndOwnedBy(agent);
    CaseOpened byStaff = openedAndOwnedBy(agent);
    for (CaseOpened one : List.of(byCustomer, byStaff)) {
      agent.post("/cases/" + one.caseId() + "/status", Map.of("to", "resolved")).statusCode(200);
    }
    define(agent, "agent", List.of(queue), false);

    // When
    stream.say(Customers.writesAgain(byCustomer, queue));
    Desk.BOSS.post("/cases/" + byStaff.caseId() + "/status", Map.of("to", "open")).statusCode(200);

    // Then
    eventually(() -> hasStatus(byCustomer, "open"));
    isOwnedBy(byCustomer, null);
    isOwnedBy(byStaff, null);
  }

  @Test
  void an_answer_to_an_absent_owner_goes_to_the_queue() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    agent.post("/cases/" + opened.caseId() + "/status", Map.of("to", "pending")).statusCode(200);
    agent.goes("away");

    // When
    stream.say(Customers.writesAgain(opened, queue));

    // Then
    eventually(() -> hasStatus(opened, "open"));
    isOwnedBy(opened, null);
  }

  @Test
  void more_cases_than_one_transaction_takes_go_back_all_the_same() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    database.copyCase(opened.caseId(), MORE_THAN_A_BATCH);

    // When
    define(agent, "agent", List.of(queue), false);

    // Then
    eventually(
        () ->
            assertEquals(
                0, database.count("routing_case where owner = '%s'".formatted(agent.agentId()))));
  }

  @Test
  void a_case_that_was_given_while_the_agent_left_is_found_at_the_second_look() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened late = openedAndOwnedBy(agent);
    define(agent, "agent", List.of(queue), false);
    String second = "timer where key = '%s' and payload = 'second'".formatted(agent.agentId());
    eventually(() -> assertEquals(1, database.count(second)));
    database.run("update routing_case set owner = '%s' where id = '%s'", agent.agentId(), late);

    // When
    database.run("update timer set due_at = now() where key = '%s'", agent.agentId());

    // Then
    eventually(() -> isOwnedBy(late, null));
    eventually(() -> assertEquals(0, database.count(second)));
  }

  private Desk onlineAgent() {
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 5);
    agent.goes("online");
    return agent;
  }

  private static void define(Desk agent, String role, List<String> queues, boolean active) {
    Desk.BOSS.put(
        "/agents/" + agent.agentId(),
        Map.of(
            "name",
            "Agent",
            "email",
            agent.agentId() + "@casewire.example",
            "role",
            role,
            "queues",
            queues,
            "languages",
            Map.of("en", "native"),
            "capacity",
            5,
            "active",
            active));
  }
}
