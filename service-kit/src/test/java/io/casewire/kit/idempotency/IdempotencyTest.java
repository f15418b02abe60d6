package io.casewire.kit.idempotency;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.Applied;
import io.casewire.kit.expiry.ExpirySweep;
import io.casewire.kit.problem.Http;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class IdempotencyTest {

  private static final String TICKETS = "select count(*) from ticket where subject = ?1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TestHTTPResource("/")
  URI root;

  @Inject Applied tables;
  @Inject Transactions transactions;
  @Inject ExpirySweep sweep;

  private final String key = UUID.randomUUID().toString();
  private final String subject = "ticket " + key;

  @Test
  void a_repeated_request_gets_the_first_answer_and_does_nothing() {
    HttpResponse<String> first = post(subject, key);

    HttpResponse<String> second = post(subject, key);

    assertEquals(201, first.statusCode());
    assertEquals(201, second.statusCode());
    assertEquals(first.body(), second.body());
    assertEquals("", Http.header(first, "Idempotent-Replayed"));
    assertEquals("true", Http.header(second, "Idempotent-Replayed"));
    assertEquals(1, tables.count(TICKETS, subject));
  }

  @Test
  void what_can_not_be_done_twice_gets_the_first_answer_too() {
    String only = TicketResource.SINGLE + subject;
    HttpResponse<String> first = post(only, key);

    HttpResponse<String> second = post(only, key);

    assertEquals(201, second.statusCode());
    assertEquals(first.body(), second.body());
    assertEquals(409, post(only, UUID.randomUUID().toString()).statusCode());
    assertEquals(422, post(only + "!", key).statusCode());
  }

  @Test
  void a_request_without_a_key_stands_for_itself() {
    assertNotEquals(Http.answer(request(subject)).body(), Http.answer(request(subject)).body());
    assertEquals(2, tables.count(TICKETS, subject));
  }

  @Test
  void a_key_used_for_another_body_is_refused() {
    post(subject, key);

    HttpResponse<String> other = post(subject + "!", key);

    assertEquals(422, other.statusCode());
    assertEquals(
        "urn:casewire:problem:idempotency-key-reused", Http.json(other).get("type").asText());
    assertEquals(0, tables.count(TICKETS, subject + "!"));
  }

  @Test
  void the_same_key_of_another_caller_is_another_key() {
    post(subject, key);

    HttpResponse<String> other =
        Http.answer(
            new Http(root)
                .postJson("/tickets?caller=zoe", body(subject))
                .header("Idempotency-Key", key));

    assertEquals(201, other.statusCode());
    assertEquals(2, tables.count(TICKETS, subject));
  }

  @Test
  void of_requests_at_once_one_takes_effect_and_all_get_its_answer() {
    List<HttpResponse<String>> answers =
        IntStream.range(0, 8)
            .mapToObj(ignored -> CompletableFuture.supplyAsync(() -> post(subject, key)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertEquals(1, tables.count(TICKETS, subject));
    assertEquals(1, answers.stream().map(HttpResponse::body).distinct().count());
    assertTrue(answers.stream().allMatch(answer -> answer.statusCode() == 201));
    assertEquals(
        7,
        answers.stream()
            .filter(answer -> Http.header(answer, "Idempotent-Replayed").equals("true"))
            .count());
  }

  @Test
  void an_error_leaves_the_key_unused() {
    assertEquals(409, post(TicketResource.REFUSED, key).statusCode());
    assertEquals(400, post("", key).statusCode());

    assertEquals(201, post(subject, key).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "tab\there"})
  void a_key_that_is_not_visible_ascii_is_refused(String bad) {
    HttpResponse<String> answer = post(subject, bad);

    assertEquals(400, answer.statusCode());
    assertEquals("Idempotency-Key", Http.json(answer).at("/violations/0/field").asText());
  }

  @Test
  void a_key_has_at_most_255_characters() {
    assertAll(
        () -> assertEquals(201, post(subject, "k".repeat(255)).statusCode()),
        () -> assertEquals(400, post(subject, "k".repeat(256)).statusCode()));
  }

  @Test
  void after_a_day_a_key_is_as_new_and_its_answer_is_swept() {
    // Given
    post(subject, key);
    age(Duration.ofHours(24).minusMinutes(1));
    assertEquals("true", Http.header(post(subject, key), "Idempotent-Replayed"));

    // When
    age(Duration.ofMinutes(2));

    // Then
    assertEquals("", Http.header(post(subject, key), "Idempotent-Replayed"));
    assertEquals(2, tables.count(TICKETS, subject));

    // When
    age(Duration.ofHours(25));
    sweep.pass().await().atMost(PATIENCE);

    // Then
    assertEquals(0, tables.count("select count(*) from idempotent_answer where ?1 <> ''", key));
  }

  private HttpResponse<String> post(String subject, String key) {
    return Http.answer(request(subject).header("Idempotency-Key", key));
  }

  private HttpRequest.Builder request(String subject) {
    return new Http(root).postJson("/tickets", body(subject));
  }

  private static String body(String subject) {
    return "{\"subject\":\"%s\"}".formatted(subject);
  }

  /** Makes all answers older. */
  private void age(Duration duration) {
    transactions
        .write(
            work ->
                work.session()
                    .createNativeQuery(
                        "update idempotent_answer set answered_at ="
                            + " answered_at - make_interval(secs => ?1)")
                    .setParameter(1, (double) duration.toSeconds())
                    .executeUpdate())
        .await()
        .atMost(PATIENCE);
  }
}
