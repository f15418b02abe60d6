package io.casewire.intake.message;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseStatus;
import io.casewire.events.Sources;
import io.casewire.intake.CustomerTokens;
import io.casewire.intake.IntakeTables;
import io.casewire.intake.Routing;
import io.casewire.intake.Visitor;
import io.casewire.intake.WebCase;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ReplyPageTest {

  @Inject IntakeTables tables;

  private final Visitor visitor = new Visitor("en");
  private WebCase theCase;
  private String page;

  @BeforeEach
  void open() {
    theCase = WebCase.opened("My payment has failed");
    page = "/case/" + theCase.caseId();
  }

  @Test
  void a_reply_is_on_the_case_and_leads_back_to_its_page() {
    // Given
    visitor.get("/cases/" + theCase.formToken());

    // When
    HttpResponse<String> sent = reply("Here is the receipt.\nThank you!");

    // Then
    assertEquals(303, sent.statusCode());
    assertThat(sent.headers().firstValue("Location").orElseThrow(), endsWith(page));
    Document shown = Jsoup.parse(visitor.get(page).body());
    assertEquals(2, shown.select("#conversation .own").size());
    assertThat(shown.select("#conversation .own").last().text(), containsString("the receipt"));
  }

  @Test
  void a_reply_that_was_sent_twice_is_there_once() {
    // Given
    visitor.get("/cases/" + theCase.formToken());
    Map<String, String> form = form("Sent twice");

    // When
    visitor.post(page + "/messages", form);
    visitor.post(page + "/messages", form);

    // Then
    assertEquals(2, tables.count("message where case_id = ?1", theCase.caseId()));
  }

  @Test
  void an_empty_reply_comes_back_with_the_reason() {
    // Given
    visitor.get("/cases/" + theCase.formToken());

    // When
    HttpResponse<String> answer = reply("  ");

    // Then
    assertEquals(400, answer.statusCode());
    Document shown = Jsoup.parse(answer.body());
    assertEquals("Please enter your message.", shown.selectFirst("#reply-error").text());
  }

  @Test
  void files_of_a_reply_can_be_loaded_from_the_page_and_from_nowhere_else() {
    // Given
    visitor.get("/cases/" + theCase.formToken());
    byte[] receipt = "Receipt 4711".getBytes(StandardCharsets.UTF_8);
    visitor.post(page + "/messages", form("See the file"), Map.of("receipt.txt", receipt));
    String link =
        Jsoup.parse(visitor.get(page).body()).selectFirst("#conversation a[download]").attr("href");

    // When
    HttpResponse<String> file = visitor.get(link);

    // Then
    assertEquals("Receipt 4711", file.body());
    assertThat(
        file.headers().firstValue("Content-Disposition").orElseThrow(),
        containsString("attachment"));
    assertEquals(404, new Visitor("en").get(link).statusCode());
  }

  @Test
  void the_forms_link_shows_no_answer_and_the_mailed_one_does() {
    // Given
    Visitor stranger = new Visitor("en");
    stranger.get("/cases/" + theCase.formToken());
    String address = tables.addressOf(theCase.caseId());
    visitor.get("/cases/" + CustomerTokens.ofMailbox(theCase.caseId(), address));
    try (StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      stream.say(Routing.replies(theCase.caseId(), "email", "The money is on its way."));
      stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.PENDING));
    }

    // Then
    eventually(
        () -> {
          Document shown = Jsoup.parse(visitor.get(page).body());
          assertThat(shown.selectFirst("#conversation").text(), containsString("on its way"));
          assertThat(shown.selectFirst("#state").text(), containsString("answer below"));
        });
    Document form = Jsoup.parse(stranger.get(page).body());
    assertThat(form.text(), not(containsString("on its way")));
    assertThat(form.selectFirst("#state").text(), containsString("by e-mail"));
  }

  @Test
  void a_reply_on_a_closed_case_opens_another_and_says_so() {
    // Given
    visitor.get("/cases/" + theCase.formToken());
    try (StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.CLOSED));
    }
    eventually(() -> assertThat(visitor.get(page).body(), containsString("state-of-closed")));

    // When
    HttpResponse<String> sent = reply("One more question");

    // Then
    assertThat(
        sent.headers().firstValue("Location").orElseThrow(),
        matchesPattern(".*\\?continued=CW-\\d+"));
    assertThat(visitor.follow(sent).body(), containsString("has opened a new one"));
  }

  @Test
  void who_holds_no_link_can_not_reply() {
    assertEquals(404, reply("Let me in").statusCode());
    assertEquals(1, tables.count("message where case_id = ?1", theCase.caseId()));
  }

  private HttpResponse<String> reply(String text) {
    return visitor.post(page + "/messages", form(text));
  }

  private static Map<String, String> form(String text) {
    return Map.of("reply", text, "submission", UUID.randomUUID().toString());
  }
}
