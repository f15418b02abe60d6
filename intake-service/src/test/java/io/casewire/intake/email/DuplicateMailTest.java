package io.casewire.intake.email;

import static io.casewire.intake.email.EmailPosting.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.intake.IntakeTables;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class DuplicateMailTest {

  @Inject IntakeTables tables;

  private final String customer = UUID.randomUUID() + "@customers.example";

  private final String stranger = UUID.randomUUID() + "@strangers.example";

  @Test
  void the_same_mail_again_is_answered_with_the_ids_of_the_first() {
    // Given
    TestMail mail = TestMail.from(customer);
    Response first = post(mail);

    // When: a hop has added a trace of itself
    byte[] again =
        ("Received: from a by b; Mon, 02 Mar 2026 11:00:00 +0000\r\n" + new String(mail.bytes()))
            .getBytes();

    // Then
    post(again)
        .then()
        .body("outcome", equalTo("duplicate"))
        .body("caseId", equalTo(first.path("caseId")))
        .body("messageId", equalTo(first.path("messageId")));
    assertEquals(1, messagesOf(first.path("caseId")));
  }

  @Test
  void another_mail_under_a_used_message_id_is_taken_and_flagged() {
    // Given
    TestMail first = TestMail.from(customer).text("One");
    post(first);

    // When
    Response other =
        post(TestMail.from(stranger).header("Message-ID", first.messageId()).text("Two"));

    // Then
    other.then().body("outcome", equalTo("opened"));
    assertEquals(
        1, tables.count("received_mail where reused_message_id and sender = ?1", stranger));
  }

  @Test
  void a_mail_is_recognised_however_many_others_came_under_its_message_id() {
    // Given
    TestMail first = TestMail.from(stranger);
    post(first);
    tables.change(
        """
        insert into received_mail (id, mailbox, rfc_message_id, content_hash, received_at, outcome,
                                   reason, reused_message_id)
        select gen_random_uuid(), mailbox, rfc_message_id, 'hash-' || number, received_at,
               'quarantined', 'empty', true
        from received_mail, generate_series(1, 150) as number where sender = ?1
        """,
        stranger);
    TestMail another = TestMail.from(customer).header("Message-ID", first.messageId());
    Response taken = post(another);

    // Then
    post(another)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("duplicate"))
        .body("caseId", equalTo(taken.path("caseId")));
  }

  @Test
  void of_the_same_mail_many_times_at_once_one_is_taken() throws InterruptedException {
    // Given
    byte[] mail = TestMail.from(customer).without("Message-ID").bytes();

    // When
    List<Response> answers = atOnce(8, () -> post(mail));

    // Then
    assertEquals(
        1, answers.stream().filter(answer -> answer.path("outcome").equals("opened")).count());
    assertEquals(
        1,
        answers.stream().map(answer -> answer.path("caseId")).collect(Collectors.toSet()).size());
    assertEquals(1, tables.count("customer_case where customer_address = ?1", customer));
  }

  private long messagesOf(String caseId) {
    return tables.count("message where case_id = ?1", UUID.fromString(caseId));
  }

  private static List<Response> atOnce(int times, Callable<Response> request)
      throws InterruptedException {
    try (ExecutorService clients = Executors.newFixedThreadPool(times)) {
      return clients.invokeAll(IntStream.range(0, times).mapToObj(n -> request).toList()).stream()
          .map(DuplicateMailTest::result)
          .toList();
    }
  }

  private static Response result(Future<Response> answer) {
    try {
      return answer.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
