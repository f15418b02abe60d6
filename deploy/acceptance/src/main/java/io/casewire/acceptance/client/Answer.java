package io.casewire.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What an interface answered.
 *
 * @param body its JSON; a missing node when the answer has no body
 * @param response everything else
 */
public record Answer(int status, JsonNode body, HttpResponse<String> response) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), Json.read(response.body()), response);
  }

  /** This answer. Anything but this status is an error that quotes the answer. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw unexpected();
    }
    return this;
  }

  /** This answer. Anything but a success is an error that quotes the answer. */
  public Answer expectSuccess() {
    if (status >= 300) {
      throw unexpected();
    }
    return this;
  }

  /** The text of a field of the body. */
  public String text(String field) {
    return Optional.ofNullable(body.get(field))
        .orElseThrow(() -> new IllegalStateException("no " + field + " in " + body))
        .asText();
  }

  private IllegalStateException unexpected() {
    return new IllegalStateException(
        "%s %s answers %d %s"
            .formatted(response.request().method(), response.uri(), status, response.body()));
  }
}
