package io.casewire.routing.roster;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What became of a definition that was put.
 *
 * @param created whether there was none before
 */
record Put<T>(boolean created, T view) {

  private static final int CREATED = 201;
  private static final int OK = 200;

  /**
   * Accepts a valid definition.
   *
   * @throws Problem 400 that names every violation
   */
  static void requireNone(List<io.casewire.routing.directory.Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.invalid(
          violations.stream().map(found -> new Violation(found.field(), found.reason())).toList());
    }
  }

  Response respond() {
    return Response.status(created ? CREATED : OK).entity(view).build();
  }
}
