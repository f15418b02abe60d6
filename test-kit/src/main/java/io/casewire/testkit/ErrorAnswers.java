package io.casewire.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Sends to every operation of a service what no operation takes, and checks that each error is a
 * problem which says what is wrong.
 */
public final class ErrorAnswers {

  private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");
  private static final String JSON = "application/json";
  private static final String NUL = "%00";

  private final String token;

  private ErrorAnswers(String token) {
    this.token = token;
  }

  /**
   * A test for every operation in the OpenAPI document of the running service.
   *
   * @param token of a caller who may do everything
   */
  public static Stream<DynamicTest> ofEveryOperation(String token) {
    ErrorAnswers errors = new ErrorAnswers(token);
    JsonPath document = RestAssured.given().accept(JSON).get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    return paths.entrySet().stream()
        .flatMap(
            path ->
                path.getValue().entrySet().stream()
                    .map(method -> errors.test(path.getKey(), method.getKey(), method.getValue())));
  }

  private DynamicTest test(String path, String method, Object operation) {
    boolean takesJson = contentTypes(operation).contains(JSON);
    return DynamicTest.dynamicTest(
        "%s %s".formatted(method.toUpperCase(Locale.ROOT), path),
        () -> {
          String address = path.replaceAll("\\{[^}]*}", "x1");
          refuses(400, send(method, path.replaceAll("\\{[^}]*}", NUL) + "?q=" + NUL, "{}"));
          refuses(400, send(method, address + "?q=%ED%A0%80", "{}"));
          checkIfError(anonymous(method, address));
          if (WITH_BODY.contains(method)) {
            if (takesJson) {
              refuses(415, send(method, address, "text/plain", "hello"));
              refuses(415, send(method, address, "text/plain;charset=utf-16", ""));
              refuses(400, send(method, address, "{"));
            }
          } else {
            checkIfError(send(method, address, ""));
          }
          refuses(405, send("trace", address, ""));
        });
  }

  @SuppressWarnings("unchecked")
  private static Set<String> contentTypes(Object operation) {
    Object body = ((Map<String, Object>) operation).get("requestBody");
    return body == null
        ? Set.of()
        : ((Map<String, Object>) ((Map<String, Object>) body).get("content")).keySet();
  }

  private Response send(String method, String address, String json) {
    return send(method, address, JSON, json);
  }

  private Response send(String method, String address, String type, String body) {
    return send(request().header("Authorization", "bearer " + token), method, address, type, body);
  }

  private static Response anonymous(String method, String address) {
    return send(request(), method, address, JSON, "{");
  }

  private static Response send(
      RequestSpecification request, String method, String address, String type, String body) {
    if (WITH_BODY.contains(method)) {
      request.header("Content-Type", type).body(body.getBytes(UTF_8));
    }
    return request.request(method.toUpperCase(Locale.ROOT), address);
  }

  private static RequestSpecification request() {
    return RestAssured.given().urlEncodingEnabled(false).accept(JSON);
  }

  private static void refuses(int status, Response answer) {
    assertEquals(status, answer.statusCode(), answer::asString);
    checkIfError(answer);
  }

  private static void checkIfError(Response answer) {
    if (answer.statusCode() < 400) {
      return;
    }
    assertTrue(answer.statusCode() < 500, answer::asString);
    assertEquals("application/problem+json", answer.contentType());
    JsonPath problem = answer.jsonPath();
    assertEquals(answer.statusCode(), problem.getInt("status"));
    for (String member : List.of("type", "title", "detail", "traceId")) {
      String text = problem.getString(member);
      assertFalse(text == null || text.isBlank(), () -> member + " in " + answer.asString());
    }
  }
}
