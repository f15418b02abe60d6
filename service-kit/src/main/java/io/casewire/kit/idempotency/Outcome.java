package io.casewire.kit.idempotency;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/**
 * What a request led to, now or when it was first made.
 *
 * @param value what the work gave
 * @param replayed whether the work was done by an earlier request
 */
public record Outcome<T>(T value, boolean replayed) {

  private static final String REPLAYED_HEADER = "Idempotent-Replayed";

  /** A response that says whether it is a replay. */
  public ResponseBuilder respond(int status, Object body) {
    ResponseBuilder response = Response.status(status).entity(body);
    return replayed ? response.header(REPLAYED_HEADER, "true") : response;
  }
}
