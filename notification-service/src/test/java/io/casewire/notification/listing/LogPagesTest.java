package io.casewire.notification.listing;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.Sources;
import io.casewire.notification.Facts;
import io.casewire.notification.NotificationClient;
import io.casewire.testkit.Browser;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as staff read it in their browsers. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = StackResource.MAIL, value = "true"))
class LogPagesTest {

  @TestHTTPResource("/")
  URI root;

  private final StreamProbe stream = new StreamProbe(Sources.NOTIFICATION);
  private final Facts facts = Facts.ofNewCase();
  private final NotificationClient boss = new NotificationClient("boss", "supervisor");

  @BeforeEach
  void staff() {
    stream.sayAll(Facts.agent("boss", System.nanoTime(), true, Map.of()));
  }

  @AfterEach
  void leave() {
    stream.close();
  }

  @Test
  void the_log_says_in_the_readers_words_what_was_not_sent_and_why() {
    // Given
    stream.sayAll(facts.openedByMachine());
    eventually(() -> assertEquals(List.of("case-acknowledged suppressed"), boss.statesOf(facts)));

    // When
    String english = page(browserOf("boss", "supervisor", "en"), list()).body();
    String chinese = page(browserOf("boss", "supervisor", "zh"), list()).body();

    // Then
    assertAll(
        () -> assertTrue(english.contains("<html lang=\"en\">")),
        () -> assertTrue(english.contains(">Acknowledgement</a>"), english),
        () -> assertTrue(english.contains(">Not sent</span>")),
        () -> assertTrue(english.contains("The message came from a machine")),
        () -> assertTrue(english.contains(facts.address())),
        () -> assertTrue(english.contains("http://desk.example/desk/cases/" + facts.caseId())),
        () -> assertTrue(chinese.contains("<html lang=\"zh\">")),
        () -> assertTrue(chinese.contains(">受理确认</a>")),
        () -> assertTrue(chinese.contains("来信由系统自动发出")));
  }

  @Test
  void a_notice_shows_its_cause_and_its_place_in_the_conversation_and_not_its_text() {
    // Given
    UUID cause =
        stream.say(facts.openedByMail("<1@customers.example>", "<0@x.example>")).envelope().id();
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));
    Map<String, Object> item = boss.about(facts).getFirst();

    // When
    String page =
        page(browserOf("boss", "supervisor", "en"), "/notifications/" + item.get("notificationId"))
            .body();

    // Then
    assertAll(
        () -> assertTrue(page.contains("The customer opened the case."), page),
        () -> assertTrue(page.contains(cause.toString())),
        () -> assertTrue(page.contains("&lt;1@customers.example&gt;")),
        () -> assertTrue(page.contains("&lt;0@x.example&gt;")),
        () ->
            assertTrue(
                page.contains(item.get("messageId").toString().replaceAll("[<>]", "")), page),
        () -> assertFalse(page.contains("/cases/t1"), "a customer's link"),
        () -> assertFalse(page.contains("We have received")));
  }

  @Test
  void a_colleagues_address_is_for_those_who_define_agents() {
    // Given
    String agentId = "agent-" + facts.caseId();
    stream.sayAll(
        Facts.agent(agentId, 1, true, Map.of()),
        facts.openedByMachine(),
        facts.queued("payments"),
        facts.assigned(agentId));
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged suppressed", "case-assigned sent"),
                boss.statesOf(facts)));
    String alert = "/notifications/" + boss.about(facts).getLast().get("notificationId");

    // Then
    String address = agentId + "@staff.example";
    assertTrue(page(browserOf("boss", "supervisor", "en"), alert).body().contains(address));
    assertFalse(page(browserOf(agentId, "agent", "en"), alert).body().contains(address));
  }

  @Test
  void a_notice_of_a_case_that_is_not_ones_own_is_not_there() {
    // Given
    String stranger = "stranger-" + facts.caseId();
    stream.sayAll(facts.openedByMachine(), facts.queued("fraud"));
    stream.sayAll(Facts.agent(stranger, 1, true, Map.of()));
    eventually(() -> assertEquals(1, boss.about(facts).size()));
    String notice = "/notifications/" + boss.about(facts).getFirst().get("notificationId");
    Browser browser = browserOf(stranger, "agent", "en");

    // Then
    assertEquals(404, browser.get(notice).statusCode());
    assertEquals(404, browser.get("/notifications/" + UUID.randomUUID()).statusCode());
    assertEquals(404, browser.get("/notifications/nonsense").statusCode());
    assertTrue(page(browser, list()).body().contains("Nothing found"));
  }

  @Test
  void a_mail_that_waits_says_for_what() {
    // Given
    stream.sayAll(facts.openedByMachine(), facts.assigned("unknown-" + facts.caseId()));
    eventually(() -> assertEquals("recipient-unknown", boss.about(facts).getLast().get("reason")));

    // Then
    String page = page(browserOf("boss", "supervisor", "en"), list() + "&state=queued").body();
    assertTrue(page.contains("Nobody has defined this agent yet."), page);
  }

  @Test
  void the_start_page_is_the_log() {
    assertEquals(
        "/notifications", page(browserOf("boss", "supervisor", "en"), "/").uri().getPath());
  }

  private String list() {
    return "/notifications?recipient=&caseId=+" + facts.caseNumber();
  }

  private Browser browserOf(String agentId, String role, String language) {
    return Browser.signedIn(root, language, "/notifications", agentId, role);
  }

  private static HttpResponse<String> page(Browser browser, String path) {
    HttpResponse<String> page = browser.get(path);
    assertEquals(200, page.statusCode(), page.body());
    return page;
  }
}
