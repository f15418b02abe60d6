package io.casewire.routing.flow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.casewire.events.CaseOpened;
import io.casewire.testkit.Browser;
import io.casewire.testkit.Chromium;
import io.casewire.testkit.TcpProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What changes while the desk is open, in a real browser. */
@QuarkusTest
class LiveDeskTest extends FlowTest {

  private static final double PATIENCE = 60_000;
  private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(PATIENCE);
  private static final int WIDTH = 1280;

  private static Chromium chromium;

  @TestHTTPResource("/")
  URI root;

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

  @Test
  void a_stream_that_has_died_in_silence_is_opened_anew_and_what_was_missed_is_shown()
      throws IOException {
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 0);
    try (TcpProxy network = new TcpProxy(root.getPort());
        BrowserContext person = chromium.person("en", WIDTH)) {
      // Given
      Page page =
          signedIn(person, zoe, "http://localhost:" + network.port() + "/desk?list=waiting");
      CaseOpened before = opened();
      assertThat(page.locator("#list")).containsText(before.caseNumber(), SOON);

      // When
      network.cut();
      CaseOpened missed = opened();

      // Then
      assertThat(page.locator(".offline")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
      network.mend();
      assertThat(page.locator(".offline")).isHidden(new IsHiddenOptions().setTimeout(PATIENCE));
      assertThat(page.locator("#list")).containsText(missed.caseNumber(), SOON);
    }
  }

  @Test
  void the_list_keeps_up_while_changes_never_pause() {
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 0);
    try (BrowserContext person = chromium.person("en", WIDTH)) {
      // Given
      person.addInitScript(
          """
          window.EventSource = class extends EventSource {
            constructor(address) {
              super(address);
              const other = { data: '{"caseId":"another"}' };
              setInterval(() => this.dispatchEvent(new MessageEvent("case", other)), 50);
            }
          };
          """);
      Page page = signedIn(person, zoe, root.resolve("/desk?list=waiting").toString());

      // When
      CaseOpened opened = opened();

      // Then
      assertThat(page.locator("#list")).containsText(opened.caseNumber(), SOON);
    }
  }

  @Test
  void a_page_that_nobody_looks_at_neither_loads_nor_marks_as_read() {
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 0);
    Browser elsewhere = Browser.signedIn(root, "en", "/desk", zoe.agentId(), zoe.role());
    try (BrowserContext person = chromium.person("en", WIDTH);
        BrowserContext colleague = chromium.person("en", WIDTH)) {
      // Given
      CaseOpened opened = opened();
      String path = "/desk/cases/" + opened.caseId();
      Page page = signedIn(person, zoe, root.resolve(path).toString());
      Page watched = signedIn(colleague, Desk.BOSS, root.resolve(path).toString());
      page.evaluate(
          "() => { window.away = true;"
              + " Object.defineProperty(document, 'hidden', { get: () => window.away }) }");

      // When
      stream.say(Customers.writesAgain(opened, queue));

      // Then
      assertThat(watched.locator("#conversation")).containsText("any news", SOON);
      assertTrue(isUnread(elsewhere));
      assertThat(page.locator("#conversation")).not().containsText("any news");
      page.evaluate(
          "() => { window.away = false; document.dispatchEvent(new Event('visibilitychange')) }");
      assertThat(page.locator("#conversation")).containsText("any news", SOON);
      eventually(() -> assertFalse(isUnread(elsewhere)));
    }
  }

  private static boolean isUnread(Browser browser) {
    return browser.get("/desk?list=waiting").body().contains("case-row unread");
  }

  private static Page signedIn(BrowserContext person, Desk desk, String address) {
    Page page = person.newPage();
    page.navigate(address);
    page.locator("#agent").fill(desk.agentId());
    page.locator("input[name=role][value=" + desk.role() + "]").check();
    page.locator("button[type=submit]").click();
    assertThat(page.locator(".who")).containsText(desk.agentId(), SOON);
    return page;
  }
}
