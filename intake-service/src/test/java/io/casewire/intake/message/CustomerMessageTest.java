package io.casewire.intake.message;

import static io.casewire.testkit.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.Sources;
import io.casewire.intake.CustomerTokens;
import io.casewire.intake.Routing;
import io.casewire.intake.WebCase;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class CustomerMessageTest {

  private StreamProbe stream;

  @BeforeEach
  void listen() {
    stream = new StreamProbe(Sources.INTAKE);
  }

  @AfterEach
  void hang_up() {
    stream.close();
  }

  @Test
  void a_message_is_added_to_its_case_once_for_each_key() {
    // Given
    WebCase theCase = WebCase.opened("I am locked out");
    String key = UUID.randomUUID().toString();
    Map<String, Object> message = Map.of("text", "My card is 4111 1111 1111 1111");

    // When
    Response first = post(theCase, theCase.formToken(), key, message);
    Response second = post(theCase, theCase.formToken(), key, message);

    // Then
    first.then().statusCode(201).body("caseId", equalTo(theCase.caseId().toString()));
    second.then().statusCode(201).header("Idempotent-Replayed", "true");
    assertEquals(first.body().asString(), second.body().asString());
    eventually(
        () -> {
          List<CustomerMessageReceived> received = received(theCase);
          assertEquals(1, received.size());
          assertEquals(first.path("messageId"), received.getFirst().messageId().toString());
          assertTrue(!received.getFirst().personal().text().contains("1111 1111"));
        });
  }

  @Test
  void the_forms_link_shows_what_was_sent_with_it_and_the_mailed_link_shows_the_conversation() {
    // Given
    WebCase theCase = WebCase.opened("One");
    String mailed = CustomerTokens.ofMailbox(theCase.caseId(), "ann@customers.example");
    post(theCase, theCase.formToken(), null, Map.of("text", "Two")).then().statusCode(201);
    post(theCase, mailed, null, Map.of("text", "Three")).then().statusCode(201);

    // When
    stream.say(Routing.replies(theCase.caseId(), "web", "Four"));

    // Then
    eventually(
        () ->
            theCase
                .seenWith(mailed)
                .body("messages.text", contains("One", "Two", "Three", "Four")));
    theCase.seenWith(theCase.formToken()).body("messages.text", contains("One", "Two"));
  }

  @Test
  void a_customer_is_known_whatever_the_case_of_the_scheme() {
    WebCase theCase = WebCase.opened("My refund is missing");

    given()
        .header("Authorization", "bearer " + theCase.formToken())
        .get("/api/v1/cases/" + theCase.caseId())
        .then()
        .statusCode(200);
  }

  @Test
  void a_message_on_a_closed_case_opens_one_that_takes_it_up() {
    // Given
    WebCase theCase = WebCase.opened("My refund is missing");
    stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.CLOSED));
    eventually(() -> theCase.seenWith(theCase.formToken()).body("status", equalTo("closed")));

    // When
    Response answer =
        post(theCase, theCase.formToken(), null, Map.of("text", "It is missing again"));

    // Then
    answer.then().statusCode(201).body("caseId", not(theCase.caseId().toString()));
    eventually(
        () -> {
          List<CaseOpened> opened =
              stream.heard(CaseOpened.class).stream()
                  .filter(event -> theCase.caseId().equals(event.continuesCaseId()))
                  .toList();
          assertEquals(1, opened.size());
          assertEquals(answer.path("messageId"), opened.getFirst().messageId().toString());
        });
  }

  @Test
  void nobody_else_may_add_to_a_case() {
    // Given
    WebCase theCase = WebCase.opened("Mine");
    WebCase other = WebCase.opened("Not mine");
    Map<String, Object> message = Map.of("text", "Let me in");

    // Then
    post(theCase, other.formToken(), null, message).then().statusCode(404);
    post(theCase, "nonsense", null, message).then().statusCode(401);
    post(theCase, Tokens.of("zoe", "supervisor"), null, message)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void wrong_input_names_its_field() {
    WebCase theCase = WebCase.opened("Mine");

    post(theCase, theCase.formToken(), null, Map.of("text", " "))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("text"));
  }

  @Test
  void a_file_is_for_those_who_see_its_message_and_only_to_be_saved() {
    // Given
    WebCase theCase = WebCase.opened("See my screenshot");
    WebCase other = WebCase.opened("Not mine");
    byte[] content = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    Map<String, Object> file =
        Map.of(
            "fileName", "截图.html",
            "contentType", "text/html",
            "content", Base64.getEncoder().encodeToString(content));

    // When
    post(theCase, theCase.formToken(), null, Map.of("text", "Here", "attachments", List.of(file)))
        .then()
        .statusCode(201);

    // Then
    String id =
        theCase
            .seenWith(theCase.formToken())
            .body("messages[1].attachments", hasSize(1))
            .extract()
            .path("messages[1].attachments[0].attachmentId");
    byte[] loaded =
        download(id, theCase.formToken())
            .then()
            .statusCode(200)
            .header("Content-Disposition", containsString("attachment; filename=\"__.html\""))
            .header(
                "Content-Disposition", containsString("filename*=UTF-8''%E6%88%AA%E5%9B%BE.html"))
            .header("X-Content-Type-Options", "nosniff")
            .extract()
            .asByteArray();
    assertEquals(
        new String(content, StandardCharsets.UTF_8), new String(loaded, StandardCharsets.UTF_8));
    download(id, other.formToken()).then().statusCode(404);
    download(id, Tokens.of("nobody", "agent")).then().statusCode(404);
    download(id, "nonsense").then().statusCode(401);
  }

  private List<CustomerMessageReceived> received(WebCase theCase) {
    return stream.heard(CustomerMessageReceived.class).stream()
        .filter(message -> message.caseId().equals(theCase.caseId()))
        .toList();
  }

  private static Response download(String attachmentId, String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/attachments/" + attachmentId);
  }

  private static Response post(
      WebCase theCase, String token, String key, Map<String, Object> message) {
    return given()
        .contentType("application/json")
        .headers(key == null ? Map.of() : Map.of("Idempotency-Key", key))
        .header("Authorization", "Bearer " + token)
        .body(message)
        .post("/api/v1/cases/" + theCase.caseId() + "/messages");
  }
}
