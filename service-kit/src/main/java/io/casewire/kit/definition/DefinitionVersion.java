package io.casewire.kit.definition;

import io.casewire.kit.etag.ETags;
import io.casewire.kit.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a definition as it is kept.
 *
 * @param version from 1, without gaps; 0 for a definition that the service brings with it
 * @param definition JSON, as it was put
 * @param definedBy an agent's id; {@code system} for a definition that the service brings with it
 */
public record DefinitionVersion(
    String id, long version, String definition, Instant definedAt, String definedBy) {

  private static final String NUMBER = "0|[1-9][0-9]{0,17}";

  /**
   * Reads the query parameter {@code version}; null when it is absent.
   *
   * @throws Problem 400 if it is no version
   */
  public static @Nullable Long parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches(NUMBER)) {
      throw Problem.invalid("version", "must be a number from 1");
    }
    return Long.valueOf(text);
  }

  /** An answer with the tag of a version, which {@code If-Match} can name. */
  public static Response respond(int status, Object view, long version) {
    return Response.status(status).entity(view).header(HttpHeaders.ETAG, ETags.of(version)).build();
  }
}
