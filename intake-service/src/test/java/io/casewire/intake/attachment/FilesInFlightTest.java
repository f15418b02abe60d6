package io.casewire.intake.attachment;

import static io.casewire.testkit.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.casewire.intake.IntakeTables;
import io.casewire.intake.WebCase;
import io.casewire.kit.blob.BlobUse;
import io.casewire.kit.memory.ByteBudget;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class FilesInFlightTest {

  private static final String LINE = "Paid with 4111 1111 1111 1111 at the desk of the shop.\n";
  private static final String CLEAN = "Paid with 411111******1111 at the desk of the shop.\n";

  /** Longer than what may be searched for secrets on an event loop. */
  private static final int LINES = 100;

  private static final int LARGE = 4_000;

  @Inject ByteBudget budget;
  @Inject Transactions transactions;
  @Inject IntakeTables tables;
  @Inject @All List<BlobUse> uses;

  private ByteBudget.Share others;

  @BeforeEach
  void open() {
    others = budget.share();
    eventually(() -> assertEquals(0, budget.taken()));
  }

  @AfterEach
  void giveBack() {
    others.close();
  }

  @Test
  void every_file_of_a_request_is_redacted() {
    // Given
    Map<String, Object> request = request(files(3, LINES));

    // When
    Response answer = post(request);

    // Then
    answer.then().statusCode(201);
    String token = ((String) answer.path("trackingUrl")).replaceAll(".*/", "");
    Response shown = as(token).get("/api/v1/cases/" + answer.path("caseId"));
    assertAllClean(shown.path("messages[0].attachments.attachmentId"), token, 3);
  }

  @Test
  void every_file_of_a_message_is_redacted() {
    // Given
    WebCase theCase = WebCase.opened("Help");
    Map<String, Object> message = Map.of("text", "Here", "attachments", files(3, LINES));

    // When
    as(theCase.formToken())
        .contentType("application/json")
        .body(message)
        .post("/api/v1/cases/" + theCase.caseId() + "/messages")
        .then()
        .statusCode(201);

    // Then
    List<String> ids =
        theCase
            .seenWith(theCase.formToken())
            .extract()
            .path("messages[1].attachments.attachmentId");
    assertAllClean(ids, theCase.formToken(), 3);
  }

  @Test
  void the_content_of_a_message_is_in_use() {
    // Given
    Response opened = post(request(files(1, LINES)));
    String digest =
        tables.text(
            "select digest from attachment join message on message.id = message_id"
                + " where case_id = ?1",
            UUID.fromString(opened.path("caseId")));

    // When
    List<String> inUse =
        transactions
            .read(
                session ->
                    Multi.createFrom()
                        .iterable(uses)
                        .onItem()
                        .transformToUniAndConcatenate(
                            use -> use.inUse(session, List.of(digest, "sha-256:unknown")))
                        .collect()
                        .asList())
            .await()
            .atMost(Duration.ofSeconds(20))
            .stream()
            .flatMap(List::stream)
            .toList();

    // Then
    assertEquals(List.of(digest), inUse);
  }

  @Test
  void a_large_request_is_told_to_come_back_while_others_have_the_budget() {
    // Given
    Map<String, Object> request = request(files(1, LARGE));
    others.tryTake(Long.MAX_VALUE);

    // When
    Response refused = post(request);
    others.close();
    Response taken = post(request);

    // Then
    refused
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue());
    taken.then().statusCode(201);
  }

  @Test
  void a_large_file_is_given_out_when_the_budget_has_room_for_it() {
    // Given
    Response opened = post(request(files(1, LARGE)));
    String token = ((String) opened.path("trackingUrl")).replaceAll(".*/", "");
    Response shown = as(token).get("/api/v1/cases/" + opened.path("caseId"));
    String file = "/api/v1/attachments/" + shown.path("messages[0].attachments[0].attachmentId");
    others.tryTake(Long.MAX_VALUE);

    // When
    Response refused = as(token).get(file);
    others.close();
    Response given = as(token).get(file);

    // Then
    refused.then().statusCode(503).header("Retry-After", notNullValue());
    given.then().statusCode(200);
    eventually(() -> assertEquals(0, budget.taken()));
  }

  private static void assertAllClean(List<String> ids, String token, int count) {
    assertEquals(count, ids.size());
    for (String id : ids) {
      String text = as(token).get("/api/v1/attachments/" + id).asString();
      assertFalse(text.contains("1111 1111"));
      assertEquals(CLEAN.repeat(LINES), text.substring(text.indexOf('\n') + 1));
    }
  }

  private static List<Map<String, String>> files(int count, int lines) {
    return IntStream.range(0, count)
        .mapToObj(number -> UUID.randomUUID() + "\n" + LINE.repeat(lines))
        .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
        .map(text -> Map.of("fileName", "a.txt", "contentType", "text/plain", "content", text))
        .toList();
  }

  private static Map<String, Object> request(List<Map<String, String>> files) {
    return Map.of(
        "customer",
        Map.of("email", UUID.randomUUID() + "@customers.example"),
        "subject",
        "Help",
        "body",
        "See the files.",
        "attachments",
        files);
  }

  private static Response post(Map<String, Object> request) {
    return as("local-channel-key")
        .contentType("application/json")
        .body(request)
        .post("/api/v1/requests");
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
