package io.casewire.intake;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A browser without JavaScript: keeps cookies, follows no redirect by itself, posts forms. Each one
 * comes from an address of its own, so that tests do not use up each other's rate limits.
 */
public final class Visitor {

  private static final AtomicInteger LAST_ADDRESS = new AtomicInteger(1);

  private final String language;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;

  public Visitor(String language) {
    this.language = language;
    int address = LAST_ADDRESS.incrementAndGet();
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .localAddress(
                InetAddress.ofLiteral("127.0.%d.%d".formatted(address / 250, address % 250 + 1)))
            .build();
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(site().resolve(path)).GET());
  }

  /** Follows the redirect of an answer. */
  public HttpResponse<String> follow(HttpResponse<String> redirect) {
    return get(redirect.headers().firstValue("Location").orElseThrow());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, fields, Map.of());
  }

  public HttpResponse<String> post(
      String path, Map<String, String> fields, Map<String, byte[]> files) {
    Multipart body = new Multipart();
    fields.forEach(body::field);
    files.forEach(body::file);
    return send(
        HttpRequest.newBuilder(site().resolve(path))
            .header("Content-Type", body.contentType())
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofByteArray(body.bytes())));
  }

  private static URI site() {
    return URI.create("http://127.0.0.1:" + RestAssured.port);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.header("Accept", "text/html").header("Accept-Language", language).build(),
          BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final class Multipart {

    private final String boundary = "----" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    String contentType() {
      return "multipart/form-data; boundary=" + boundary;
    }

    void field(String name, String value) {
      part("name=\"%s\"".formatted(name), "", value.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, byte[] content) {
      part(
          "name=\"files\"; filename=\"%s\"".formatted(name),
          "Content-Type: application/octet-stream\r\n",
          content);
    }

    byte[] bytes() {
      bytes.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
      return bytes.toByteArray();
    }

    private void part(String disposition, String headers, byte[] content) {
      bytes.writeBytes(
          "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
              .formatted(boundary, disposition, headers)
              .getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(content);
      bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
