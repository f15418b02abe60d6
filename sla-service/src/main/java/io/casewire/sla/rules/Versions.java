package io.casewire.sla.rules;

import io.casewire.kit.etag.ETags;
import io.casewire.kit.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Versions of definitions in requests and answers. */
final class Versions {

  private static final String NUMBER = "[1-9][0-9]{0,17}";

  private Versions() {}

  /**
   * Reads a version; null when none is asked for.
   *
   * @throws Problem 400 if it is no version
   */
  static @Nullable Long parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches(NUMBER)) {
      throw Problem.invalid("version", "must be a number from 1");
    }
    return Long.valueOf(text);
  }

  /** An answer that can be named in {@code If-Match}. */
  static Response tagged(Object view, long version) {
    return Response.ok(view).header(HttpHeaders.ETAG, ETags.of(version)).build();
  }
}
