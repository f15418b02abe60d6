package io.casewire.routing.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseOpened;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest extends FlowTest {

  @Test
  void each_role_may_what_the_interface_says_and_no_more() {
    // Given
    CaseOpened opened = opened();
    Desk member = Desk.agent(queue + "-member").worksOn(queue, 0);
    Desk lead = Desk.lead(queue + "-lead").worksOn(queue, 0);
    Desk outsider = Desk.agent(queue + "-outsider").worksOn("default", 0);
    Desk foreignLead = Desk.lead(queue + "-foreign").worksOn("default", 0);
    Desk unknown = new Desk(queue + "-unknown", "supervisor");
    List<Desk> all = List.of(member, lead, outsider, foreignLead, unknown, Desk.BOSS);

    // When
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    String path = "/cases/" + opened.caseId();
    found.put("see", all.stream().map(desk -> status(desk.get(path))).toList());
    found.put(
        "decisions", all.stream().map(d -> status(d.get(path + "/routing-decisions"))).toList());
    found.put(
        "note",
        all.stream().map(d -> status(d.post(path + "/notes", Map.of("text", "n")))).toList());
    found.put(
        "assign to the member",
        all.stream().map(d -> status(d.post(path + "/assignment", give(member)))).toList());
    found.put(
        "define queue",
        all.stream()
            .map(d -> status(d.put("/queues/spare", Map.of("name", "Spare", "order", 900))))
            .map(code -> code == 201 ? 200 : code)
            .toList());
    found.put(
        "presence of another",
        all.stream()
            .map(
                d ->
                    status(
                        d.put(
                            "/agents/" + member.agentId() + "/presence", Map.of("state", "away"))))
            .toList());

    found.put("audit", all.stream().map(d -> status(d.get("/audit/forgotten"))).toList());

    // Then: member, lead, outsider, foreign lead, never defined, supervisor
    assertEquals(List.of(403, 403, 403, 403, 200, 200), found.get("audit"));
    assertEquals(List.of(200, 200, 404, 404, 404, 200), found.get("see"));
    assertEquals(List.of(200, 200, 404, 404, 404, 200), found.get("decisions"));
    assertEquals(List.of(201, 201, 404, 404, 404, 201), found.get("note"));
    assertEquals(List.of(200, 200, 404, 404, 404, 200), found.get("assign to the member"));
    assertEquals(List.of(403, 403, 403, 403, 200, 200), found.get("define queue"));
    assertEquals(List.of(200, 200, 403, 200, 200, 200), found.get("presence of another"));
  }

  @Test
  void lists_hold_only_what_one_may_see() {
    // Given
    opened();
    Desk member = Desk.agent(queue + "-member").worksOn(queue, 0);
    Desk outsider = Desk.agent(queue + "-outsider").worksOn("default", 0);

    // Then
    member.get("/cases?queue=" + queue).body("items.size()", equalTo(1));
    outsider.get("/cases?queue=" + queue).body("items.size()", equalTo(0));
  }

  @Test
  void an_agent_may_take_a_case_of_his_queue_but_not_give_it_away() {
    // Given
    CaseOpened opened = opened();
    Desk member = Desk.agent(queue + "-member").worksOn(queue, 0);
    Desk other = Desk.agent(queue + "-other").worksOn(queue, 0);
    String path = "/cases/" + opened.caseId() + "/assignment";

    // Then
    member.post(path, give(other)).statusCode(403);
    member.post(path, give(member)).statusCode(200).body("owner", equalTo(member.agentId()));
    other.post("/cases/" + opened.caseId() + "/replies", Map.of("text", "Mine?")).statusCode(403);
  }

  @Test
  void nobody_gets_in_without_a_token() {
    given().get("/api/v1/cases").then().statusCode(401).header("WWW-Authenticate", notNullValue());
  }

  @Test
  void a_case_that_is_not_there_may_be_there_in_a_moment() {
    Desk.BOSS
        .get("/cases/0198c0de-0000-7000-8000-000000000000")
        .statusCode(404)
        .header("Retry-After", equalTo("1"));
  }

  @Test
  void a_bad_definition_names_every_field_at_fault() {
    Desk.BOSS
        .put("/queues/" + queue, Map.of("name", " ", "order", 1, "strategy", "least-loaded"))
        .statusCode(400);
    Desk.BOSS
        .put("/queues/" + queue, Map.of("name", "Q", "order", 1, "strategy", "dice"))
        .statusCode(400)
        .body("violations[0].field", equalTo("strategy"));
  }

  private static Map<String, Object> give(Desk agent) {
    return Map.of("agentId", agent.agentId(), "force", true);
  }

  private static int status(ValidatableResponse response) {
    return response.extract().statusCode();
  }
}
