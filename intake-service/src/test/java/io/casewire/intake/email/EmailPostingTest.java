package io.casewire.intake.email;

import static io.casewire.intake.email.EmailPosting.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.casewire.intake.IntakeTables;
import io.casewire.intake.mail.MailCorpus;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class EmailPostingTest {

  @Inject IntakeTables tables;

  private final String customer = UUID.randomUUID() + "@customers.example";

  private final String stranger = UUID.randomUUID() + "@strangers.example";

  @Test
  void a_mail_is_a_case_with_its_first_message() {
    // When
    Response answer = post(TestMail.from(customer).subject("付款失败").text("昨天付款失败，但是钱已经扣了。"));

    // Then
    answer
        .then()
        .statusCode(200)
        .body("outcome", equalTo("opened"))
        .body("reason", equalTo("no-reference"))
        .body("caseNumber", matchesPattern("CW-\\d+"))
        .body("caseId", equalTo(tables.caseIdOf(customer)))
        .body("messageId", notNullValue());
    assertEquals(1, tables.openedEvents(tables.caseIdOf(customer)));
  }

  @Test
  void what_is_no_mail_is_held_back_and_nothing_of_it_is_readable() {
    // When
    Response answer = post("no header at all, but card 4111 1111 1111 1111\n".getBytes());

    // Then
    answer
        .then()
        .statusCode(200)
        .body("outcome", equalTo("quarantined"))
        .body("reason", equalTo("no-headers"));
    assertFalse(tables.anyRowContains("4111 1111 1111 1111"));
  }

  @Test
  void what_must_be_redacted_is_stored_nowhere() {
    // Given
    String card = "5555 5555 5555 4444";

    // When
    Response answer =
        post(
            TestMail.from("\"" + card + "\" <" + customer + ">")
                .subject(card)
                .text(card + "\n\n> " + card));

    // Then
    answer.then().body("outcome", equalTo("opened"));
    assertFalse(tables.anyRowContains("5555 5555 4444"));
    assertFalse(tables.anyRowContains("5555555555554444"));
  }

  @Test
  void a_mail_counts_from_when_a_hop_that_is_believed_took_it() {
    // Given
    Instant hop = Instant.now().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
    String trace =
        "from a by b; " + DateTimeFormatter.RFC_1123_DATE_TIME.format(hop.atOffset(ZoneOffset.UTC));

    // When
    String believed = post(TestMail.from(customer).header("Received", trace)).path("messageId");
    String not =
        post(TestMail.from(stranger).header("Received", trace).bytes(), "stranger-channel-key")
            .path("messageId");

    // Then
    String sent =
        "select cast(extract(epoch from sent_at) as bigint) || '' from message where id = ?1";
    assertEquals(hop.getEpochSecond() + "", tables.text(sent, UUID.fromString(believed)));
    assertEquals(
        1, tables.count("message where sent_at = received_at and id = ?1", UUID.fromString(not)));
  }

  @Test
  void what_is_over_the_limits_is_named_in_the_message_and_kept_with_the_whole_mail() {
    // Given
    String parts =
        IntStream.rangeClosed(1, 12)
            .mapToObj(
                n ->
                    "--edge\nContent-Type: text/plain\nContent-Disposition: attachment;"
                        + " filename=file%d.txt\n\nContent %d\n".formatted(n, n))
            .collect(Collectors.joining());
    TestMail mail =
        TestMail.from(customer)
            .header("Content-Type", "multipart/mixed; boundary=edge")
            .text("--edge\n\nTwelve files.\n" + parts + "--edge--");

    // When
    UUID messageId = UUID.fromString(post(mail).path("messageId"));

    // Then
    assertEquals(10, tables.count("attachment where message_id = ?1", messageId));
    assertEquals(
        1,
        tables.count(
            "message where text like 'Twelve files.%[Not kept%file12.txt%' and id = ?1",
            messageId));
    assertEquals(
        1, tables.count("raw_mail join received_mail using (id) where sender = ?1", customer));
    assertEquals(0, tables.count("quarantined_mail where sender = ?1", customer));
  }

  @Test
  void no_mail_of_the_corpus_is_more_than_the_database_can_take() {
    // When
    Stream<Response> answers = MailCorpus.all().stream().map(EmailPosting::post);

    // Then
    answers.forEach(answer -> answer.then().statusCode(200).body("outcome", notNullValue()));
  }

  @Test
  void what_can_not_be_a_mail_is_refused_and_named() {
    post(new byte[0])
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("body"));
    post(new byte[1024 * 1024 + 1]).then().statusCode(413).contentType("application/problem+json");
    post(TestMail.from(customer).bytes(), "wrong-key").then().statusCode(401);
    given()
        .header("Authorization", "Bearer local-channel-key")
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/emails")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }
}
