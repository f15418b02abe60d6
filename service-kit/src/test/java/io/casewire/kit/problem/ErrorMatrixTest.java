package io.casewire.kit.problem;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ErrorMatrixTest {

  private static final String JSON = "application/json";
  private static final String WORDS = "{\"text\":\"hi\"}";
  private static final byte[] TOO_LARGE = new byte[300 * 1024];

  @TestHTTPResource("/")
  URI root;

  @TestFactory
  List<DynamicTest> every_error_is_a_problem_of_its_kind() {
    Http http = new Http(root);
    return List.of(
        kind("unknown path", http.get("/nowhere"), 404, "not-found"),
        kind("unknown path under a known one", http.get("/probe/nowhere"), 404, "not-found"),
        kind("unknown system path", http.get("/q/nowhere"), 404, "not-found"),
        kind("path that is not UTF-8", http.get("/probe/%ff%fe/x"), 400, "invalid-input"),
        kind("NUL in the path", http.get("/probe/%00"), 400, "invalid-input"),
        kind("NUL in a page's path", http.get("/pages/%00"), 400, "invalid-input"),
        kind("NUL in the query", http.get("/probe/questions?q=%00"), 400, "invalid-input"),
        kind("overlong form", http.get("/probe/questions?q=%C0%AF"), 400, "invalid-input"),
        kind("surrogate", http.get("/probe/questions?q=%ED%A0%80"), 400, "invalid-input"),
        kind("parameter's name", http.get("/probe/questions?%00=q"), 400, "invalid-input"),
        kind("NUL on no path", http.get("/nowhere/%00"), 400, "invalid-input"),
        kind(
            "NUL under a path that needs a role",
            http.get("/probe/agent?%00"),
            400,
            "invalid-input"),
        kind("wrong method", delete(http, "/probe/questions"), 405, "method-not-allowed"),
        kind(
            "type that can't be sent",
            http.get("/probe/questions").header("Accept", "text/csv"),
            406,
            "not-acceptable"),
        kind(
            "type that is not taken",
            http.post("/probe/questions", "text/plain", bytes("hello")),
            415,
            "unsupported-media-type"),
        kind(
            "text for a record of one text",
            http.post("/probe/words", "text/plain", bytes("hello")),
            415,
            "unsupported-media-type"),
        kind(
            "text in another charset for a record of one text",
            http.post("/probe/words", "text/plain; charset=utf-16", bytes("hello")),
            415,
            "unsupported-media-type"),
        kind(
            "no text for a record of one text",
            http.post("/probe/words", "text/plain", bytes("")),
            415,
            "unsupported-media-type"),
        kind(
            "text for a record of one text, on a worker",
            http.post("/probe/words/blocking", "text/plain", bytes("hello")),
            415,
            "unsupported-media-type"),
        kind(
            "type that is none",
            http.post("/probe/questions", "nonsense", bytes("{}")),
            400,
            "bad-request"),
        kind(
            "announced excess",
            http.post("/probe/bytes", "message/rfc822", TOO_LARGE),
            413,
            "too-large"),
        kind(
            "announced excess on no path",
            http.post("/nowhere", JSON, TOO_LARGE),
            413,
            "too-large"),
        kind(
            "unannounced excess",
            http.postChunked("/probe/bytes", "message/rfc822", TOO_LARGE),
            413,
            "too-large"),
        kind(
            "unannounced excess in JSON",
            http.postChunked("/probe/questions", JSON, longJson()),
            413,
            "too-large"),
        kind(
            "announced excess over HTTP/2",
            http.post("/probe/bytes", "message/rfc822", TOO_LARGE).version(Version.HTTP_2),
            413,
            "too-large"),
        kind("no body", http.postJson("/probe/questions", ""), 400, "invalid-input"),
        kind("broken JSON", http.postJson("/probe/questions", "{"), 400, "invalid-input"),
        kind("broken constraint", http.postJson("/probe/questions", "{}"), 400, "invalid-input"),
        kind("bad parameter", http.get("/probe/questions?limit=201"), 400, "invalid-input"),
        kind("no token", http.get("/probe/agent"), 401, "unauthenticated"),
        kind("bad token", withToken(http, "/probe/agent", "x.y.z"), 401, "unauthenticated"),
        kind("opaque token", withToken(http, "/probe/agent", "xyz"), 401, "unauthenticated"),
        kind("forgotten guard", http.get("/unguarded"), 401, "unauthenticated"),
        kind(
            "too low a role",
            withToken(http, "/probe/supervisor", Tokens.of("zoe", "lead")),
            403,
            "forbidden"),
        kind("error without body", http.get("/probe/bare"), 409, "http-409"),
        kind("error of the framework", http.get("/probe/outdated"), 410, "http-410"),
        kind("own problem", http.get("/probe/illegal"), 409, "illegal-transition"),
        kind("too many", http.get("/probe/busy"), 429, "too-many-requests"),
        kind("fault", http.get("/probe/broken"), 500, "internal"));
  }

  @Test
  void a_body_whose_length_is_not_announced_is_refused_over_http_2() throws Exception {
    Http http = new Http(root);
    try (HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).build()) {
      // Given
      assertEquals(
          Version.HTTP_2, answer(client, http.get("/probe/questions")).version(), "upgraded");

      // When
      HttpResponse<String> answer =
          answer(client, http.postChunked("/probe/bytes", "message/rfc822", TOO_LARGE));

      // Then
      assertEquals(411, answer.statusCode(), answer.body());
      assertEquals("urn:casewire:problem:length-required", Http.json(answer).get("type").asText());
    }
  }

  @Test
  void a_wrong_method_names_the_right_ones() {
    HttpResponse<String> answer = Http.answer(delete(new Http(root), "/probe/questions"));

    Set<String> allowed = new TreeSet<>(List.of(Http.header(answer, "Allow").split(", ")));
    assertEquals(Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT"), allowed);
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void a_request_reaches_its_endpoint_whole(Version version) throws Exception {
    Http http = new Http(root);
    byte[] large = new byte[150 * 1024];

    try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
      // A connection over HTTP/2 begins with a request over HTTP/1.1 that asks for it.
      assertEquals(version, answer(client, http.get("/probe/questions")).version());
      assertEquals(
          Integer.toString(large.length),
          answer(client, http.post("/probe/bytes", "message/rfc822", large)).body());
      assertEquals(
          WORDS, answer(client, http.postJson("/probe/words", WORDS)).body(), "on the event loop");
      assertEquals(
          WORDS,
          answer(client, http.postJson("/probe/words/blocking", WORDS)).body(),
          "on a worker");
      assertEquals(
          "done",
          answer(client, http.send("POST", "/probe/nothing", JSON, BodyPublishers.noBody()))
              .body());
    }
  }

  private static HttpResponse<String> answer(HttpClient client, HttpRequest.Builder request)
      throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void a_body_whose_length_is_not_announced_reaches_its_endpoint_whole() {
    byte[] large = new byte[150 * 1024];

    HttpResponse<String> answer =
        Http.answer(new Http(root).postChunked("/probe/bytes", "message/rfc822", large));

    assertEquals(Integer.toString(large.length), answer.body());
  }

  @Test
  void a_missing_token_is_asked_for() {
    HttpResponse<String> answer = Http.answer(new Http(root).get("/probe/agent"));

    assertTrue(Http.header(answer, "WWW-Authenticate").startsWith("Bearer"));
  }

  @Test
  void waiting_times_are_rounded_up_to_seconds() {
    HttpResponse<String> answer = Http.answer(new Http(root).get("/probe/busy"));

    assertEquals("2", Http.header(answer, "Retry-After"));
  }

  @Test
  void a_fault_shows_nothing_but_its_trace() {
    HttpResponse<String> answer = Http.answer(new Http(root).get("/probe/broken"));

    JsonNode problem = Http.json(answer);
    assertEquals(
        Set.of("type", "title", "status", "detail", "traceId"), Set.copyOf(fieldNames(problem)));
    assertFalse(answer.body().contains("secret"));
  }

  @Test
  void a_problem_tells_what_is_allowed_instead() {
    JsonNode problem = Http.json(Http.answer(new Http(root).get("/probe/illegal")));

    assertEquals("A closed case is final.", problem.get("detail").asText());
    assertEquals("[\"open\",\"resolved\"]", problem.get("allowed").toString());
  }

  @Test
  void violations_name_fields_as_the_client_does() {
    Map<String, String> expected =
        Map.of(
            "{}", "subject",
            "{\"subject\":5}", "subject",
            "{\"subject\":\"x\",\"channel\":\"pigeon\"}", "channel",
            "{\"subject\":\"x\",\"attachments\":[{\"fileName\":\" \"}]}", "attachments[0].fileName",
            "{\"subject\":\"x\",\"attachments\":[{\"fileName\":\"a\"},{\"fileName\":{}}]}",
                "attachments[1].fileName",
            "{\"subject\":\"x\",\"attachments\":[null]}", "attachments[0]",
            "", "$");

    assertAll(
        expected.entrySet().stream()
            .map(entry -> () -> assertEquals(entry.getValue(), fieldAtFault(entry.getKey()))));
  }

  @Test
  void a_parameter_at_fault_is_named() {
    JsonNode problem = Http.json(Http.answer(new Http(root).get("/probe/questions?limit=201")));

    assertEquals("limit", problem.at("/violations/0/field").asText());
  }

  private String fieldAtFault(String json) {
    JsonNode problem = Http.json(Http.answer(new Http(root).postJson("/probe/questions", json)));
    assertEquals(1, problem.get("violations").size(), problem::toString);
    return problem.at("/violations/0/field").asText();
  }

  private static DynamicTest kind(
      String name, HttpRequest.Builder request, int status, String type) {
    return DynamicTest.dynamicTest(
        "%s → %d".formatted(name, status),
        () -> {
          HttpResponse<String> answer = Http.answer(request);
          assertEquals(status, answer.statusCode(), answer.body());
          assertEquals("application/problem+json", Http.header(answer, "Content-Type"));
          JsonNode problem = Http.json(answer);
          assertEquals("urn:casewire:problem:" + type, problem.get("type").asText());
          assertEquals(status, problem.get("status").asInt());
          assertFalse(problem.get("title").asText().isBlank());
          assertFalse(problem.path("detail").asText().isBlank(), problem::toString);
          assertTrue(problem.get("traceId").asText().matches("[0-9a-f]{32}"));
          assertEquals(type.equals("invalid-input"), problem.has("violations"));
        });
  }

  private static HttpRequest.Builder delete(Http http, String path) {
    return http.send("DELETE", path, JSON, BodyPublishers.noBody());
  }

  private static HttpRequest.Builder withToken(Http http, String path, String token) {
    return http.get(path).header("Authorization", "Bearer " + token);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] longJson() {
    return bytes("{\"subject\":\"" + "x".repeat(TOO_LARGE.length) + "\"}");
  }

  private static List<String> fieldNames(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
