package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.AgentDefined;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseQueued;
import io.casewire.events.envelope.OutgoingEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssignmentFlowTest extends FlowTest {

  @Inject DataSource database;

  @Test
  void a_case_that_is_reported_twice_is_queued_once() {
    // Given
    CaseOpened opened = Customers.opens(queue);
    OutgoingEvent report = stream.say(opened);

    // When
    stream.repeat(report);
    CaseOpened later = opened();

    // Then
    eventually(() -> assertEquals(1, stream.heard(CaseQueued.class, later.subject()).size()));
    assertEquals(1, stream.heard(CaseQueued.class, opened.subject()).size());
    Desk.BOSS.get("/cases?queue=" + queue).body("items.size()", equalTo(2));
  }

  @Test
  void a_case_goes_to_the_one_who_can_take_it_and_the_record_says_why_not_to_others() {
    // Given
    Desk away = Desk.agent(queue + "-away").worksOn(queue, 5);
    away.goes("away");
    Desk stranger = Desk.agent(queue + "-stranger").worksOn("default", 5);
    stranger.goes("online");
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 5);
    agent.goes("online");

    // When
    CaseOpened opened = openedAndOwnedBy(agent);

    // Then
    agent
        .get("/cases/" + opened.caseId() + "/routing-decisions")
        .body("items[0].chosen", equalTo(agent.agentId()))
        .body("items[0].trigger", equalTo("queue"))
        .body(
            "items[0].candidates.find { it.agentId == '%s' }.reason".formatted(away.agentId()),
            equalTo("away"))
        .body("items[0].candidates.reason", hasItem("not-in-queue"))
        .body("waiting", nullValue());
    eventually(
        () ->
            assertEquals(
                agent.agentId(),
                stream.heard(CaseAssigned.class, opened.subject()).getFirst().agentId()));
  }

  @Test
  void a_waiting_case_says_why_it_waits_and_is_assigned_once_there_is_room() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 1);
    agent.goes("online");
    CaseOpened first = openedAndOwnedBy(agent);
    CaseOpened second = opened();
    agent
        .get("/cases/" + second.caseId() + "/routing-decisions")
        .body("items.size()", equalTo(0))
        .body("waiting.candidates.reason", hasItem("at-capacity"));

    // When
    agent.post("/cases/" + first.caseId() + "/status", Map.of("to", "resolved")).statusCode(200);

    // Then
    eventually(() -> isOwnedBy(second, agent.agentId()));
    Desk.BOSS.get("/agents/" + agent.agentId()).body("load", equalTo(1));
  }

  @Test
  void a_declined_case_comes_back_only_after_its_decliner_has_come_online_again() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 5);
    agent.goes("online");
    CaseOpened opened = openedAndOwnedBy(agent);

    // When
    agent
        .post("/cases/" + opened.caseId() + "/decline", Map.of())
        .statusCode(200)
        .body("owner", nullValue());

    // Then
    agent
        .get("/cases/" + opened.caseId() + "/routing-decisions")
        .body(
            "waiting.candidates.find { it.agentId == '%s' }.reason".formatted(agent.agentId()),
            equalTo("declined"));
    agent.goes("away");
    agent.goes("online");
    eventually(() -> isOwnedBy(opened, agent.agentId()));
  }

  @Test
  void people_and_the_planner_at_once_never_fill_an_agent_beyond_his_capacity() {
    // Given
    Desk first = Desk.agent(queue + "-a").worksOn(queue, 3);
    Desk second = Desk.agent(queue + "-b").worksOn(queue, 3);
    List<CaseOpened> opened = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> opened.add(opened()));

    // When: both arrive while every case is resolved as soon as somebody has it
    first.goes("online");
    second.goes("online");
    opened.parallelStream()
        .forEach(
            theCase -> {
              eventually(() -> ownedBySomebodyWithRoom(theCase, List.of(first, second)));
              Desk.BOSS
                  .post("/cases/" + theCase.caseId() + "/status", Map.of("to", "resolved"))
                  .statusCode(200);
            });

    // Then
    for (Desk agent : List.of(first, second)) {
      Desk.BOSS.get("/agents/" + agent.agentId()).body("load", equalTo(0));
    }
  }

  @Test
  void a_person_s_order_beats_capacity_but_an_offline_agent_gets_it_only_by_force() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 0);
    CaseOpened opened = opened();
    String path = "/cases/" + opened.caseId() + "/assignment";

    // When
    Desk.BOSS.post(path, Map.of("agentId", agent.agentId())).statusCode(409);
    Desk.BOSS.post(path, Map.of("agentId", agent.agentId(), "force", true)).statusCode(200);

    // Then
    isOwnedBy(opened, agent.agentId());
    agent
        .get("/cases/" + opened.caseId() + "/routing-decisions")
        .body("items[0].trigger", equalTo("manual"));
    Desk.BOSS.get("/agents/" + agent.agentId()).body("load", equalTo(1));
  }

  @Test
  void a_definition_is_published_with_its_version() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 1);

    // When
    agent.worksOn(queue, 2);

    // Then
    eventually(
        () ->
            assertEquals(
                List.of(1L, 2L),
                stream.heard(AgentDefined.class, agent.agentId()).stream()
                    .map(AgentDefined::version)
                    .toList()));
  }

  @Test
  void a_case_that_can_not_be_assigned_is_set_aside_and_holds_up_none_behind_it()
      throws SQLException {
    // Given
    CaseOpened broken = opened();
    CaseOpened behind = opened();
    setCategory(broken, "UNHEARD_OF");
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 5);

    // When
    agent.goes("online");

    // Then
    eventually(() -> isOwnedBy(behind, agent.agentId()));
    eventually(() -> assertNotNull(idOfSetAside(broken)));

    // When
    setCategory(broken, "OTHER");
    Desk.BOSS
        .post("/set-aside/" + idOfSetAside(broken) + "/retry", Map.of())
        .statusCode(200)
        .body("stillSetAside", equalTo(false));

    // Then
    eventually(() -> isOwnedBy(broken, agent.agentId()));
  }

  @Test
  void only_the_cases_that_are_given_are_locked() throws SQLException {
    // Given
    CaseOpened first = opened();
    CaseOpened second = opened();
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 1);

    // When
    whileLocked(
        second,
        () -> {
          agent.goes("online");
          eventually(() -> isOwnedBy(first, agent.agentId()));
        });
  }

  @Test
  void an_agent_whom_nothing_fits_gets_what_fits_as_soon_as_it_comes() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 1);
    CaseOpened inFrench = Customers.opensIn(queue, "fr");
    stream.say(inFrench);
    eventually(() -> Desk.BOSS.get("/cases/" + inFrench.caseId()).statusCode(200));
    agent.goes("online");

    // When
    CaseOpened inEnglish = openedAndOwnedBy(agent);

    // Then
    isOwnedBy(inEnglish, agent.agentId());
    Desk.BOSS.get("/cases/" + inFrench.caseId()).body("owner", nullValue());
  }

  @Test
  void cases_that_an_agent_has_declined_do_not_hide_the_cases_behind_them() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 1);
    agent.goes("online");
    for (int i = 0; i < 3; i++) {
      CaseOpened declined = openedAndOwnedBy(agent);
      agent.post("/cases/" + declined.caseId() + "/decline", Map.of()).statusCode(200);
    }

    // When
    CaseOpened behind = openedAndOwnedBy(agent);

    // Then
    isOwnedBy(behind, agent.agentId());
  }

  private static String idOfSetAside(CaseOpened theCase) {
    return Desk.BOSS
        .get("/set-aside?queue=assignment&limit=200")
        .extract()
        .path("items.find { it.key == '%s' }?.id".formatted(theCase.caseId()));
  }

  /** What no code of this version writes, and what Hibernate can't read. */
  private void setCategory(CaseOpened theCase, String category) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update routing_case set category = ? where id = ?")) {
      update.setString(1, category);
      update.setObject(2, theCase.caseId());
      update.executeUpdate();
    }
  }

  private void whileLocked(CaseOpened theCase, Runnable work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement lock =
          connection.prepareStatement("select from routing_case where id = ? for update")) {
        lock.setObject(1, theCase.caseId());
        lock.execute();
        work.run();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void ownedBySomebodyWithRoom(CaseOpened theCase, List<Desk> agents) {
    String owner = Desk.BOSS.get("/cases/" + theCase.caseId()).extract().path("owner");
    assertTrue(agents.stream().map(Desk::agentId).anyMatch(id -> id.equals(owner)));
    for (Desk agent : agents) {
      int load = Desk.BOSS.get("/agents/" + agent.agentId()).extract().path("load");
      assertTrue(load <= 3, "load " + load);
    }
  }
}
