package io.casewire.sla.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseStatus;
import io.casewire.events.SlaClockPaused;
import io.casewire.events.SlaClockStarted;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgottenFlowTest extends FlowTest {

  @Inject Database database;

  @Test
  void nobody_is_forgotten_while_all_is_well() {
    // Given
    CaseScript open = opened();
    CaseScript pending = opened();
    stream.say(pending.moved(CaseStatus.OPEN, CaseStatus.PENDING, now));
    CaseScript resolved = opened();
    stream.say(resolved.moved(CaseStatus.OPEN, CaseStatus.RESOLVED, now));
    CaseScript breached = CaseScript.through(channel, now.minus(HOUR).minus(HOUR).minus(HOUR));
    stream.say(breached.opened());
    hears(2, SlaClockPaused.class, pending);

    // Then
    for (CaseScript script : List.of(open, pending, resolved, breached)) {
      eventually(() -> assertEquals(List.of(), reasons(script.caseId())));
    }
  }

  @Test
  void a_case_without_a_clock_is_listed() {
    CaseScript script = opened();

    database.update("update clock set phase = 'MET' where case_id = $1", script.caseId());

    assertEquals(List.of("no-clock", "timer-without-clock"), reasons(script.caseId()));
  }

  @Test
  void a_clock_without_its_timer_is_listed() {
    CaseScript script = opened();

    database.update("delete from timer where key = $1", script.caseId().toString());

    assertEquals(List.of("clock-without-timer", "clock-without-timer"), reasons(script.caseId()));
  }

  @Test
  void a_timer_that_is_set_too_late_is_listed() {
    CaseScript script = opened();

    database.update(
        "update timer set due_at = due_at + interval '2 hours' where key = $1",
        script.caseId().toString());

    assertEquals(List.of("timer-after-deadline"), reasons(script.caseId()));
  }

  @Test
  void a_clock_that_should_not_be_paused_is_listed() {
    CaseScript script = opened();

    database.update(
        "update clock set phase = 'PAUSED' where case_id = $1 and metric = 'RESOLUTION'",
        script.caseId());

    assertEquals(List.of("paused-in-open-case"), reasons(script.caseId()));
  }

  @Test
  void a_timer_of_no_case_is_listed() {
    UUID nowhere = UUID.randomUUID();

    database.update(
        "insert into timer (kind, key, due_at, payload)"
            + " values ('clock-alarm', $1, clock_timestamp() + interval '1 day', '')",
        nowhere.toString());

    assertEquals(List.of("timer-without-clock"), reasons(nowhere));
    database.update("delete from timer where key = $1", nowhere.toString());
  }

  @Test
  void pages_of_one_item_list_the_same() {
    CaseScript script = opened();
    database.update("delete from timer where key = $1", script.caseId().toString());

    assertEquals(all("?limit=200"), all("?limit=1"));
  }

  @Test
  void only_supervisors_see_the_list() {
    Desk.agent("ann").get("/audit/forgotten").statusCode(403);
    Desk.BOSS.get("/audit/forgotten?cursor=nonsense").statusCode(400);
    Desk.BOSS.get("/audit/forgotten?limit=201").statusCode(400);
  }

  private CaseScript opened() {
    CaseScript script = CaseScript.through(channel, now);
    stream.say(script.opened());
    hears(2, SlaClockStarted.class, script);
    return script;
  }

  private List<String> reasons(UUID caseId) {
    return all("?limit=200").stream()
        .filter(item -> item.get("caseId").equals(caseId.toString()))
        .map(item -> (String) item.get("reason"))
        .sorted()
        .toList();
  }

  private static List<Map<String, Object>> all(String query) {
    List<Map<String, Object>> items = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          Desk.BOSS.get("/audit/forgotten" + query + cursor).statusCode(200).extract().jsonPath();
      page.<Map<String, Object>>getList("items").forEach(item -> items.add(new HashMap<>(item)));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return items;
  }
}
