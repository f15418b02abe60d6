package io.casewire.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import io.casewire.events.CaseStatus;
import io.casewire.events.Sources;
import io.casewire.testkit.Chromium;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.casewire.testkit.TcpProxy;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers do, in a real browser. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class CustomerJourneyTest {

  private static final int PHONE = 390;

  /** An open page asks every ten seconds. */
  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

  private static final ContainsTextOptions QUICKLY = new ContainsTextOptions().setTimeout(15_000);
  private static final HasAttributeOptions SOON = new HasAttributeOptions().setTimeout(60_000);

  private static Chromium chromium;

  @Inject IntakeTables tables;

  private final String address = UUID.randomUUID() + "@customers.example";

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1280, A payment failed, The shop got nothing.",
    "en, 390, A payment failed, The shop got nothing.",
    "zh, 1280, 付款失败, 钱已经扣了，商家却没有收到。",
    "zh, 390, 付款失败, 钱已经扣了，商家却没有收到。"
  })
  void a_form_leads_to_its_confirmation_and_on_to_its_case(
      String language, int width, String subject, String message) {
    try (BrowserContext person = chromium.person(language, width)) {
      // Given
      Page page = open(person, "/");
      String picture = language + "-" + width;
      Chromium.picture(page, "form-" + picture);
      fill(page, subject, message);

      // When
      send(page);

      // Then
      assertThat(page).hasURL(Pattern.compile(".*/case/[0-9a-f-]{36}/sent"));
      assertThat(page.locator(".case-number")).hasText(Pattern.compile("CW-\\d+"));
      Chromium.picture(page, "arrived-" + picture);
      page.locator("main a.primary").click();
      assertThat(page.getByRole(AriaRole.HEADING, named(subject))).isVisible();
      assertThat(page.locator("#conversation .own")).containsText(message);
      Chromium.picture(page, "case-" + picture);
    }
  }

  @Test
  void what_is_wrong_is_said_beside_its_field_before_anything_is_sent() {
    try (BrowserContext person = chromium.person("en", PHONE)) {
      // Given
      Page page = open(person, "/");
      page.locator("#email").fill("nobody");

      // When
      send(page);

      // Then
      assertThat(page.locator("#email-error")).containsText("does not look like");
      assertThat(page.locator("#message-error")).containsText("what happened");
      assertThat(page.locator("#email")).isFocused();
      Chromium.picture(page, "errors-en-390");
    }
  }

  @Test
  void a_lost_connection_costs_no_word_and_the_second_try_is_the_same_case() {
    try (BrowserContext person = chromium.person("en", PHONE)) {
      // Given
      Page page = open(person, "/");
      fill(page, "Refund", "I wrote this in a tunnel.");
      person.setOffline(true);
      send(page);
      assertThat(page.locator("#form-error")).containsText("No connection");
      assertThat(page.locator("#message")).hasValue("I wrote this in a tunnel.");

      // When
      person.setOffline(false);
      send(page);

      // Then
      assertThat(page.locator(".case-number")).isVisible();
      assertEquals(1, tables.count("customer_case where customer_address = ?1", address));
    }
  }

  @Test
  void a_card_number_is_pointed_out_while_it_is_typed() {
    try (BrowserContext person = chromium.person("zh", PHONE)) {
      // Given
      Page page = open(person, "/");
      Locator hint = page.locator("#secret-hint");
      assertThat(hint).isHidden();

      // When
      page.locator("#message").fill("我的卡号是４１１１ 1111 1111 1111");

      // Then
      assertThat(hint).isVisible();
      Chromium.picture(page, "secret-zh-390");
      page.locator("#message").fill("订单号 20260512000137");
      assertThat(hint).isHidden();
    }
  }

  @Test
  void the_form_works_without_javascript() {
    try (BrowserContext person = chromium.personWithoutJavaScript("en")) {
      // Given
      Page page = open(person, "/");
      fill(page, "Refund", "No scripts here.");

      // When
      send(page);

      // Then
      assertThat(page.locator(".case-number")).hasText(Pattern.compile("CW-\\d+"));
    }
  }

  @Test
  void the_form_can_be_filled_in_and_sent_by_keyboard_alone() {
    try (BrowserContext person = chromium.person("en", PHONE)) {
      // Given
      Page page = open(person, "/");
      page.locator("#email").focus();

      // When
      type(page, address, "Zoe", "", "Refund", "By keyboard", "", "", "");
      page.keyboard().press("Enter");

      // Then
      assertThat(page.locator(".case-number")).isVisible();
    }
  }

  @Test
  void an_answer_appears_on_the_open_page_and_what_is_being_typed_stays() {
    try (BrowserContext person = chromium.person("en", PHONE);
        StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      // Given
      WebCase theCase = WebCase.opened("Where is my refund?");
      String mailed =
          CustomerTokens.ofMailbox(theCase.caseId(), tables.addressOf(theCase.caseId()));
      Page page = open(person, "/cases/" + mailed);
      page.locator("#reply").fill("By the way,");

      // When
      stream.say(Routing.replies(theCase.caseId(), "email", "It is on its way."));
      stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.PENDING));

      // Then
      assertThat(page.locator("#conversation")).containsText("It is on its way.", PATIENTLY);
      assertThat(page.locator("#state")).containsText("waiting for your answer", PATIENTLY);
      assertThat(page.locator("#conversation > li")).hasCount(2);
      assertThat(page.locator("#reply")).hasValue("By the way,");
      Chromium.picture(page, "case-answered-en-390");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 1280, I can not sign in", "zh, 390, 我无法登录"})
  void a_chat_shows_what_has_arrived_and_both_windows_stay_in_step(
      String language, int width, String message) {
    try (BrowserContext person = chromium.person(language, width);
        StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      // Given
      Page first = open(person, "/chat");
      Chromium.picture(first, "chat-start-" + language + "-" + width);
      first.locator("#chat-start button.primary").click();
      assertThat(first.locator("#connection")).hasAttribute("data-state", "connected");
      Page second = open(person, "/chat");
      assertThat(second.locator("#connection")).hasAttribute("data-state", "connected");

      // When
      say(first, message);

      // Then
      assertThat(first.locator("#chat-messages .own")).hasAttribute("data-state", "sent");
      assertThat(second.locator("#chat-messages .own")).containsText(message, QUICKLY);
      assertThat(first.locator("#chat-case")).containsText(Pattern.compile("CW-\\d+"));
      UUID caseId = tables.caseOfNumber(number(first));
      stream.say(Routing.replies(caseId, "chat", "Zoe looks into it."));
      assertThat(first.locator("#chat-messages")).containsText("Zoe looks into it.", QUICKLY);
      assertThat(second.locator("#chat-messages")).containsText("Zoe looks into it.", QUICKLY);
      Chromium.picture(first, "chat-" + language + "-" + width);
    }
  }

  @Test
  void a_chat_survives_a_lost_connection_and_a_reload() {
    try (BrowserContext person = chromium.person("en", PHONE)) {
      // Given
      Tunnel tunnel = new Tunnel(person);
      Page page = open(person, "/chat");
      page.locator("#chat-start button.primary").click();
      say(page, "Before the tunnel");
      assertThat(page.locator("#chat-messages .own")).hasAttribute("data-state", "sent");
      tunnel.enter();
      assertThat(page.locator("#connection")).hasAttribute("data-state", "reconnecting");
      say(page, "In the tunnel");
      assertThat(page.locator("#chat-messages .own").last()).hasAttribute("data-state", "waiting");
      Chromium.picture(page, "chat-offline-en-390");

      // When
      tunnel.leave();

      // Then
      assertThat(page.locator("#chat-messages .own").last())
          .hasAttribute("data-state", "sent", SOON);
      page.reload();
      assertThat(page.locator("#chat-messages .own")).hasCount(2);
      assertThat(page.locator("#chat-messages .own").last()).containsText("In the tunnel");
    }
  }

  @Test
  void a_chat_whose_socket_has_died_in_silence_says_so_and_goes_on_over_a_new_one()
      throws IOException {
    try (TcpProxy network = new TcpProxy(RestAssured.port);
        BrowserContext person = chromium.person("en", PHONE);
        StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      // Given
      Page page = person.newPage();
      page.navigate("http://localhost:" + network.port() + "/chat");
      page.locator("#chat-start button.primary").click();
      say(page, "Are you there?");
      assertThat(page.locator("#chat-messages .own")).hasAttribute("data-state", "sent", SOON);
      UUID caseId = tables.caseOfNumber(number(page));

      // When
      network.cut();
      say(page, "Into the dead socket");
      stream.say(Routing.replies(caseId, "chat", "Answered into the dead socket"));

      // Then
      assertThat(page.locator("#connection")).hasAttribute("data-state", "reconnecting", SOON);
      assertThat(page.locator("#chat-messages .own").last())
          .hasAttribute("data-state", "waiting", SOON);
      assertThat(page.locator("#chat-messages .own").last().locator("[data-retry]")).isHidden();
      network.mend();
      assertThat(page.locator("#connection")).hasAttribute("data-state", "connected", SOON);
      assertThat(page.locator("#chat-messages .own").last())
          .hasAttribute("data-state", "sent", SOON);
      assertThat(page.locator("#chat-messages"))
          .containsText("Answered into the dead socket", PATIENTLY);
      assertEquals(2, tables.count("message where author = 'customer' and case_id = ?1", caseId));
    }
  }

  @Test
  void an_answer_that_nobody_looked_at_is_not_confirmed_by_coming_back() {
    try (BrowserContext person = chromium.person("en", PHONE);
        StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      // Given
      Tunnel tunnel = new Tunnel(person);
      person.addInitScript(
          "Object.defineProperty(document, 'visibilityState', "
              + "{ get: () => window.looks ? 'visible' : 'hidden' })");
      Page page = open(person, "/chat");
      page.locator("#chat-start button.primary").click();
      say(page, "Are you there?");
      assertThat(page.locator("#chat-case")).containsText("CW-", QUICKLY);
      UUID caseId = tables.caseOfNumber(number(page));
      stream.say(Routing.replies(caseId, "chat", "I am here."));
      assertThat(page.locator("#chat-messages")).containsText("I am here.", QUICKLY);

      // When
      tunnel.enter();
      assertThat(page.locator("#connection")).hasAttribute("data-state", "reconnecting", SOON);
      tunnel.leave();
      assertThat(page.locator("#connection")).hasAttribute("data-state", "connected", SOON);
      say(page, "Back again");
      assertThat(page.locator("#chat-messages .own").last())
          .hasAttribute("data-state", "sent", SOON);

      // Then
      String awaited = "message where delivery = 'AWAITED' and case_id = ?1";
      assertEquals(1, tables.count(awaited, caseId));
      page.evaluate(
          "() => { window.looks = true; document.dispatchEvent(new Event('visibilitychange')) }");
      eventually(() -> assertEquals(0, tables.count(awaited, caseId)));
      assertThat(page.locator("#chat-messages > li")).hasCount(4);
    }
  }

  @Test
  void an_answer_is_reported_as_seen_once_it_is_on_the_screen() {
    try (BrowserContext person = chromium.person("en", PHONE);
        StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      // Given
      List<String> sent = new CopyOnWriteArrayList<>();
      Page page = person.newPage();
      page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
      page.navigate(pageAt("/chat"));
      page.locator("#chat-start button.primary").click();
      say(page, "Are you there?");
      assertThat(page.locator("#chat-case")).containsText("CW-");

      // When
      UUID caseId = tables.caseOfNumber(number(page));
      stream.say(Routing.replies(caseId, "chat", "I am here."));

      // Then
      assertThat(page.locator("#chat-messages")).containsText("I am here.", QUICKLY);
      page.waitForCondition(() -> sent.getLast().contains("\"type\":\"seen\""));
    }
  }

  @Test
  void a_chat_that_was_ended_is_forgotten_in_every_window() {
    try (BrowserContext person = chromium.person("en", PHONE)) {
      // Given
      Page first = open(person, "/chat");
      first.locator("#chat-start button.primary").click();
      say(first, "Only on this computer");
      assertThat(first.locator("#chat-messages .own")).hasAttribute("data-state", "sent");
      Page second = open(person, "/chat");
      assertThat(second.locator("#chat-messages .own")).hasCount(1);

      // When
      first.locator("#chat-end").click();

      // Then
      assertThat(first.locator("#chat-start")).isVisible();
      assertThat(second.locator("#chat-start")).isVisible();
      second.reload();
      assertThat(second.locator("#chat-start")).isVisible();
    }
  }

  /** Where no socket gets through. */
  private static final class Tunnel {

    private final AtomicBoolean within = new AtomicBoolean();
    private final AtomicReference<WebSocketRoute> last = new AtomicReference<>();

    Tunnel(BrowserContext person) {
      person.routeWebSocket(Pattern.compile(".*/api/v1/chat"), this::connect);
    }

    void enter() {
      within.set(true);
      last.get().close();
    }

    void leave() {
      within.set(false);
    }

    private void connect(WebSocketRoute socket) {
      if (within.get()) {
        socket.close();
      } else {
        socket.connectToServer();
        last.set(socket);
      }
    }
  }

  private static void say(Page page, String text) {
    page.locator("#chat-text").fill(text);
    page.locator("#chat-text").press("Enter");
  }

  private static String number(Page page) {
    String shown = page.locator("#chat-case").textContent();
    return shown.substring(shown.indexOf("CW-"));
  }

  private Page open(BrowserContext person, String path) {
    Page page = person.newPage();
    page.navigate(pageAt(path));
    return page;
  }

  private static String pageAt(String path) {
    return "http://localhost:" + RestAssured.port + path;
  }

  private void fill(Page page, String subject, String message) {
    page.locator("#email").fill(address);
    page.locator("#subject").fill(subject);
    page.locator("#message").fill(message);
  }

  /** Types into one field after the other, in the order in which the Tab key reaches them. */
  private static void type(Page page, String... texts) {
    for (String text : texts) {
      page.keyboard().type(text);
      page.keyboard().press("Tab");
    }
  }

  private static void send(Page page) {
    page.locator("#help-form button.primary").click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
