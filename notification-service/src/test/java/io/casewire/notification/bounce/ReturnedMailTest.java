package io.casewire.notification.bounce;

import static io.casewire.testkit.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.BounceKind;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseStatus;
import io.casewire.events.NotificationBounced;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.Sources;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.kit.expiry.ExpirySweep;
import io.casewire.notification.Facts;
import io.casewire.notification.Mailboxes;
import io.casewire.notification.NotificationClient;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows when a mail of ours comes back, or its reader complains of it. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = StackResource.MAIL, value = "true"))
class ReturnedMailTest {

  private static final Instant NOW = Instant.now();

  @Inject Mailboxes mailboxes;
  @Inject DataSource database;
  @Inject ExpirySweep sweep;

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
  void an_answer_that_came_back_is_told_once_and_the_address_gets_no_mail_for_sixty_days() {
    // Given
    CaseAgentReplied first = facts.replied("email", "It is on its way.");
    CaseAgentReplied second = facts.replied("email", "Did you get it?");
    stream.sayAll(facts.openedByWeb("en"), first);
    statesAre("case-acknowledged sent", "agent-reply sent");

    // When
    String messageId = messageIdOf(1);
    stream.sayAll(
        facts.bounced(messageId, BounceKind.PERMANENT, "5.1.1", NOW),
        facts.bounced(messageId, BounceKind.PERMANENT, "5.1.1", NOW),
        second);

    // Then
    statesAre("case-acknowledged sent", "agent-reply bounced", "agent-reply suppressed");
    assertEquals("unknown-mailbox", boss.about(facts).get(1).get("reason"));
    assertEquals("bounced-address", boss.about(facts).get(2).get("reason"));
    List<NotificationBounced> bounced = heard(NotificationBounced.class);
    assertEquals(1, bounced.size());
    assertEquals(first.messageId(), bounced.getFirst().messageId());
    assertEquals("unknown-mailbox", bounced.getFirst().reason());
    assertEquals(
        List.of(second.messageId()),
        heard(NotificationSuppressed.class).stream()
            .map(NotificationSuppressed::messageId)
            .toList());
    Instant until =
        Instant.parse(
            suppressionAs("boss", "supervisor", "GET")
                .then()
                .statusCode(200)
                .body("address", equalTo(facts.address()))
                .body("suppressions.kind", contains("permanent"))
                .body("suppressions.status", contains("5.1.1"))
                .extract()
                .path("suppressions[0].until"));
    assertTrue(
        Duration.between(NOW.plus(Duration.ofDays(60)), until).abs().compareTo(Duration.ofMillis(1))
            <= 0);
  }

  @Test
  void a_supervisor_lets_mail_go_to_an_address_again() {
    // Given
    stream.sayAll(facts.openedByWeb("en"));
    statesAre("case-acknowledged sent");
    stream.sayAll(facts.bounced(messageIdOf(0), BounceKind.PERMANENT, null, NOW));
    statesAre("case-acknowledged bounced");

    // When
    suppressionAs("boss", "lead", "DELETE").then().statusCode(403);
    suppressionAs("boss", "supervisor", "DELETE").then().statusCode(204);
    stream.sayAll(facts.replied("email", "Here you are."));

    // Then
    statesAre("case-acknowledged bounced", "agent-reply sent");
    suppressionAs("boss", "supervisor", "GET")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", notNullValue());
    suppressionAs("boss", "supervisor", "DELETE").then().statusCode(404);
  }

  @Test
  void a_complaint_stops_automatic_mail_and_no_answer_and_its_mail_has_arrived() {
    // Given
    stream.sayAll(facts.openedByWeb("en"));
    statesAre("case-acknowledged sent");

    // When
    stream.sayAll(
        facts.bounced(messageIdOf(0), BounceKind.COMPLAINT, null, NOW),
        facts.replied("email", "Here you are."),
        facts.moved(CaseStatus.RESOLVED));

    // Then
    statesAre("case-acknowledged sent", "agent-reply sent", "case-resolved suppressed");
    assertEquals("complaint", boss.about(facts).getFirst().get("reason"));
    assertEquals("complaint", boss.about(facts).getLast().get("reason"));
    assertEquals(List.of(), heard(NotificationBounced.class));
  }

  @Test
  void a_mail_that_came_back_for_now_leaves_its_address_alone() {
    // Given
    stream.sayAll(facts.openedByWeb("en"));
    statesAre("case-acknowledged sent");

    // When
    stream.sayAll(
        facts.bounced(messageIdOf(0), BounceKind.TRANSIENT, "4.2.2", NOW),
        facts.replied("email", "Here you are."));

    // Then
    statesAre("case-acknowledged bounced", "agent-reply sent");
    assertEquals("mailbox-full", boss.about(facts).getFirst().get("reason"));
  }

  @Test
  void a_report_about_a_mail_that_we_did_not_send_silences_nobody() {
    // Given
    Facts other = Facts.ofNewCase();
    stream.sayAll(facts.openedByWeb("en"));
    stream.sayAll(other.openedByWeb("en"));
    statesAre("case-acknowledged sent");

    // When
    stream.sayAll(
        other.bounced(messageIdOf(0), BounceKind.PERMANENT, "5.1.1", NOW),
        other.bounced("<made@up.example>", BounceKind.PERMANENT, "5.1.1", NOW),
        other.replied("email", "Here you are."));

    // Then
    eventually(
        () ->
            assertEquals(
                List.of("case-acknowledged sent", "agent-reply sent"), boss.statesOf(other)));
    suppressionAs("boss", "supervisor", "GET").then().statusCode(404);
  }

  @Test
  void a_suppression_ends_by_itself_and_is_forgotten() throws SQLException {
    // Given
    stream.sayAll(facts.openedByWeb("en"), facts.replied("email", "Here you are."));
    statesAre("case-acknowledged sent", "agent-reply sent");
    stream.sayAll(
        facts.bounced(messageIdOf(0), BounceKind.PERMANENT, null, NOW.minus(Duration.ofDays(61))));
    statesAre("case-acknowledged bounced", "agent-reply sent");
    suppressionAs("boss", "supervisor", "GET").then().statusCode(404);
    stream.sayAll(
        facts.bounced(messageIdOf(1), BounceKind.PERMANENT, null, NOW.minus(Duration.ofDays(59))));
    eventually(() -> suppressionAs("boss", "supervisor", "GET").then().statusCode(200));

    // When
    endSuppressions();
    stream.sayAll(facts.replied("email", "Once more."));

    // Then
    statesAre("case-acknowledged bounced", "agent-reply bounced", "agent-reply sent");
    suppressionAs("boss", "supervisor", "GET").then().statusCode(404);
    sweep.pass().await().indefinitely();
    assertEquals(0, endSuppressions());
  }

  @Test
  void agents_see_the_suppressions_of_addresses_that_their_cases_have() {
    // Given
    String colleague = "colleague-" + facts.caseId();
    stream.sayAll(
        Facts.agent(colleague, 1, true, Map.of()),
        facts.openedByWeb("en"),
        facts.queued("payments"));
    statesAre("case-acknowledged sent");
    stream.sayAll(facts.bounced(messageIdOf(0), BounceKind.PERMANENT, null, NOW));
    statesAre("case-acknowledged bounced");

    // Then
    eventually(() -> suppressionAs(colleague, "agent", "GET").then().statusCode(200));
    suppressionAs("stranger", "agent", "GET").then().statusCode(404);
    stream.sayAll(facts.queued("fraud"));
    eventually(() -> suppressionAs(colleague, "agent", "GET").then().statusCode(404));
  }

  @Test
  void an_agents_mailbox_that_takes_no_mail_gets_no_alerts() {
    // Given
    String agentId = "agent-" + facts.caseId();
    stream.sayAll(
        Facts.agent(agentId, 1, true, Map.of()), facts.openedByWeb("en"), facts.assigned(agentId));
    statesAre("case-acknowledged sent", "case-assigned sent");

    // When
    stream.sayAll(
        facts.bounced(messageIdOf(1), BounceKind.PERMANENT, "5.1.1", NOW),
        facts.answerUndelivered(UndeliveredOutcome.FAILED, agentId));

    // Then
    statesAre("case-acknowledged sent", "case-assigned bounced", "answer-undelivered suppressed");
  }

  @Test
  void the_owner_is_told_in_his_language_that_an_answer_did_not_arrive() {
    // Given
    String agentId = "agent-" + facts.caseId();
    stream.sayAll(Facts.agent(agentId, 1, true, Map.of("zh", "native")), facts.openedByWeb("en"));

    // When
    stream.repeat(stream.say(facts.answerUndelivered(UndeliveredOutcome.BOUNCED, agentId)));
    stream.sayAll(facts.answerUndelivered(UndeliveredOutcome.BOUNCED, null));

    // Then
    statesAre("case-acknowledged sent", "answer-undelivered sent");
    eventually(() -> assertEquals(1, mailboxes.of(agentId + "@staff.example").size()));
    assertEquals(
        "工单 %s：有回复未能送达客户".formatted(facts.caseNumber()),
        mailboxes.of(agentId + "@staff.example").getFirst().subject());
  }

  @Test
  void a_warning_that_was_overtaken_is_on_record_and_not_sent() {
    // When
    stream.sayAll(
        Facts.agent("owner-" + facts.caseId(), 1, true, Map.of()),
        facts.openedByMachine(),
        facts.assigned("owner-" + facts.caseId()),
        facts.replied("email", "Here you are."),
        facts.warningSeeing(1L));

    // Then
    statesAre(
        "case-acknowledged suppressed",
        "case-assigned sent",
        "agent-reply sent",
        "sla-warning suppressed");
    assertEquals("obsolete", boss.about(facts).getLast().get("reason"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a@b@", "wei zhang@mail.example"})
  void what_is_no_address_is_said_to_be_none(String address) {
    given()
        .auth()
        .oauth2(Tokens.of("boss", "supervisor"))
        .get("/api/v1/suppressions/{address}", address)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", notNullValue())
        .body("violations.field", contains("address"));
  }

  private void statesAre(String... expected) {
    eventually(() -> assertEquals(List.of(expected), boss.statesOf(facts)));
  }

  private String messageIdOf(int nth) {
    return (String) boss.about(facts).get(nth).get("messageId");
  }

  private <T> List<T> heard(Class<T> type) {
    return stream.heard(facts.caseId().toString()).stream()
        .map(StreamProbe.Heard::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private Response suppressionAs(String agentId, String role, String method) {
    return given()
        .auth()
        .oauth2(Tokens.of(agentId, role))
        .request(method, "/api/v1/suppressions/{address}", facts.address());
  }

  /** As when their time has passed. */
  private int endSuppressions() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update suppression set until = clock_timestamp() where address = ?")) {
      update.setString(1, facts.address());
      return update.executeUpdate();
    }
  }
}
