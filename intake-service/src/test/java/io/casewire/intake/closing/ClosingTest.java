package io.casewire.intake.closing;

import static io.casewire.testkit.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseRated;
import io.casewire.events.CaseStatus;
import io.casewire.events.Sources;
import io.casewire.intake.IntakeTables;
import io.casewire.intake.Routing;
import io.casewire.intake.WebCase;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ClosingTest {

  @Inject IntakeTables tables;

  private StreamProbe stream;
  private WebCase theCase;

  @BeforeEach
  void open_a_case() {
    stream = new StreamProbe(Sources.INTAKE);
    theCase = WebCase.opened("It works again");
  }

  @AfterEach
  void hang_up() {
    stream.close();
  }

  @Test
  void a_case_that_its_customer_closes_is_closed_at_once_and_stays_so() {
    // When
    post("close", theCase.formToken(), Map.of()).then().statusCode(200);
    post("close", theCase.formToken(), Map.of()).then().statusCode(200);

    // Then
    isClosed();
    eventually(() -> assertEquals(1, said(CaseClosedByCustomer.class).size()));
    // What routing had decided before it heard of it changes nothing any more.
    stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.PENDING));
    stream.say(Routing.moves(theCase.caseId(), CaseStatus.PENDING, CaseStatus.CLOSED));
    stream.say(Routing.replies(theCase.caseId(), "web", "Goodbye"));
    eventually(() -> assertEquals(2, tables.count("message where case_id = ?1", theCase.caseId())));
    isClosed();
  }

  @Test
  void a_resolution_is_rated_once_and_the_rating_may_change_for_a_day() {
    // Given
    rate(5)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("status", equalTo(409))
        .body("caseStatus", equalTo("open"))
        .body("detail", equalTo("The case is open."));
    stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.RESOLVED));
    eventually(() -> rate(2).then().statusCode(200).body("score", equalTo(2)));

    // When
    eventually(() -> rate(4).then().statusCode(200));

    // Then
    assertEquals(1, tables.count("rating where score = 4 and case_id = ?1", theCase.caseId()));
    eventually(
        () ->
            assertEquals(
                List.of(2, 4), said(CaseRated.class).stream().map(CaseRated::score).toList()));
    assertEquals(1, said(CaseRated.class).getLast().resolution());
    tables.twoDaysAgo(theCase.caseId());
    eventually(() -> rate(1).then().statusCode(409));
  }

  @Test
  void wrong_ratings_and_other_people_are_refused() {
    rate(6).then().statusCode(400).body("violations.field", hasItem("score"));
    post("rating", theCase.formToken(), Map.of("comment", "fine"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("score"));
    String other = WebCase.opened("Another").formToken();
    post("close", other, Map.of()).then().statusCode(404);
    post("close", Tokens.of("zoe", "supervisor"), Map.of()).then().statusCode(403);
    post("close", "nonsense", Map.of()).then().statusCode(401);
  }

  @Test
  void a_case_is_closed_by_its_number_too_but_not_with_an_earlier_link() {
    // Given
    String number = theCase.seenWith(theCase.formToken()).extract().path("caseNumber");
    setLinkGeneration(2);

    // When
    post(number, "close", theCase.formToken(), Map.of()).then().statusCode(404);
    setLinkGeneration(1);

    // Then
    post(number, "close", theCase.formToken(), Map.of()).then().statusCode(200);
    isClosed();
  }

  private void setLinkGeneration(int generation) {
    tables.change(
        "update customer_case set link_generation = ?2 where id = ?1",
        theCase.caseId(),
        generation);
  }

  private void isClosed() {
    theCase.seenWith(theCase.formToken()).body("status", equalTo("closed"));
  }

  private Response rate(int score) {
    return post("rating", theCase.formToken(), Map.of("score", score, "comment", "fine"));
  }

  private Response post(String what, String token, Map<String, ?> body) {
    return post(theCase.caseId().toString(), what, token, body);
  }

  private static Response post(String idOrNumber, String what, String token, Map<String, ?> body) {
    return given()
        .contentType("application/json")
        .header("Authorization", "Bearer " + token)
        .body(body)
        .post("/api/v1/cases/" + idOrNumber + "/" + what);
  }

  private <E extends CaseEvent> List<E> said(Class<E> type) {
    return stream.heard(type).stream()
        .filter(event -> event.caseId().equals(theCase.caseId()))
        .toList();
  }
}
