package io.casewire.intake.email;

import static io.casewire.intake.email.EmailPosting.post;
import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.NotificationSent;
import io.casewire.events.RecipientKind;
import io.casewire.events.Sources;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.SignedMessageId;
import io.casewire.events.signed.SignedPlusAddress;
import io.casewire.events.signed.SignedSubject;
import io.casewire.intake.IntakeTables;
import io.casewire.intake.Routing;
import io.casewire.kit.id.Ids;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class MailThreadingTest {

  private static final String DOMAIN = "casewire.example";

  @Inject IntakeTables tables;

  @ConfigProperty(name = "casewire.signing-keys")
  String keys;

  private final String customer = UUID.randomUUID() + "@customers.example";

  private final String stranger = UUID.randomUUID() + "@strangers.example";

  @Test
  void an_answer_of_the_customer_is_added_to_his_case() {
    // Given
    TestMail first = TestMail.from(customer).subject("Refund");
    String caseId = post(first).path("caseId");

    // When
    Response answer =
        post(TestMail.from(customer).subject("Re: Refund").answering(first.messageId()));

    // Then
    answer
        .then()
        .statusCode(200)
        .body("outcome", equalTo("appended"))
        .body("reason", equalTo("active"))
        .body("caseId", equalTo(caseId));
    assertEquals(2, messagesOf(caseId));
    assertEquals(2, tables.openedEvents(caseId));
  }

  @Test
  void an_answer_to_a_mail_that_we_signed_finds_its_case_by_any_of_its_tokens() {
    // Given
    String caseId = post(TestMail.from(customer)).path("caseId");
    UUID id = UUID.fromString(caseId);
    KeyRing ring = KeyRing.parse(keys);
    String messageId = new SignedMessageId(ring, DOMAIN).of(id, UUID.randomUUID());
    String plus = new SignedPlusAddress(ring, "support@" + DOMAIN).of(id);
    String tag = new SignedSubject(ring).tagOf(id);

    // When
    Stream<Response> answers =
        Stream.of(
                TestMail.from(customer).answering(messageId).text("by id"),
                TestMail.from(customer).header("To", plus).text("by address"))
            .map(EmailPosting::post);

    // Then
    answers.forEach(
        answer -> answer.then().body("caseId", equalTo(caseId)).body("messageId", notNullValue()));
    post(TestMail.from(customer).subject("Re: hello " + tag).text("by subject"))
        .then()
        .body("caseId", equalTo(caseId));
  }

  @Test
  void an_answer_to_a_mail_that_notification_sent_finds_its_case() {
    // Given
    String caseId = post(TestMail.from(customer)).path("caseId");
    String rewritten = "<" + UUID.randomUUID() + "@relay.example>";
    try (StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      stream.say(
          new NotificationSent(
              UUID.fromString(caseId),
              Ids.next(),
              Ids.next(),
              "case-acknowledged",
              RecipientKind.CUSTOMER,
              "email",
              rewritten,
              null,
              Instant.now()));
    }
    eventually(
        () ->
            assertEquals(
                1,
                tables.count(
                    "mail_thread_id where case_id = ?1 and rfc_message_id like '%@relay.example'",
                    UUID.fromString(caseId))));

    // Then
    post(TestMail.from(customer).answering(rewritten))
        .then()
        .body("outcome", equalTo("appended"))
        .body("caseId", equalTo(caseId));
  }

  @Test
  void an_answer_on_a_closed_case_opens_one_that_takes_it_up() {
    // Given
    TestMail first = TestMail.from(customer);
    String caseId = post(first).path("caseId");
    try (StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      stream.say(Routing.moves(UUID.fromString(caseId), CaseStatus.OPEN, CaseStatus.CLOSED));
    }
    eventually(
        () ->
            assertEquals(
                1,
                tables.count(
                    "customer_case where status = 'CLOSED' and id = ?1", UUID.fromString(caseId))));

    // Then
    post(TestMail.from(customer).answering(first.messageId()))
        .then()
        .body("outcome", equalTo("opened"))
        .body("reason", equalTo("closed"))
        .body("caseId", not(equalTo(caseId)));
    assertEquals(
        1, tables.count("customer_case where continues_case_id = ?1", UUID.fromString(caseId)));
  }

  @Test
  void all_further_mails_on_a_case_of_spam_go_to_one_new_case() {
    // Given
    TestMail first = TestMail.from(customer);
    UUID caseId = UUID.fromString(post(first).path("caseId"));
    try (StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      stream.say(Routing.moves(caseId, CaseStatus.OPEN, CaseStatus.SPAM));
    }
    eventually(
        () ->
            assertEquals(
                1, tables.count("customer_case where status = 'SPAM' and id = ?1", caseId)));

    // When
    Response second = post(TestMail.from(customer).answering(first.messageId()).text("Once"));
    Response third = post(TestMail.from(customer).answering(first.messageId()).text("Twice"));

    // Then
    second.then().body("outcome", equalTo("opened")).body("reason", equalTo("spam"));
    third
        .then()
        .body("outcome", equalTo("appended"))
        .body("caseId", equalTo(second.path("caseId")));
    assertEquals(0, tables.count("customer_case where continues_case_id = ?1", caseId));
  }

  @Test
  void what_is_known_of_a_later_mail_is_published_with_it() {
    // Given
    TestMail first = TestMail.from(customer).subject("One matter");
    TestMail other = TestMail.from(customer).subject("Another matter");
    String caseId = post(first).path("caseId");
    String otherId = post(other).path("caseId");
    String usedId = "<" + UUID.randomUUID() + "@mail.customers.example>";
    post(TestMail.from(stranger).header("Message-ID", usedId));

    // When
    post(
        TestMail.from(customer)
            .header("Message-ID", usedId)
            .header("Reply-To", "elsewhere." + customer)
            .header("In-Reply-To", first.messageId())
            .header("References", other.messageId() + " " + first.messageId())
            .text("It was Monday.\n\n> When did you pay with 4111 1111 1111 1111?"));

    // Then
    try (StreamProbe stream = new StreamProbe(Sources.INTAKE)) {
      eventually(
          () -> {
            CustomerMessageReceived received =
                stream.heard(CustomerMessageReceived.class, caseId).getFirst();
            assertEquals(true, received.messageIdReused());
            assertEquals(UUID.fromString(otherId), received.possiblyRelatedCaseId());
            assertEquals("elsewhere." + customer, received.personal().replyTo());
            assertEquals("It was Monday.", received.personal().text());
            assertTrue(received.personal().quoted().startsWith("> When did you pay"));
            assertFalse(received.personal().quoted().contains("1111 1111 1111"));
          });
    }
  }

  @Test
  void a_stranger_with_the_number_and_the_ids_of_a_case_opens_his_own_and_sees_nothing() {
    // Given
    TestMail first = TestMail.from(customer).subject("Private").text("A private matter");
    Response mine = post(first);
    String messageId =
        new SignedMessageId(KeyRing.parse(keys), DOMAIN)
            .of(UUID.fromString(mine.path("caseId")), UUID.randomUUID());

    // When
    Response answer =
        post(
            TestMail.from(stranger)
                .subject("Re: " + mine.path("caseNumber"))
                .header("In-Reply-To", first.messageId())
                .header("References", first.messageId() + " " + messageId));

    // Then
    answer
        .then()
        .body("outcome", equalTo("opened"))
        .body("reason", equalTo("not-a-participant"))
        .body("caseId", not(equalTo(mine.path("caseId"))));
    assertEquals(1, messagesOf(mine.path("caseId")));
  }

  @Test
  void a_mail_that_names_a_second_author_opens_its_own_case() {
    // Given
    TestMail first = TestMail.from(customer);
    String caseId = post(first).path("caseId");

    // When
    Response answer = post(TestMail.from(customer + ", " + stranger).answering(first.messageId()));

    // Then
    answer
        .then()
        .body("outcome", equalTo("opened"))
        .body("reason", equalTo("ambiguous-sender"))
        .body("caseId", not(equalTo(caseId)));
  }

  private long messagesOf(String caseId) {
    return tables.count("message where case_id = ?1", UUID.fromString(caseId));
  }
}
