package io.casewire.sla.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class RulesFlowTest {

  private static final Desk BOSS = Desk.BOSS;
  private static final Desk AGENT = Desk.agent("ann");

  private final String calendar = "desk-" + UUID.randomUUID();

  @Test
  void a_desk_that_has_defined_nothing_has_a_calendar_and_policies() {
    AGENT.get("/calendars/default").statusCode(200).body("alwaysOpen", equalTo(true));
    AGENT
        .get("/policies?version=1")
        .statusCode(200)
        .body("version", equalTo(1))
        .body("policies.name", contains("urgent", "standard"))
        .body("policies[1].targets.firstResponse", equalTo("PT4H"));
  }

  @Test
  void each_definition_of_a_calendar_is_a_version_that_stays() {
    // When
    BOSS.put("/calendars/" + calendar, opening("09:00", "12:00"))
        .statusCode(201)
        .header("ETag", equalTo("\"1\""))
        .body("calendarId", equalTo(calendar))
        .body("version", equalTo(1));
    BOSS.put("/calendars/" + calendar, opening("08:00", "12:00"))
        .statusCode(200)
        .body("version", equalTo(2));

    // Then
    AGENT.get("/calendars/" + calendar).body("hours.monday[0][0]", equalTo("08:00"));
    AGENT
        .get("/calendars/" + calendar + "?version=1")
        .body("hours.monday[0][0]", equalTo("09:00"))
        .body("definedBy", equalTo("boss"));
    AGENT.get("/calendars/" + calendar + "?version=3").statusCode(404);
  }

  @Test
  void calendars_are_listed_as_they_are_now() {
    BOSS.put("/calendars/" + calendar, opening("09:00", "12:00")).statusCode(201);
    BOSS.put("/calendars/" + calendar, opening("08:00", "12:00")).statusCode(200);

    AGENT
        .get("/calendars?limit=200")
        .statusCode(200)
        .body("items.calendarId", hasItem("default"))
        .body("items.find { it.calendarId == '" + calendar + "' }.version", equalTo(2));
    AGENT.get("/calendars?limit=0").statusCode(400);
  }

  @Test
  void saying_the_same_again_makes_no_version() {
    BOSS.put("/calendars/" + calendar, opening("09:00", "12:00")).statusCode(201);

    BOSS.put("/calendars/" + calendar, opening("09:00", "12:00"))
        .statusCode(200)
        .body("version", equalTo(1));
  }

  @Test
  void a_definition_made_for_another_version_is_refused() {
    BOSS.put("/calendars/" + calendar, opening("09:00", "12:00")).statusCode(201);
    BOSS.put("/calendars/" + calendar, opening("08:00", "12:00"), Map.of("If-Match", "\"1\""))
        .statusCode(200);

    BOSS.put("/calendars/" + calendar, opening("07:00", "12:00"), Map.of("If-Match", "\"1\""))
        .statusCode(412);
  }

  @Test
  void all_that_is_wrong_with_a_calendar_is_said_at_once() {
    BOSS.put(
            "/calendars/" + calendar,
            Map.of(
                "timeZone",
                "Mars/Olympus",
                "hours",
                Map.of("monday", List.of(List.of("12:00", "09:00")), "someday", List.of()),
                "holidays",
                List.of(Map.of("date", "2026-02-30"))))
        .statusCode(422)
        .body(
            "violations.field",
            hasItems("timeZone", "hours.monday[0]", "hours.someday", "holidays[0].date"));
    BOSS.put("/calendars/" + calendar, Map.of("hours", Map.of()))
        .statusCode(400)
        .body("violations.field", contains("timeZone"));
    BOSS.put("/calendars/Not%20An%20Id", opening("09:00", "12:00")).statusCode(400);
    AGENT.get("/calendars/" + calendar).statusCode(404);
  }

  @Test
  void each_definition_of_the_policies_is_a_version_and_comes_back_as_it_was_put() {
    // Given
    BOSS.put("/calendars/" + calendar, opening("09:00", "12:00"));
    var policy =
        Map.of(
            "name",
            "everything " + calendar,
            "when",
            Map.of("languages", List.of("zh")),
            "calendar",
            calendar,
            "targets",
            Map.of(
                "firstResponse",
                "PT1H",
                "resolution",
                Map.of("duration", "P2D", "hours", "calendar")),
            "warnAt",
            List.of("75%", "PT10M"),
            "escalation",
            List.of(
                Map.of("level", 1, "after", "100%", "to", "owner"),
                Map.of("level", 2, "after", "PT1H", "to", "queue:vip", "action", "reassign")),
            "pauseOn",
            List.of("pending"));

    // When
    int version =
        BOSS.put("/policies", Map.of("policies", List.of(policy)))
            .statusCode(200)
            .extract()
            .path("version");

    // Then
    AGENT
        .get("/policies")
        .header("ETag", equalTo("\"" + version + "\""))
        .body("version", equalTo(version))
        .body("policies", equalTo(List.of(policy)));
  }

  @Test
  void a_policy_that_is_badly_written_is_400_and_one_that_can_not_be_kept_422() {
    var bad =
        Map.of(
            "name",
            "bad",
            "calendar",
            "nowhere",
            "targets",
            Map.of("firstResponse", "4h", "happiness", "PT1H"),
            "escalation",
            List.of(Map.of("level", 1, "after", "75%", "to", "owner", "action", "shout")));

    BOSS.put("/policies", Map.of("policies", List.of(bad)))
        .statusCode(400)
        .body(
            "violations.field",
            hasItems(
                "policies[0].targets.firstResponse",
                "policies[0].targets.happiness",
                "policies[0].escalation[0].after",
                "policies[0].escalation[0].action"));
    BOSS.put(
            "/policies",
            Map.of(
                "policies",
                List.of(Map.of("name", "lost", "calendar", "nowhere", "targets", Map.of()))))
        .statusCode(422)
        .body("violations.field", contains("policies[0].calendar"));
    BOSS.put("/policies", Map.of("policies", List.of(Map.of("calendar", "default"))))
        .statusCode(400)
        .body("violations.field", hasItem("policies[0].name"));
    BOSS.put("/policies", Map.of()).statusCode(400).body("violations.field", hasItem("policies"));
  }

  @Test
  void supervisors_define_and_all_staff_read() {
    assertEquals(
        List.of(403, 403, 200, 404),
        List.of(
            AGENT.put("/calendars/" + calendar, opening("09:00", "12:00")).extract().statusCode(),
            AGENT.put("/policies", Map.of("policies", List.of())).extract().statusCode(),
            AGENT.get("/policies").extract().statusCode(),
            AGENT.get("/calendars/" + calendar).extract().statusCode()));
    given()
        .get("/api/v1/policies")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", notNullValue());
  }

  private static Map<String, Object> opening(String opens, String closes) {
    return Map.of(
        "timeZone", "Asia/Shanghai", "hours", Map.of("monday", List.of(List.of(opens, closes))));
  }
}
