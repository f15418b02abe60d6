package io.casewire.sla.flow;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class DeadlineFlowTest {

  private static final String DESK =
      """
      {"timeZone":"Asia/Shanghai",
       "hours":{"wednesday":[["09:00","12:00"],["13:00","18:00"]],"friday":[["09:00","24:00"]]},
       "holidays":[{"date":"2026-10-01","name":"国庆节"},
                   {"date":"2026-10-03","hours":[["10:00","11:00"]]}]}
      """;

  private static final Desk AGENT = Desk.agent("ann");

  @Test
  void a_deadline_comes_with_what_counted_and_why_the_rest_did_not() {
    preview(DESK, "\"2026-09-30T17:00:00+08:00\"", "120")
        .statusCode(200)
        .body("dueAt", equalTo("2026-10-02T02:00:00Z"))
        .body("timeline.why", contains("open", "closed", "holiday:国庆节", "closed", "open"))
        .body("timeline.counted", contains("PT1H", "PT0S", "PT0S", "PT0S", "PT1H"))
        .body("timeline[0].from", equalTo("2026-09-30T09:00:00Z"))
        .body("timeline[4].until", equalTo("2026-10-02T02:00:00Z"));
  }

  @Test
  void a_named_calendar_is_the_current_one() {
    Desk.BOSS.put("/calendars/preview-desk", DESK);

    preview("\"preview-desk\"", "\"2026-10-03T01:00:00.250Z\"", "30")
        .statusCode(200)
        .body("dueAt", equalTo("2026-10-03T02:30:00Z"));
    preview("\"no-such-calendar\"", "\"2026-10-03T01:00:00Z\"", "30").statusCode(404);
  }

  @Test
  void a_calendar_that_is_always_open_needs_no_hours() {
    preview("{\"alwaysOpen\":true}", "\"2026-02-28T23:59:00Z\"", "1441")
        .statusCode(200)
        .body("dueAt", equalTo("2026-03-02T00:00:00Z"))
        .body("timeline.why", contains("open"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"timeZone":"UTC"}                                                    | "2026-10-01T00:00:00Z" | 5       | calendar.hours
          {"timeZone":"UTC","hours":{"monday":[["9","10"]]}}                    | "2026-10-01T00:00:00Z" | 5       | calendar.hours.monday[0]
          {"timeZone":"UTC","hours":{"monday":[["10:00","10:00"]]}}             | "2026-10-01T00:00:00Z" | 5       | calendar.hours.monday[0]
          {"timeZone":"UTC","hours":{"monday":[["08:00","10:00"],["09:00","11:00"]]}} | "2026-10-01T00:00:00Z" | 5 | calendar.hours.monday[1]
          {"timeZone":"Moon","alwaysOpen":true}                                 | "2026-10-01T00:00:00Z" | 5       | calendar.timeZone
          "default"                                                             | "yesterday"            | 5       | start
          "default"                                                             | "2026-10-01T00:00:00Z" | 0       | minutes
          "default"                                                             | "2026-10-01T00:00:00Z" | 1.5     | minutes
          "default"                                                             | "2026-10-01T00:00:00Z" | 5256001 | minutes
          """)
  void what_can_not_be_computed_is_named(
      String calendar, String start, String minutes, String field) {
    preview(calendar, start, minutes).statusCode(422).body("violations.field", contains(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"calendar":"default","start":"2026-10-01T00:00:00Z"}                        | minutes
          {"calendar":"default","minutes":5}                                           | start
          {"start":"2026-10-01T00:00:00Z","minutes":5}                                 | calendar
          {"calendar":"default","start":"2026-10-01T00:00:00Z","minutes":"5"}          | minutes
          {"calendar":7,"start":"2026-10-01T00:00:00Z","minutes":5}                    | calendar
          {"calendar":{"hours":{}},"start":"2026-10-01T00:00:00Z","minutes":5}         | calendar.timeZone
          """)
  void what_is_missing_or_of_another_type_is_named(String body, String field) {
    AGENT
        .post("/deadlines/preview", body)
        .statusCode(400)
        .body("violations.field", contains(field));
  }

  private static ValidatableResponse preview(String calendar, String start, String minutes) {
    return AGENT.post(
        "/deadlines/preview",
        "{\"calendar\":%s,\"start\":%s,\"minutes\":%s}".formatted(calendar, start, minutes));
  }
}
