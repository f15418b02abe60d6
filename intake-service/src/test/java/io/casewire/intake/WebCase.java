package io.casewire.intake;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** A case as its customer sees it who has opened it with the public form. */
public record WebCase(UUID caseId, UUID messageId, String formToken) {

  /** Opens one. Posted as a channel, which is not limited. */
  public static WebCase opened(String text) {
    Response answer =
        given()
            .contentType("application/json")
            .header("Authorization", "Bearer local-channel-key")
            .body(
                Map.of(
                    "customer",
                    Map.of("email", UUID.randomUUID() + "@customers.example"),
                    "subject",
                    "Help",
                    "body",
                    text))
            .post("/api/v1/requests");
    answer.then().statusCode(201);
    String url = answer.path("trackingUrl");
    return new WebCase(
        UUID.fromString(answer.path("caseId")),
        UUID.fromString(answer.path("messageId")),
        url.substring(url.lastIndexOf('/') + 1));
  }

  /** The case as the holder of a token sees it. */
  public ValidatableResponse seenWith(String token) {
    return given().header("Authorization", "Bearer " + token).get("/api/v1/cases/" + caseId).then();
  }
}
