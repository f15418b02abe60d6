package io.casewire.routing.flow;

import static io.restassured.RestAssured.given;

import io.casewire.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Routing's interface as a member of staff uses it. */
record Desk(String agentId, String role) {

  private static final Map<Desk, String> TOKENS = new ConcurrentHashMap<>();
  static final Desk BOSS = new Desk("boss", "supervisor");

  static Desk agent(String agentId) {
    return new Desk(agentId, "agent");
  }

  static Desk lead(String agentId) {
    return new Desk(agentId, "lead");
  }

  ValidatableResponse get(String path, Object... parameters) {
    return request().get("/api/v1" + path, parameters).then();
  }

  ValidatableResponse post(String path, Object body) {
    return request().body(body).post("/api/v1" + path).then();
  }

  Response post(String path, Object body, Map<String, String> headers) {
    return request().headers(headers).body(body).post("/api/v1" + path);
  }

  ValidatableResponse put(String path, Object body) {
    return request().body(body).put("/api/v1" + path).then();
  }

  void goes(String presence) {
    put("/agents/" + agentId + "/presence", Map.of("state", presence)).statusCode(200);
  }

  /** Has the boss define this member of staff. */
  Desk worksOn(String queue, int capacity) {
    BOSS.put(
        "/agents/" + agentId,
        Map.of(
            "name",
            "Agent " + agentId,
            "email",
            agentId + "@casewire.example",
            "role",
            role,
            "queues",
            List.of(queue),
            "languages",
            Map.of("en", "native", "zh", "fluent"),
            "capacity",
            capacity));
    return this;
  }

  private RequestSpecification request() {
    String token = TOKENS.computeIfAbsent(this, desk -> Tokens.of(desk.agentId, desk.role));
    return given()
        .urlEncodingEnabled(true)
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + token);
  }
}
