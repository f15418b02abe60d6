package io.casewire.notification;

import static io.restassured.RestAssured.given;

import io.casewire.testkit.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Asks the service what it did, as a member of staff does. */
public record NotificationClient(String agentId, String role) {

  /** Asks with query parameters: name, value, name, value. */
  public Response get(Object... parameters) {
    var request = given().auth().oauth2(Tokens.of(agentId, role));
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam((String) parameters[i], parameters[i + 1]);
    }
    return request.get("/api/v1/notifications");
  }

  /** Posts without a body, below the address of notifications. */
  public Response post(String path) {
    return given().auth().oauth2(Tokens.of(agentId, role)).post("/api/v1/notifications/" + path);
  }

  /** Posts JSON, below the address of notifications. */
  public Response post(String path, String body) {
    return given()
        .auth()
        .oauth2(Tokens.of(agentId, role))
        .contentType("application/json")
        .body(body)
        .post("/api/v1/notifications/" + path);
  }

  /** What the delivery has set aside. */
  public List<Map<String, Object>> setAside() {
    return given()
        .auth()
        .oauth2(Tokens.of(agentId, role))
        .get("/api/v1/set-aside?queue=delivery")
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  /** Has an item tried again that was set aside. */
  public void retrySetAside(String id) {
    given()
        .auth()
        .oauth2(Tokens.of(agentId, role))
        .post("/api/v1/set-aside/%s/retry".formatted(id))
        .then()
        .statusCode(200);
  }

  /** The notices of a case, the oldest first. */
  public List<Map<String, Object>> about(Facts facts) {
    List<Map<String, Object>> items =
        get("caseId", facts.caseId()).then().statusCode(200).extract().path("items");
    return items.reversed();
  }

  /** Template and state of the notices of a case, the oldest first. */
  public List<String> statesOf(Facts facts) {
    return about(facts).stream()
        .map(item -> "%s %s".formatted(item.get("template"), item.get("state")))
        .toList();
  }
}
