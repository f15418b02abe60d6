package io.casewire.testkit;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Asks for a token over HTTP, because the issuer lives in another class loader than the test.
 *
 * @param issuer the issuer's address
 * @param agentId who wants it
 * @param role what he wants to be
 */
record TokenRequest(String issuer, String agentId, String role) {

  String send() {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalArgumentException("No token: " + answer.body());
      }
      return JsonPath.from(answer.body()).getString("access_token");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking for a token", e);
    }
  }

  private HttpRequest request() {
    var form =
        "grant_type=client_credentials&client_secret=local&client_id=%s&scope=%s"
            .formatted(encode(agentId), encode(role));
    return HttpRequest.newBuilder(URI.create(issuer + "/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
