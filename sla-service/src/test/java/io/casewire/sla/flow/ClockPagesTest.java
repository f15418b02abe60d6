package io.casewire.sla.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.AgentDefined;
import io.casewire.events.AgentRole;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseStatus;
import io.casewire.events.SlaBreached;
import io.casewire.events.SlaClockPaused;
import io.casewire.testkit.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockPagesTest extends FlowTest {

  @TestHTTPResource("/")
  URI root;

  private final String agent = "p" + UUID.randomUUID();
  private final String queue = "q-" + agent;
  private Browser browser;

  @BeforeEach
  void sign_in() {
    stream.say(
        new AgentDefined(
            agent,
            1,
            AgentRole.AGENT,
            List.of(queue),
            List.of(),
            Map.of(),
            3,
            true,
            new AgentDefined.Personal("Ann", "ann@casewire.example")));
    browser = Browser.signedIn(root, "en", "/clocks", agent, "agent");
  }

  @Test
  void the_board_shows_the_most_urgent_first() {
    // Given
    CaseScript breached = opened(3700);
    hears(1, SlaBreached.class, breached);
    CaseScript running = opened(60);

    // When
    eventually(() -> assertTrue(board("").contains(running.caseNumber())));
    String page = board("?metric=firstResponse&queue=" + queue);

    // Then
    assertAll(
        () -> assertTrue(page.indexOf(breached.caseNumber()) < page.indexOf(running.caseNumber())),
        () -> assertTrue(page.contains("state-breached\">Breached<"), page),
        () -> assertTrue(page.contains("59 min") || page.contains("58 min"), page),
        () -> assertTrue(page.contains("href=\"/clocks/cases/" + running.caseId() + "\"")),
        () -> assertFalse(page.contains(">Resolution</td>")),
        () -> assertFalse(board("?queue=elsewhere").contains(running.caseNumber())));
  }

  @Test
  void the_board_shows_a_case_to_those_who_have_it_now() {
    // Given
    CaseScript script = opened(60);
    eventually(() -> assertTrue(board("").contains(script.caseNumber())));

    // When
    stream.say(script.queuedIn("elsewhere"));
    eventually(() -> assertFalse(board("").contains(script.caseNumber())));
    stream.say(script.assignedTo(agent, "elsewhere"));

    // Then
    eventually(() -> assertTrue(board("").contains(script.caseNumber())));
    assertTrue(board("?queue=elsewhere").contains(script.caseNumber()));
    assertFalse(board("?queue=" + queue).contains(script.caseNumber()));
  }

  @Test
  void a_paused_clock_is_on_a_page_of_its_own() {
    // Given
    CaseScript script = opened(60);
    stream.say(script.answered(now, 1));
    stream.say(script.moved(CaseStatus.OPEN, CaseStatus.PENDING, now));
    hears(1, SlaClockPaused.class, script);

    // Then
    eventually(() -> assertTrue(board("?state=paused").contains(script.caseNumber())));
    assertFalse(board("").contains(script.caseNumber()));
  }

  @Test
  void the_pages_speak_chinese() {
    // Given
    CaseScript script = opened(3700);
    hears(1, SlaBreached.class, script);
    eventually(() -> assertTrue(board("").contains(script.caseNumber())));

    // When
    HttpResponse<String> page = browser.get("/language/zh?back=/clocks");

    // Then
    assertTrue(page.body().contains("<html lang=\"zh\">"), page.body());
    assertTrue(page.body().contains("已超时"), page.body());
    assertTrue(browser.get("/clocks/cases/" + script.caseId()).body().contains("首次响应"));
    assertTrue(browser.get("/clocks/policies").body().contains("第一条适合它的策略"));
  }

  @Test
  void a_case_tells_why_its_clocks_are_due_when_they_are() {
    // Given
    CaseScript script = opened(60);
    eventually(() -> assertEquals(200, caseOf(script).statusCode()));

    // Then
    String page = caseOf(script).body();
    assertAll(
        () -> assertTrue(page.contains(script.openedAt().plus(HOUR).toString()), page),
        () -> assertTrue(page.contains("1 h by policy"), page),
        () -> assertTrue(page.contains(channel), page),
        () -> assertTrue(page.contains("/clocks/calendars/default?version=1"), page),
        () -> assertTrue(page.contains(">Open</td>"), page));
    assertTrue(browser.get("/clocks/calendars/default?version=1").body().contains("Every hour"));
    Browser stranger = Browser.signedIn(root, "en", "/clocks", "stranger", "supervisor");
    assertEquals(404, stranger.get("/clocks/cases/" + script.caseId()).statusCode());
  }

  @Test
  void policies_say_their_times_in_words() {
    // When: what a desk that has defined nothing has
    String page = browser.get("/clocks/policies?version=1").body();

    // Then
    assertTrue(page.contains("<dd>4 h <span"), page);
    assertTrue(page.contains("after the breach: "), page);
    assertFalse(page.contains("PT"), page);
  }

  @Test
  void an_escalation_is_taken_up_with_a_form() {
    // Given
    CaseScript script = opened(3601);
    UUID id = hears(1, CaseEscalated.class, script).getFirst().escalationId();
    eventually(() -> assertTrue(caseOf(script).body().contains(id.toString())));

    // When
    String path = "/clocks/cases/" + script.caseId() + "/escalations/" + id;
    HttpResponse<String> page = browser.post(path, Map.of("reason", "<b>I call him</b>"));

    // Then
    assertEquals("/clocks/cases/" + script.caseId(), page.uri().getPath());
    assertTrue(page.body().contains("Taken up by " + agent), page.body());
    assertTrue(page.body().contains("&lt;b&gt;I call him&lt;/b&gt;"), page.body());
    assertEquals(400, browser.post(path, Map.of("reason", " ")).statusCode());
  }

  private CaseScript opened(long secondsAgo) {
    CaseScript script = CaseScript.through(channel, now.minusSeconds(secondsAgo));
    stream.say(script.opened());
    stream.say(script.queuedIn(queue));
    return script;
  }

  private String board(String query) {
    return browser.get("/clocks" + query).body();
  }

  private HttpResponse<String> caseOf(CaseScript script) {
    return browser.get("/clocks/cases/" + script.caseId());
  }
}
