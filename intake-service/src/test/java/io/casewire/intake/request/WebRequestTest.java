package io.casewire.intake.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.casewire.intake.IntakeTables;
import io.casewire.intake.access.Forged;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class WebRequestTest {

  private static final String CARD = "4111 1111 1111 1111";

  @Inject IntakeTables tables;

  private final String address = UUID.randomUUID() + "@customers.example";

  @Test
  void a_request_is_a_case_with_its_first_message() {
    // When
    Response answer = post(request("付款失败", "昨天付款失败，但是钱已经扣了。"));

    // Then
    answer
        .then()
        .statusCode(201)
        .body("outcome", equalTo("opened"))
        .body("caseNumber", matchesPattern("CW-\\d+"))
        .body("messageId", notNullValue())
        .body("trackingUrl", startsWith("http://help.example/cases/"));
    assertEquals(1, tables.count("customer_case where customer_address = ?1", address));
    assertEquals(1, tables.openedEvents(answer.path("caseId")));
  }

  @Test
  void the_same_key_and_body_is_one_case_and_one_answer() {
    // Given
    Map<String, Object> request = request("Refund", "Where is my refund?");
    String key = UUID.randomUUID().toString();

    // When
    Response first = with(key).body(request).post("/api/v1/requests");
    Response second = with(key).body(request).post("/api/v1/requests");

    // Then
    second.then().statusCode(201).header("Idempotent-Replayed", "true");
    assertEquals(first.body().asString(), second.body().asString());
    assertEquals(1, tables.count("customer_case where customer_address = ?1", address));
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    // Given
    String key = UUID.randomUUID().toString();
    with(key).body(request("Refund", "First")).post("/api/v1/requests").then().statusCode(201);

    // When
    Response second = with(key).body(request("Refund", "Second")).post("/api/v1/requests");

    // Then
    second.then().statusCode(422).contentType("application/problem+json");
    assertEquals(1, tables.count("customer_case where customer_address = ?1", address));
  }

  @Test
  void what_must_be_redacted_is_stored_nowhere_and_published_nowhere() {
    // Given
    String file = Base64.getEncoder().encodeToString(CARD.getBytes(StandardCharsets.UTF_8));
    Map<String, Object> request =
        Map.of(
            "customer",
            Map.of("email", address, "name", "Card " + CARD),
            "subject",
            "My card " + CARD,
            "body",
            "It is " + CARD + " and the CVV is 123.",
            "attachments",
            List.of(
                Map.of(
                    "fileName",
                    CARD + ".txt",
                    "contentType",
                    "application/octet-stream",
                    "content",
                    file)));

    // When
    Response answer = post(request);

    // Then
    answer.then().statusCode(201);
    assertFalse(tables.anyRowContains("1111 1111"));
    assertFalse(tables.anyRowContains("CVV is 123"));
  }

  @Test
  void wrong_input_names_its_fields_and_leaves_nothing_behind() {
    // Given
    Map<String, Object> request =
        Map.of("customer", Map.of("email", "nobody"), "subject", " ", "body", "text");

    // When
    Response answer = post(request);

    // Then
    answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem("subject"))
        .body("traceId", notNullValue());
    assertEquals(0, tables.count("message where text = ?1", "text"));
  }

  @Test
  void an_address_that_is_none_is_named() {
    post(Map.of("customer", Map.of("email", "nobody"), "subject", "s", "body", "b"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("customer.email"));
  }

  @Test
  void a_category_that_the_customer_chose_wins() {
    // Given
    Map<String, Object> request =
        Map.of(
            "customer", Map.of("email", address),
            "subject", "Hello",
            "body", "I can not sign in",
            "category", "fees");

    // When
    String token = tokenOf(post(request));

    // Then
    read(token).then().statusCode(200).body("category", equalTo("fees"));
  }

  @Test
  void the_forms_own_link_shows_what_was_sent_with_it_and_no_other_case() {
    // Given
    Response mine = post(request("Locked", "I am locked out"));
    Response other = post(request("Other", "Something else"));

    // When
    Response read = read(tokenOf(mine), mine.path("caseId"));

    // Then
    read.then()
        .statusCode(200)
        .body("status", equalTo("open"))
        .body("messages", hasSize(1))
        .body("messages[0].text", containsString("locked out"))
        .body("customer", equalTo(null));
    read(tokenOf(mine), other.path("caseId")).then().statusCode(404);
  }

  @Test
  void a_forged_link_is_refused() {
    // Given
    Response mine = post(request("Locked", "I am locked out"));
    String token = tokenOf(mine);
    String forged = Forged.of(token);

    // Then
    read(forged, mine.path("caseId")).then().statusCode(401);
  }

  @Test
  void too_many_requests_for_one_address_are_asked_to_wait() {
    // Given
    Map<String, Object> request = request("Again", "and again");

    // When
    List<Response> answers =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(
                n -> given().contentType("application/json").body(request).post("/api/v1/requests"))
            .toList();

    // Then
    Response last =
        answers.stream().filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
    last.then().header("Retry-After", notNullValue()).contentType("application/problem+json");
  }

  private Map<String, Object> request(String subject, String body) {
    return Map.of("customer", Map.of("email", address), "subject", subject, "body", body);
  }

  private static Response post(Map<String, Object> request) {
    return asChannel().body(request).post("/api/v1/requests");
  }

  private static RequestSpecification with(String idempotencyKey) {
    return asChannel().header("Idempotency-Key", idempotencyKey);
  }

  /** A channel is not limited, so the tests do not get into each other's way. */
  private static RequestSpecification asChannel() {
    return given()
        .contentType("application/json")
        .header("Authorization", "Bearer local-channel-key");
  }

  private static String tokenOf(Response answer) {
    String url = answer.path("trackingUrl");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static Response read(String token, String caseId) {
    return given().header("Authorization", "Bearer " + token).get("/api/v1/cases/" + caseId);
  }

  private Response read(String token) {
    return read(token, tables.caseIdOf(address));
  }
}
