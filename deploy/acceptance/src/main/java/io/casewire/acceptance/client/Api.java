package io.casewire.acceptance.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interface of one service, in the name of one caller.
 *
 * @param bearer the caller's token or key; none for the public
 */
public record Api(Http http, URI base, @Nullable String bearer) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The same interface in somebody else's name. */
  public Api as(String otherBearer) {
    return new Api(http, base, otherBearer);
  }

  public Answer get(String path) {
    return exchange(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return post(path, body, Map.of());
  }

  /** Posts with more headers. */
  public Answer post(String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request = json(path).POST(BodyPublishers.ofString(Json.write(body)));
    headers.forEach(request::header);
    return exchange(request);
  }

  public Answer put(String path, Object body) {
    return exchange(json(path).PUT(BodyPublishers.ofString(Json.write(body))));
  }

  public Answer delete(String path) {
    return exchange(request(path).DELETE());
  }

  private Answer exchange(HttpRequest.Builder request) {
    return Answer.of(http.exchange(request.build()));
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return request;
  }
}
