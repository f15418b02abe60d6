package io.casewire.intake.email;

import static io.casewire.intake.email.EmailPosting.post;
import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.casewire.events.AgentDefined;
import io.casewire.events.AgentRole;
import io.casewire.events.BounceKind;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.MailBounced;
import io.casewire.events.NoAutoReply;
import io.casewire.events.Sources;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.SignedMessageId;
import io.casewire.intake.IntakeTables;
import io.casewire.intake.Routing;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class MachineMailTest {

  private static final String DOMAIN = "casewire.example";

  @Inject IntakeTables tables;

  @ConfigProperty(name = "casewire.signing-keys")
  String keys;

  private StreamProbe stream;

  private final String customer = UUID.randomUUID() + "@customers.example";

  private final String stranger = UUID.randomUUID() + "@strangers.example";

  @BeforeEach
  void listen() {
    stream = new StreamProbe(Sources.INTAKE);
  }

  @AfterEach
  void hang_up() {
    stream.close();
  }

  @Test
  void an_automatic_answer_is_kept_on_its_case_and_opens_none() {
    // Given
    TestMail first = TestMail.from(customer);
    String caseId = post(first).path("caseId");

    // When
    Response onCase =
        post(
            TestMail.from(customer)
                .answering(first.messageId())
                .header("Auto-Submitted", "auto-replied"));
    Response elsewhere = post(TestMail.from(stranger).header("Auto-Submitted", "auto-generated"));

    // Then
    onCase
        .then()
        .body("outcome", equalTo("auto-reply"))
        .body("reason", equalTo("auto-submitted"))
        .body("caseId", equalTo(caseId));
    assertEquals(
        1, tables.count("message where automatic and case_id = ?1", UUID.fromString(caseId)));
    elsewhere.then().body("outcome", equalTo("auto-reply")).body("caseId", nullValue());
    assertEquals(1, tables.count("quarantined_mail where sender = ?1", stranger));
    assertEquals(0, tables.count("contact where value = ?1", stranger));
  }

  @Test
  void however_fast_a_customer_answers_he_is_no_machine() {
    // Given
    TestMail first = TestMail.from(customer);
    UUID caseId = UUID.fromString(post(first).path("caseId"));
    post(TestMail.from(customer).answering(first.messageId()).text("4711"));

    // When
    Response third =
        post(TestMail.from(customer).answering(first.messageId()).text("On 12 November"));

    // Then
    third.then().body("outcome", equalTo("appended")).body("reason", equalTo("active"));
    assertEquals(3, tables.count("message where not automatic and case_id = ?1", caseId));
    assertEquals(
        0, tables.count("message where no_auto_reply is not null and case_id = ?1", caseId));

    // When
    stream.say(Routing.moves(caseId, CaseStatus.OPEN, CaseStatus.RESOLVED));
    eventually(
        () ->
            assertEquals(
                1, tables.count("customer_case where status = 'RESOLVED' and id = ?1", caseId)));
    Response fourth =
        post(
            TestMail.from(customer)
                .answering(first.messageId())
                .text("No! That was another order"));

    // Then
    fourth.then().body("outcome", equalTo("appended")).body("reason", equalTo("reopened-in-time"));
    assertEquals(4, tables.count("message where not automatic and case_id = ?1", caseId));
  }

  @Test
  void the_third_mail_alike_without_an_answer_of_ours_moves_its_case_and_is_flagged() {
    // Given
    TestMail first = TestMail.from(customer).text("I am away until 3 March, see you then.");
    UUID caseId = UUID.fromString(post(first).path("caseId"));
    post(
        TestMail.from(customer)
            .answering(first.messageId())
            .text("I am away until 4 March, see you then."));

    // When
    Response third =
        post(
            TestMail.from(customer)
                .answering(first.messageId())
                .text("I am away until 5 March, see you then."));

    // Then
    third.then().body("outcome", equalTo("appended"));
    eventually(
        () -> {
          List<CustomerMessageReceived> received =
              stream.heard(CustomerMessageReceived.class, caseId.toString());
          assertEquals(2, received.size());
          assertNull(received.getFirst().noAutoReply());
          assertEquals(NoAutoReply.LOOKS_AUTOMATIC, received.getLast().noAutoReply());
          assertFalse(received.getLast().automatic());
        });
  }

  @Test
  void the_count_of_mails_alike_begins_anew_when_an_agent_has_answered() {
    // Given
    String text = "Is there any news about my refund?";
    TestMail first = TestMail.from(customer).text(text);
    UUID caseId = UUID.fromString(post(first).path("caseId"));
    post(TestMail.from(customer).answering(first.messageId()).text(text));
    stream.say(Routing.replies(caseId, "email", "Not yet."));
    eventually(() -> assertEquals(3, tables.count("message where case_id = ?1", caseId)));

    // When
    post(TestMail.from(customer).answering(first.messageId()).text(text));

    // Then
    assertEquals(
        0, tables.count("message where no_auto_reply is not null and case_id = ?1", caseId));
  }

  @Test
  void a_header_against_automatic_answers_forbids_ours_and_makes_nobody_a_machine() {
    // When
    Response answer = post(TestMail.from(customer).header("X-Auto-Response-Suppress", "All"));

    // Then
    answer.then().body("outcome", equalTo("opened"));
    String caseId = answer.path("caseId");
    eventually(
        () ->
            assertEquals(
                List.of(NoAutoReply.SENDER_FORBIDS),
                stream.heard(CaseOpened.class, caseId).stream()
                    .map(CaseOpened::noAutoReply)
                    .toList()));
  }

  @Test
  void mail_of_the_staff_opens_no_case_until_a_person_lets_it_go() {
    // Given
    String caseId = post(TestMail.from(customer)).path("caseId");
    String alert =
        new SignedMessageId(KeyRing.parse(keys), DOMAIN)
            .of(UUID.fromString(caseId), UUID.randomUUID());
    String agentId = "agent-" + UUID.randomUUID();
    stream.say(
        new AgentDefined(
            agentId,
            1,
            AgentRole.AGENT,
            List.of("payments"),
            List.of(),
            Map.of(),
            5,
            true,
            new AgentDefined.Personal("Zoe", "Zoe." + stranger)));
    eventually(() -> assertEquals(1, tables.count("staff where agent_id = ?1", agentId)));

    // When
    Response answer = post(TestMail.from("zoe." + stranger).answering(alert).text("I take it"));

    // Then
    answer
        .then()
        .body("outcome", equalTo("quarantined"))
        .body("reason", equalTo("from-staff"))
        .body("caseId", nullValue());
    assertEquals(1, messagesOf(caseId));
    assertEquals(1, tables.count("quarantined_mail where sender = ?1", "zoe." + stranger));
    assertEquals(0, tables.count("contact where value = ?1", "zoe." + stranger));
  }

  @Test
  void a_report_about_a_mail_of_ours_names_its_case_and_opens_none() {
    // Given
    String caseId = post(TestMail.from(customer)).path("caseId");
    String sent =
        new SignedMessageId(KeyRing.parse(keys), DOMAIN)
            .of(UUID.fromString(caseId), UUID.randomUUID());

    // When
    Response known = post(report(sent));
    Response unknown = post(report("<nobody-knows@elsewhere.example>"));

    // Then
    known
        .then()
        .body("outcome", equalTo("bounce"))
        .body("reason", equalTo("failed"))
        .body("caseId", equalTo(caseId));
    assertEquals(1, messagesOf(caseId));
    unknown.then().body("outcome", equalTo("bounce")).body("caseId", nullValue());
    eventually(
        () -> {
          List<MailBounced> bounced = stream.heard(MailBounced.class, caseId);
          assertEquals(1, bounced.size());
          assertEquals(sent, bounced.getFirst().rfcMessageId());
          assertEquals(BounceKind.PERMANENT, bounced.getFirst().kind());
          assertEquals("5.1.1", bounced.getFirst().status());
        });
  }

  @Test
  void a_report_about_an_id_that_we_never_made_changes_nothing() {
    // Given
    String caseId = post(TestMail.from(customer)).path("caseId");
    String forged =
        new SignedMessageId(
                KeyRing.parse("t1:Zm9yZ2VyLWxpbmsta2V5LTAxMjM0NTY3ODlhYmNkZWZnaGlqa2w="), DOMAIN)
            .of(UUID.fromString(caseId), UUID.randomUUID());

    // When
    Response answer = post(report(forged));

    // Then
    answer.then().body("outcome", equalTo("bounce")).body("caseId", nullValue());
    assertEquals(1, tables.openedEvents(caseId));
  }

  @Test
  void mail_from_our_own_address_and_mail_of_nobody_is_held_back() {
    post(TestMail.from("support+x@casewire.example"))
        .then()
        .body("outcome", equalTo("quarantined"))
        .body("reason", equalTo("own-address"));
    post(TestMail.from("nobody").without("From"))
        .then()
        .body("outcome", equalTo("quarantined"))
        .body("reason", equalTo("no-sender"));
  }

  @Test
  void the_envelope_is_believed_only_from_who_may_say_it() {
    // Given
    TestMail mail = TestMail.from(customer).header("Return-Path", "<>");

    // Then
    post(mail.bytes(), "stranger-channel-key").then().body("outcome", equalTo("opened"));
    post(TestMail.from(customer).header("Return-Path", "<>"))
        .then()
        .body("outcome", equalTo("auto-reply"))
        .body("reason", equalTo("null-return-path"));
  }

  private static byte[] report(String original) {
    return TestMail.from("MAILER-DAEMON@relay.example")
        .subject("Undelivered Mail Returned to Sender")
        .header("Content-Type", "multipart/report; report-type=delivery-status; boundary=\"edge\"")
        .text(
            """
            --edge

            Your mail was not delivered.
            --edge
            Content-Type: message/delivery-status

            Reporting-MTA: dns; relay.example

            Final-Recipient: rfc822; gone@customers.example
            Action: failed
            Status: 5.1.1
            --edge
            Content-Type: text/rfc822-headers

            Message-ID: %s
            --edge--
            """
                .formatted(original))
        .bytes();
  }

  private long messagesOf(String caseId) {
    return tables.count("message where case_id = ?1", UUID.fromString(caseId));
  }
}
