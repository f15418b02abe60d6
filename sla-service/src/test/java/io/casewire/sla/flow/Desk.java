package io.casewire.sla.flow;

import static io.restassured.RestAssured.given;

import io.casewire.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The service's interface as a member of staff uses it. */
record Desk(String agentId, String role) {

  static final Desk BOSS = new Desk("boss", "supervisor");

  private static final Map<Desk, String> TOKENS = new ConcurrentHashMap<>();

  static Desk agent(String agentId) {
    return new Desk(agentId, "agent");
  }

  ValidatableResponse get(String path, Object... parameters) {
    return request().get("/api/v1" + path, parameters).then();
  }

  ValidatableResponse post(String path, Object body) {
    return request().body(body).post("/api/v1" + path).then();
  }

  ValidatableResponse put(String path, Object body) {
    return put(path, body, Map.of());
  }

  ValidatableResponse put(String path, Object body, Map<String, String> headers) {
    return request().headers(headers).body(body).put("/api/v1" + path).then();
  }

  private RequestSpecification request() {
    String token = TOKENS.computeIfAbsent(this, desk -> Tokens.of(desk.agentId, desk.role));
    return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
  }
}
