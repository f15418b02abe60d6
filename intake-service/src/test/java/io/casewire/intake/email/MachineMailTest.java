package io.casewire.intake.email;

import static io.casewire.intake.email.EmailPosting.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.SignedMessageId;
import io.casewire.intake.IntakeTables;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class MachineMailTest {

  private static final String DOMAIN = "casewire.example";

  @Inject IntakeTables tables;

  @ConfigProperty(name = "casewire.signing-keys")
  String keys;

  private final String customer = UUID.randomUUID() + "@customers.example";

  private final String stranger = UUID.randomUUID() + "@strangers.example";

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
    assertEquals(0, tables.count("customer where address = ?1", stranger));
  }

  @Test
  void the_third_mail_on_a_case_within_minutes_is_taken_for_a_machines() {
    // Given
    TestMail first = TestMail.from(customer);
    String caseId = post(first).path("caseId");
    post(TestMail.from(customer).answering(first.messageId()));

    // When
    Response third = post(TestMail.from(customer).answering(first.messageId()));

    // Then
    third
        .then()
        .body("outcome", equalTo("auto-reply"))
        .body("reason", equalTo("burst"))
        .body("caseId", equalTo(caseId));
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
