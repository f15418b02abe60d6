package io.casewire.acceptance.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Letter;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackExtension;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Customers and staff at their browsers. Screenshots of every page lie in {@code
 * target/screenshots} afterwards, to be looked at.
 */
@ExtendWith(StackExtension.class)
class BrowserJourneyIT {

  private static @Nullable Chromium chromium;

  private final Desk desk;
  private final URI intake;
  private final URI routing;
  private final String customer = Desk.newCustomer();

  BrowserJourneyIT(Deployment casewire) {
    this.desk = new Desk(casewire, "sue");
    this.intake = casewire.intake().getFirst();
    this.routing = casewire.routing().getFirst();
  }

  @BeforeAll
  static void startBrowser() {
    Optional<Chromium> started = Chromium.start();
    assumeTrue(started.isPresent(), "there is no Chromium on this machine");
    chromium = started.get();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void employ() {
    desk.staff().employ("sue", "Sue", "supervisor", List.of("default"), 0);
    desk.staff().employ("zoe", "Zoe", "agent", List.of("default"), 1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void a_request_by_the_form_is_answered_at_the_desk_and_read_on_the_cases_page(String language) {
    try (Window visitor = open(language, "customer");
        Window agent = open(language, "agent")) {
      // When: the customer fills in the form
      String subject = "Browser " + customer;
      visitor.visit(intake);
      visitor.assertFitsPhone();
      visitor.show("form");
      visitor.fill("#email", customer);
      visitor.fill("#subject", subject);
      visitor.fill("#message", "Where is my refund? 我的退款在哪里？");
      visitor.click("#help-form button.primary");
      visitor.awaitText(".case-number", "-");
      visitor.assertLanguage();
      visitor.show("arrived");
      String number = visitor.text(".case-number");

      // Then: the agent finds it, sees why it is his, notes and answers
      signIn(agent, routing.resolve("/desk"), "zoe");
      desk.awaitOwned(number);
      agent.reload();
      agent.show("desk");
      agent.click(".case-list a.open", subject);
      agent.awaitText("#conversation", "Where is my refund?");
      agent.awaitText("#case-side", "zoe");
      agent.assertFitsPhone();
      agent.click("summary[data-key=n]");
      agent.fill("#note", "Looks like the shop was slow.");
      agent.click("form.noting button");
      agent.awaitText("#conversation", "Looks like the shop was slow.");
      agent.fill("#reply", "It is on its way. 已在路上。");
      agent.click("button[name=then][value=pending]");
      agent.awaitText("#conversation", "It is on its way.");
      agent.show("case");

      // And: the customer reads it behind the link in his mail, not the note, and writes again
      Letter acknowledgement = desk.awaitLetter(customer, mail -> mail.text().contains("/cases/"));
      visitor.visit(URI.create(acknowledgement.link("/cases/")));
      visitor.awaitText("#conversation", "It is on its way.");
      visitor.assertHides("Looks like the shop was slow.");
      visitor.fill("#reply", "Thank you! 谢谢！");
      visitor.click("#reply-form button.primary");
      visitor.awaitText("#conversation", "Thank you!");
      visitor.assertFitsPhone();
      visitor.show("case");

      // And: the agent sees that without doing anything
      agent.awaitText("#conversation", "Thank you!");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void a_chat_shows_the_agents_answer_at_once(String language) {
    try (Window visitor = open(language, "chat")) {
      // Given
      visitor.visit(intake.resolve("/chat"));
      visitor.assertFitsPhone();
      visitor.fill("#chat-email", customer);
      visitor.click("#chat-start button.primary");
      visitor.fill("#chat-text", "I can't sign in. 我登录不上。");
      visitor.click("#chat-compose button.primary");
      visitor.awaitText("#chat-messages", "I can't sign in.");
      JsonNode seen = desk.awaitOwned(desk.awaitCaseOf(customer).get("caseId").asText());
      visitor.awaitText("#chat-case", seen.get("caseNumber").asText());

      // When
      desk.reply(seen, "Please try again now. 请再试一次。", "pending");

      // Then
      visitor.awaitText("#chat-messages", "Please try again now.");
      visitor.show("window");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void supervisors_see_the_board_and_what_was_sent_to_whom(String language) {
    JsonNode accepted = desk.request(customer, language, "Pages", "A case for every page.");
    desk.awaitOwned(accepted.get("caseId").asText());
    String number = accepted.get("caseNumber").asText();
    desk.awaitLetter(customer, mail -> mail.text().contains(number));
    try (Window supervisor = open(language, "supervisor")) {
      signIn(supervisor, routing.resolve("/desk/board"), "sue");
      supervisor.awaitText("#board", "zoe");
      supervisor.show("board");
      URI log = desk.casewire().notification().getFirst().resolve("/notifications");
      signIn(supervisor, log, "sue");
      supervisor.assertLanguage();
      supervisor.awaitText("#main", number);
      supervisor.assertFitsPhone();
      supervisor.show("notifications");
    }
  }

  /** The issuer asks once; after that it knows, or asks again for another service. */
  private static void signIn(Window window, URI address, String agentId) {
    window.visit(address);
    if (window.has("#agent")) {
      window.fill("#agent", agentId);
      if (agentId.equals("sue")) {
        window.click("input[name=role][value=supervisor]");
      }
      window.click("button[type=submit]");
    }
    window.awaitText(".who", agentId);
  }

  private static Window open(String language, String name) {
    return Objects.requireNonNull(chromium).open(language, name);
  }
}
