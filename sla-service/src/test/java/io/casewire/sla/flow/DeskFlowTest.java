package io.casewire.sla.flow;

import static io.casewire.testkit.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.AgentDefined;
import io.casewire.events.AgentRole;
import io.casewire.events.CaseEscalated;
import io.casewire.events.EscalationAction;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.SlaBreachWithdrawn;
import io.casewire.events.SlaMetric;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskFlowTest extends FlowTest {

  private final String name = "a" + UUID.randomUUID();
  private final String queue = "q-" + name;
  private final Desk member = Desk.agent(name + "-member");
  private final Desk owner = Desk.agent(name + "-owner");
  private final Desk outsider = Desk.agent(name + "-outsider");
  private final Desk gone = Desk.agent(name + "-gone");
  private final Desk stranger = new Desk(name + "-stranger", "supervisor");
  private final Desk chief = new Desk(name + "-chief", "supervisor");

  @BeforeEach
  void employ() {
    employ(member, queue, true);
    employ(owner, "elsewhere", true);
    employ(outsider, "elsewhere", true);
    employ(gone, queue, false);
    employ(chief, "elsewhere", true);
  }

  @Test
  void a_case_shows_every_clock_it_ever_had() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minusSeconds(600));
    stream.say(script.opened());
    stream.say(script.queuedIn(queue));

    // When
    stream.say(script.answered(now.minusSeconds(300), 1));
    stream.say(script.writesAgain(now.minusSeconds(200)));

    // Then
    eventually(() -> member.get("/cases/" + script.caseId() + "/clocks").body("$", hasSize(3)));
    member
        .get("/cases/" + script.caseNumber() + "/clocks")
        .body("metric", contains("firstResponse", "resolution", "nextResponse"))
        .body("state", contains("met", "running", "running"))
        .body("[0].metAt", equalTo(now.minusSeconds(300).toString()))
        .body("[0].remaining", nullValue())
        .body("[1].remaining", matchesPattern("PT23H.*"))
        .body("[1].policy", equalTo(channel))
        .body("[1].calendarVersion", equalTo(1))
        .body("[2].dueAt", equalTo(now.plusSeconds(1600).toString()));
  }

  @Test
  void clocks_are_shown_to_those_who_may_see_the_case() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(1));
    stream.say(script.opened());
    stream.say(script.queuedIn(queue));
    hears(1, CaseEscalated.class, script);
    stream.say(script.assignedTo(owner.agentId(), queue));
    eventually(() -> owner.get("/cases/" + script.caseId() + "/clocks").statusCode(200));

    // Then: member, owner, outsider, one who has left, one who was never here, supervisor
    List<Desk> all = List.of(member, owner, outsider, gone, stranger, chief);
    assertEquals(
        List.of(200, 200, 404, 404, 404, 200),
        all.stream()
            .map(desk -> status(desk.get("/cases/" + script.caseId() + "/clocks")))
            .toList());
    assertEquals(
        List.of(1, 1, 0, 0, 0, 1),
        all.stream()
            .map(desk -> desk.get("/escalations?caseId=" + script.caseNumber()))
            .map(answer -> answer.extract().jsonPath().getList("items").size())
            .toList());
    given().get("/api/v1/cases/" + script.caseId() + "/clocks").then().statusCode(401);
    member.get("/cases/" + UUID.randomUUID() + "/clocks").statusCode(404);
  }

  @Test
  void an_escalation_shows_what_routing_made_of_it() {
    // Given
    CaseScript script = escalated();
    CaseEscalated escalated = hears(1, CaseEscalated.class, script).getFirst();

    // When
    stream.say(
        new EscalationResolved(
            script.caseId(),
            escalated.escalationId(),
            SlaMetric.FIRST_RESPONSE,
            1,
            EscalationAction.NOTIFY,
            List.of("zoe"),
            EscalationOutcome.DONE,
            now));

    // Then
    eventually(
        () ->
            member
                .get("/escalations?caseId=" + script.caseId())
                .body("items[0].outcome", equalTo("done")));
    member
        .get("/escalations?caseId=" + script.caseId())
        .body("items[0].escalationId", equalTo(escalated.escalationId().toString()))
        .body("items[0].clockId", equalTo(escalated.clockId().toString()))
        .body("items[0].metric", equalTo("firstResponse"))
        .body("items[0].level", equalTo(1))
        .body("items[0].to", equalTo("owner"))
        .body("items[0].action", equalTo("notify"))
        .body("items[0].recipients", contains("zoe"));
  }

  @Test
  void an_acknowledged_escalation_climbs_no_further() {
    // Given: the next level is due in some seconds
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(295));
    stream.say(script.opened());
    stream.say(script.queuedIn(queue));
    UUID id = hears(1, CaseEscalated.class, script).getFirst().escalationId();
    CaseScript other = CaseScript.through(channel, script.openedAt().plusSeconds(1));
    stream.say(other.opened());
    String path = "/escalations/" + id + "/acknowledge";
    eventually(() -> member.post(path, reason("card 4111111111111111 asked for")).statusCode(200));

    // Then
    String redacted = "card 411111******1111 asked for";
    member
        .post(path, reason("card 4111111111111111 asked for"))
        .statusCode(200)
        .body("acknowledgedBy", equalTo(member.agentId()))
        .body("reason", equalTo(redacted))
        .body("acknowledgedAt", notNullValue());
    chief.post(path, reason("mine")).statusCode(409).body("acknowledgedBy", notNullValue());
    outsider.post(path, reason("mine")).statusCode(404);
    member.post(path, reason(" ")).statusCode(400).body("violations.field", contains("reason"));
    hears(2, CaseEscalated.class, other);
    assertEquals(1, stream.heard(CaseEscalated.class, script.caseId().toString()).size());
  }

  @Test
  void a_withdrawn_escalation_needs_nobody() {
    // Given
    CaseScript script = escalated();
    UUID id = hears(1, CaseEscalated.class, script).getFirst().escalationId();
    eventually(
        () ->
            member
                .get("/escalations?caseId=" + script.caseId())
                .body("items.escalationId", contains(id.toString())));

    // When
    Instant inTime = script.openedAt().plusSeconds(60);
    stream.say(script.answered(inTime, 1));
    hears(1, SlaBreachWithdrawn.class, script);

    // Then
    member
        .get("/escalations?caseId=" + script.caseId())
        .body("items[0].withdrawnAt", equalTo(inTime.toString()));
    member.post("/escalations/" + id + "/acknowledge", reason("mine")).statusCode(409);
  }

  @Test
  void escalations_go_with_their_case() {
    // Given
    CaseScript script = escalated();
    UUID id = hears(1, CaseEscalated.class, script).getFirst().escalationId();
    eventually(
        () -> member.get("/escalations").body("items.escalationId", contains(id.toString())));

    // When
    stream.say(script.assignedTo(owner.agentId(), "nowhere-" + queue));

    // Then
    eventually(() -> owner.get("/escalations").body("items.escalationId", contains(id.toString())));
    member.get("/escalations").body("items", hasSize(0));
  }

  @Test
  void escalations_come_in_pages_the_newest_first() {
    // Given
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minus(HOUR).minus(HOUR));
    stream.say(script.opened());
    stream.say(script.queuedIn(queue));
    hears(3, CaseEscalated.class, script);
    eventually(
        () ->
            member
                .get("/escalations?caseId=" + script.caseId())
                .body("items.level", contains(3, 2, 1)));

    // When
    String cursor =
        member
            .get("/escalations?limit=2")
            .body("items.level", contains(3, 2))
            .extract()
            .path("nextCursor");

    // Then
    member
        .get("/escalations?limit=2&cursor=" + cursor)
        .body("items.level", contains(1))
        .body("nextCursor", nullValue());
    member.get("/escalations?cursor=nonsense").statusCode(400);
  }

  private CaseScript escalated() {
    CaseScript script = CaseScript.through(channel, now.minus(HOUR).minusSeconds(1));
    stream.say(script.opened());
    stream.say(script.queuedIn(queue));
    return script;
  }

  private void employ(Desk desk, String worksOn, boolean active) {
    stream.say(
        new AgentDefined(
            desk.agentId(),
            1,
            Stream.of(AgentRole.values())
                .filter(role -> role.wireName().equals(desk.role()))
                .findFirst()
                .orElseThrow(),
            List.of(worksOn),
            List.of(),
            Map.of(),
            3,
            active,
            new AgentDefined.Personal("Somebody", "somebody@casewire.example")));
  }

  private static Map<String, String> reason(String text) {
    return Map.of("reason", text);
  }

  private static int status(ValidatableResponse response) {
    return response.extract().statusCode();
  }
}
