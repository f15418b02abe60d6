package io.casewire.kit.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.kit.problem.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutSurroundingsTest.NothingAnswers.class)
class WithoutSurroundingsTest {

  @TestHTTPResource("/")
  URI root;

  @Test
  void without_its_database_a_service_is_alive_but_not_ready() {
    assertEquals(200, get("/q/health/live").statusCode());
    assertEquals(503, get("/q/health/ready").statusCode());
  }

  @Test
  void without_its_database_a_service_asks_to_come_back_later() {
    HttpResponse<String> answer =
        Http.answer(
            new Http(root)
                .postJson("/tickets", "{\"subject\":\"late\"}")
                .header("Idempotency-Key", "k"));

    JsonNode problem = Http.json(answer);
    assertEquals(503, answer.statusCode());
    assertEquals("5", Http.header(answer, "Retry-After"));
    assertEquals("urn:casewire:problem:unavailable", problem.get("type").asText());
  }

  @Test
  void without_the_issuer_the_service_runs_but_can_not_check_tokens() {
    HttpResponse<String> answer =
        Http.answer(new Http(root).get("/probe/agent").header("Authorization", "Bearer a.b.c"));

    assertEquals(503, answer.statusCode(), answer.body());
    assertEquals(200, get("/probe/questions").statusCode());
    assertEquals(401, get("/probe/agent").statusCode());
  }

  private HttpResponse<String> get(String path) {
    return Http.answer(new Http(root).get(path));
  }

  /** Port 1 is never listened on. */
  public static class NothingAnswers implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:1/nothing",
          "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/nothing",
          "quarkus.datasource.username", "nobody",
          "quarkus.datasource.password", "nothing",
          "quarkus.flyway.migrate-at-start", "false",
          "quarkus.oidc.auth-server-url", "http://127.0.0.1:1",
          "kafka.bootstrap.servers", "127.0.0.1:1");
    }
  }
}
