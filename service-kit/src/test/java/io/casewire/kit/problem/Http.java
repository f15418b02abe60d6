package io.casewire.kit.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends exactly the bytes it is told to. */
public record Http(URI root) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  public HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(root.resolve(path)).GET();
  }

  public HttpRequest.Builder post(String path, String type, byte[] body) {
    return send("POST", path, type, BodyPublishers.ofByteArray(body));
  }

  public HttpRequest.Builder postJson(String path, String json) {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Without {@code Content-Length}. */
  public HttpRequest.Builder postChunked(String path, String type, byte[] body) {
    return send(
        "POST", path, type, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  public HttpRequest.Builder send(String method, String path, String type, BodyPublisher body) {
    return HttpRequest.newBuilder(root.resolve(path))
        .header("Content-Type", type)
        .method(method, body);
  }

  /** Over HTTP/1.1, unless the request says otherwise. */
  public static HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
